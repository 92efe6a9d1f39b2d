// The twin of redis-short-lived.ts for tests: its time is the clock's.
import type { Clock } from '../kit/clock.ts';
import type { ShortLivedStore } from './short-lived.ts';

interface Held {
  value: string;
  readonly until: number;
}

export function createMemoryShortLived(clock: Pick<Clock, 'now'>): ShortLivedStore {
  const held = new Map<string, Held>();

  function find(key: string): Held | undefined {
    const found = held.get(key);
    if (found && found.until > clock.now()) return found;
    held.delete(key);
    return undefined;
  }

  function put(key: string, value: string, ttlSeconds: number) {
    held.set(key, { value, until: clock.now() + ttlSeconds * 1_000 });
  }

  return {
    get: (key) => Promise.resolve(find(key)?.value),
    set: (key, value, ttlSeconds) => Promise.resolve(put(key, value, ttlSeconds)),
    delete: (key) => {
      held.delete(key);
      return Promise.resolve();
    },
    increment(key, ttlSeconds) {
      const found = find(key);
      const count = Number(found?.value ?? 0) + 1;
      if (found) found.value = String(count);
      else put(key, String(count), ttlSeconds);
      return Promise.resolve(count);
    },
  };
}
