// What a phone shows that follows one athlete: the card, and the rank after every end.
import type { Competition } from '../competition.ts';
import type { Hit } from './card-notes.ts';
import type { SheetArchers } from './target-sheet.ts';

/** The rank after an end, among those of the category who have completed as many ends. */
export interface RankAfterEnd {
  readonly end: number;
  readonly rank: number;
  readonly of: number;
}

export interface AthleteSheet extends SheetArchers {
  readonly competitionName: string;
  readonly categoryName: string;
  readonly ranks: readonly RankAfterEnd[];
  /** By end, where arrows were plotted. */
  readonly hits: readonly { readonly end: number; readonly hits: readonly Hit[] }[];
}

/** Undefined for an entry that there is not. Works without a target too. */
export function athleteSheetOf(_state: Competition, _entry: number): AthleteSheet | undefined {
  return undefined;
}
