// Makes one backup file of a data folder's archive. Runs in the backup's own thread while an appliance runs, or in a command when none does.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import { type ArchiveCopy, copyArchive } from '../archive/archive-copy.ts';
import { hashOfRecord, hashToText } from '../journal/record-chain.ts';
import { syncFolder } from '../kit/durable-files.ts';
import { type ContainerFile, openContainer } from './container-file.ts';
import { encodeHead, type FrontManifest, type Manifest, type Member, secretNames } from './format.ts';
import { sweep, sweepForgotten, unfinishedBeside } from './unfinished.ts';
import { IncompleteBackupError, type KnownHead, type ReadNewer, writeTail, writtenOf } from './write-tail.ts';

export interface BackupOrder {
  readonly dataFolder: string;
  /** Where the file goes. It takes the place of one that is there. */
  readonly target: string;
  /** Everything that was acknowledged; the copy has to reach it. */
  readonly heads: readonly KnownHead[];
  /** Id of the one competition that is wanted. */
  readonly event?: string | undefined;
  readonly tenring: string;
  readonly madeAt: number;
}

export interface MadeBackup {
  readonly path: string;
  readonly bytes: number;
  readonly manifest: Manifest;
}

/**
 * `readNewer` where something runs that saves more meanwhile. Rejects with ArchiveFileError, IncompleteBackupError, the file system's error,
 * or what `readNewer` rejects with; then nothing is left behind.
 */
export async function writeBackup(order: BackupOrder, readNewer?: ReadNewer): Promise<MadeBackup> {
  const { dataFolder, target, event } = order;
  const { container, copy } = unfinishedBeside(target);
  sweep(target);
  sweepForgotten(dirname(target), order.madeAt);
  try {
    // Made by us, so that the system's words are about this place, and nobody else can read it. SQLite takes an empty file.
    writeFileSync(copy, '', { flag: 'wx', mode: 0o600 });
    const archive = copyArchive(join(dataFolder, 'tenring.db'), copy, event);
    const members = [memberOfFile('tenring.db', copy), ...(event === undefined ? secretsOf(dataFolder) : [])];
    const described: Member[] = [];
    for (const member of members) described.push(await describeMember(member));
    const front = describe(order, archive, described);
    const closing = await whileOpen(container, async (file) => {
      await pack(file, front, members);
      return writeTail(file, copiedOf(front, archive), order.madeAt, readNewer);
    });
    renameSync(container, target);
    syncFolder(dirname(target));
    return { path: target, bytes: statSync(target).size, manifest: { ...front, ...closing } };
  } finally {
    sweep(target);
  }
}

function describe(
  { heads, event, tenring, madeAt }: BackupOrder,
  archive: ArchiveCopy,
  members: readonly Member[],
): FrontManifest {
  const known = new Map(heads.map((head) => [head.id, head]));
  const copied = new Map(archive.competitions.map((each) => [each.id, each]));
  for (const { id, name, seq } of heads) {
    if (event !== undefined && event !== id) continue;
    const reached = copied.get(id)?.seq ?? 0;
    if (reached < seq)
      throw new IncompleteBackupError(
        `the archive has only ${reached} of ${seq} facts of ${name}: it is behind the journal`,
      );
  }
  return {
    ...{ tenring, madeAt, node: hostname(), scope: event === undefined ? 'everything' : 'event', shape: archive.shape },
    competitions: archive.competitions.map(({ id, seq, lastRecord }) => {
      const { name = id, epoch = '' } = known.get(id) ?? {};
      return { id, name, epoch, seq, head: hashToText(hashOfRecord(lastRecord)) };
    }),
    members,
  };
}

function copiedOf({ competitions }: FrontManifest, archive: ArchiveCopy) {
  const lastRecords = new Map(archive.competitions.map(({ id, lastRecord }) => [id, lastRecord]));
  return competitions.map((each) => writtenOf(each, lastRecords.get(each.id)));
}

interface MemberSource {
  readonly name: Member['name'];
  read(): AsyncIterable<Buffer> | Iterable<Buffer>;
}

function memberOfFile(name: Member['name'], path: string): MemberSource {
  return { name, read: () => createReadStream(path, { highWaterMark: 1 << 20 }) };
}

/** Read once each: a new password may replace its file at any time. */
function secretsOf(dataFolder: string): readonly MemberSource[] {
  return secretNames.flatMap((name) => {
    const path = join(dataFolder, name);
    if (!existsSync(path)) return [];
    const bytes = readFileSync(path);
    return [{ name, read: () => [bytes] }];
  });
}

async function describeMember({ name, read }: MemberSource): Promise<Member> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of read()) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { name, bytes, sha256: hash.digest('hex') };
}

async function whileOpen<T>(path: string, use: (file: ContainerFile) => Promise<T>): Promise<T> {
  const file = openContainer(path);
  try {
    return await use(file);
  } finally {
    file.close();
  }
}

async function pack(file: ContainerFile, front: FrontManifest, members: readonly MemberSource[]): Promise<void> {
  file.put(encodeHead(front));
  await pipeline(bytesOf(members), createZstdCompress(), async (packed: AsyncIterable<Buffer>) => {
    for await (const chunk of packed) file.put(chunk);
  });
}

async function* bytesOf(members: readonly MemberSource[]): AsyncGenerator<Buffer> {
  for (const { read } of members) yield* read();
}
