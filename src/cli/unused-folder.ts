// A data folder that no appliance runs in, for commands that work on it themselves: locked while they do, its archive brought up to its
// journal where they need that.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveFileError } from '../archive/archive-errors.ts';
import { lockDataFolder } from '../archive/data-folder-lock.ts';
import { DrainError, drainFolder } from '../backup/drain-folder.ts';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { CommandError } from './command-error.ts';

export function hasData(folder: string): boolean {
  return ['tenring.db', 'redis', 'restore.json'].some((name) => existsSync(join(folder, name)));
}

/** `ifInUse`: what to do then. Rejects with CommandError where the folder is in use or cannot be written to. */
export async function withLockedFolder<T>(
  folder: string,
  use: () => Promise<T>,
  ifInUse = 'stop it first, or choose another folder with --data',
): Promise<T> {
  const lock = lockDataFolder(folder);
  if (lock.kind === 'inUse') {
    const by = lock.by === undefined ? '' : ` (process ${lock.by})`;
    throw new CommandError('inUse', `A Tenring${by} uses ${folder}: ${ifInUse}.`);
  }
  if (lock.kind === 'notWritable') throw new CommandError('dataFolder', `${folder} cannot be written to: ${lock.why}.`);
  try {
    return await use();
  } finally {
    lock.release();
  }
}

/** What its Redis has goes into its archive. Rejects with CommandError. */
export async function bringUpArchive(folder: string): Promise<void> {
  try {
    await drainFolder(folder, { log: silentLog, clock: systemClock });
  } catch (error) {
    if (!(error instanceof DrainError) && !(error instanceof ArchiveFileError)) throw error;
    const words = `What was saved last in ${folder} cannot be read: ${error.message}.`;
    throw new CommandError('redis', words, { cause: error });
  }
}
