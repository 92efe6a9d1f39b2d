// The twin of redis-shared-text.ts for tests.
import type { SharedText } from './shared-text.ts';

export function createMemorySharedText(): SharedText {
  let kept: string | undefined;
  return {
    get: () => Promise.resolve(kept),
    replace(seen, text) {
      if (seen !== kept) return Promise.resolve(false);
      kept = text;
      return Promise.resolve(true);
    },
  };
}
