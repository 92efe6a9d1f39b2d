// What keeps the archive from its work, by where it comes from: one sentence per source, the latest one.

export interface Troubles {
  set(source: string, words: string): void;
  clear(source: string): void;
  /** All of them as one text. */
  readonly text: string | undefined;
}

export function createTroubles(changed: () => void): Troubles {
  const sources = new Map<string, string>();
  return {
    set(source, words) {
      if (sources.get(source) === words) return;
      sources.set(source, words);
      changed();
    },
    clear(source) {
      if (sources.delete(source)) changed();
    },
    get text() {
      return sources.size > 0 ? [...sources.values()].join(' · ') : undefined;
    },
  };
}
