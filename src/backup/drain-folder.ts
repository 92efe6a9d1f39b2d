// A data folder that no appliance uses: what its Redis has and the archive has not yet is brought into the archive, by the parts that a
// start would use, without opening anything to the network.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { openArchive } from '../archive/archive-worker.ts';
import { openRedisJournal } from '../journal/redis-journal.ts';
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import { findRedisServer } from '../sidecar/find-redis-server.ts';
import { openSidecar, SidecarError } from '../sidecar/sidecar.ts';

export interface DrainParts {
  readonly log: Log;
  readonly clock: Clock;
}

/** Why the archive could not get everything; the message is for a person. */
export class DrainError extends Error {
  override readonly name = 'DrainError';
}

const deadlineMs = 60_000;

/** The folder is locked by the caller. Rejects with DrainError or ArchiveFileError; nothing is lost then. */
export async function drainFolder(folder: string, parts: DrainParts): Promise<void> {
  const hasJournal = ['appendonlydir', 'appendonly.aof'].some((name) => existsSync(join(folder, 'redis', name)));
  if (!hasJournal) return;
  const serverPath = findRedisServer(folder);
  if (serverPath === undefined)
    throw new DrainError('there is no redis-server on this machine to read the journal with');
  const sidecar = await openSidecar({ folder, serverPath, ...parts }).catch((error: unknown) => {
    throw error instanceof SidecarError ? new DrainError(error.message, { cause: error }) : error;
  });
  try {
    await drainInto(join(folder, 'tenring.db'), sidecar.connection, parts);
  } finally {
    await sidecar.close();
  }
}

async function drainInto(file: string, connection: { readonly path: string }, parts: DrainParts): Promise<void> {
  const { log, clock } = parts;
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined);
  const archive = await openArchive({ file, connection, log, onFailed: failed.reject });
  const deadline = new AbortController();
  const late = clock.sleep(deadlineMs, deadline.signal).then(() => {
    throw new DrainError(`the archive does not get everything: ${archive.stats().trouble ?? 'it takes too long'}`);
  });
  try {
    await finishRemovals(archive, connection, parts);
    await archive.follow();
    await Promise.race([archive.drained(), failed.promise, late]);
    const { trouble } = archive.stats();
    if (trouble !== undefined) throw new DrainError(trouble);
  } finally {
    deadline.abort(new Error('over'));
    await late.catch(() => undefined);
    await archive.close();
  }
}

/** A competition whose removal was cut off would come back out of its stream. */
async function finishRemovals(
  archive: Archive,
  connection: { readonly path: string },
  { log }: DrainParts,
): Promise<void> {
  const removed = await archive.removed();
  if (removed.length === 0) return;
  const journal = await openRedisJournal({ connection, log });
  try {
    for (const id of removed) {
      await journal.remove(id);
      await archive.forgetRemoved(id);
    }
  } finally {
    await journal.close();
  }
}
