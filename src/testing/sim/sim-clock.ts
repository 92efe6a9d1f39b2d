// Time that passes only when the simulation says so: whatever is due next happens, with all that follows from it done, and no second of it
// is waited for. The same seed gives the same order, every time.
import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../kit/clock.ts';

interface Due {
  readonly at: number;
  readonly happen: () => void;
}

/** A batch takes this many turns of the event loop at most: journal, decision, answer. */
const turnsPerStep = 4;

export class SimClock implements Clock {
  #now = 1_700_000_000_000;
  #due: Due[] = [];

  now(): number {
    return this.#now;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const cancel = this.after(milliseconds, () => {
        signal?.removeEventListener('abort', aborted);
        resolve();
      });
      function aborted() {
        cancel();
        reject(signal?.reason);
      }
      signal?.addEventListener('abort', aborted, { once: true });
    });
  }

  /** What is due at the same time happens in the order in which it was asked for. */
  after(milliseconds: number, happen: () => void): () => void {
    const due = { at: this.#now + Math.max(0, milliseconds), happen };
    const later = this.#due.findIndex(({ at }) => at > due.at);
    this.#due.splice(later === -1 ? this.#due.length : later, 0, due);
    return () => {
      this.#due = this.#due.filter((each) => each !== due);
    };
  }

  /** The next thing that is due. */
  async step(): Promise<void> {
    const next = this.#due.shift();
    if (next) {
      this.#now = next.at;
      next.happen();
    }
    for (let turns = 0; turns < turnsPerStep; turns += 1) await turn();
  }
}
