// Places gained or lost since the last end, worked out from nothing but the lines of a leaderboard: what the ranks were without the end
// that is being shot, or that was shot last.
import { tallyOfEnds } from '../card/scorecard.ts';
import { countEnds, findRound, type Round } from '../rounds/rounds.ts';
import type { TieBreakCount } from '../rule-sets.ts';
import { type LeaderboardHead, type LeaderboardRow, type RankedRow, rankRows } from './leaderboard.ts';

/**
 * The end that a category is at: the last one that somebody has begun. Groups that shoot in different sessions are ends apart: whoever has
 * finished the round counts only while the others are at its last two ends.
 */
function currentEndOf({ arrows }: Pick<LeaderboardHead, 'arrows'>, round: Round, rows: readonly RankedRow[]) {
  const shooting = rows.filter(({ rank, end }) => rank > 0 && end > 0);
  const furthest = (some: readonly RankedRow[]) => some.reduce((most, { end }) => Math.max(most, end), 0);
  const unfinished = shooting.filter((row) => row.arrows < arrows && !row.standing);
  const front = furthest(unfinished);
  return unfinished.length === 0 || front >= countEnds(round) - 1 ? furthest(shooting) : front;
}

function withoutEnd(row: LeaderboardRow, round: Round, tieBreak: readonly TieBreakCount[]): LeaderboardRow {
  const { end, endArrows } = row;
  const ends = Array.from({ length: end }, (_, index) => (index === end - 1 ? endArrows : []));
  const tally = tallyOfEnds(round, ends, { fromEnd: end, toEnd: end });
  const counts = row.counts.map((count, index) => {
    const name = tieBreak[index];
    return count - (name ? tally[name] : 0);
  });
  return { ...row, total: row.total - tally.total, arrows: row.arrows - tally.arrows, counts };
}

/**
 * By entry: places gained (positive) or lost since the ranking before the current end; who stands where they stood is missing. Empty in the
 * first end, before which nobody had a place. Decisions of ties hold for the ranking of now only.
 */
export function movementOf(head: LeaderboardHead, rows: readonly RankedRow[]): ReadonlyMap<number, number> {
  const moved = new Map<number, number>();
  const round = head.ownRound ?? findRound(head.roundId);
  const end = round ? currentEndOf(head, round, rows) : 0;
  if (!round || end < 2) return moved;
  const before = rows.map((row) => (row.end === end ? withoutEnd(row, round, head.tieBreak) : row));
  const ranks = new Map(rankRows(before.map(undecided), [], head.dnfLosesRank).map((row) => [row.entry, row]));
  for (const { entry, rank } of rows) {
    const then = ranks.get(entry);
    if (rank > 0 && then && then.rank > 0 && then.arrows > 0 && then.rank !== rank) moved.set(entry, then.rank - rank);
  }
  return moved;
}

function undecided({ decidedBy: _, ...row }: LeaderboardRow & Partial<Pick<RankedRow, 'decidedBy'>>): LeaderboardRow {
  return row;
}

/** Undefined before the first arrow. */
export function averageArrowOf({ total, arrows }: Pick<LeaderboardRow, 'total' | 'arrows'>): number | undefined {
  return arrows > 0 ? total / arrows : undefined;
}
