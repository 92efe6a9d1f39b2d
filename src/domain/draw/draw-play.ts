// A draw as it goes on: who stands in which match by the results so far, the tables of its pools, and when another result comes
// too late. Source: RULES 1.8; issue 3, point 6.
import type { DrawMatch, DrawSource } from './draw.ts';
import type { DrawResult } from './draw-result.ts';
import { type PoolResult, type PoolRow, poolTable } from './pool-table.ts';

/** By match id. Results of matches whose sides are not known (any more) count nothing. */
export type DrawResults = ReadonlyMap<string, DrawResult>;

/** A seed; nobody at all; or not known yet. */
export type Occupant = number | 'nobody' | 'pending';

export interface DrawState {
  readonly match: DrawMatch;
  readonly a: Occupant;
  readonly b: Occupant;
  readonly winner: Occupant;
  readonly loser: Occupant;
  /** Bye: one side has nobody against it. Empty: nobody on either side. `notNeeded`: a second final that is not shot. */
  readonly kind: 'match' | 'bye' | 'empty' | 'notNeeded';
}

export type DrawStates = ReadonlyMap<string, DrawState>;

type Outcome = Pick<DrawState, 'winner' | 'loser' | 'kind'>;

const notNeeded = { a: 'nobody', b: 'nobody', winner: 'nobody', loser: 'nobody', kind: 'notNeeded' } as const;

/** Every match with its sides, in the order of the draw. Seeds beyond `seeds` are nobody. */
export function playDraw(matches: readonly DrawMatch[], seeds: number, results: DrawResults): DrawStates {
  const states = new Map<string, DrawState>();
  const goingOn = new Map<string, readonly PoolRow[] | undefined>();
  const fromPool = (pool: string, place: number): Occupant => {
    if (!goingOn.has(pool)) goingOn.set(pool, decidedTable(poolStates(states, pool), results));
    const table = goingOn.get(pool);
    return table ? (table[place - 1]?.seed ?? 'nobody') : 'pending';
  };
  const occupantOf = (source: DrawSource): Occupant => {
    switch (source.from) {
      case 'seed':
        return source.seed <= seeds ? source.seed : 'nobody';
      case 'nobody':
        return 'nobody';
      case 'pool':
        return fromPool(source.pool, source.place);
      default:
        return states.get(source.match)?.[source.from] ?? 'pending';
    }
  };
  for (const match of matches) {
    const first = match.onlyIfBWon === undefined ? undefined : states.get(match.onlyIfBWon);
    const [a, b] = [occupantOf(match.a), occupantOf(match.b)];
    if (first && isDecidedForA(first)) states.set(match.id, { match, ...notNeeded });
    else states.set(match.id, { match, a, b, ...outcome(a, b, results.get(match.id)) });
  }
  return states;
}

/** No second match follows: `a` won, or one of them had nobody to lose to. */
function isDecidedForA({ kind, winner, b }: DrawState): boolean {
  return kind !== 'match' || (winner !== 'pending' && winner !== b);
}

function outcome(a: Occupant, b: Occupant, result: DrawResult | undefined): Outcome {
  if (a === 'nobody' && b === 'nobody') return { winner: 'nobody', loser: 'nobody', kind: 'empty' };
  if (b === 'nobody') return { winner: a, loser: 'nobody', kind: 'bye' };
  if (a === 'nobody') return { winner: b, loser: 'nobody', kind: 'bye' };
  if (a === 'pending' || b === 'pending' || !result) return { winner: 'pending', loser: 'pending', kind: 'match' };
  if (result.winner === 'none') return { winner: 'nobody', loser: 'nobody', kind: 'match' };
  return result.winner === 'a' ? { winner: a, loser: b, kind: 'match' } : { winner: b, loser: a, kind: 'match' };
}

function poolStates(states: DrawStates, pool: string): readonly DrawState[] {
  return [...states.values()].filter(({ match }) => match.pool === pool);
}

function tableOf(states: readonly DrawState[], results: DrawResults): readonly PoolRow[] {
  const seeds = new Set(states.flatMap(({ a, b }) => [a, b]).filter((occupant) => typeof occupant === 'number'));
  const over = states.flatMap(({ match, a, b }): readonly PoolResult[] => {
    const result = results.get(match.id);
    return result && typeof a === 'number' && typeof b === 'number' ? [{ a, b, result }] : [];
  });
  return poolTable([...seeds], over);
}

/** Undefined while a match of the pool is open. */
function decidedTable(states: readonly DrawState[], results: DrawResults): readonly PoolRow[] | undefined {
  return states.every(({ winner }) => winner !== 'pending') ? tableOf(states, results) : undefined;
}

/** By pool: its table as it stands. A round robin is the one pool `A`; empty for a draw without pools. */
export function poolTables(
  matches: readonly DrawMatch[],
  seeds: number,
  results: DrawResults,
): ReadonlyMap<string, readonly PoolRow[]> {
  const states = [...playDraw(matches, seeds, results).values()].filter(({ match }) => match.pool !== undefined);
  const pools = Map.groupBy(states, ({ match }) => match.pool ?? '');
  return new Map([...pools].map(([pool, ofPool]) => [pool, tableOf(ofPool, results)]));
}

/**
 * The first match that has begun and in which somebody else would stand if this one came out so (undefined: were open again), through
 * byes, forfeits and pool tables too. `started` are the matches in which an arrow is scored or a side was said not to be there.
 */
export function startedAfter(
  matches: readonly DrawMatch[],
  seeds: number,
  results: DrawResults,
  started: ReadonlySet<string>,
  id: string,
  result: DrawResult | undefined,
): string | undefined {
  const changed = new Map(results);
  if (result) changed.set(id, result);
  else changed.delete(id);
  const after = playDraw(matches, seeds, changed);
  for (const [later, { a, b }] of playDraw(matches, seeds, results)) {
    const then = after.get(later);
    if (started.has(later) && (then?.a !== a || then.b !== b)) return later;
  }
  return undefined;
}
