// A live leaderboard in the page: a snapshot, then deltas folded into it, ranked with the same code as everywhere else.
import {
  type Leaderboard,
  type LeaderboardHead,
  type LeaderboardRow,
  type RankedRow,
  rankRows,
  type ScoreLine,
} from '../../src/domain/ranking/leaderboard.ts';
import { movementOf } from '../../src/domain/ranking/movement.ts';

export interface BoardRow extends RankedRow {
  /** Boxes of the last end that came with the latest change: they light up. */
  readonly fresh: readonly number[];
}

export interface BoardState {
  readonly head: LeaderboardHead;
  readonly rows: readonly BoardRow[];
}

interface ScoreDelta {
  readonly scores: readonly ScoreLine[];
  readonly rows: readonly LeaderboardRow[];
}

function rankedBy({ ties, dnfLosesRank }: LeaderboardHead, rows: Iterable<LeaderboardRow>): readonly RankedRow[] {
  return rankRows(rows, ties, dnfLosesRank);
}

export function boardOfSnapshot({ head, rows }: Leaderboard): BoardState {
  return { head, rows: rankedBy(head, rows).map((row) => ({ ...row, fresh: [] })) };
}

export function freshBoxes(before: ScoreLine | undefined, after: ScoreLine): readonly number[] {
  const old = before && before.end === after.end ? before.endArrows : [];
  return after.endArrows.flatMap((value, box) => (value !== null && value !== old[box] ? [box] : []));
}

/** Ready to be ranked anew: a decision may hold no longer. */
function undecided(row: BoardRow): LeaderboardRow {
  if (!row.decidedBy) return row;
  const { decidedBy: _, ...rest } = row;
  return rest;
}

export function foldBoard(state: BoardState, delta: ScoreDelta): BoardState {
  const before = new Map(state.rows.map((row) => [row.entry, row]));
  const lines = new Map(state.rows.map((row) => [row.entry, undecided(row)]));
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
  const rows = rankedBy(state.head, lines.values()).map((row): BoardRow => {
    const old = before.get(row.entry);
    if (!changed.has(row.entry)) {
      const isSame = old && old.rank === row.rank && old.decidedBy === row.decidedBy;
      return isSame ? old : { ...row, fresh: old?.fresh ?? [] };
    }
    return { ...row, fresh: freshBoxes(old, row) };
  });
  return { ...state, rows };
}

const movements = new WeakMap<BoardState, ReadonlyMap<number, number>>();

/** Places gained or lost since the last end, by entry. Worked out when it is looked at: not for every score in a burst. */
export function movementOfBoard(board: BoardState): ReadonlyMap<number, number> {
  const known = movements.get(board);
  if (known) return known;
  const moved = movementOf(board.head, board.rows);
  movements.set(board, moved);
  return moved;
}

export interface CutLine {
  /** The row below which the line is drawn: the last who goes on, and whoever is level with that one. */
  readonly below: number;
  readonly goOn: number;
  /** Those that a shoot-off has to part, once they have shot their round. */
  readonly tied: { readonly archers: number; readonly places: number } | undefined;
}

/** Undefined where there is nothing to cut: no elimination, nobody is left out, or too few have begun to shoot. */
export function cutLineOf({ head, rows }: BoardState): CutLine | undefined {
  const { cut, arrows } = head;
  const ranked = rows.filter(({ rank }) => rank > 0);
  const last = cut === undefined ? undefined : ranked[cut - 1];
  if (cut === undefined || !last || last.arrows === 0 || ranked.length === cut) return undefined;
  const level = ranked.filter(({ rank }) => rank === last.rank);
  const isTied = last.rank - 1 + level.length > cut && level.every((row) => row.arrows >= arrows || row.standing);
  const tied = isTied ? { archers: level.length, places: cut - last.rank + 1 } : undefined;
  return { below: level.at(-1)?.entry ?? last.entry, goOn: cut, tied };
}
