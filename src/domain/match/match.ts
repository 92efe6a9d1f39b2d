// One match: what both sides shot, and the score that follows from it. The score is always derived, never stored, so a corrected arrow
// puts everything right. Rules: WA Book 3, 12.1.4, 12.5.2.2; RULES 1.6, 1.7.

import { blankEnd, type End, isEndComplete } from '../card/scorecard.ts';
import type { Face } from '../rounds/faces.ts';
import { pointsAt } from '../rounds/rounds.ts';
import type { MatchFormat } from './match-format.ts';

/** `a` is the upper one in the chart and stands on the left (RULES 1.8). */
export type Side = 'a' | 'b';
export const sides: readonly Side[] = ['a', 'b'];
export type BySide<T> = Readonly<Record<Side, T>>;
export type SidePoints = BySide<number>;

/** `nobody` is an empty place of the chart: the other side has a bye. `absent` did not come, `forfeited` gave up or was sent off. */
export type Attendance = 'present' | 'absent' | 'forfeited' | 'nobody';

/** Who is closer to the centre after equal points, or neither: then it is shot again. Teams compare the second and third arrows too. */
export type Closest = Side | 'equal';

export interface ShootOff {
  readonly arrows: BySide<End>;
  /** Undefined while nobody has measured, and where the points decide. */
  readonly closest: Closest | undefined;
}

export interface Match {
  readonly format: MatchFormat;
  readonly faceId: string;
  /** An organiser's own face; else it is found by `faceId`. */
  readonly face?: Face;
  readonly attendance: BySide<Attendance>;
  /** Index 0 is the first set or end. Those not begun are missing. */
  readonly ends: readonly BySide<End>[];
  readonly shootOffs: readonly ShootOff[];
}

/** What is to be done next. `over` without a winner: neither side was there. */
export type MatchStatus =
  | { readonly kind: 'end'; readonly end: number }
  | { readonly kind: 'shootOff'; readonly number: number }
  | { readonly kind: 'measure'; readonly number: number }
  | { readonly kind: 'over'; readonly winner: Side | undefined; readonly by: WonBy };

export type WonBy = 'score' | 'shootOff' | 'bye' | 'absence' | 'forfeit';

export interface EndScore {
  readonly points: SidePoints;
  /** Set points, for a set that both sides have shot (12.1.4). */
  readonly setPoints: SidePoints | undefined;
  /** False for what was shot after the match was won: it counts nothing (12.1.4). */
  readonly counts: boolean;
}

export interface MatchScore {
  readonly ends: readonly EndScore[];
  /** What the match is won by: set points, or the total. A set-system shoot-off adds its one point. */
  readonly points: SidePoints;
  /** Arrows' points of the ends that count, without shoot-offs. */
  readonly totals: SidePoints;
  readonly status: MatchStatus;
}

export function otherSide(side: Side): Side {
  return side === 'a' ? 'b' : 'a';
}

export function createMatch(
  format: MatchFormat,
  faceId: string,
  attendance: BySide<Attendance> = { a: 'present', b: 'present' },
): Match {
  return { format, faceId, attendance, ends: [], shootOffs: [] };
}

export function blankPair(arrows: number): BySide<End> {
  return { a: blankEnd(arrows), b: blankEnd(arrows) };
}

/** Points of arrows on the face of the match; a blank counts nothing, like a miss, but leaves the end incomplete. */
export function arrowPoints(match: Match, arrows: End): number {
  return arrows.reduce((sum, arrow) => sum + (arrow === null ? 0 : (pointsAt(match, arrow) ?? 0)), 0);
}

function pairPoints(match: Match, pair: BySide<End>): SidePoints {
  return { a: arrowPoints(match, pair.a), b: arrowPoints(match, pair.b) };
}

export function isPairComplete(pair: BySide<End> | undefined): boolean {
  return pair !== undefined && isEndComplete(pair.a) && isEndComplete(pair.b);
}

/** Two for the set, one each for a level one, also at 0-0 (12.1.4). */
export function setPointsOf({ a, b }: SidePoints): SidePoints {
  if (a === b) return { a: 1, b: 1 };
  return a > b ? { a: 2, b: 0 } : { a: 0, b: 2 };
}

export function addPoints(x: SidePoints, y: SidePoints): SidePoints {
  return { a: x.a + y.a, b: x.b + y.b };
}

/** The side with more points; undefined when they are level. */
export function leaderOf({ a, b }: SidePoints): Side | undefined {
  if (a === b) return undefined;
  return a > b ? 'a' : 'b';
}

const noPoints: SidePoints = { a: 0, b: 0 };

/** The side that has won after so many ends shot by both; undefined while it is open, or level after the last. */
export function winnerAfter(format: MatchFormat, endsShot: number, points: SidePoints): Side | undefined {
  const leader = leaderOf(points);
  if (leader === undefined) return undefined;
  if (format.system === 'set' && points[leader] >= format.pointsToWin) return leader;
  return endsShot >= format.ends ? leader : undefined;
}

interface Shot {
  readonly ends: readonly EndScore[];
  readonly points: SidePoints;
  readonly totals: SidePoints;
  readonly endsShot: number;
  readonly winner: Side | undefined;
}

function scoreEnds(match: Match): Shot {
  const { format } = match;
  let [points, totals, endsShot, open] = [noPoints, noPoints, 0, true];
  let winner: Side | undefined;
  const ends = match.ends.map((pair): EndScore => {
    const shot = pairPoints(match, pair);
    const counts = winner === undefined && open;
    const setPoints = format.system === 'set' && isPairComplete(pair) ? setPointsOf(shot) : undefined;
    if (!counts) return { points: shot, setPoints: undefined, counts };
    totals = addPoints(totals, shot);
    points = format.system === 'set' ? addPoints(points, setPoints ?? noPoints) : totals;
    if (isPairComplete(pair)) {
      endsShot += 1;
      winner = winnerAfter(format, endsShot, points);
    } else open = false;
    return { points: shot, setPoints, counts };
  });
  return { ends, points, totals, endsShot, winner };
}

/** Who wins one shoot-off: the points, then the distance from the centre; `again` when that is equal or both missed (12.5.2.2). */
export function shootOffResult(match: Match, shootOff: ShootOff): Side | 'again' | 'measure' | 'open' {
  if (!isPairComplete(shootOff.arrows)) return 'open';
  const points = pairPoints(match, shootOff.arrows);
  const leader = leaderOf(points);
  if (leader !== undefined) return leader;
  if (points.a === 0 || shootOff.closest === 'equal') return 'again';
  return shootOff.closest ?? 'measure';
}

/** The shoot-offs in order: the first that is not to be shot again says what is next. */
function statusOfShootOffs(match: Match): MatchStatus {
  for (const [index, shootOff] of match.shootOffs.entries()) {
    const result = shootOffResult(match, shootOff);
    if (result === 'open') return { kind: 'shootOff', number: index + 1 };
    if (result === 'measure') return { kind: 'measure', number: index + 1 };
    if (result !== 'again') return { kind: 'over', winner: result, by: 'shootOff' };
  }
  return { kind: 'shootOff', number: match.shootOffs.length + 1 };
}

function statusByArrows(match: Match, shot: Shot): MatchStatus {
  if (shot.winner) return { kind: 'over', winner: shot.winner, by: 'score' };
  if (shot.endsShot < match.format.ends) return { kind: 'end', end: shot.endsShot + 1 };
  return statusOfShootOffs(match);
}

const reasons: Readonly<Record<Exclude<Attendance, 'present'>, WonBy>> = {
  nobody: 'bye',
  absent: 'absence',
  forfeited: 'forfeit',
};

/** A side that is not there loses, also in a shoot-off (RULES 1.6); with neither there, nobody goes on. */
function statusByAttendance({ attendance: { a, b } }: Match): MatchStatus | undefined {
  if (a === 'present') return b === 'present' ? undefined : { kind: 'over', winner: 'a', by: reasons[b] };
  if (b === 'present') return { kind: 'over', winner: 'b', by: reasons[a] };
  return { kind: 'over', winner: undefined, by: reasons[a === 'nobody' ? b : a] };
}

/** The score of a match. What was decided by arrows stays so when a side leaves afterwards. */
export function scoreOf(match: Match): MatchScore {
  const shot = scoreEnds(match);
  const byArrows = statusByArrows(match, shot);
  const status = byArrows.kind === 'over' ? byArrows : (statusByAttendance(match) ?? byArrows);
  // The winner of a shoot-off is credited one set point, a total is left as it is (12.1.4).
  const credited =
    match.format.system === 'set' && status.kind === 'over' && status.by === 'shootOff' ? status.winner : undefined;
  const points = credited ? { ...shot.points, [credited]: shot.points[credited] + 1 } : shot.points;
  return { ends: shot.ends, points, totals: shot.totals, status };
}

/** The match points with which each end after the first begins, and then each shoot-off: what alternate shooting goes by (11.1.4.1). */
export function pointsBeforeEnds(match: Match): readonly SidePoints[] {
  const { ends } = scoreEnds(match);
  const before: SidePoints[] = [];
  let points = noPoints;
  for (const [index, end] of ends.entries()) {
    if (!end.counts || !isPairComplete(match.ends[index])) break;
    points = addPoints(points, end.setPoints ?? end.points);
    before.push(points);
  }
  return before;
}

export function isOver(match: Match): boolean {
  return scoreOf(match).status.kind === 'over';
}
