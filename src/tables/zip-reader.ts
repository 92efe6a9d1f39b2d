// The members of a zip file that somebody sent: found by its directory, unpacked one by one and only when they are asked for, never to more
// than they say and never to more in all than a budget. Names are keys, never paths. Own code, because the libraries for it either trust
// the sizes that a file claims or unpack all of it; the unpacking itself is the runtime's.
import { constants, crc32, inflateRawSync } from 'node:zlib';
import { TableFileError } from './table-file-error.ts';

export interface ZipFile {
  /** In small letters, as they are compared. */
  readonly names: readonly string[];
  /** Undefined where there is no such member. Throws TableFileError. */
  readonly read: (name: string) => Buffer | undefined;
}

interface Member {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const endMark = 0x06054b50;
const endBytes = 22;
const longestComment = 0xffff;
const directoryMark = 0x02014b50;
const directoryBytes = 46;
const memberMark = 0x04034b50;
const memberBytes = 30;
/** A workbook has a score of them, and some for each sheet and picture. */
const mostMembers = 2_000;
const stored = 0;
const deflated = 8;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** `mostBytes`: unpacked, of all members that are read together. Throws TableFileError. */
export function openZip(bytes: Uint8Array, mostBytes: number): ZipFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const members = readDirectory(file);
  let left = mostBytes;
  return {
    names: [...members.keys()],
    read(name) {
      const member = members.get(name.toLowerCase());
      if (!member) return undefined;
      if (member.unpacked > left) throw new TableFileError('unpacksTooLarge');
      left -= member.unpacked;
      return unpack(file, member);
    },
  };
}

function broken(why: string, cause?: unknown): TableFileError {
  return new TableFileError('brokenFile', {}, { cause: cause ?? new Error(why) });
}

function readDirectory(file: Buffer): ReadonlyMap<string, Member> {
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  if (count > mostMembers) throw broken('too many members');
  const members = new Map<string, Member>();
  for (let index = 0; index < count; index += 1) {
    if (at + directoryBytes > end || file.readUInt32LE(at) !== directoryMark) throw broken('no directory');
    const [name, extra, comment] = [28, 30, 32].map((each) => file.readUInt16LE(at + each)) as [number, number, number];
    const next = at + directoryBytes + name + extra + comment;
    if (next > end) throw broken('a directory beyond its end');
    const key = file.toString('utf8', at + directoryBytes, at + directoryBytes + name).toLowerCase();
    // Two members of one name are two files for two programs.
    if (members.has(key)) throw broken('a member twice');
    members.set(key, {
      isEncrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    });
    at = next;
  }
  return members;
}

/** The mark may stand in the comment too: the last one counts whose comment ends with the file. */
function findEnd(file: Buffer): number {
  const first = Math.max(0, file.length - endBytes - longestComment);
  for (let at = file.length - endBytes; at >= first; at -= 1) {
    if (file.readUInt32LE(at) === endMark && at + endBytes + file.readUInt16LE(at + 20) === file.length) return at;
  }
  throw broken('no end: the file is cut off');
}

function unpack(file: Buffer, member: Member): Buffer {
  const { offset, packed, unpacked, method, isEncrypted, crc } = member;
  if (isEncrypted) throw new TableFileError('encryptedFile');
  if (offset + memberBytes > file.length || file.readUInt32LE(offset) !== memberMark) throw broken('no member');
  const start = offset + memberBytes + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  if (start + packed > file.length) throw broken('a member beyond the end');
  const body = file.subarray(start, start + packed);
  const content = method === stored ? body : method === deflated ? inflate(body, unpacked) : undefined;
  if (content?.length !== unpacked || crc32(content) !== crc)
    throw broken('a member that is not as its directory says');
  return content;
}

function inflate(body: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_FINISH });
  } catch (error) {
    if (error instanceof RangeError) throw new TableFileError('unpacksTooLarge', {}, { cause: error });
    throw broken('', error);
  }
}
