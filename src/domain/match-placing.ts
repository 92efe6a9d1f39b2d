// Places after the matches: those that matches decide, and those of the losers who shoot no further. No command uses it yet.
// Source: RULES 1.8, where two practices stand side by side [?]: so it is an option.
import type { Bracket } from './bracket.ts';
import { type BracketResults, type BracketState, playBracket } from './bracket-play.ts';
import type { LoserPlacing } from './draw.ts';

/** What a loser shot in the lost match. Nobody shot: all 0. */
export interface LostMatch {
  /** Set points in the set system; in the cumulative system the total once more. */
  readonly points: number;
  readonly total: number;
  readonly arrows: number;
  readonly shootOffTotal: number;
  readonly shootOffArrows: number;
}

export interface Placed {
  readonly place: number;
  readonly seed: number;
}

const nothingShot: LostMatch = { points: 0, total: 0, arrows: 0, shootOffTotal: 0, shootOffArrows: 0 };

/** Fractions compared as whole numbers; without arrows the average is 0. Negative when the first is the higher. */
function compareAverages(total: number, arrows: number, otherTotal: number, otherArrows: number): number {
  return otherTotal * Math.max(arrows, 1) - total * Math.max(otherArrows, 1);
}

/** Negative when `x` is placed before `y`, 0 when they share. `level` 3 is the quarter-final. */
export function compareLosers(x: LostMatch, y: LostMatch, level: number, rule: LoserPlacing): number {
  if (rule === 'byPhase') return level === 3 ? y.points - x.points || y.total - x.total : 0;
  return (
    compareAverages(x.total, x.arrows, y.total, y.arrows) ||
    compareAverages(x.shootOffTotal, x.shootOffArrows, y.shootOffTotal, y.shootOffArrows)
  );
}

/** Losers of one phase in their places, from the first place that is theirs; equal ones share it. */
export function placeLosers(
  seeds: readonly number[],
  from: number,
  compare: (x: number, y: number) => number,
): readonly Placed[] {
  const sorted = seeds.toSorted(compare);
  const placed: Placed[] = [];
  for (const [index, seed] of sorted.entries()) {
    const before = placed.at(-1);
    const shares = before !== undefined && compare(before.seed, seed) === 0;
    placed.push({ place: shares ? before.place : from + index, seed });
  }
  return placed;
}

function seedsOf(...occupants: readonly (number | string)[]): readonly number[] {
  return occupants.filter((occupant) => typeof occupant === 'number');
}

/** Phases in which losers shoot no further, by level and best place. */
function lastPhases(bracket: Bracket, states: readonly BracketState[]): readonly (readonly BracketState[])[] {
  const open = states.filter(
    ({ match }) => match.level > 1 && match.topPlace + 2 ** match.level - 1 > bracket.placesShot,
  );
  return [...Map.groupBy(open, ({ match }) => `${match.level} ${match.topPlace}`).values()];
}

/**
 * The places known so far, best first. `lostMatch` says what a seed shot in the match it lost. Two sides that both stayed away share the
 * last place of their part of the chart [M].
 */
export function placesOf(
  bracket: Bracket,
  results: BracketResults,
  lostMatch: (seed: number, state: BracketState) => LostMatch | undefined,
  rule: LoserPlacing = 'byPhase',
): readonly Placed[] {
  const states = [...playBracket(bracket, results).values()];
  const placed: Placed[] = [];
  for (const { match, a, b, winner, loser } of states) {
    if (results.get(match.id) === 'none')
      placed.push(...seedsOf(a, b).map((seed) => ({ place: match.topPlace + 2 ** match.level - 1, seed })));
    if (match.level > 1) continue;
    placed.push(...seedsOf(winner).map((seed) => ({ place: match.topPlace, seed })));
    placed.push(...seedsOf(loser).map((seed) => ({ place: match.topPlace + 1, seed })));
  }
  for (const phase of lastPhases(bracket, states)) {
    const level = phase[0]?.match.level ?? 0;
    // A phase that is still being shot places nobody: the losers to come may pass those who have lost.
    if (phase.some(({ loser }) => loser === 'pending')) continue;
    const lost = new Map<number, LostMatch>();
    for (const state of phase)
      for (const seed of seedsOf(state.loser)) lost.set(seed, lostMatch(seed, state) ?? nothingShot);
    const compare = (x: number, y: number) =>
      compareLosers(lost.get(x) ?? nothingShot, lost.get(y) ?? nothingShot, level, rule);
    placed.push(...placeLosers([...lost.keys()], 2 ** (level - 1) + 1, compare));
  }
  return placed.toSorted((x, y) => x.place - y.place || x.seed - y.seed);
}
