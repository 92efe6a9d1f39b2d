// One Tenring to a data folder; who comes second is told in words.
import { lockDataFolder } from '../archive/data-folder-lock.ts';
import { StartError } from '../config/start-error.ts';

export function holdDataFolder(folder: string): { release(): void } {
  const lock = lockDataFolder(folder);
  if (lock.kind === 'locked') return lock;
  if (lock.kind === 'inUse') {
    const by = lock.by === undefined ? '' : ` (process ${lock.by})`;
    throw new StartError(
      'inUse',
      `Another Tenring${by} already uses ${folder}. Stop it, or choose another folder with --data.`,
    );
  }
  throw new StartError(
    'dataFolder',
    `The folder ${folder} cannot be written to: ${lock.why}. Choose another one with --data.`,
  );
}
