// Which totals are records or personal bests, by the table that the organiser imported.
import type { Competition } from './competition.ts';
import type { RecordMark } from './records.ts';

export interface RecordFlag {
  readonly kind: string;
  readonly mark: RecordMark;
  /** Beaten, or equalled. */
  readonly how: 'beaten' | 'equalled';
}

/** Of a complete card; empty for one still being shot. */
export function recordFlagsOf(_state: Competition, _entry: number): readonly RecordFlag[] {
  return [];
}
