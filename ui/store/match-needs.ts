// "Needs 28 to win", out of a projection: the few things that the side that shoots last can still get, and the points for each.
import type { Consequence, Projection } from '../../src/domain/match/match-projection.ts';

/** `end`: to win the set, or to lead; `level`: to share the set, or to draw level; `stay`: not to lose the match with this end. */
export type NeedFor = 'match' | 'end' | 'level' | 'stay' | 'shootOff' | 'measure' | 'again';

export interface Need {
  readonly for: NeedFor;
  /** At least so many for `match`, `end` and `stay`; exactly so many for the others. 0: it has them already. */
  readonly points: number;
}

const levelFor: Readonly<Partial<Record<Consequence, NeedFor>>> = { shootOff: 'shootOff', measure: 'measure' };

/** The best first; empty when nothing that is left can change what this end brings. */
export function needsOf(projection: Projection, part: 'end' | 'shootOff'): readonly Need[] {
  const { toWin, toDraw, ifWon, ifDrawn, ifLost } = projection;
  const needs: Need[] = [];
  const add = (reason: NeedFor, points: number | undefined) => {
    if (points !== undefined) needs.push({ for: reason, points });
  };
  // A level set is enough for whoever is far enough ahead.
  if (ifDrawn === 'winsMatch' && toDraw !== undefined) return [{ for: 'match', points: toDraw }];
  add(ifWon === 'winsMatch' ? 'match' : ifLost === 'losesMatch' && ifDrawn === 'losesMatch' ? 'stay' : 'end', toWin);
  if (ifDrawn === 'losesMatch') return needs;
  if (part === 'shootOff') add(ifDrawn === 'measure' ? 'measure' : 'again', toDraw);
  else add(levelFor[ifDrawn] ?? (ifLost === 'losesMatch' ? 'stay' : 'level'), toDraw);
  return needs;
}
