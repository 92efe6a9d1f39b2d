// How well a simulated archer shoots: arrows fall around the centre with a normal dispersion in both directions, whose angle is the
// archer's own. Angles are drawn so that the spread of totals is that of real lists; the face's real rings do the rest.
import type { ArrowValue } from '../domain/arrow-value.ts';
import { type Face, findFace } from '../domain/rounds/faces.ts';
import type { Discipline, Distance } from '../domain/rounds/rounds.ts';
import type { Random } from './random.ts';

/** Bow style and gender, the first and last letter of a category's code. */
export type SkillGroup = 'RM' | 'RW' | 'CM' | 'CW' | 'BM' | 'BW';

export interface SkillSpread {
  /** Standard deviation of one arrow, in milliradians, of the archer in the middle of the field. */
  readonly medianMrad: number;
  /** Of the logarithm, towards the better half. */
  readonly betterSpread: number;
  /** The same towards the other half. */
  readonly worseSpread: number;
}

type Ground = 'outdoor' | 'indoor';

/**
 * Fitted once to the quantiles (5 to 95%) of real lists with this very geometry. Outdoors: British university championships 2021 to 2025,
 * experienced archers, 70 m and 50 m. Indoors: Nîmes 2015 to 2017, triple faces. No indoor list of barebow was at hand: theirs are the
 * outdoor angles, smaller by as much as recurve's are indoors. skill.golden.test.ts compares.
 */
export const spreads: Readonly<Record<Ground, Readonly<Record<SkillGroup, SkillSpread>>>> = {
  outdoor: {
    RM: { medianMrad: 2.72, betterSpread: 0.32, worseSpread: 0.33 },
    RW: { medianMrad: 3.22, betterSpread: 0.39, worseSpread: 0.34 },
    CM: { medianMrad: 1.18, betterSpread: 0.28, worseSpread: 0.27 },
    CW: { medianMrad: 1.32, betterSpread: 0.31, worseSpread: 0.33 },
    BM: { medianMrad: 4.35, betterSpread: 0.3, worseSpread: 0.28 },
    BW: { medianMrad: 5.33, betterSpread: 0.24, worseSpread: 0.4 },
  },
  indoor: {
    RM: { medianMrad: 1.46, betterSpread: 0.4, worseSpread: 0.4 },
    RW: { medianMrad: 1.51, betterSpread: 0.37, worseSpread: 0.39 },
    CM: { medianMrad: 0.63, betterSpread: 0.3, worseSpread: 0.48 },
    CW: { medianMrad: 0.7, betterSpread: 0.25, worseSpread: 0.53 },
    BM: { medianMrad: 2.33, betterSpread: 0.3, worseSpread: 0.28 },
    BW: { medianMrad: 2.51, betterSpread: 0.24, worseSpread: 0.4 },
  },
};

/** Courses are shot with what is shot outdoors; no list of theirs was at hand. */
function groundOf(discipline: Discipline): Ground {
  return discipline === 'indoor' ? 'indoor' : 'outdoor';
}

/** Shafts are thin outdoors and as thick as the rules allow indoors (9.3 mm); half of it is what reaches over a line. */
const shaftRadiusCm: Readonly<Record<Ground, number>> = { outdoor: 0.28, indoor: 0.4 };

/** An organiser's own category shoots like recurve men. */
export function skillGroupOf(category: string): SkillGroup {
  const match = /^([RCB]).*([MW])$/i.exec(category.trim());
  return match ? (`${match[1]}${match[2]}`.toUpperCase() as SkillGroup) : 'RM';
}

/** The dispersion of an archer who stands `z` standard deviations from the middle; below 0 is better. */
export function dispersionMrad(spread: SkillSpread, z: number): number {
  return spread.medianMrad * Math.exp(z * (z < 0 ? spread.betterSpread : spread.worseSpread));
}

export function drawDispersion(category: string, discipline: Discipline, random: Random): number {
  return dispersionMrad(spreads[groundOf(discipline)][skillGroupOf(category)], random.normal());
}

/** The value of a hole whose nearest edge is this far from the centre. */
export function valueAt(face: Face, radiusCm: number): ArrowValue {
  return face.zones.find((zone) => radiusCm <= zone.diameterCm / 2)?.value ?? 'M';
}

export interface Shot {
  readonly distance: Distance;
  readonly discipline: Discipline;
  readonly dispersionMrad: number;
}

export function shootArrow(shot: Shot, random: Random): ArrowValue {
  const face = findFace(shot.distance.faceId);
  if (!face) return 'M';
  // Milliradians times metres are millimetres.
  const sigmaCm = (shot.dispersionMrad * shot.distance.metres) / 10;
  const radiusCm = Math.hypot(random.normal(), random.normal()) * sigmaCm;
  return valueAt(face, Math.max(0, radiusCm - shaftRadiusCm[groundOf(shot.discipline)]));
}
