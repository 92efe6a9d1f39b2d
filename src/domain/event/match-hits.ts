// Where the plotted arrows of a match struck. Kept beside its card, not in it: what a match is worth never depends on it.
import type { Hit } from '../card/card-notes.ts';
import { hitsAfter, withPlotted } from '../card/hits.ts';
import type { End } from '../card/scorecard.ts';
import type { Side } from '../match/match.ts';

/** Of one side in one end or shoot-off, in the order of its boxes; missing where no arrow was plotted. */
export interface MatchHits {
  readonly side: Side;
  readonly part: 'end' | 'shootOff';
  readonly number: number;
  readonly hits: readonly Hit[];
}

type Place = Omit<MatchHits, 'hits'>;

function isAt({ side, part, number }: Place, place: Place): boolean {
  return side === place.side && part === place.part && number === place.number;
}

export function hitsAt(all: readonly MatchHits[], place: Place): readonly Hit[] | undefined {
  return all.find((each) => isAt(each, place))?.hits;
}

function withHits(all: readonly MatchHits[], { side, part, number }: Place, hits: readonly Hit[]) {
  const at = all.findIndex((each) => isAt(each, { side, part, number }));
  if (hits.every((hit) => hit === null)) return at < 0 ? all : all.toSpliced(at, 1);
  const fresh: MatchHits = { side, part, number, hits };
  return at < 0 ? [...all, fresh] : all.with(at, fresh);
}

interface Scored extends Place {
  readonly first: number;
  readonly arrows: End;
  readonly hits?: readonly Hit[];
}

/** After arrows were written into blank boxes of an end of so many. */
export function matchHitsAfterArrows(all: readonly MatchHits[], scored: Scored, boxes: number): readonly MatchHits[] {
  return scored.hits ? withHits(all, scored, withPlotted(hitsAt(all, scored), boxes, scored)) : all;
}

/** After an end was written anew. */
export function matchHitsAfterChange(
  all: readonly MatchHits[],
  changed: Place & { readonly was: End; readonly arrows: End },
): readonly MatchHits[] {
  const before = hitsAt(all, changed);
  return before ? withHits(all, changed, hitsAfter(before, changed.was, changed.arrows)) : all;
}
