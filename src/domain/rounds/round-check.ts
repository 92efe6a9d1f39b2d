// What a round of the organiser's own must be: anything that can be shot, scored and shown. For commands and for files alike.
import { isArrowValue } from '../arrow-value.ts';
import { isOneLine } from '../setup/text-check.ts';
import { type Face, findFace, type Zone } from './faces.ts';
import { disciplines } from './round.ts';
import { type Discipline, type Distance, type Round, rounds } from './rounds.ts';

/** Why a round cannot be; English key words, for texts that are complete. */
export const roundProblems = [
  'id',
  'name',
  'discipline',
  'noDistances',
  'tooManyDistances',
  'metres',
  'ends',
  'arrowsPerEnd',
  'seconds',
  'unknownFace',
  'faceId',
  'faceTaken',
  'faceDiffers',
  'faceOfOtherDiscipline',
  'faceName',
  'faceSize',
  'spots',
  'noZones',
  'tooManyZones',
  'zoneTwice',
  'zoneValue',
  'zonePoints',
  'zoneSize',
  'zoneColour',
] as const;
export type RoundProblem = (typeof roundProblems)[number];

export const mostDistances = 20;
export const mostEnds = 60;
export const mostArrowsPerEnd = 12;
const metresBelow = 200;
const mostSecondsPerEnd = 3600;
const mostZones = 12;
const mostPoints = 100;
const mostCm = 500;

/** Ids stand in addresses and file names. */
const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;
const colours: ReadonlySet<string> = new Set<Zone['colour']>(['gold', 'red', 'blue', 'black', 'white']);

/** The first thing wrong with it; undefined for a round that can be shot. Whether its id is free is not asked here. */
export function findRoundProblem({ id, name, discipline, distances }: Round): RoundProblem | undefined {
  if (!idPattern.test(id)) return 'id';
  if (!isOneLine(name)) return 'name';
  if (!disciplines.includes(discipline)) return 'discipline';
  if (distances.length === 0) return 'noDistances';
  if (distances.length > mostDistances) return 'tooManyDistances';
  for (const distance of distances) {
    const problem = findDistanceProblem(distance, discipline);
    if (problem) return problem;
  }
  return findDifferingFaces(distances);
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function findDistanceProblem(distance: Distance, discipline: Discipline): RoundProblem | undefined {
  const { metres, ends, arrowsPerEnd, secondsPerEnd, faceId, face } = distance;
  if (!(metres > 0 && metres < metresBelow)) return 'metres';
  if (!isWhole(ends, 1, mostEnds)) return 'ends';
  if (!isWhole(arrowsPerEnd, 1, mostArrowsPerEnd)) return 'arrowsPerEnd';
  if (secondsPerEnd !== undefined && !isWhole(secondsPerEnd, 1, mostSecondsPerEnd)) return 'seconds';
  if (face) return face.id === faceId ? findFaceProblem(face) : 'faceId';
  if (!findFace(faceId)) return 'unknownFace';
  return isShotIn(faceId, discipline) ? undefined : 'faceOfOtherDiscipline';
}

/** Lines outdoors and indoors lend each other their faces; the animals of 3D and the faces of a field course stay where they are. */
type Ground = 'line' | 'field' | '3d';

function groundOf(discipline: Discipline): Ground {
  return discipline === 'outdoor' || discipline === 'indoor' ? 'line' : discipline;
}

function groundsOfFaces(): ReadonlyMap<string, ReadonlySet<Ground>> {
  const grounds = new Map<string, Set<Ground>>();
  for (const { discipline, distances } of rounds) {
    for (const { faceId } of distances) {
      grounds.set(faceId, (grounds.get(faceId) ?? new Set()).add(groundOf(discipline)));
    }
  }
  return grounds;
}

const groundsByFace = groundsOfFaces();

/** By the rounds of the catalogue; a face that none of them has may be shot anywhere. */
function isShotIn(faceId: string, discipline: Discipline): boolean {
  return groundsByFace.get(faceId)?.has(groundOf(discipline)) ?? true;
}

/** For a face of the organiser's own. */
export function findFaceProblem({ id, name, diameterCm, spots, zones }: Face): RoundProblem | undefined {
  if (!idPattern.test(id)) return 'faceId';
  if (findFace(id)) return 'faceTaken';
  if (!isOneLine(name)) return 'faceName';
  if (!(diameterCm > 0 && diameterCm <= mostCm)) return 'faceSize';
  if (spots !== 1 && spots !== 3 && spots !== 5) return 'spots';
  if (zones.length === 0) return 'noZones';
  if (zones.length > mostZones) return 'tooManyZones';
  if (new Set(zones.map(({ value }) => value)).size < zones.length) return 'zoneTwice';
  return findZoneProblem(zones, diameterCm);
}

/** From the centre outwards zones grow and are worth no more than the one before. A miss is no zone. */
function findZoneProblem(zones: readonly Zone[], faceCm: number): RoundProblem | undefined {
  let [most, beyondCm] = [mostPoints, 0];
  for (const { value, points, colour, diameterCm } of zones) {
    if (!isArrowValue(value) || value === 'M') return 'zoneValue';
    if (!isWhole(points, 0, most)) return 'zonePoints';
    if (!(diameterCm > beyondCm && diameterCm <= faceCm)) return 'zoneSize';
    if (!colours.has(colour)) return 'zoneColour';
    [most, beyondCm] = [points, diameterCm];
  }
  return undefined;
}

/** One id is one face through the whole round. */
function findDifferingFaces(distances: readonly Distance[]): RoundProblem | undefined {
  const byId = new Map<string, string>();
  for (const { faceId, face } of distances) {
    const written = JSON.stringify(face ? writeFace(face) : null);
    if ((byId.get(faceId) ?? written) !== written) return 'faceDiffers';
    byId.set(faceId, written);
  }
  return undefined;
}

/** In a fixed order: objects from files have their keys in any. */
function writeFace({ name, diameterCm, spots, zones }: Face): readonly unknown[] {
  const each = zones.map(({ value, points, colour, diameterCm: cm }) => [value, points, colour, cm]);
  return [name, diameterCm, spots, each];
}
