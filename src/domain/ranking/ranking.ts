// The qualification ranking: total, then the counts of the rule set, most first; a full tie shares the rank (RULES 1.5). Places that a
// shoot-off or a toss decides come as recorded facts: decided-ranking.ts.
import type { Standing } from '../card/card-notes.ts';

/** What a place is decided by. `counts` stand in the order of the rule set's tie-break. */
export interface RankingScore {
  readonly total: number;
  readonly counts: readonly number[];
}

export interface Ranked<T> {
  readonly rank: number;
  readonly item: T;
}

/** Negative when `a` is placed before `b`, 0 for a full tie. */
export function compareScores(a: RankingScore, b: RankingScore): number {
  if (a.total !== b.total) return b.total - a.total;
  const length = Math.max(a.counts.length, b.counts.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (b.counts[index] ?? 0) - (a.counts[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Places from 1; equal scores share a place and the next place is skipped (1, 2, 2, 4). Ties keep the order given. */
export function rank<T extends RankingScore>(items: readonly T[]): readonly Ranked<T>[] {
  const sorted = [...items].sort(compareScores);
  const ranked: Ranked<T>[] = [];
  for (const [index, item] of sorted.entries()) {
    const before = ranked[index - 1];
    const shares = before !== undefined && compareScores(before.item, item) === 0;
    ranked.push({ rank: shares ? before.rank : index + 1, item });
  }
  return ranked;
}

const behindAll: Readonly<Record<Standing, number>> = { competing: 0, DNF: 1, DNS: 2, DSQ: 3, DQB: 4 };

/** 0 for whoever is ranked; else the order in which those without a rank stand at the end of the list. */
export function unrankedOf(standing: Standing, dnfKeepsRank: boolean): number {
  return standing === 'DNF' && dnfKeepsRank ? 0 : behindAll[standing];
}
