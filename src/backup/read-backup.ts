// Reads a backup file: whether it is one and whole, what is in it, and its members as files. Nothing is taken from it before its checksum
// over everything is right.
import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { syncFolder, systemCodeOf } from '../kit/durable-files.ts';
import {
  BackupFileError,
  endMark,
  fixedHeadBytes,
  formatVersion,
  hashBytes,
  isManifestLength,
  type Manifest,
  type Member,
  parseManifest,
  readFixedHead,
  trailerBytes,
} from './format.ts';
import { type Closing, parseClosing, readTailFoot, tailFootBytes } from './tail-format.ts';

export interface WholeBackup {
  readonly path: string;
  readonly bytes: number;
  readonly manifest: Manifest;
  /** Where the packed members begin. */
  readonly bodyAt: number;
  /** Where they end, and the records that were saved meanwhile begin (read-tail.ts). */
  readonly tailAt: number;
  /** Of those records. */
  readonly tailBytes: number;
}

/** Reads all of it once. Rejects with BackupFileError. */
export async function checkBackup(path: string): Promise<WholeBackup> {
  const bytes = sizeOf(path);
  const head = readFixedHead(await readRange(path, 0, fixedHeadBytes));
  if (!head) throw new BackupFileError('notABackup', `${path} is not a backup of Tenring.`);
  const trailer = await readRange(path, Math.max(0, bytes - trailerBytes), trailerBytes);
  if (bytes < fixedHeadBytes + trailerBytes || !trailer.subarray(hashBytes).equals(endMark))
    throw new BackupFileError(
      'truncated',
      `${path} is cut off: its end is missing. Copy it again, or take another backup.`,
    );
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { end: bytes - trailerBytes - 1 })) hash.update(chunk);
  if (!hash.digest().equals(trailer.subarray(0, hashBytes))) throw damaged(path, 'its checksum is wrong');
  if (head.version > formatVersion) {
    const words = `${path} was written by a newer Tenring (format ${head.version}, this one knows ${formatVersion}): use that version or a newer one.`;
    throw new BackupFileError('newer', words);
  }
  const bodyAt = fixedHeadBytes + head.manifestBytes;
  if (!isManifestLength(head.manifestBytes) || bodyAt > bytes - trailerBytes)
    throw damaged(path, 'its description does not fit');
  const front = parseManifest(await readRange(path, fixedHeadBytes, head.manifestBytes));
  if (!front) throw damaged(path, 'its description cannot be read');
  const { tailAt, tailBytes, closing } = await findTail(path, bodyAt, bytes - trailerBytes);
  return { path, bytes, manifest: { ...front, ...closing }, bodyAt, tailAt, tailBytes };
}

interface FoundTail extends Pick<WholeBackup, 'tailAt' | 'tailBytes'> {
  readonly closing: Closing;
}

async function findTail(path: string, bodyAt: number, end: number): Promise<FoundTail> {
  const footAt = end - tailFootBytes;
  // There is no body of no bytes.
  const room = end - bodyAt - 1;
  const lengths = room < tailFootBytes ? undefined : readTailFoot(await readRange(path, footAt, tailFootBytes), room);
  if (!lengths) throw damaged(path, 'its tail does not fit');
  const closing = parseClosing(await readRange(path, footAt - lengths.closing, lengths.closing));
  if (!closing) throw damaged(path, 'the description of its tail cannot be read');
  return { tailAt: footAt - lengths.closing - lengths.records, tailBytes: lengths.records, closing };
}

/** The members as files in `folder`, without the tail; on disk when it resolves. Rejects with BackupFileError, or the file system's error. */
export async function unpackBackup(backup: WholeBackup, folder: string): Promise<void> {
  const { path, bodyAt, tailAt, manifest } = backup;
  const packed = createReadStream(path, { start: bodyAt, end: tailAt - 1 });
  const unpacked = createZstdDecompress();
  try {
    await pipeline(packed, unpacked, (chunks: AsyncIterable<Buffer>) => writeMembers(chunks, manifest.members, folder));
  } catch (error) {
    if (error instanceof WrongMemberError || /^Z(STD)?_/.test(systemCodeOf(error)))
      throw damaged(path, error instanceof Error ? error.message : String(error), error);
    throw error;
  }
}

class WrongMemberError extends Error {}

/** Never more than the manifest says: a hostile file may unpack to anything. */
async function writeMembers(chunks: AsyncIterable<Buffer>, members: readonly Member[], folder: string): Promise<void> {
  let rest: Buffer = Buffer.alloc(0);
  const source = chunks[Symbol.asyncIterator]();
  for (const { name, bytes, sha256 } of members) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const descriptor = openSync(path, 'wx', 0o600);
    const hash = createHash('sha256');
    try {
      for (let missing = bytes; missing > 0; ) {
        if (rest.length === 0) {
          const { value, done } = await source.next();
          if (done) throw new WrongMemberError(`${name} in it is too short`);
          rest = value;
        }
        const part = rest.subarray(0, missing);
        rest = rest.subarray(part.length);
        missing -= part.length;
        hash.update(part);
        writeFileSync(descriptor, part);
      }
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    syncFolder(dirname(path));
    if (hash.digest('hex') !== sha256) throw new WrongMemberError(`${name} in it is not what was packed`);
  }
  if (rest.length > 0 || !(await source.next()).done) throw new WrongMemberError('it holds more than it says');
}

function damaged(path: string, why: string, cause?: unknown): BackupFileError {
  return new BackupFileError('damaged', `${path} is damaged: ${why}. Take another backup.`, { cause });
}

function sizeOf(path: string): number {
  const found = whileReadable(path, () => statSync(path));
  if (found.isFile()) return found.size;
  throw new BackupFileError('unreadable', `${path} is not a file.`);
}

async function readRange(path: string, at: number, length: number): Promise<Buffer> {
  return whileReadable(path, () => {
    const descriptor = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, length, at));
    } finally {
      closeSync(descriptor);
    }
  });
}

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not there',
  EACCES: 'may not be read by you',
  EPERM: 'may not be read by you',
};

function whileReadable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const words = unreadable[systemCodeOf(error)] ?? `cannot be read (${systemCodeOf(error) || String(error)})`;
    throw new BackupFileError('unreadable', `${path} ${words}.`, { cause: error });
  }
}
