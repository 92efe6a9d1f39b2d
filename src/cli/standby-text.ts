// How far a standby is, in words for a terminal.
import type { StandbyView } from '../wire/api-standby.ts';
import { describeSpan } from './units.ts';

/** It asks again after a quarter of a minute at the latest. */
const lateMs = 40_000;

export function standbyText({ behind, seenAt, others }: StandbyView, now: number): string {
  if (seenAt === null) return 'not heard since the start';
  const lag = behind === 0 ? 'has everything' : `${behind} facts behind`;
  const other = others.length === 0 ? '' : '; another history of a competition: begin it anew';
  return now - seenAt > lateMs ? `not heard for ${describeSpan(now - seenAt)}, ${lag}${other}` : `${lag}${other}`;
}
