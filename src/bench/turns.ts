// Two ways taken in turns, each a few seconds long, so that whatever else this machine does falls on both; what the one costs is the median of what
// each pair of turns says.
import { growthIn } from '../testing/soak/judge-soak.ts';
import { median } from './statistics.ts';
import type { TrialMemory, TrialTurn } from './trial-side.ts';

export interface TurnPair {
  readonly without: TrialTurn;
  readonly with: TrialTurn;
}

export interface TurnRatio {
  readonly pairs: number;
  readonly withoutMs: number;
  readonly withMs: number;
  /** Median of the pairs. */
  readonly ratio: number;
}

/** By turns the one and the other first. */
export async function takeTurns(
  pairs: number,
  without: () => Promise<TrialTurn>,
  withIt: () => Promise<TrialTurn>,
): Promise<readonly TurnPair[]> {
  const taken: TurnPair[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const before = pair % 2 === 0 ? await without() : undefined;
    const there = await withIt();
    taken.push({ without: before ?? (await without()), with: there });
  }
  return taken;
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

export function compareTurns(pairs: readonly TurnPair[], key: keyof TrialTurn): TurnRatio {
  return {
    pairs: pairs.length,
    withoutMs: rounded(median(pairs.map(({ without }) => without[key])), 1),
    withMs: rounded(median(pairs.map((pair) => pair.with[key])), 1),
    ratio: rounded(median(pairs.map((pair) => pair.with[key] / pair.without[key])), 3),
  };
}

export interface MemoryFigures {
  readonly firstMegabytes: number;
  readonly lastMegabytes: number;
  /** After garbage collection, all threads. */
  readonly firstHeapMegabytes: number;
  readonly lastHeapMegabytes: number;
  /** Over the second half of the trial, as a share. */
  readonly growth: number;
  readonly heapGrowth: number;
}

export function memoryFigures(samples: readonly TrialMemory[]): MemoryFigures {
  const [first, last] = [samples[0], samples.at(-1)];
  return {
    firstMegabytes: first?.appMegabytes ?? 0,
    lastMegabytes: last?.appMegabytes ?? 0,
    firstHeapMegabytes: first?.heapMegabytes ?? 0,
    lastHeapMegabytes: last?.heapMegabytes ?? 0,
    growth: rounded(growthIn(samples.map(({ appMegabytes }) => appMegabytes)), 3),
    heapGrowth: rounded(growthIn(samples.map(({ heapMegabytes }) => heapMegabytes)), 3),
  };
}
