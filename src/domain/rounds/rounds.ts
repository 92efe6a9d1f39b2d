// Every round by its id, and what is asked of a round. Ends are numbered through the whole round from 1, so that a command names its
// end without knowing the distance. The rounds themselves are data, by body, in rounds/. An id, once used in a journal, stays for ever.
import type { ArrowValue } from '../arrow-value.ts';
import { archeryAustraliaRounds } from './archery-australia.ts';
import { archeryGbRounds } from './archery-gb.ts';
import { type Face, findFace, pointsOf } from './faces.ts';
import type { Distance, Round } from './round.ts';
import { practiceRounds, schoolRounds } from './school.ts';
import { usaIfaaRounds } from './usa-ifaa.ts';
import { waCourseRounds } from './wa-field-3d.ts';
import { waIndoorRounds } from './wa-indoor.ts';
import { waOutdoorRounds } from './wa-outdoor.ts';

export type { Discipline, Distance, Round } from './round.ts';

export const rounds: readonly Round[] = [
  ...waOutdoorRounds,
  ...waIndoorRounds,
  ...waCourseRounds,
  ...schoolRounds,
  ...archeryGbRounds,
  ...usaIfaaRounds,
  ...archeryAustraliaRounds,
  ...practiceRounds,
];

const roundsById: ReadonlyMap<string, Round> = new Map(rounds.map((each) => [each.id, each]));

export function findRound(id: string): Round | undefined {
  return roundsById.get(id);
}

export function countEnds(round: Round): number {
  return round.distances.reduce((sum, distance) => sum + distance.ends, 0);
}

export function countArrows(round: Round): number {
  return round.distances.reduce((sum, distance) => sum + distance.ends * distance.arrowsPerEnd, 0);
}

/** The distance at which an end (from 1) is shot; undefined where the round has no such end. */
export function distanceOfEnd(round: Round, end: number): Distance | undefined {
  if (!Number.isInteger(end) || end < 1) return undefined;
  let last = 0;
  for (const distance of round.distances) {
    last += distance.ends;
    if (end <= last) return distance;
  }
  return undefined;
}

/** Undefined where neither the distance brings its face nor the catalogue has it. */
export function faceOf({ face, faceId }: Pick<Distance, 'face' | 'faceId'>): Face | undefined {
  return face ?? findFace(faceId);
}

export function faceOfEnd(round: Round, end: number): Face | undefined {
  const distance = distanceOfEnd(round, end);
  return distance && faceOf(distance);
}

/** Points of an arrow at a distance; undefined where its face has no such value. */
export function pointsAt(distance: Pick<Distance, 'face' | 'faceId'>, value: ArrowValue): number | undefined {
  const face = faceOf(distance);
  return face && pointsOf(face, value);
}

/** Points of a round in which every arrow is the best that its face has. */
export function maximumScore(round: Round): number {
  return round.distances.reduce((sum, distance) => {
    const best = Math.max(0, ...(faceOf(distance)?.zones ?? []).map((zone) => zone.points));
    return sum + best * distance.ends * distance.arrowsPerEnd;
  }, 0);
}
