// A bracket as it goes on: who stands in which match by the results so far, and when a result or a changed seeding comes too late.
// No command uses it yet. Source: RULES 1.8; issue 3, point 6.
import type { Bracket, BracketMatch, BracketMatchId, Source } from './bracket.ts';
import type { Side } from './match.ts';
import type { Rejection } from './rejections.ts';

/** The side that won; `none` when neither came: then nobody goes on. */
export type BracketResult = Side | 'none';
export type BracketResults = ReadonlyMap<BracketMatchId, BracketResult>;

/** A seed; nobody at all; or not known yet. */
export type Occupant = number | 'nobody' | 'pending';

export interface BracketState {
  readonly match: BracketMatch;
  readonly a: Occupant;
  readonly b: Occupant;
  readonly winner: Occupant;
  readonly loser: Occupant;
  /** Bye: one side has nobody against it and goes on without an arrow. Empty: nobody on either side. */
  readonly kind: 'match' | 'bye' | 'empty';
}

export type BracketRejection = Extract<
  Rejection,
  {
    readonly code: 'unknownMatch' | 'sidesNotKnown' | 'byeNeedsNoResult' | 'laterMatchStarted' | 'seedHasStarted';
  }
>;

/** Every match with its sides, in the order of the bracket. */
export function playBracket(bracket: Bracket, results: BracketResults): ReadonlyMap<BracketMatchId, BracketState> {
  const states = new Map<BracketMatchId, BracketState>();
  const occupantOf = (source: Source): Occupant => {
    if (source.from === 'seed') return source.seed;
    if (source.from === 'nobody') return 'nobody';
    return states.get(source.match)?.[source.from] ?? 'pending';
  };
  for (const match of bracket.matches) {
    const [a, b] = [occupantOf(match.a), occupantOf(match.b)];
    states.set(match.id, { match, a, b, ...outcome(a, b, results.get(match.id)) });
  }
  return states;
}

function outcome(
  a: Occupant,
  b: Occupant,
  result: BracketResult | undefined,
): Pick<BracketState, 'winner' | 'loser' | 'kind'> {
  if (a === 'nobody' && b === 'nobody') return { winner: 'nobody', loser: 'nobody', kind: 'empty' };
  if (b === 'nobody') return { winner: a, loser: 'nobody', kind: 'bye' };
  if (a === 'nobody') return { winner: b, loser: 'nobody', kind: 'bye' };
  if (a === 'pending' || b === 'pending' || !result) return { winner: 'pending', loser: 'pending', kind: 'match' };
  if (result === 'none') return { winner: 'nobody', loser: 'nobody', kind: 'match' };
  return result === 'a' ? { winner: a, loser: b, kind: 'match' } : { winner: b, loser: a, kind: 'match' };
}

/** Matches that take the winner or the loser of this one. */
function matchesAfter(bracket: Bracket, id: BracketMatchId): readonly BracketMatch[] {
  const takes = (source: Source) => 'match' in source && source.match === id;
  return bracket.matches.filter(({ a, b }) => takes(a) || takes(b));
}

/** The first match that an archer of this one went on to and that has begun, beyond byes and forfeits too. */
function startedAfter(
  bracket: Bracket,
  started: ReadonlySet<BracketMatchId>,
  id: BracketMatchId,
): BracketMatchId | undefined {
  for (const later of matchesAfter(bracket, id)) {
    if (started.has(later.id)) return later.id;
    const beyond = startedAfter(bracket, started, later.id);
    if (beyond) return beyond;
  }
  return undefined;
}

/**
 * Why a result cannot be entered or changed: its sides are not known, it is a bye, or a match that follows from it has begun.
 * Undefined when it can. `started` are the matches in which an arrow is scored.
 */
export function whyNoResult(
  bracket: Bracket,
  results: BracketResults,
  started: ReadonlySet<BracketMatchId>,
  id: BracketMatchId,
  result: BracketResult,
): BracketRejection | undefined {
  const states = playBracket(bracket, results);
  const state = states.get(id);
  if (!state) return { code: 'unknownMatch', match: id };
  if (state.kind !== 'match') return { code: 'byeNeedsNoResult', match: id };
  if (state.a === 'pending' || state.b === 'pending') return { code: 'sidesNotKnown', match: id };
  if (results.get(id) === result) return undefined;
  const later = startedAfter(bracket, started, id);
  return later ? { code: 'laterMatchStarted', match: id, later } : undefined;
}

/**
 * Why the seeding cannot change, seed by seed, after a corrected qualification score: each seed that would be somebody else's and whose
 * match has begun. Empty when the bracket can go on with the new seeding. Entries stand in the order of their seeds.
 */
export function whyNoReseeding<T>(
  bracket: Bracket,
  results: BracketResults,
  started: ReadonlySet<BracketMatchId>,
  before: readonly T[],
  after: readonly T[],
): readonly BracketRejection[] {
  const states = [...playBracket(bracket, results).values()];
  const rejections: BracketRejection[] = [];
  for (let seed = 1; seed <= bracket.qualifiers; seed += 1) {
    if (before[seed - 1] === after[seed - 1]) continue;
    const begun = states.find(({ match, a, b }) => (a === seed || b === seed) && started.has(match.id));
    if (begun) rejections.push({ code: 'seedHasStarted', seed, match: begun.match.id });
  }
  return rejections;
}
