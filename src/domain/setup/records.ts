// Records and personal bests, as a table that the organiser may import: what a total has to beat to be flagged.

export interface RecordMark {
  /** `PB` for a personal best; else the record's own short name: `WR`, `NR`, `Club`. */
  readonly kind: string;
  /** A category's code; empty for a personal best in any. */
  readonly category: string;
  readonly roundId: string;
  /** Whose personal best, by name and club as registered; empty for a record of everybody. */
  readonly name: string;
  readonly club: string;
  readonly total: number;
  /** Counts of the same rule set may decide equal totals: Xs; undefined where the table has none. */
  readonly x?: number;
}
