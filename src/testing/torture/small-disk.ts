// A disk of its own for the data folder, small enough to be filled: a tmpfs, where this user may mount one.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  /** All but a few bytes. */
  fill(spareBytes: number): void;
  makeSpace(): void;
  remove(): void;
}

const megabytes = 192;

/** Also where nothing is mounted. */
export function unmountSmallDisk(folder: string): void {
  spawnSync('umount', [folder]);
}

/** Undefined where mounting is not allowed. */
export function mountSmallDisk(folder: string): SmallDisk | undefined {
  mkdirSync(folder, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tenring-torture', folder]);
  if (mounted.status !== 0) return undefined;
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill(spareBytes) {
      const { bavail, bsize } = statfsSync(folder);
      const block = Buffer.alloc(1024 * 1024);
      const file = openSync(ballast, 'w');
      try {
        for (let left = bavail * bsize - spareBytes; left > 0; left -= block.length)
          writeSync(file, block, 0, Math.min(left, block.length));
      } catch (error) {
        // Somebody else was writing, too: then it is full as well.
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      } finally {
        closeSync(file);
      }
    },
    makeSpace: () => rmSync(ballast, { force: true }),
    remove: () => unmountSmallDisk(folder),
  };
}
