// A shoot-off for the cut (WA Book 3, 12.5.2.2; RULES 1.6): one arrow each (teams one by each archer), equal points by the distance from
// the centre, still equal is shot again.
import type { ShootOffRound } from './event.ts';

/** Competitors in their order, those still level together: `[['3'], ['7', '8']]`. */
export function orderOfShootOff(
  _rounds: readonly ShootOffRound[],
  _points: (value: string) => number,
): readonly (readonly string[])[] {
  return [];
}
