// Places after the matches: those that matches decide, and those of the losers who shoot no further. Sources: RULES 1.8, where two
// practices for losers stand side by side [?]: so it is an option; double elimination, round robin and pools go by the same idea [?].

import type { Side } from '../match/match.ts';
import { lowerRounds } from './double-elimination.ts';
import type { DrawMatch, LoserPlacing } from './draw.ts';
import { type DrawResults, type DrawState, type Occupant, playDraw, poolTables } from './draw-play.ts';
import type { DrawResult } from './draw-result.ts';

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

interface ToPlace {
  readonly matches: readonly DrawMatch[];
  readonly seeds: number;
  readonly results: DrawResults;
  readonly rule: LoserPlacing;
}

const nothingShot: LostMatch = { points: 0, total: 0, arrows: 0, shootOffTotal: 0, shootOffArrows: 0 };

export function shotBy(side: Side, result: DrawResult): LostMatch {
  const { points, totals, arrows, shootOffTotals, shootOffArrows } = result;
  return {
    points: points[side],
    total: totals[side],
    arrows: arrows[side],
    shootOffTotal: shootOffTotals[side],
    shootOffArrows: shootOffArrows[side],
  };
}

/** Fractions compared as whole numbers; without arrows the average is 0. Negative when the first is the higher. */
function compareAverages(total: number, arrows: number, otherTotal: number, otherArrows: number): number {
  return otherTotal * Math.max(arrows, 1) - total * Math.max(otherArrows, 1);
}

/**
 * Negative when `x` is placed before `y`, 0 when they share. `from` is the best place that these losers can have: quarter-final losers
 * from 5th. Where the match for bronze is not shot, both losers of the semi-finals are third: an average gives no medal [?].
 */
export function compareLosers(x: LostMatch, y: LostMatch, from: number, rule: LoserPlacing): number {
  if (from < 5) return 0;
  if (rule === 'byPhase') return from <= 8 ? y.points - x.points || y.total - x.total : 0;
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

function seedsOf(...occupants: readonly Occupant[]): readonly number[] {
  return occupants.filter((occupant) => typeof occupant === 'number');
}

/** Neither came: nobody goes on, and nobody has lost to anybody. They share the last place of their part of the draw [M]. */
function stayedAway({ kind, winner }: DrawState): boolean {
  return kind === 'match' && winner === 'nobody';
}

function absentees(states: readonly DrawState[], lastPlace: (match: DrawMatch) => number): readonly Placed[] {
  return states
    .filter(stayedAway)
    .flatMap(({ match, a, b }) => seedsOf(a, b).map((seed) => ({ place: lastPlace(match), seed })));
}

/** The places of a match that ends its part of the draw. */
function placeBoth({ winner, loser }: DrawState, topPlace: number): readonly Placed[] {
  return [
    ...seedsOf(winner).map((seed) => ({ place: topPlace, seed })),
    ...seedsOf(loser).map((seed) => ({ place: topPlace + 1, seed })),
  ];
}

/** Those out after a phase. While it is being shot it places nobody: the losers to come may pass those who have lost. */
function placePhase(
  states: readonly DrawState[],
  from: number,
  results: DrawResults,
  rule: LoserPlacing,
): readonly Placed[] {
  if (states.some(({ loser }) => loser === 'pending')) return [];
  const lost = new Map<number, LostMatch>();
  for (const { match, a, loser } of states) {
    const result = results.get(match.id);
    for (const seed of seedsOf(loser)) lost.set(seed, result ? shotBy(seed === a ? 'a' : 'b', result) : nothingShot);
  }
  const of = (seed: number) => lost.get(seed) ?? nothingShot;
  return placeLosers([...lost.keys()], from, (x, y) => compareLosers(of(x), of(y), from, rule));
}

/** A chart may be drawn for more than are in it, so that matches stay empty: what it gives places for, whatever the results are. */
function seatsOf(matches: readonly DrawMatch[], seeds: number) {
  const blank = [...playDraw(matches, seeds, new Map()).values()].filter(({ match }) => match.section === 'bracket');
  const inMatch = ({ kind }: DrawState) => (kind === 'empty' ? 0 : kind === 'bye' ? 1 : 2);
  return {
    /** How many go on from a level of the chart itself: one of each match in which somebody can stand. */
    goingOn: (level: number) =>
      blank.filter(({ match, kind }) => match.level === level && match.topPlace === 1 && kind !== 'empty').length,
    /** The place for which a last match is shot: after all who can stand in those for better places. */
    topPlace: ({ topPlace }: DrawMatch) =>
      blank
        .filter(({ match }) => match.level === 1 && match.topPlace < topPlace)
        .reduce((place, state) => place + inMatch(state), 1),
  };
}

function placeBracket({ matches, seeds, results, rule }: ToPlace, states: readonly DrawState[]): readonly Placed[] {
  const ofLevel = Map.groupBy(states, ({ match }) => match.level);
  const deciders = ofLevel.get(1) ?? [];
  const placesShot = Math.max(...deciders.map(({ match }) => match.topPlace + 1));
  const last = [...ofLevel].filter(([level]) => level > 1 && 2 ** level > placesShot);
  const seats = seatsOf(matches, seeds);
  return [
    ...deciders.flatMap((state) => placeBoth(state, seats.topPlace(state.match))),
    ...last.flatMap(([level, phase]) => placePhase(phase, seats.goingOn(level) + 1, results, rule)),
    ...absentees(states, ({ level, topPlace }) => Math.min(topPlace + 2 ** level - 1, seeds)),
  ];
}

/** The best place of the losers of a round of the lower chart: those of the last one are third. */
function firstPlaceOfLower(lower: readonly DrawState[], round: number): number {
  return 3 + lower.filter(({ match }) => match.level > round).length;
}

function placeDouble({ results, rule }: ToPlace, states: readonly DrawState[]): readonly Placed[] {
  const lower = states.filter(({ match }) => match.section === 'lower');
  const rounds = [...Map.groupBy(lower, ({ match }) => match.level)];
  const decider = states.filter(({ match, kind }) => match.section === 'final' && kind !== 'notNeeded').at(-1);
  // Who stays away in the upper chart would have come down to this round of the lower one; from the first of all, to its first.
  const roundBelow = ({ section, level }: DrawMatch) => (section === 'lower' ? level : lowerRounds(level));
  const lastPlace = (match: DrawMatch) =>
    match.section === 'final' || lower.length === 0 ? 2 : firstPlaceOfLower(lower, roundBelow(match) - 1) - 1;
  return [
    ...(decider ? placeBoth(decider, 1) : []),
    ...rounds.flatMap(([round, phase]) => placePhase(phase, firstPlaceOfLower(lower, round), results, rule)),
    ...absentees(states, lastPlace),
  ];
}

/** Those who do not go on to a bracket, once all pools are shot: the thirds of all pools share a place, the fourths share the next. */
function placePools({ matches, seeds, results }: ToPlace, states: readonly DrawState[]): readonly Placed[] {
  if (states.some(({ match, winner }) => match.section === 'pool' && winner === 'pending')) return [];
  const goingOn = new Set(
    states
      .flatMap(({ match: { a, b } }) => [a, b])
      .map((source) => (source.from === 'pool' ? `${source.pool}${source.place}` : '')),
  );
  const tables = poolTables(matches, seeds, results);
  const others = [...tables].flatMap(([pool, rows]) => rows.filter(({ place }) => !goingOn.has(`${pool}${place}`)));
  const inBracket = [...tables.values()].flat().length - others.length;
  return placeLosers(
    others.map(({ seed }) => seed),
    inBracket + 1,
    (x, y) => placeIn(others, x) - placeIn(others, y),
  );
}

function placeIn(rows: readonly Placed[], wanted: number): number {
  return rows.find(({ seed }) => seed === wanted)?.place ?? 0;
}

/** The places known so far, best first, of the competitors in a draw. */
export function placesOf(
  matches: readonly DrawMatch[],
  seeds: number,
  results: DrawResults,
  rule: LoserPlacing,
): readonly Placed[] {
  const toPlace = { matches, seeds, results, rule };
  const states = [...playDraw(matches, seeds, results).values()];
  const bracket = states.filter(({ match }) => match.section === 'bracket');
  const has = (section: DrawMatch['section']) => states.some(({ match }) => match.section === section);
  const placed = [
    ...(has('bracket') ? placeBracket(toPlace, bracket) : []),
    ...(has('final') ? placeDouble(toPlace, states) : []),
    ...(has('pool') ? placePools(toPlace, states) : []),
  ];
  return placed.toSorted((x, y) => x.place - y.place || x.seed - y.seed);
}

/** The best place that each can still come to: what those without a place are listed by. The lost semi-final leaves the third. */
export function bestPlacesLeft(
  matches: readonly DrawMatch[],
  seeds: number,
  results: DrawResults,
): ReadonlyMap<number, number> {
  const states = [...playDraw(matches, seeds, results).values()];
  const lower = states.filter(({ match }) => match.section === 'lower');
  const best = new Map<number, number>();
  for (const { match, a, b, loser } of states) {
    for (const seed of seedsOf(a, b)) best.set(seed, match.topPlace);
    for (const seed of seedsOf(loser)) {
      if (match.section === 'bracket') best.set(seed, match.topPlace + 2 ** (match.level - 1));
      if (match.section === 'lower') best.set(seed, firstPlaceOfLower(lower, match.level));
    }
  }
  return best;
}
