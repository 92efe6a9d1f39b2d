// A clock that stands still until a test moves it: sleepers wake in the order of their times, each with all that follows from it done.
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../kit/clock.ts';

export interface ManualClock extends Clock {
  /** Wakes whoever sleeps less than that long, one after the other. */
  advance(milliseconds: number): Promise<void>;
  readonly sleepers: number;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export function createManualClock(startMs = 1_700_000_000_000): ManualClock {
  let now = startMs;
  const sleepers = new Set<Sleeper>();

  function nextBefore(limit: number): Sleeper | undefined {
    let first: Sleeper | undefined;
    for (const sleeper of sleepers) if (sleeper.at <= limit && (!first || sleeper.at < first.at)) first = sleeper;
    return first;
  }

  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const sleeper = { at: now + milliseconds, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener(
          'abort',
          () => {
            if (sleepers.delete(sleeper)) reject(signal.reason);
          },
          { once: true },
        );
      }),
    async advance(milliseconds) {
      const until = now + milliseconds;
      await setImmediate();
      for (let sleeper = nextBefore(until); sleeper; sleeper = nextBefore(until)) {
        sleepers.delete(sleeper);
        now = Math.max(now, sleeper.at);
        sleeper.wake();
        await setImmediate();
      }
      now = until;
    },
    get sleepers() {
      return sleepers.size;
    },
  };
}
