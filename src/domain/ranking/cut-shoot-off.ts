// A shoot-off for the cut (WA Book 3, 12.5.2.2; RULES 1.6): one arrow each (teams one by each archer), equal points by the distance from
// the centre, still equal is shot again. Whoever did not come is behind everybody who shot.

import type { Elimination, EventSetup, ShootOffRound, ShootOffShot, TieDecision } from '../event/event.ts';
import { type Face, pointsOf } from '../rounds/faces.ts';
import { faceOf } from '../rounds/rounds.ts';
import type { DecidedTie } from './decided-ranking.ts';

/** What can be wrong with a round: why a `shootOffWrong` is refused. */
export const shootOffFaults = [
  /** Nobody shot at all: no round. */
  'noShots',
  'twice',
  /** The first round is shot by all who are tied, a later one by all who are still level, of one place or of several. */
  'notTheTied',
  'arrowCount',
  'valueNotOnFace',
  /** Whole millimetres, the nearest first, no more than arrows that hit. */
  'distances',
] as const;
export type ShootOffFault = (typeof shootOffFaults)[number];

type Points = (value: ShootOffShot['arrows'][number]) => number;
type Levels = readonly (readonly string[])[];

/** Negative when `a` is nearer by the first `count` distances. */
function compareDistances(a: ShootOffShot, b: ShootOffShot, count: number): number {
  for (let index = 0; index < count; index += 1) {
    const difference = (a.distancesMm[index] ?? 0) - (b.distancesMm[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function pointsOfShot({ arrows }: ShootOffShot, points: Points): number {
  return arrows.length === 0 ? -1 : arrows.reduce((sum, arrow) => sum + points(arrow), 0);
}

/** Of equal points; as many distances count as were measured of everybody. All missed, or nothing measured: level. */
function byDistance(shots: readonly ShootOffShot[]): Levels {
  const measured = Math.min(...shots.map(({ distancesMm }) => distancesMm.length));
  const levels: ShootOffShot[][] = [];
  for (const shot of [...shots].sort((a, b) => compareDistances(a, b, measured))) {
    const level = levels.at(-1);
    const [first] = level ?? [];
    if (level && first && compareDistances(first, shot, measured) === 0) level.push(shot);
    else levels.push([shot]);
  }
  return levels.map((level) => level.map(({ key }) => key));
}

function splitLevel(level: readonly string[], round: ShootOffRound, points: Points): Levels {
  const shots = level.map((key) => round.find((shot) => shot.key === key) ?? { key, arrows: [], distancesMm: [] });
  const scores = [...new Set(shots.map((shot) => pointsOfShot(shot, points)))].sort((a, b) => b - a);
  return scores.flatMap((score) => byDistance(shots.filter((shot) => pointsOfShot(shot, points) === score)));
}

/** Competitors in their order, those still level together: `[['3'], ['7', '8']]`. */
export function orderOfShootOff(rounds: readonly ShootOffRound[], points: Points): Levels {
  let levels: Levels = rounds[0] ? [rounds[0].map(({ key }) => key)] : [];
  for (const round of rounds) levels = afterRound(levels, round, points);
  return levels;
}

function afterRound(levels: Levels, round: ShootOffRound, points: Points): Levels {
  const shooting = new Set(round.map(({ key }) => key));
  return levels.flatMap((level) =>
    level.length > 1 && level.some((key) => shooting.has(key)) ? splitLevel(level, round, points) : [level],
  );
}

/** What a shoot-off is shot with: arrows a competitor, and on what. */
export interface ShootOffRules {
  readonly arrows: number;
  readonly face: Face;
}

/** Undefined for an event without elimination, or on a face that nobody knows. */
export function shootOffRulesOf({ contest, elimination }: EventSetup): ShootOffRules | undefined {
  const face = elimination && faceOf(elimination);
  if (!face) return undefined;
  const arrows = contest.kind === 'individual' ? 1 : contest.parts.reduce((sum, part) => sum + part.archers, 0);
  return { arrows, face };
}

function faultOfShot({ arrows, distancesMm }: ShootOffShot, rules: ShootOffRules): ShootOffFault | undefined {
  if (arrows.length !== 0 && arrows.length !== rules.arrows) return 'arrowCount';
  if (arrows.some((arrow) => pointsOf(rules.face, arrow) === undefined)) return 'valueNotOnFace';
  const hits = arrows.filter((arrow) => arrow !== 'M').length;
  const isOrdered = distancesMm.every((distance, index) => distance >= (distancesMm[index - 1] ?? 0));
  if (distancesMm.length > hits || !distancesMm.every(Number.isInteger) || !isOrdered) return 'distances';
  return undefined;
}

function faultOfRound(levels: Levels, round: ShootOffRound, rules: ShootOffRules): ShootOffFault | undefined {
  if (!round.some(({ arrows }) => arrows.length > 0)) return 'noShots';
  const keys = new Set(round.map(({ key }) => key));
  if (keys.size !== round.length) return 'twice';
  const shooting = levels.filter((level) => level.length > 1 && level.every((key) => keys.has(key)));
  if (shooting.flat().length !== keys.size) return 'notTheTied';
  for (const shot of round) {
    const fault = faultOfShot(shot, rules);
    if (fault) return fault;
  }
  return undefined;
}

/** The first fault of a shoot-off of those tied, with its round from 1; undefined where there is none. */
export function faultOfShootOff(
  tied: readonly string[],
  rounds: readonly ShootOffRound[],
  rules: ShootOffRules,
): { readonly round: number; readonly why: ShootOffFault } | undefined {
  if (rounds.length === 0) return { round: 1, why: 'noShots' };
  let levels: Levels = [tied];
  for (const [index, round] of rounds.entries()) {
    const why = faultOfRound(levels, round, rules);
    if (why) return { round: index + 1, why };
    levels = afterRound(levels, round, (value) => pointsOf(rules.face, value) ?? 0);
  }
  return undefined;
}

/** A decision with those whom it leaves level together. Without its rounds (an old file may have none) the order is all there is. */
export function decidedTieOf(
  { reason, order, shootOff }: TieDecision,
  elimination: Elimination | undefined,
): DecidedTie {
  const face = elimination && faceOf(elimination);
  const levels = orderOfShootOff(shootOff, (value) => (face && pointsOf(face, value)) ?? 0);
  const isWhole =
    levels.flat().length === order.length && order.every((key) => levels.some((level) => level.includes(key)));
  return { reason, levels: isWhole ? levels : order.map((key) => [key]) };
}
