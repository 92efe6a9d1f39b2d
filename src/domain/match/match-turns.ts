// Whose turn it is in a match where the sides alternate: who begins each end and shoot-off so far, and who shoots the next arrow.
// Apart from alternate-shooting.ts, which knows the rule, because this reads it off a match as it stands.
import type { End } from '../card/scorecard.ts';
import { type LevelRule, shootingOrder, shootOffOrder, whoBegins } from './alternate-shooting.ts';
import { type Match, type MatchScore, pointsBeforeEnds, type Side } from './match.ts';
import { endInMatch, type MatchPlace } from './match-scoring.ts';

/** Who begins each end that counts, and then each shoot-off. With the points that its ends came to, each shoot-off anew (11.1.4.1). */
export function beginsSoFar(match: Match, score: MatchScore, first: Side, whenLevel: LevelRule): readonly Side[] {
  const before = pointsBeforeEnds(match);
  const shootOffs = shootOffsBegun(match, score);
  const level = before.at(-1);
  const again = level ? Array.from({ length: shootOffs }, () => level) : [];
  return whoBegins(first, [...before, ...again], whenLevel).slice(0, endsBegun(score) + shootOffs);
}

function endsBegun({ ends, status }: MatchScore): number {
  return Math.max(ends.filter(({ counts }) => counts).length, status.kind === 'end' ? status.end : 0);
}

function shootOffsBegun(match: Match, { status }: MatchScore): number {
  if (status.kind === 'end') return 0;
  if (status.kind !== 'over') return status.number;
  return status.by === 'score' ? 0 : match.shootOffs.length;
}

/** Who begins the end or shoot-off that is being shot; undefined when nothing is. */
export function beginsNow(match: Match, score: MatchScore, first: Side, whenLevel: LevelRule): Side | undefined {
  return placeBeingShot(score) && beginsSoFar(match, score, first, whenLevel).at(-1);
}

/** The end or shoot-off that is being shot; undefined when nothing is. */
export function placeBeingShot({ status }: MatchScore): MatchPlace | undefined {
  if (status.kind === 'end') return { part: 'end', number: status.end };
  return status.kind === 'shootOff' ? { part: 'shootOff', number: status.number } : undefined;
}

const countShot = (end: End): number => end.filter((arrow) => arrow !== null).length;

/** The side whose arrow comes next; undefined when nothing is being shot. */
export function sideOnTurn(match: Match, score: MatchScore, first: Side, whenLevel: LevelRule): Side | undefined {
  const place = placeBeingShot(score);
  const begins = beginsNow(match, score, first, whenLevel);
  if (!place || !begins) return undefined;
  const order = place.part === 'end' ? shootingOrder(match.format, begins) : shootOffOrder(match.format, begins);
  const shot = { a: countShot(endInMatch(match, 'a', place)), b: countShot(endInMatch(match, 'b', place)) };
  return order.find((side) => {
    shot[side] -= 1;
    return shot[side] < 0;
  });
}
