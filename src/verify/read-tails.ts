// What the journal has, read and nothing else: of a running appliance over the socket of its Redis, of a stopped one by a Redis of our own
// on a copy of the append-only file.
import { cpSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Tails } from '../archive/verify-archive.ts';
import { type Journal, JournalGapError, type JournalRecord, JournalUnavailableError } from '../journal/journal.ts';
import { openRedisJournal } from '../journal/redis-journal.ts';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { findSocketPlace } from '../kit/socket-place.ts';
import { findRedisServer } from '../sidecar/find-redis-server.ts';
import { openSidecar, SidecarError } from '../sidecar/sidecar.ts';

/** Why facts that are not archived yet were not looked at; the message is for a person, without a full stop. */
export class JournalNotReadError extends Error {
  override readonly name = 'JournalNotReadError';
}

/** So many of the archived facts are compared with the journal's. */
const overlap = 500;
const pageLength = 5_000;
const folders = ['appendonlydir', 'appendonly.aof'];

/** Whether this folder has a Redis of its own at all. */
export function hasJournal(folder: string): boolean {
  return folders.some((name) => existsSync(join(folder, 'redis', name)));
}

/** Of the appliance that runs in this folder. Rejects with JournalNotReadError. */
export async function readRunningTails(folder: string, ends: ReadonlyMap<string, number>): Promise<Tails> {
  const path = findSocketPlace(realpathSync(join(folder, 'redis')), 'redis.sock');
  if (path === undefined) throw new JournalNotReadError('its Redis cannot be reached');
  return readFrom({ path }, ends);
}

/** Of a copy of a data folder; `damaged` is told when the append-only file was, and its damaged end left out. */
export async function readCopiedTails(
  scratch: string,
  ends: ReadonlyMap<string, number>,
  damaged: () => void,
): Promise<Tails> {
  const serverPath = findRedisServer(scratch);
  if (serverPath === undefined)
    throw new JournalNotReadError('there is no redis-server on this machine to read it with');
  const sidecar = await openSidecar({ folder: scratch, serverPath, log: silentLog, clock: systemClock }).catch(
    (error: unknown) => {
      throw error instanceof SidecarError ? new JournalNotReadError(error.message, { cause: error }) : error;
    },
  );
  try {
    if (sidecar.damages.length > 0) damaged();
    return await readFrom(sidecar.connection, ends);
  } finally {
    await sidecar.close();
  }
}

export function copyJournal(folder: string, scratch: string): void {
  mkdirSync(join(scratch, 'redis'), { recursive: true, mode: 0o700 });
  for (const name of folders) {
    const from = join(folder, 'redis', name);
    if (existsSync(from)) cpSync(from, join(scratch, 'redis', name), { recursive: true });
  }
}

async function readFrom(connection: { readonly path: string }, ends: ReadonlyMap<string, number>): Promise<Tails> {
  let journal: Journal | undefined;
  try {
    journal = await openRedisJournal({ connection, log: silentLog });
    const tails = new Map<string, readonly JournalRecord[]>();
    for (const id of await journal.competitions()) tails.set(id, await readTail(journal, id, ends.get(id) ?? 0));
    return tails;
  } catch (error) {
    if (!(error instanceof JournalUnavailableError)) throw error;
    throw new JournalNotReadError(`its Redis does not answer (${error.message})`, { cause: error });
  } finally {
    await journal?.close();
  }
}

async function readTail(journal: Journal, id: string, archived: number): Promise<readonly JournalRecord[]> {
  try {
    return await readAfter(journal, id, Math.max(0, archived - overlap));
  } catch (error) {
    if (!(error instanceof JournalGapError)) throw error;
  }
  // The overlap was trimmed. What is missing beyond the archive too shows as a gap in the numbers.
  return readAfter(journal, id, archived).catch((error: unknown) => {
    if (error instanceof JournalGapError) return [];
    throw error;
  });
}

async function readAfter(journal: Journal, id: string, after: number): Promise<readonly JournalRecord[]> {
  const records: JournalRecord[] = [];
  for (let last = after; ; ) {
    const page = await journal.read(id, last, pageLength);
    records.push(...page);
    if (page.length === 0) return records;
    last = page.at(-1)?.seq ?? last;
  }
}
