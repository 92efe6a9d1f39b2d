// Rounds as data: distances, faces, ends and arrows. Ends are numbered through the whole round from 1, so that a command
// names its end without knowing the distance. Source: RULES 1.2 (WA Book 3 and Ianseo's rule sets).
import { type Face, findFace } from './faces.ts';

export type Discipline = 'outdoor' | 'indoor';

export interface Distance {
  readonly metres: number;
  readonly faceId: string;
  readonly ends: number;
  readonly arrowsPerEnd: number;
}

export interface Round {
  readonly id: string;
  readonly name: string;
  readonly discipline: Discipline;
  readonly distances: readonly Distance[];
}

function round(id: string, name: string, discipline: Discipline, half: Distance, halves = 2): Round {
  return { id, name, discipline, distances: Array.from({ length: halves }, () => half) };
}

const indoorHalf = (metres: number, faceId: string): Distance => ({ metres, faceId, ends: 10, arrowsPerEnd: 3 });
const outdoorHalf = (metres: number, faceId: string): Distance => ({ metres, faceId, ends: 6, arrowsPerEnd: 6 });

export const rounds: readonly Round[] = [
  round('wa720-70', 'WA 720, 70 m', 'outdoor', outdoorHalf(70, '122')),
  round('wa720-60', 'WA 720, 60 m', 'outdoor', outdoorHalf(60, '122')),
  round('wa720-50-compound', 'WA 720, 50 m compound', 'outdoor', outdoorHalf(50, '80-6')),
  round('wa720-50-barebow', 'WA 720, 50 m barebow', 'outdoor', outdoorHalf(50, '122')),
  round('wa720-40', 'WA 720, 40 m', 'outdoor', outdoorHalf(40, '122')),
  round('wa720-40-compound', 'WA 720, 40 m compound', 'outdoor', outdoorHalf(40, '80-6')),
  round('wa720-30-barebow', 'WA 720, 30 m barebow', 'outdoor', outdoorHalf(30, '122')),
  round('wa18', 'Indoor 18 m', 'indoor', indoorHalf(18, '40')),
  round('wa18-triple', 'Indoor 18 m, triple face', 'indoor', indoorHalf(18, '40-triple')),
  round('wa18-compound', 'Indoor 18 m compound, triple face', 'indoor', indoorHalf(18, '40-compound-triple')),
  round('school-300', 'School 300, 30 arrows', 'outdoor', indoorHalf(18, '60-x'), 1),
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

export function faceOfEnd(round: Round, end: number): Face | undefined {
  const distance = distanceOfEnd(round, end);
  return distance && findFace(distance.faceId);
}
