// What keeps the appliance from its work, in words: for /readyz and for whoever looks at its state.
import { statfs } from 'node:fs/promises';
import type { HttpParts } from './parts.ts';

/** Below this SQLite and Redis are about to fail. */
const leastFreeBytes = 100 * 1024 * 1024;
/** The live thread reports about once a second. */
const liveSilenceMs = 10_000;

export type NotReady = 'journalDown' | 'redisDown' | 'archiveTrouble' | 'diskFull' | 'liveSilent';

export interface Reason {
  readonly code: NotReady;
  readonly message: string;
}

export interface Readiness {
  reasons(): Promise<readonly Reason[]>;
  stop(): void;
}

export interface DiskSpace {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

export async function diskSpaceOf(folder: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

/** Whether the live thread has reported lately: each report is another object. */
function watchLive({ live, clock }: Pick<HttpParts, 'live' | 'clock'>) {
  let last = live.stats();
  let changedAt = clock.now();
  function look() {
    const now = live.stats();
    if (now !== last) changedAt = clock.now();
    last = now;
  }
  const timer = setInterval(look, 1_000).unref();
  return {
    isSilent() {
      look();
      return clock.now() - changedAt > liveSilenceMs;
    },
    stop: () => clearInterval(timer),
  };
}

export function createReadiness(parts: HttpParts): Readiness {
  const { config, journal, archive, sidecar } = parts;
  const liveWatch = watchLive(parts);
  return {
    stop: liveWatch.stop,
    async reasons() {
      const reasons: Reason[] = [];
      if (journal.state === 'down') reasons.push({ code: 'journalDown', message: 'The journal cannot be reached.' });
      if (sidecar && sidecar.state.kind !== 'up')
        reasons.push({ code: 'redisDown', message: `Redis is ${sidecar.state.kind}: ${sidecar.state.why}` });
      const { trouble } = archive.stats();
      if (trouble !== undefined) reasons.push({ code: 'archiveTrouble', message: trouble });
      const { freeBytes } = await diskSpaceOf(config.dataFolder);
      if (freeBytes < leastFreeBytes) {
        const megabytes = Math.floor(freeBytes / 1024 / 1024);
        reasons.push({ code: 'diskFull', message: `${megabytes} MB are free in the data folder.` });
      }
      if (liveWatch.isSilent()) reasons.push({ code: 'liveSilent', message: 'The live thread does not report.' });
      return reasons;
    },
  };
}
