// Whether a long day leaves anything behind: memory in its second half, latencies in its last quarter. Pure.
import type { Latency } from '../../simulator/load/latencies.ts';

export interface SoakSlice {
  /** Of its end, from the beginning. */
  readonly minutes: number;
  readonly ack: Latency;
  readonly screen: Latency;
  /** Resident, of the whole process and of Redis. */
  readonly appMegabytes: number;
  readonly redisMegabytes: number;
  /** After garbage collection: main thread, live thread and archive together. */
  readonly heapMegabytes: number;
  readonly descriptors: number;
  readonly handles: number;
  readonly streamRecords: number;
  readonly archiveMegabytes: number;
  /** Of all competitions that are there now. */
  readonly commands: number;
}

/** What memory may grow by from the middle to the end, as a share of what it is in the middle. */
export const growthBound = 0.1;
export const slowerBound = 2;
/** Twice of very little is very little. */
const quickMs = 20;

/** By least squares: what the second half of the values grows by from its beginning to its end, as a share of its mean. */
export function growthIn(values: readonly number[]): number {
  const half = values.slice(Math.floor(values.length / 2));
  const count = half.length;
  const mean = half.reduce((sum, value) => sum + value, 0) / count;
  const middle = (count - 1) / 2;
  let [above, below] = [0, 0];
  for (const [index, value] of half.entries()) {
    above += (index - middle) * (value - mean);
    below += (index - middle) ** 2;
  }
  return below === 0 || mean === 0 ? 0 : ((above / below) * (count - 1)) / mean;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Last quarter to first quarter, of the slices in which anything was scored. */
export function slowerIn(slices: readonly Latency[]): { readonly first: number; readonly last: number } {
  const latencies = slices.filter(({ count }) => count > 0);
  const quarter = Math.max(1, Math.floor(latencies.length / 4));
  const of = (some: readonly Latency[]) => median(some.map(({ p99 }) => p99));
  return { first: of(latencies.slice(0, quarter)), last: of(latencies.slice(-quarter)) };
}

/** What is wrong, in words; nothing when all is well. */
export function judgeSoak(slices: readonly SoakSlice[]): readonly string[] {
  const wrong: string[] = [];
  for (const [what, key] of [
    ['The process', 'appMegabytes'],
    ['Redis', 'redisMegabytes'],
    ['What is left on the heaps', 'heapMegabytes'],
    ['The number of open files and sockets', 'descriptors'],
    ['The number of handles', 'handles'],
  ] as const) {
    const growth = growthIn(slices.map((slice) => slice[key]));
    if (growth > growthBound) wrong.push(`${what} grew by ${(growth * 100).toFixed(1)} % over the second half.`);
  }
  for (const [what, key] of [
    ['acknowledged', 'ack'],
    ['on the screens', 'screen'],
  ] as const) {
    const { first, last } = slowerIn(slices.map((slice) => slice[key]));
    if (last > quickMs && last > first * slowerBound)
      wrong.push(
        `In the last quarter scores were ${what} after ${last} ms, in the first after ${first} ms (99 of 100).`,
      );
  }
  return wrong;
}
