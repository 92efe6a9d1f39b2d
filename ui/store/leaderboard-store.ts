// A live leaderboard in the page: a snapshot, then deltas folded into it, ranked with the same code as everywhere else.
import {
  type Leaderboard,
  type LeaderboardHead,
  type LeaderboardRow,
  type RankedRow,
  rankRows,
  type ScoreLine,
} from '../../src/domain/leaderboard.ts';

export interface BoardRow extends RankedRow {
  /** Boxes of the last end that came with the latest change: they light up. */
  readonly fresh: readonly number[];
  /** Places gained (positive) or lost with the latest change of this row's own score. */
  readonly moved: number;
}

export interface BoardState {
  readonly head: LeaderboardHead;
  readonly rows: readonly BoardRow[];
}

interface ScoreDelta {
  readonly scores: readonly ScoreLine[];
  readonly rows: readonly LeaderboardRow[];
}

export function boardOfSnapshot({ head, rows }: Leaderboard): BoardState {
  return { head, rows: rankRows(rows).map((row) => ({ ...row, fresh: [], moved: 0 })) };
}

export function freshBoxes(before: ScoreLine | undefined, after: ScoreLine): readonly number[] {
  const old = before && before.end === after.end ? before.endArrows : [];
  return after.endArrows.flatMap((value, box) => (value !== null && value !== old[box] ? [box] : []));
}

export function foldBoard(state: BoardState, delta: ScoreDelta): BoardState {
  const before = new Map(state.rows.map((row) => [row.entry, row]));
  const lines = new Map<number, LeaderboardRow>(before);
  const changed = new Set<number>();
  for (const row of delta.rows) {
    lines.set(row.entry, row);
    changed.add(row.entry);
  }
  for (const score of delta.scores) {
    const row = lines.get(score.entry);
    if (!row) continue;
    const { name, club, target } = row;
    lines.set(score.entry, { ...score, name, club, target });
    changed.add(score.entry);
  }
  const rows = rankRows(lines.values()).map((row): BoardRow => {
    const old = before.get(row.entry);
    if (!changed.has(row.entry)) {
      return old && old.rank === row.rank ? old : { ...row, fresh: old?.fresh ?? [], moved: old?.moved ?? 0 };
    }
    return { ...row, fresh: freshBoxes(old, row), moved: old ? old.rank - row.rank : 0 };
  });
  return { ...state, rows };
}
