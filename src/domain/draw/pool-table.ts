// The table of a pool, or of a round robin: who won most. No rule book seen here has the order of ties in a pool [?], so it is data with
// a usual order, and the seed decides what nothing else does.

import type { Side } from '../match/match.ts';
import type { DrawResult } from './draw-result.ts';

/** A match of the pool that is over. Seeds may be those of the pool only. */
export interface PoolResult {
  readonly a: number;
  readonly b: number;
  readonly result: DrawResult;
}

export interface PoolRow {
  readonly seed: number;
  readonly place: number;
  readonly matches: number;
  readonly won: number;
  /** Set points for and against; totals in the cumulative system. */
  readonly pointsFor: number;
  readonly pointsAgainst: number;
  readonly total: number;
  readonly arrows: number;
}

/** `difference` of set points (or totals) for and against; `direct`: the matches of those who are still level, among themselves. */
export type PoolCriterion = 'won' | 'difference' | 'total' | 'average' | 'direct';

export const usualPoolOrder: readonly PoolCriterion[] = ['won', 'difference', 'total', 'average', 'direct'];

type Row = Omit<PoolRow, 'place'>;

function winnerOf({ a, b, result }: PoolResult): number | undefined {
  if (result.winner === 'none') return undefined;
  return result.winner === 'a' ? a : b;
}

function rowOf(seed: number, results: readonly PoolResult[]): Row {
  let row: Row = { seed, matches: 0, won: 0, pointsFor: 0, pointsAgainst: 0, total: 0, arrows: 0 };
  for (const each of results) {
    if (each.a !== seed && each.b !== seed) continue;
    const [own, other]: readonly Side[] = each.a === seed ? ['a', 'b'] : ['b', 'a'];
    const { points, totals, arrows } = each.result;
    row = {
      seed,
      matches: row.matches + 1,
      won: row.won + (winnerOf(each) === seed ? 1 : 0),
      pointsFor: row.pointsFor + points[own ?? 'a'],
      pointsAgainst: row.pointsAgainst + points[other ?? 'b'],
      total: row.total + totals[own ?? 'a'],
      arrows: row.arrows + arrows[own ?? 'a'],
    };
  }
  return row;
}

/** Negative when `x` stands before `y`. Averages are compared as whole numbers; without arrows the average is 0. */
function compareRows(x: Row, y: Row, criterion: Exclude<PoolCriterion, 'direct'>): number {
  switch (criterion) {
    case 'won':
      return y.won - x.won;
    case 'difference':
      return y.pointsFor - y.pointsAgainst - (x.pointsFor - x.pointsAgainst);
    case 'total':
      return y.total - x.total;
    case 'average':
      return y.total * Math.max(x.arrows, 1) - x.total * Math.max(y.arrows, 1);
  }
}

/** Those who are level, one criterion after the other; what is level to the end goes by the seed. */
function inOrder(
  rows: readonly Row[],
  results: readonly PoolResult[],
  [criterion, ...others]: readonly PoolCriterion[],
): readonly Row[] {
  if (rows.length < 2) return rows;
  if (!criterion) return rows.toSorted((x, y) => x.seed - y.seed);
  const level = new Set(rows.map(({ seed }) => seed));
  const among = results.filter(({ a, b }) => level.has(a) && level.has(b));
  const wins = (row: Row) => among.filter((each) => winnerOf(each) === row.seed).length;
  const compare = (x: Row, y: Row) => (criterion === 'direct' ? wins(y) - wins(x) : compareRows(x, y, criterion));
  const groups: Row[][] = [];
  for (const row of rows.toSorted(compare)) {
    const group = groups.at(-1);
    if (group?.[0] && compare(group[0], row) === 0) group.push(row);
    else groups.push([row]);
  }
  return groups.flatMap((group) => inOrder(group, results, others));
}

/** Best first, as the results stand. */
export function poolTable(
  seeds: readonly number[],
  results: readonly PoolResult[],
  order: readonly PoolCriterion[] = usualPoolOrder,
): readonly PoolRow[] {
  return inOrder(
    seeds.map((seed) => rowOf(seed, results)),
    results,
    order,
  ).map((row, index) => ({ ...row, place: index + 1 }));
}
