// How long the line is open: data, so that an organiser's clock and a venue's own rule can differ from it. Source: RULES 1.7 (WA Book 3).
import type { Distance } from './rounds.ts';

/** Seconds for one arrow, by how it is shot. World Ranking Events give 30 in matches that do not alternate; elsewhere 40 is usual. */
export const secondsPerArrow = {
  qualification: 40,
  makeUp: 40,
  shootOff: 40,
  match: 40,
  matchWorldRanking: 30,
  /** One by one in individual matches, and every arrow of a team or mixed team, shoot-offs too. */
  alternate: 20,
  team: 20,
} as const;
export type ShootingMode = keyof typeof secondsPerArrow;

/** From the call to the line to the start. */
export const secondsToTheLine = 10;
/** The yellow light, before the end. */
export const secondsOfWarning = 30;
/** Sounds of the signal; five or more stop everything. */
export const signals = { toTheLine: 2, start: 1, end: 3, emergency: 5 } as const;

/** 3 arrows in 2 minutes, 6 in 4, one by one 20 seconds each. */
export function secondsForArrows(arrows: number, mode: ShootingMode): number {
  return arrows * secondsPerArrow[mode];
}

/** Of one archer's end in qualification: what the round says, else 40 seconds an arrow. */
export function secondsForEnd({ arrowsPerEnd, secondsPerEnd }: Distance): number {
  return secondsPerEnd ?? secondsForArrows(arrowsPerEnd, 'qualification');
}
