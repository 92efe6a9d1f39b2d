// How a match came out, as its draw sees it: who goes on, and what places are decided by. Derived from the match, never stored.

import type { End } from '../card/scorecard.ts';
import { arrowPoints, type Match, type Side, type SidePoints, scoreOf, shootOffResult, sides } from '../match/match.ts';

export interface DrawResult {
  /** `none` when neither side came: then nobody goes on. */
  readonly winner: Side | 'none';
  /** Set points, or totals in the cumulative system. */
  readonly points: SidePoints;
  /** Of the ends that count, without shoot-offs. */
  readonly totals: SidePoints;
  readonly arrows: SidePoints;
  readonly shootOffTotals: SidePoints;
  readonly shootOffArrows: SidePoints;
}

/** Shot by each side: their points and their number. */
function sumOf(match: Match, pairs: readonly Match['ends'][number][]): { totals: SidePoints; arrows: SidePoints } {
  const of = (count: (end: End) => number) => {
    const [a, b] = sides.map((side) => pairs.reduce((sum, pair) => sum + count(pair[side]), 0));
    return { a: a ?? 0, b: b ?? 0 };
  };
  return {
    totals: of((end) => arrowPoints(match, end)),
    arrows: of((end) => end.filter((arrow) => arrow !== null).length),
  };
}

/** The shoot-offs that were needed: up to the first that is not shot again. None where the ends decided. */
function shootOffsThatCount(match: Match): Match['shootOffs'] {
  const last = match.shootOffs.findIndex((shootOff) => shootOffResult(match, shootOff) !== 'again');
  return last < 0 ? match.shootOffs : match.shootOffs.slice(0, last + 1);
}

/** Undefined while the match is open, and where one side has a bye: that is no result. */
export function drawResultOf(match: Match): DrawResult | undefined {
  const { status, points, ends } = scoreOf(match);
  if (status.kind !== 'over' || status.by === 'bye') return undefined;
  const shot = sumOf(
    match,
    match.ends.filter((_, index) => ends[index]?.counts),
  );
  const needed = status.by === 'score' ? [] : shootOffsThatCount(match);
  const shotOff = sumOf(
    match,
    needed.map(({ arrows }) => arrows),
  );
  return {
    winner: status.winner ?? 'none',
    points,
    ...shot,
    shootOffTotals: shotOff.totals,
    shootOffArrows: shotOff.arrows,
  };
}
