// Where arrows struck, beside what they are worth: of an end of a card or of a match alike.
import type { Hit } from './card-notes.ts';
import type { End } from './scorecard.ts';

/** As far from the centre as two radii: beyond, nobody plots a miss either. */
const furthestHit = 2_000;

/** Where an arrow struck says nothing about its value: a line cutter, a bouncer, a thick finger. The person decides. */
export function areHitsWrong(hits: readonly Hit[] | undefined = [], arrows: number): boolean {
  const isOnPlot = (value: number) => Number.isInteger(value) && Math.abs(value) <= furthestHit;
  const isWrong = hits.some((hit) => hit !== null && !(isOnPlot(hit.x) && isOnPlot(hit.y)));
  return isWrong || (hits.length > 0 && hits.length !== arrows);
}

/** What rounding a finger's place gives, and no file keeps. */
function withoutMinusZero(hit: Hit): Hit {
  return hit && { x: hit.x + 0, y: hit.y + 0 };
}

/** As a fact carries them: nothing where no arrow was plotted. */
export function plottedIn(hits: readonly Hit[] | undefined): { readonly hits?: readonly Hit[] } {
  return hits?.some((hit) => hit !== null) ? { hits: hits.map(withoutMinusZero) } : {};
}

/** What was plotted belongs to the arrow that stood in its box. */
export function hitsAfter(hits: readonly Hit[], was: End, now: End): readonly Hit[] {
  return hits.map((hit, box) => (was[box] === now[box] ? hit : null));
}

/** The hits of an end of so many boxes, after arrows were written from `first` on. */
export function withPlotted(
  before: readonly Hit[] | undefined,
  boxes: number,
  { first, arrows, hits = [] }: { readonly first: number; readonly arrows: End; readonly hits?: readonly Hit[] },
): readonly Hit[] {
  const plotted: Hit[] = Array.from({ length: boxes }, (_, box) => before?.[box] ?? null);
  for (const offset of arrows.keys()) plotted[first + offset] = hits[offset] ?? null;
  return plotted;
}
