// "Needs 28 to win": what a side has to shoot while the other has finished the same set, end or shoot-off.
// Apart from the score because it only looks ahead (RULES 1.7).

import { type End, isEndComplete } from '../card/scorecard.ts';
import { faceOf } from '../rounds/rounds.ts';
import {
  addPoints,
  arrowPoints,
  type BySide,
  blankPair,
  type Match,
  otherSide,
  type Side,
  type SidePoints,
  scoreOf,
  setPointsOf,
  sides,
  winnerAfter,
} from './match.ts';

/** What the match comes to. `measure`: equal points in a shoot-off, the distance from the centre decides. */
export type Consequence = 'winsMatch' | 'losesMatch' | 'shootOff' | 'measure' | 'goesOn';

export interface Projection {
  readonly side: Side;
  readonly arrowsLeft: number;
  /** Points that the arrows left must make for the better of it; undefined when they cannot, 0 when they need not. */
  readonly toWin: number | undefined;
  /** Exactly these draw; undefined when no arrows left can make them. */
  readonly toDraw: number | undefined;
  readonly ifWon: Consequence;
  readonly ifDrawn: Consequence;
  readonly ifLost: Consequence;
}

function highestValue(match: Match): number {
  return faceOf(match)?.zones.reduce((highest, zone) => Math.max(highest, zone.points), 0) ?? 0;
}

/** The side still to shoot, when the other is done; undefined when both or neither are. */
function sideToShoot(pair: BySide<End>): Side | undefined {
  return sides.find((side) => !isEndComplete(pair[side]) && isEndComplete(pair[otherSide(side)]));
}

function consequence(match: Match, side: Side, endsShot: number, points: SidePoints): Consequence {
  const winner = winnerAfter(match.format, endsShot, points);
  if (winner !== undefined) return winner === side ? 'winsMatch' : 'losesMatch';
  return endsShot >= match.format.ends ? 'shootOff' : 'goesOn';
}

/** Points where one side is ahead by one, both are level, or the other is ahead: only who leads matters. */
function outcomePoints(side: Side): Readonly<Record<'won' | 'drawn' | 'lost', SidePoints>> {
  const won: SidePoints = side === 'a' ? { a: 1, b: 0 } : { a: 0, b: 1 };
  return { won, drawn: { a: 0, b: 0 }, lost: { a: 1 - won.a, b: 1 - won.b } };
}

function needs(match: Match, side: Side, pair: BySide<End>, ahead: number) {
  const arrowsLeft = pair[side].filter((arrow) => arrow === null).length;
  const best = arrowsLeft * highestValue(match);
  const toDraw = arrowPoints(match, pair[otherSide(side)]) - arrowPoints(match, pair[side]) - ahead;
  const toWin = Math.max(0, toDraw + 1);
  return {
    side,
    arrowsLeft,
    toWin: toWin <= best ? toWin : undefined,
    toDraw: toDraw >= 0 && toDraw <= best ? toDraw : undefined,
  };
}

/**
 * What the side that shoots last needs: to win or draw the set (set system), to lead or level the match (cumulative), or the shoot-off.
 * Undefined while neither or both have finished, and when the match is over.
 */
export function projectMatch(match: Match): Projection | undefined {
  const { status, points } = scoreOf(match);
  if (status.kind === 'shootOff') {
    const pair = match.shootOffs[status.number - 1]?.arrows;
    const side = pair && sideToShoot(pair);
    if (!pair || !side) return undefined;
    const ends = { ifWon: 'winsMatch', ifDrawn: 'measure', ifLost: 'losesMatch' } as const;
    const need = needs(match, side, pair, 0);
    // Both missed: they shoot again, nothing is measured (RULES 1.6).
    const missed = arrowPoints(match, pair[otherSide(side)]) === 0;
    return { ...need, ...ends, ifDrawn: missed ? 'shootOff' : 'measure' };
  }
  if (status.kind !== 'end') return undefined;
  const pair = match.ends[status.end - 1] ?? blankPair(match.format.arrowsPerEnd);
  const side = sideToShoot(pair);
  if (!side) return undefined;
  const outcomes = outcomePoints(side);
  const isSets = match.format.system === 'set';
  const after = (outcome: SidePoints) =>
    consequence(match, side, status.end, isSets ? addPoints(points, setPointsOf(outcome)) : outcome);
  const ahead = isSets ? 0 : aheadBefore(match, side, status.end);
  const need = needs(match, side, pair, ahead);
  return { ...need, ifWon: after(outcomes.won), ifDrawn: after(outcomes.drawn), ifLost: after(outcomes.lost) };
}

/** By how many points a side leads before an end of the cumulative system; negative when it trails. */
function aheadBefore(match: Match, side: Side, end: number): number {
  const total = (of: Side) => match.ends.slice(0, end - 1).reduce((sum, pair) => sum + arrowPoints(match, pair[of]), 0);
  return total(side) - total(otherSide(side));
}
