// The running leaderboard, whole and ranked: what a screen folds for itself from the live boards, for whoever only asks once.
import { leaderboardOf, rankRows } from '../../domain/ranking/leaderboard.ts';
import type { CompetitionView as View } from '../../intake/intake.ts';
import type { Leaderboard } from '../../wire/api-leaderboards.ts';

/** Undefined where the competition has no such category. */
export function leaderboardViewOf({ state, at }: View, category: string): Leaderboard | undefined {
  const found = leaderboardOf(state, category);
  if (!found) return undefined;
  const { head, rows } = found;
  return { head, position: at, rows: rankRows(rows, head.ties, head.dnfLosesRank) };
}
