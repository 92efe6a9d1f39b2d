// How long the line is open in qualification: data, so that an organiser's clock and a venue's own rule can differ from it. Matches have
// their times in match-format.ts. Source: RULES 1.7 (WA Book 3).
import type { Distance } from './rounds.ts';

/** Seconds for one arrow: of an end, of one made up after a failure, of a shoot-off for the cut. */
export const secondsPerArrow = 40;

/** From the call to the line to the start. */
export const secondsToTheLine = 10;
/** The yellow light, before the end. */
export const secondsOfWarning = 30;
/** Sounds of the signal; five or more stop everything. */
export const signals = { toTheLine: 2, start: 1, end: 3, emergency: 5 } as const;

/** Of one archer's end: what the round says, else 40 seconds an arrow (2 minutes for 3, 4 for 6). */
export function secondsForEnd({ arrowsPerEnd, secondsPerEnd }: Distance): number {
  return secondsPerEnd ?? arrowsPerEnd * secondsPerArrow;
}
