// Arrows on a drawn face: what one that struck at a point is worth, and how large the rings are. Points are those of a Hit: from the centre
// to the right and down, in thousandths of the face's radius. On a sheet with several spots each spot has its own centre.
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import type { Hit } from '../../src/domain/card/card-notes.ts';
import type { Face, Zone } from '../../src/domain/rounds/faces.ts';

export type Point = NonNullable<Hit>;

/** Thousandths that a face's radius has. */
export const radius = 1_000;

/** What shafts are like: thin outdoor carbon, common aluminium, and the thickest that is allowed (WA Book 3: 9.3 mm). */
export const shaftsMm = [5, 7, 9.3] as const;

/** Rings round one centre. An animal has zones of its own size and shape: nothing can be read off a drawing of it. */
export function canPlot({ id, zones }: Face): boolean {
  return id !== '3d' && zones.length > 0;
}

/** A zone's outer line. */
export function ringRadius({ diameterCm }: Face, zone: Zone): number {
  return (zone.diameterCm / diameterCm) * radius;
}

/** The outermost line that scores: of a six-ring face well inside of the full face's radius. */
export function outerRadius(face: Face): number {
  return Math.max(0, ...face.zones.map((zone) => ringRadius(face, zone)));
}

export function shaftRadius({ diameterCm }: Face, shaftMm: number): number {
  return (shaftMm / 10 / diameterCm) * radius;
}

/** A thousandth is the grid on which hits are kept: a shaft that is so near to a line touches it. */
const touching = 0.5;

/** A shaft that touches a line has the higher value (WA Book 3, 12.2); one that touches no ring is a miss. */
export function valueOfHit(face: Face, { x, y }: Point, shaftMm: number): ArrowValue {
  const nearest = Math.hypot(x, y) - shaftRadius(face, shaftMm);
  return face.zones.find((zone) => nearest <= ringRadius(face, zone) + touching)?.value ?? 'M';
}

/** Beyond it the appliance takes nothing: two radii. */
const furthest = 2_000;

/** Whole thousandths, as hits are kept. */
export function toHit(x: number, y: number): Point {
  const limited = (value: number) => Math.max(-furthest, Math.min(furthest, Math.round(value)));
  return { x: limited(x), y: limited(y) };
}

/** Half the side of a drawing: its rings and room for misses beside them. */
export function drawnReach(face: Face): number {
  return outerRadius(face) * 1.14;
}

/** Which spot a box of the end belongs to, from 0: one arrow a spot, the first box at the top. */
export function spotOfBox({ spots }: Face, box: number): number {
  return box % spots;
}

export interface Group {
  readonly centre: Point;
  /** Of the arrows from the centre of their group. */
  readonly meanDistance: number;
}

/** Undefined where nothing was plotted. */
export function groupOf(hits: readonly Hit[]): Group | undefined {
  const plotted = hits.filter((hit) => hit !== null);
  if (plotted.length === 0) return undefined;
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const centre = { x: mean(plotted.map(({ x }) => x)), y: mean(plotted.map(({ y }) => y)) };
  return { centre, meanDistance: mean(plotted.map(({ x, y }) => Math.hypot(x - centre.x, y - centre.y))) };
}
