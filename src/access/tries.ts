// Guessing made slow: wrong tries are counted per address and in all (ASVS 6.3.1), and tries are looked at one after the other, so that
// a thousand at once are not a thousand chances before the first is counted. It also keeps slow password hashes to one at a time.
import type { ShortLivedStore } from '../journal/short-lived.ts';
import type { Clock } from '../kit/clock.ts';
import type { Refused } from './access.ts';

export interface TryLimits {
  readonly perAddress: number;
  /**
   * The box itself is exempt: whoever sits at it always regains control. So is an address that was right lately: somebody who guesses from
   * a hundred addresses must not lock the organiser out.
   */
  readonly inAll: number;
  readonly windowSeconds: number;
  readonly longestQueue: number;
}

export interface Tries {
  /** What `attempt` found, or undefined when it was wrong, which is counted; or that there were too many. */
  attempt<T>(address: string, attempt: () => Promise<T | undefined>): Promise<T | undefined | Refused>;
}

const knownForSeconds = 30 * 24 * 3600;
const loopback = /^(127\.|::1$|::ffff:127\.)/;

export function createTries(kind: string, limits: TryLimits, store: ShortLivedStore, clock: Pick<Clock, 'now'>): Tries {
  let queue: Promise<unknown> = Promise.resolve();
  let queued = 0;

  function window() {
    const seconds = Math.floor(clock.now() / 1_000);
    const number = Math.floor(seconds / limits.windowSeconds);
    return { number, left: (number + 1) * limits.windowSeconds - seconds };
  }

  async function run<T>(address: string, attempt: () => Promise<T | undefined>): Promise<T | undefined | Refused> {
    const { number, left } = window();
    const known = `tries:${kind}:known:${address}`;
    const isExempt = loopback.test(address) || (await store.get(known)) !== undefined;
    const counters = [
      { key: `tries:${kind}:${number}:${address}`, most: limits.perAddress },
      ...(isExempt ? [] : [{ key: `tries:${kind}:${number}:all`, most: limits.inAll }]),
    ];
    for (const { key, most } of counters) {
      if (Number((await store.get(key)) ?? 0) >= most) return tooMany(left);
    }
    const found = await attempt();
    if (found === undefined) for (const { key } of counters) await store.increment(key, limits.windowSeconds);
    else await store.set(known, '1', knownForSeconds);
    return found;
  }

  return {
    attempt(address, attempt) {
      if (queued >= limits.longestQueue) return Promise.resolve(tooMany(1));
      queued += 1;
      const answer = queue.then(() => run(address, attempt));
      queue = answer.then(done, done);
      return answer;
    },
  };

  function done() {
    queued -= 1;
  }
}

function tooMany(retryAfterSeconds: number): Refused {
  return { kind: 'refused', refusal: { code: 'tooManyTries', retryAfterSeconds } };
}

export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refused';
}
