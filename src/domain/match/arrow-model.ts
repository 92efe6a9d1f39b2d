// How often an archer hits which points, from nothing but the average arrow: arrows scatter round the centre evenly in all directions
// (a two-dimensional normal distribution), as widely as gives that average on that face.
import type { Face } from '../rounds/faces.ts';

/** By points, from 0: how likely an arrow makes them. Sums to 1. */
export type PointChances = readonly number[];

interface Ring {
  readonly points: number;
  readonly radius: number;
}

function ringsOf({ zones }: Face): readonly Ring[] {
  return zones
    .map(({ points, diameterCm }) => ({ points, radius: diameterCm / 2 }))
    .sort((a, b) => a.radius - b.radius);
}

export function highestPoints({ zones }: Face): number {
  return zones.reduce((highest, { points }) => Math.max(highest, points), 0);
}

/** Within a radius of the centre. */
const within = (radius: number, spread: number) => 1 - Math.exp(-(radius * radius) / (2 * spread * spread));

function chancesAt(rings: readonly Ring[], spread: number, highest: number): PointChances {
  const chances = Array.from({ length: highest + 1 }, () => 0);
  let inside = 0;
  for (const { points, radius } of rings) {
    const upTo = within(radius, spread);
    chances[points] = (chances[points] ?? 0) + upTo - inside;
    inside = upTo;
  }
  chances[0] = (chances[0] ?? 0) + 1 - inside;
  return chances;
}

export function meanOf(chances: PointChances): number {
  return chances.reduce((sum, chance, points) => sum + chance * points, 0);
}

const halvings = 50;

/** Of an archer with this average arrow. Beyond what the face allows it is the best or the worst that there is. */
export function pointChances(face: Face, average: number): PointChances {
  const rings = ringsOf(face);
  const highest = highestPoints(face);
  const outermost = rings.at(-1)?.radius ?? 1;
  // The wider the spread, the lower the average: halved on a scale of ratios, from a hundredth of the face to a hundred of them.
  let narrow = Math.log(outermost / 100);
  let wide = Math.log(outermost * 100);
  for (let step = 0; step < halvings; step += 1) {
    const middle = (narrow + wide) / 2;
    if (meanOf(chancesAt(rings, Math.exp(middle), highest)) > average) narrow = middle;
    else wide = middle;
  }
  return chancesAt(rings, Math.exp((narrow + wide) / 2), highest);
}

/** Of the points of so many arrows together. */
export function sumChances(chances: PointChances, arrows: number): PointChances {
  let sum: PointChances = [1];
  for (let arrow = 0; arrow < arrows; arrow += 1) sum = added(sum, chances);
  return sum;
}

function added(one: PointChances, other: PointChances): PointChances {
  const sum = Array.from({ length: one.length + other.length - 1 }, () => 0);
  for (const [a, chanceA] of one.entries()) {
    for (const [b, chanceB] of other.entries()) sum[a + b] = (sum[a + b] ?? 0) + chanceA * chanceB;
  }
  return sum;
}
