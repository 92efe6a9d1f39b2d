// Judges' rulings on an end (RULES 1.4; WA Book 3, 12.2): what the end is after them. For cards and for matches.
import type { Ruling } from './card-notes.ts';
import type { Distance } from './rounds.ts';
import type { End } from './scorecard.ts';

/** The end after the ruling; undefined where the ruling does not fit it. */
export function applyRuling(_end: End, _ruling: Ruling, _on: Pick<Distance, 'face' | 'faceId'>): End | undefined {
  return undefined;
}
