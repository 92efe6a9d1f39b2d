// Rows as they were read from a file of any kind, with where they stand in it, and how much of them is ever looked at.

export interface TableRow {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** More than any competition has had; the whole file is looked at in one go. */
export const mostRows = 20_000;
/** Wider lines are no list of entries. */
export const mostColumns = 200;
