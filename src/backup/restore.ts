// A backup back into a data folder that nobody uses: looked at first, staged and verified whole, then put in place in one step (archive/
// switch-data.ts). The data that was there stays beside, until a person deletes it.
import {
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { statfs } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { appendRecords } from '../archive/append-records.ts';
import {
  type CheckedCompetition,
  checkArchive,
  type ListedCompetition,
  listArchive,
} from '../archive/archive-check.ts';
import { copyArchive } from '../archive/archive-copy.ts';
import { ArchiveFileError } from '../archive/archive-errors.ts';
import { putCompetition } from '../archive/merge-archive.ts';
import { type AfterStep, type DataName, stagingIn, switchData } from '../archive/switch-data.ts';
import { syncFile } from '../kit/durable-files.ts';
import { freePath, stampOf } from './file-names.ts';
import { type BackedUpCompetition, BackupFileError } from './format.ts';
import { unpackBackup, type WholeBackup } from './read-backup.ts';
import { readTail } from './read-tail.ts';

/** What the folder holds now. */
export type FolderContent =
  | { readonly kind: 'empty' }
  | { readonly kind: 'data'; readonly competitions: readonly ListedCompetition[] }
  /** There is an archive that this version cannot read, and why. */
  | { readonly kind: 'unreadable'; readonly why: string };

/** The folder need not be there. What only its Redis has is not seen. */
export function lookAtFolder(folder: string): FolderContent {
  if (!existsSync(join(folder, 'tenring.db'))) return { kind: 'empty' };
  try {
    return { kind: 'data', competitions: listArchive(join(folder, 'tenring.db')) };
  } catch (error) {
    if (!(error instanceof ArchiveFileError)) throw error;
    return { kind: 'unreadable', why: error.message };
  }
}

export interface RestoreOrder {
  readonly folder: string;
  readonly backup: WholeBackup;
  /** Only this competition, beside what the folder has. */
  readonly event?: BackedUpCompetition | undefined;
  readonly now: number;
  readonly after?: AfterStep;
}

export interface Restored {
  readonly competitions: readonly CheckedCompetition[];
  /** The old data; undefined where there was none. */
  readonly aside: string | undefined;
}

/** Of the data folder: a backup need not have them. */
const secretParts = ['access.json', 'tls'] as const satisfies readonly DataName[];

/** Not enough space in the data folder, in words. */
export class NoSpaceError extends Error {
  override readonly name = 'NoSpaceError';
}

/**
 * The folder is locked by the caller, and with `event` its archive has everything. Until it resolves, a kill at any moment leaves the old
 * data or the new. Rejects with BackupFileError, ArchiveFileError (the folder's own data), NoSpaceError, or the file system's error; then
 * nothing has changed.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const { folder, backup, event, now, after = () => undefined } = order;
  const staging = stagingIn(folder);
  await requireSpace(folder, backup);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { mode: 0o700 });
  try {
    await unpackBackup(backup, staging);
    after('unpacked');
    const checked = await verify(backup, join(staging, 'tenring.db'));
    const competitions = event ? mergeInto(folder, staging, event) : checked;
    after('verified');
    const leave = secretParts.filter((name) => !existsSync(join(staging, name)));
    const aside = freePath(folder, `before-restore-${stampOf(now)}`);
    giveToOwnerOf(folder, staging);
    switchData(folder, basename(aside), leave, after);
    giveToOwnerOf(folder, aside);
    if (readdirSync(aside).length > 0) return { competitions, aside };
    rmdirSync(aside);
    return { competitions, aside: undefined };
  } catch (error) {
    // Once the intent is written the next who locks the folder finishes what was begun.
    if (!existsSync(join(folder, 'restore.json'))) rmSync(staging, { recursive: true, force: true });
    throw error;
  }
}

/** Unpacked, with room for the copy that one event is put into, and for Redis to begin anew. */
async function requireSpace(folder: string, { manifest, tailBytes }: WholeBackup): Promise<void> {
  const unpacked = manifest.members.reduce((sum, { bytes }) => sum + bytes, 2 * tailBytes);
  const own = statSync(join(folder, 'tenring.db'), { throwIfNoEntry: false })?.size ?? 0;
  const needed = unpacked + own + 16 * 1024 * 1024;
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= needed) return;
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`;
  throw new NoSpaceError(`${folder} has ${megabytes(bavail * bsize)} free, and ${megabytes(needed)} are needed`);
}

/** The tail is put into the archive; then everything in it is read, and is what the description says. */
async function verify(backup: WholeBackup, database: string): Promise<readonly CheckedCompetition[]> {
  const { path, manifest } = backup;
  let checked: readonly CheckedCompetition[];
  try {
    await appendRecords(database, readTail(backup));
    checked = checkArchive(database);
  } catch (error) {
    if (!(error instanceof ArchiveFileError)) throw error;
    const problem = error.problem === 'newer' ? 'newer' : 'damaged';
    throw new BackupFileError(problem, `${path} cannot be restored: ${error.message.replace(`${database}: `, '')}.`, {
      cause: error,
    });
  }
  const summary = (all: readonly { readonly id: string; readonly seq: number; readonly head: string }[]) =>
    JSON.stringify(all.map(({ id, seq, head }) => [id, seq, head]).toSorted());
  if (summary(checked) !== summary(manifest.competitions))
    throw new BackupFileError('damaged', `${path} is damaged: its archive is not the one that its description says.`);
  return checked;
}

/** The staged archive becomes the folder's own with the event put in; who may log in, and what devices trust, stays as the folder has it. */
function mergeInto(folder: string, staging: string, event: BackedUpCompetition): readonly CheckedCompetition[] {
  const [own, given, merged] = [join(folder, 'tenring.db'), join(staging, 'tenring.db'), join(staging, 'merged.db')];
  for (const name of secretParts) rmSync(join(staging, name), { recursive: true, force: true });
  if (existsSync(own)) {
    copyArchive(own, merged);
    putCompetition(merged, given, event.id);
  } else {
    copyArchive(given, merged, event.id);
  }
  const checked = checkArchive(merged);
  syncFile(merged);
  renameSync(merged, given);
  return checked;
}

/** With `sudo` the files must still be whose the folder is. */
function giveToOwnerOf(folder: string, path: string) {
  if (process.getuid?.() !== 0 || !existsSync(path)) return;
  const { uid, gid } = statSync(folder);
  chownSync(path, uid, gid);
  for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' })) lchownSync(join(path, name), uid, gid);
}
