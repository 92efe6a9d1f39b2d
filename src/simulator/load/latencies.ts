// Percentiles of any number of durations in a fixed amount of memory: counts in buckets that are one per cent apart, so that a load of
// hours costs no more than one of seconds.

/** Milliseconds. */
export interface Latency {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface Latencies {
  add(milliseconds: number): void;
  look(): Latency;
}

const [leastMs, mostMs, step] = [0.01, 600_000, 1.01];
const last = Math.ceil(Math.log(mostMs / leastMs) / Math.log(step));

function bucketOf(milliseconds: number): number {
  if (milliseconds <= leastMs) return 0;
  return Math.min(last, Math.ceil(Math.log(milliseconds / leastMs) / Math.log(step)));
}

const upperEdge = (bucket: number) => leastMs * step ** bucket;
const hundredths = (value: number) => Math.round(value * 100) / 100;

export function createLatencies(): Latencies {
  const buckets = new Uint32Array(last + 1);
  let [count, max] = [0, 0];

  /** As the value at this place of all in order, at most one per cent too large. */
  function at(share: number): number {
    const wanted = Math.min(count - 1, Math.floor(count * share));
    let before = 0;
    for (const [bucket, many] of buckets.entries()) {
      before += many;
      if (before > wanted) return Math.min(max, upperEdge(bucket));
    }
    return max;
  }

  return {
    add(milliseconds) {
      const bucket = bucketOf(milliseconds);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
      count += 1;
      max = Math.max(max, milliseconds);
    },
    look: () => ({ count, p50: hundredths(at(0.5)), p99: hundredths(at(0.99)), max: hundredths(max) }),
  };
}
