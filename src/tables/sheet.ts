// A table on its way into a file: what it is called, its columns, and rows that are made one at a time.

/** Null: nothing. Numbers are for counting with; what is only written with digits (a target, a day) is a text. */
export type Cell = string | number | null;

export interface Sheet {
  /** As its tab is called. */
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** What a spreadsheet would take for a formula, with those signs that it takes for others' (full-width forms). */
const formulaLike = /^[=+\-@\t\r\n＝＋－＠]/;

export function looksLikeFormula(text: string): boolean {
  return formulaLike.test(text);
}
