// How long answers took lately: the last thousand in a ring, sorted only when somebody asks.

export interface AckTimes {
  add(durationMs: number): void;
  /** Null while there is none. */
  look(): {
    readonly count: number;
    readonly medianMs: number | null;
    readonly slowMs: number | null;
    readonly sample: number;
  };
}

const kept = 1_000;

export function createAckTimes(): AckTimes {
  const ring = new Float64Array(kept);
  let count = 0;
  return {
    add(durationMs) {
      ring[count % kept] = durationMs;
      count += 1;
    },
    look() {
      const sorted = ring.slice(0, Math.min(count, kept)).sort();
      const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
      return { count, medianMs: at(0.5), slowMs: at(0.99), sample: sorted.length };
    },
  };
}
