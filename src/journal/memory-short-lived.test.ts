import { createMemoryShortLived } from './memory-short-lived.ts';
import { shortLivedContract } from './short-lived.contract.ts';

let now = 0;
const store = createMemoryShortLived({ now: () => now });
shortLivedContract('in memory', () => ({
  store,
  pass(milliseconds) {
    now += milliseconds;
    return Promise.resolve();
  },
}));
