// The data folder's disk from one power cut to the next: what was surely on it, and the log of what was done since.
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { createRandom, type Random } from '../../simulator/random.ts';
import { type Disk, type DiskStep, filesOf } from './disk.ts';
import { cutPower, type Mercy } from './power-cut.ts';
import { readDisk, readSteps, writeDisk } from './write-log.ts';

export interface WatchedDisk {
  /** All that is in the folder counts as being on the disk from now on. Only while no process runs. */
  begin(): void;
  /** Only while no process runs. Throws when the log does not account for what is in the folder: then it would prove nothing. */
  cutPower(random: Random, mercy: Mercy): { readonly steps: number; readonly dropped: number };
  readonly logBytes: number;
}

/** Written through shared memory, and made anew by SQLite when nobody uses it. */
const isScratch = (path: string) => path.endsWith('-shm');

export function watchDisk(folder: string, log: string): WatchedDisk {
  let base: Disk = readDisk(folder);

  function readLog(): readonly DiskStep[] {
    return existsSync(log) ? readSteps(readFileSync(log), folder) : [];
  }

  function begin() {
    rmSync(log, { force: true });
    base = readDisk(folder);
  }

  return {
    begin,
    cutPower(random, mercy) {
      const steps = readLog();
      const unseen = unseenAtLast(steps);
      const all = cutPower(base, steps, createRandom(0), 'all');
      requireSame(all, readDisk(folder), unseen);
      const left = cutPower(base, steps, random, mercy);
      writeDisk(folder, left);
      begin();
      return { steps: steps.length, dropped: bytesOf(all) - bytesOf(left) };
    },
    get logBytes() {
      return statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    },
  };
}

/** What stdio has written since the last sync: by chance gone, as all that is not synced. */
function unseenAtLast(steps: readonly DiskStep[]): ReadonlySet<number> {
  const unseen = new Set<number>();
  for (const step of steps) {
    if (step.kind === 'unseen') unseen.add(step.inode);
    if (step.kind === 'content') unseen.delete(step.inode);
  }
  return unseen;
}

function bytesOf(disk: Disk): number {
  return [...filesOf(disk).values()].reduce((sum, bytes) => sum + bytes.length, 0);
}

function requireSame(replayed: Disk, found: Disk, unseen: ReadonlySet<number>): void {
  const ours = filesOf(replayed);
  for (const [path, bytes] of filesOf(found)) {
    const own = ours.get(path);
    const isKnown = !isScratch(path) && !unseen.has(replayed.inodes.get(path) ?? -1);
    if (own === undefined || (isKnown && Buffer.compare(own, bytes) !== 0))
      throw new Error(
        `The disk log does not account for ${path}: ${own?.length} bytes by the log, ${bytes.length} found`,
      );
  }
  if (!isDeepStrictEqual([...ours.keys()].sort(), [...filesOf(found).keys()].sort()))
    throw new Error('The disk log names files that are not there');
}
