// A ranking with the ties that people decided: a shoot-off among equal totals, whatever their counts (WA Book 3, 12.5.2), a toss among
// those level by total and counts, or level after their shoot-off (12.5.1). A decision holds only while exactly those whom it is about are
// tied. Who stays level after a shoot-off shares the place: counts part nobody who shot off, as the published lists have it.
import type { TieReason } from '../event/event.ts';
import { compareScores, type RankingScore, rank } from './ranking.ts';

/** Whoever has a place in a ranking: an archer by the entry's number, or a team. */
export interface Placeable extends RankingScore {
  readonly key: string;
  /** `unrankedOf`: 0 for whoever is ranked. */
  readonly unranked: number;
}

/** The best first; those still level together. */
export interface DecidedTie {
  readonly reason: TieReason;
  readonly levels: readonly (readonly string[])[];
}

/** Those who share a place, by total and counts or after their shoot-off, unless a toss orders them. */
export interface Level<T> {
  readonly from: number;
  readonly to: number;
  readonly toss: DecidedTie | undefined;
  /** In the order of the toss, or as they came. */
  readonly items: readonly T[];
}

/** All of one total, with the places that they share, from and to. */
export interface EqualTotals<T> {
  readonly from: number;
  readonly to: number;
  readonly shootOff: DecidedTie | undefined;
  readonly levels: readonly Level<T>[];
}

export interface DecidedRow<T> {
  readonly item: T;
  /** Shared by those who are level; 0 for who has none. */
  readonly rank: number;
  /** Before anybody decided. */
  readonly rankByScore: number;
  readonly decidedBy: TieReason | undefined;
}

function runs<T>(sorted: readonly T[], same: (a: T, b: T) => boolean): readonly (readonly T[])[] {
  const found: T[][] = [];
  for (const item of sorted) {
    const last = found.at(-1);
    const [first] = last ?? [];
    if (last && first !== undefined && same(first, item)) last.push(item);
    else found.push([item]);
  }
  return found;
}

function decisionAbout<T extends Placeable>(
  ties: readonly DecidedTie[],
  reason: TieReason,
  tied: readonly T[],
): DecidedTie | undefined {
  if (tied.length < 2) return undefined;
  return ties.find((tie) => {
    if (tie.reason !== reason) return false;
    const keys = new Set(tie.levels.flat());
    return keys.size === tied.length && tied.every(({ key }) => keys.has(key));
  });
}

function inOrder<T extends Placeable>(items: readonly T[], { levels }: DecidedTie): readonly (readonly T[])[] {
  return levels.map((level) => items.filter(({ key }) => level.includes(key)));
}

/** Of those who are ranked, best first. */
export function groupTies<T extends Placeable>(
  sorted: readonly T[],
  ties: readonly DecidedTie[],
): readonly EqualTotals<T>[] {
  let place = 1;
  const levelOf = (tied: readonly T[]): Level<T> => {
    const toss = decisionAbout(ties, 'CT', tied);
    const from = place;
    place += tied.length;
    return { from, to: place - 1, toss, items: toss ? inOrder(tied, toss).flat() : tied };
  };
  const ranked = sorted.filter(({ unranked }) => unranked === 0);
  return runs(ranked, (a, b) => a.total === b.total).map((equal) => {
    const from = place;
    const shootOff = decisionAbout(ties, 'SO', equal);
    const tied = shootOff ? inOrder(equal, shootOff) : runs(equal, (a, b) => compareScores(a, b) === 0);
    return { shootOff, levels: tied.map(levelOf), from, to: place - 1 };
  });
}

/** In their order; `sorted` is as the scores alone have it, those without a rank at its end. */
export function rankDecided<T extends Placeable>(
  sorted: readonly T[],
  ties: readonly DecidedTie[],
): readonly DecidedRow<T>[] {
  const rows: DecidedRow<T>[] = [];
  for (const group of groupTies(sorted, ties)) {
    const byScore = group.shootOff ? placesByScore(group) : undefined;
    for (const { from, toss, items } of group.levels) {
      const decidedBy = toss?.reason ?? group.shootOff?.reason;
      for (const [index, item] of items.entries()) {
        rows.push({ item, rank: toss ? from + index : from, rankByScore: byScore?.get(item) ?? from, decidedBy });
      }
    }
  }
  for (const item of sorted.slice(rows.length)) rows.push({ item, rank: 0, rankByScore: 0, decidedBy: undefined });
  return rows;
}

function placesByScore<T extends Placeable>({ from, levels }: EqualTotals<T>): ReadonlyMap<T, number> {
  const places = rank(levels.flatMap(({ items }) => items));
  return new Map(places.map((each) => [each.item, from - 1 + each.rank]));
}
