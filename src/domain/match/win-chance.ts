// The chance of each side to win a match, for spectators. A model and nothing more: every arrow is drawn from what the side's average
// arrow in this competition makes likely (arrow-model.ts), whatever the wind and the nerves; from there on it is exact, end by end, by the
// rules of the match. A level shoot-off is anybody's. What it does not know: that an archer is better or worse today than so far.
import { type End, isEndComplete } from '../card/scorecard.ts';
import { faceOf } from '../rounds/rounds.ts';
import { type PointChances, pointChances, sumChances } from './arrow-model.ts';
import {
  addPoints,
  arrowPoints,
  type BySide,
  blankPair,
  type Match,
  type MatchScore,
  type SidePoints,
  scoreOf,
  setPointsOf,
  winnerAfter,
} from './match.ts';

/** What a side has shot in this competition before the match. */
export interface ArrowForm {
  readonly arrows: number;
  readonly points: number;
}

/** An average of few arrows says little: it is mixed with so many arrows of what both sides shoot on average. */
const arrowsOfDoubt = 12;

/**
 * From 0 to 1, together 1. Undefined while neither side has shot an arrow in this competition, where the face is not known, and where
 * nobody can win.
 */
export function winChances(match: Match, form: BySide<ArrowForm>): BySide<number> | undefined {
  const score = scoreOf(match);
  const { status } = score;
  if (status.kind === 'over') return status.winner && both(status.winner === 'a' ? 1 : 0);
  if (status.kind === 'measure') return both(0.5);
  const arrows = arrowChancesOf(match, score, form);
  if (!arrows) return undefined;
  if (status.kind === 'shootOff')
    return both(shootOffChance(match, arrows, match.shootOffs[status.number - 1]?.arrows));
  return both(match.format.system === 'set' ? setsChance(match, score, arrows) : totalsChance(match, arrows));
}

const both = (a: number): BySide<number> => ({ a, b: 1 - a });

function arrowChancesOf(match: Match, { ends }: MatchScore, form: BySide<ArrowForm>): BySide<PointChances> | undefined {
  const face = faceOf(match);
  if (!face) return undefined;
  const shot = (side: 'a' | 'b') =>
    match.ends.reduce<ArrowForm>((sum, pair, index) => {
      if (!ends[index]?.counts) return sum;
      const arrows = pair[side].filter((arrow) => arrow !== null).length;
      return { arrows: sum.arrows + arrows, points: sum.points + arrowPoints(match, pair[side]) };
    }, form[side]);
  const [a, b] = [shot('a'), shot('b')];
  const known = a.arrows + b.arrows;
  if (known === 0) return undefined;
  const common = (a.points + b.points) / known;
  const average = ({ arrows, points }: ArrowForm) => (points + arrowsOfDoubt * common) / (arrows + arrowsOfDoubt);
  return { a: pointChances(face, average(a)), b: pointChances(face, average(b)) };
}

/** How likely A makes more, as many or fewer points. */
interface Outcomes {
  readonly more: number;
  readonly level: number;
  readonly fewer: number;
}

/** `ahead`: by how many points A leads already. */
function outcomesOf(a: PointChances, b: PointChances, ahead: number): Outcomes {
  let [more, level, fewer] = [0, 0, 0];
  for (const [pointsA, chanceA] of a.entries()) {
    for (const [pointsB, chanceB] of b.entries()) {
      const lead = pointsA + ahead - pointsB;
      if (lead > 0) more += chanceA * chanceB;
      else if (lead < 0) fewer += chanceA * chanceB;
      else level += chanceA * chanceB;
    }
  }
  return { more, level, fewer };
}

const blanksIn = (end: End) => end.filter((arrow) => arrow === null).length;

/** Of an end that is being shot, or of a whole one. */
function outcomesOfPair(match: Match, arrows: BySide<PointChances>, pair: BySide<End>): Outcomes {
  const ahead = arrowPoints(match, pair.a) - arrowPoints(match, pair.b);
  return outcomesOf(sumChances(arrows.a, blanksIn(pair.a)), sumChances(arrows.b, blanksIn(pair.b)), ahead);
}

function setsChance(match: Match, { points, status }: MatchScore, arrows: BySide<PointChances>): number {
  const { format } = match;
  const blank = blankPair(format.arrowsPerEnd);
  const endsShot = status.kind === 'end' ? status.end - 1 : 0;
  const whole = outcomesOfPair(match, arrows, blank);
  const levelAtTheEnd = shootOffChance(match, arrows, undefined);

  function after(shot: number, now: SidePoints): number {
    const winner = winnerAfter(format, shot, now);
    if (winner) return winner === 'a' ? 1 : 0;
    return shot >= format.ends ? levelAtTheEnd : from(shot, now, whole);
  }
  function from(shot: number, now: SidePoints, { more, level, fewer }: Outcomes): number {
    const then = (pair: SidePoints) => after(shot + 1, addPoints(now, setPointsOf(pair)));
    return more * then({ a: 1, b: 0 }) + level * then({ a: 0, b: 0 }) + fewer * then({ a: 0, b: 1 });
  }
  return from(endsShot, points, outcomesOfPair(match, arrows, match.ends[endsShot] ?? blank));
}

function totalsChance(match: Match, arrows: BySide<PointChances>): number {
  const { ends, arrowsPerEnd } = match.format;
  const left = (side: 'a' | 'b') => {
    const begun = match.ends.slice(0, ends).reduce((sum, pair) => sum + blanksIn(pair[side]), 0);
    return begun + Math.max(0, ends - match.ends.length) * arrowsPerEnd;
  };
  const total = (side: 'a' | 'b') =>
    match.ends.slice(0, ends).reduce((sum, pair) => sum + arrowPoints(match, pair[side]), 0);
  const [a, b] = [sumChances(arrows.a, left('a')), sumChances(arrows.b, left('b'))];
  const { more, level } = outcomesOf(a, b, total('a') - total('b'));
  return more + level * shootOffChance(match, arrows, undefined);
}

/** With what is shot of it. Equal points go either way, two misses to another one. */
function shootOffChance(match: Match, arrows: BySide<PointChances>, pair: BySide<End> | undefined): number {
  const blank = blankPair(match.format.shootOffArrows);
  const shot = pair && !(isEndComplete(pair.a) && isEndComplete(pair.b)) ? pair : blank;
  const fresh = shootOffOnce(match, arrows, blank);
  const again = fresh.missed >= 1 ? 0.5 : fresh.won / (1 - fresh.missed);
  const once = shootOffOnce(match, arrows, shot);
  return once.won + once.missed * again;
}

function shootOffOnce(match: Match, arrows: BySide<PointChances>, pair: BySide<End>) {
  const { more, level } = outcomesOfPair(match, arrows, pair);
  const noPoints = (side: 'a' | 'b') =>
    arrowPoints(match, pair[side]) > 0 ? 0 : (sumChances(arrows[side], blanksIn(pair[side]))[0] ?? 0);
  const missed = noPoints('a') * noPoints('b');
  return { won: more + (level - missed) / 2, missed };
}
