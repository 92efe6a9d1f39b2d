// Where somebody is in the list and which rows are chosen, by entry number: what keys and clicks do to it. Pure.
export interface RowSelection {
  /** The row that keys act on; undefined before the first. */
  readonly cursor: number | undefined;
  /** From where a range of chosen rows goes. */
  readonly anchor: number | undefined;
  readonly chosen: ReadonlySet<number>;
}

export const noRows: RowSelection = { cursor: undefined, anchor: undefined, chosen: new Set() };

/** Which way keys move, in rows. */
export type Move = number | 'first' | 'last';

/** `rows` are the numbers in the order of the list. */
export function moved(state: RowSelection, rows: readonly number[], move: Move, isRange: boolean): RowSelection {
  if (rows.length === 0) return state;
  const at = state.cursor === undefined ? -1 : rows.indexOf(state.cursor);
  const wanted = move === 'first' ? 0 : move === 'last' ? rows.length - 1 : at < 0 ? 0 : at + move;
  return pointedAt(state, rows, rows[Math.min(Math.max(0, wanted), rows.length - 1)], isRange);
}

/** The row comes under the cursor; a range is chosen from where the last one began. */
export function pointedAt(
  state: RowSelection,
  rows: readonly number[],
  row: number | undefined,
  isRange: boolean,
): RowSelection {
  if (row === undefined) return state;
  if (!isRange) return { ...state, cursor: row, anchor: row };
  const anchor = state.anchor ?? state.cursor ?? row;
  const [one, other] = [rows.indexOf(anchor), rows.indexOf(row)];
  const range = rows.slice(Math.min(one, other), Math.max(one, other) + 1);
  return { cursor: row, anchor, chosen: new Set(range) };
}

/** Chooses the row, or no longer. */
export function toggled(state: RowSelection, row: number | undefined): RowSelection {
  if (row === undefined) return state;
  const chosen = new Set(state.chosen);
  if (!chosen.delete(row)) chosen.add(row);
  return { cursor: row, anchor: row, chosen };
}

/** All rows, or none when all are chosen already. */
export function toggledAll(state: RowSelection, rows: readonly number[]): RowSelection {
  const areAll = rows.length > 0 && rows.every((row) => state.chosen.has(row));
  return { ...state, chosen: new Set(areAll ? [] : rows) };
}

/** Without those that are not there any more. */
export function kept(state: RowSelection, rows: ReadonlySet<number>): RowSelection {
  const chosen = [...state.chosen].filter((row) => rows.has(row));
  const isThere = (row: number | undefined) => row === undefined || rows.has(row);
  if (chosen.length === state.chosen.size && isThere(state.cursor) && isThere(state.anchor)) return state;
  return {
    cursor: isThere(state.cursor) ? state.cursor : undefined,
    anchor: isThere(state.anchor) ? state.anchor : undefined,
    chosen: new Set(chosen),
  };
}
