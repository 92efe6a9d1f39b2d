// Rankings while a round is being shot, when athletes are at different ends (RULES 1.5): by total, by the average arrow, or by those ends
// only that everybody has shot. All of them in whole numbers: averages are compared as fractions.

import { blankEnd, isEndComplete, type Scorecard, scorecardOfEnds, type Tally } from '../card/scorecard.ts';
import { type Competition, notesOf, roundOfCategory, scorecardOf } from '../competition.ts';
import { countEnds, type Round } from '../rounds/rounds.ts';
import { type TieBreakCount, tieBreakOf } from '../rule-sets.ts';
import { compareScores, type RankingScore } from './ranking.ts';

export const runningBases = ['total', 'average', 'sameEnd'] as const;
export type RunningBasis = (typeof runningBases)[number];

export interface RunningRow extends RankingScore {
  readonly entry: number;
  /** Shared by full ties; undefined for who has none by rule, and but for `total` before the first arrow that counts. */
  readonly rank: number | undefined;
  /** Those that `total` and `counts` are of. */
  readonly arrows: number;
  /** `sameEnd`: places gained (positive) or lost by the last of the ends that count. */
  readonly moved?: number;
}

export interface RunningRanking {
  readonly basis: RunningBasis;
  /** `sameEnd`: the ends that count, from 1; in a course those that everybody has shot, whatever the order. Else empty. */
  readonly ends: readonly number[];
  /** Best first; those without a rank at the end. */
  readonly rows: readonly RunningRow[];
}

interface Runner {
  readonly entry: number;
  readonly card: Scorecard;
  readonly isRanked: boolean;
  /** Others wait for this one: competing, and has begun. Who never came would stop a board for good. */
  readonly isAwaited: boolean;
}

/** Undefined for a category that the competition does not have. */
export function runningRankingOf(
  state: Competition,
  category: string,
  basis: RunningBasis,
): RunningRanking | undefined {
  const round = roundOfCategory(state, category);
  if (!round) return undefined;
  const runners = runnersOf(state, category);
  const tieBreak = tieBreakOf(state);
  if (basis === 'sameEnd') return bySameEnds(round, runners, tieBreak);
  const lines = runners.map((runner) => lineOf(runner, runner.card.tally, tieBreak, basis === 'total'));
  return { basis, ends: [], rows: placed(lines, basis === 'total' ? compareScores : compareAverages) };
}

function runnersOf(state: Competition, category: string): readonly Runner[] {
  const runners: Runner[] = [];
  for (const { entry, unranked } of state.rankings.get(category)?.values() ?? []) {
    const card = scorecardOf(state, entry);
    const isAwaited = notesOf(state, entry).standing === 'competing' && card.tally.arrows > 0;
    runners.push({ entry, card, isRanked: unranked === 0, isAwaited });
  }
  return runners;
}

interface Line extends RankingScore {
  readonly entry: number;
  readonly arrows: number;
  readonly isRanked: boolean;
}

function lineOf(
  { entry, isRanked }: Runner,
  tally: Tally,
  tieBreak: readonly TieBreakCount[],
  withoutArrows: boolean,
): Line {
  const { total, arrows } = tally;
  const counts = tieBreak.map((count) => tally[count]);
  return { entry, total, arrows, counts, isRanked: isRanked && (withoutArrows || arrows > 0) };
}

/** Points an arrow, then each count an arrow; as fractions, so that nothing is rounded. */
function compareAverages(a: Line, b: Line): number {
  const better = (ofA: number, ofB: number) => ofB * a.arrows - ofA * b.arrows;
  const difference = better(a.total, b.total);
  if (difference !== 0) return difference;
  for (const [index, count] of a.counts.entries()) {
    const byCount = better(count, b.counts[index] ?? 0);
    if (byCount !== 0) return byCount;
  }
  return 0;
}

function placed(lines: readonly Line[], compare: (a: Line, b: Line) => number): readonly RunningRow[] {
  const sorted = lines.filter(({ isRanked }) => isRanked).sort((a, b) => compare(a, b) || a.entry - b.entry);
  const rows: RunningRow[] = [];
  for (const [index, line] of sorted.entries()) {
    const before = sorted[index - 1];
    const { isRanked: _, ...row } = line;
    rows.push({ ...row, rank: before && compare(before, line) === 0 ? rows.at(-1)?.rank : index + 1 });
  }
  for (const { isRanked, ...line } of lines) if (!isRanked) rows.push({ ...line, rank: undefined });
  return rows;
}

/** Ends that all who are awaited have completed. */
function commonEnds(round: Round, runners: readonly Runner[]): readonly number[] {
  const awaited = runners.filter(({ isAwaited }) => isAwaited);
  if (awaited.length === 0) return [];
  const ends = Array.from({ length: countEnds(round) }, (_, index) => index + 1);
  return ends.filter((end) => awaited.every(({ card }) => isEndComplete(card.ends[end - 1] ?? [null])));
}

function bySameEnds(round: Round, runners: readonly Runner[], tieBreak: readonly TieBreakCount[]): RunningRanking {
  const ends = commonEnds(round, runners);
  const rows = placedAfter(round, runners, tieBreak, ends);
  if (ends.length < 2) return { basis: 'sameEnd', ends, rows };
  const before = new Map(
    placedAfter(round, runners, tieBreak, ends.slice(0, -1)).map(({ entry, rank }) => [entry, rank]),
  );
  const withMoves = rows.map((row): RunningRow => {
    const earlier = before.get(row.entry);
    return row.rank === undefined || earlier === undefined ? row : { ...row, moved: earlier - row.rank };
  });
  return { basis: 'sameEnd', ends, rows: withMoves };
}

function placedAfter(
  round: Round,
  runners: readonly Runner[],
  tieBreak: readonly TieBreakCount[],
  ends: readonly number[],
): readonly RunningRow[] {
  const counting = new Set(ends);
  const lines = runners.map((runner) => {
    const kept = runner.card.ends.map((end, index) => (counting.has(index + 1) ? end : blankEnd(end.length)));
    return lineOf(runner, scorecardOfEnds(round, kept).tally, tieBreak, false);
  });
  return placed(lines, compareScores);
}
