// Who shoots first when the sides of a match alternate (WA Book 3, 11.1.4.1; RULES 1.7). Apart from the score: it changes nothing in it.
import { otherSide, type Side, type SidePoints } from './match.ts';
import type { MatchFormat } from './match-format.ts';

/**
 * Whose turn it is when points are level: who began the first set, or the set before. RULES leaves it open; the default is the first
 * set, which all of the men's matches at Tokyo 2020 followed where the two differ (16 of 16).
 */
export type LevelRule = 'firstEnd' | 'previousEnd';

/** The side that is higher in the qualification chooses who begins the first set or end (11.1.4.1). */
export function choosesWhoBegins(ranks: Readonly<Record<Side, number>>): Side {
  return ranks.a <= ranks.b ? 'a' : 'b';
}

/**
 * Who begins each end, and then each shoot-off: the chosen side the first; after that the side with fewer set points, or with the lower
 * total in the cumulative system (11.1.4.1). `pointsBefore` has one element for each end after the first: the match points with which
 * it begins. A shoot-off is begun as another set would be, so pass the level points once for each.
 */
export function whoBegins(
  first: Side,
  pointsBefore: readonly SidePoints[],
  whenLevel: LevelRule = 'firstEnd',
): readonly Side[] {
  const begins: Side[] = [first];
  for (const { a, b } of pointsBefore) {
    if (a !== b) begins.push(a < b ? 'a' : 'b');
    else begins.push(whenLevel === 'firstEnd' ? first : (begins.at(-1) ?? first));
  }
  return begins;
}

/** Who shoots which arrow of an end: one by each archer of a side, then the other side [M for teams]. */
export function shootingOrder(format: MatchFormat, begins: Side): readonly Side[] {
  return inTurns(begins, format.arrowsPerEnd, format.archers);
}

/** Who shoots which arrow of a shoot-off: sides change after every arrow [M]. */
export function shootOffOrder(format: MatchFormat, begins: Side): readonly Side[] {
  return inTurns(begins, format.shootOffArrows, 1);
}

function inTurns(begins: Side, arrows: number, perTurn: number): readonly Side[] {
  const order: Side[] = [];
  for (let shot = 0; shot < arrows; shot += perTurn) {
    const turn = Math.min(perTurn, arrows - shot);
    for (const side of [begins, otherSide(begins)]) order.push(...Array.from({ length: turn }, () => side));
  }
  return order;
}
