// A draw as it goes on: who stands in which match by the results so far.
import type { DrawMatch } from './draw.ts';
import type { Side, SidePoints } from './match.ts';

/** How a match that is over came out. */
export interface DrawResult {
  /** `none` when neither side came: then nobody goes on. */
  readonly winner: Side | 'none';
  /** Set points, or totals in the cumulative system. */
  readonly points: SidePoints;
  readonly totals: SidePoints;
  readonly arrows: SidePoints;
  readonly shootOffTotals: SidePoints;
  readonly shootOffArrows: SidePoints;
}

/** A seed; nobody at all; or not known yet. */
export type Occupant = number | 'nobody' | 'pending';

export interface DrawState {
  readonly match: DrawMatch;
  readonly a: Occupant;
  readonly b: Occupant;
  readonly winner: Occupant;
  readonly loser: Occupant;
  /** Bye: one side has nobody against it. Empty: nobody on either side. `notNeeded`: a second final that is not shot. */
  readonly kind: 'match' | 'bye' | 'empty' | 'notNeeded';
}

/** Every match with its sides, in the order of the draw. Seeds beyond `seeds` are nobody. */
export function playDraw(
  _matches: readonly DrawMatch[],
  _seeds: number,
  _results: ReadonlyMap<string, DrawResult>,
): ReadonlyMap<string, DrawState> {
  return new Map();
}
