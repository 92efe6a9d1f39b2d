// Which totals are records or personal bests, by the table that the organiser imported.

import type { Tally } from '../card/scorecard.ts';
import { type Competition, categoriesOf, notesOf, roundOfEntry, scorecardOf } from '../competition.ts';
import type { Entry } from '../facts.ts';
import { countArrows } from '../rounds/rounds.ts';
import type { RecordMark } from '../setup/records.ts';

export interface RecordFlag {
  readonly kind: string;
  readonly mark: RecordMark;
  /** Beaten, or equalled. */
  readonly how: 'beaten' | 'equalled';
}

/** Of a complete card, in the order of the table; empty for one still being shot, and for who retired or was disqualified. */
export function recordFlagsOf(state: Competition, entryNumber: number): readonly RecordFlag[] {
  if (state.records.length === 0) return [];
  const entry = state.entries.at(entryNumber);
  const round = roundOfEntry(state, entryNumber);
  const { tally } = scorecardOf(state, entryNumber);
  if (!entry || !round || tally.arrows < countArrows(round)) return [];
  if (notesOf(state, entryNumber).standing !== 'competing') return [];
  return state.records.flatMap((mark) => {
    const how = mark.roundId === round.id && concerns(mark, entry) ? howBeaten(mark, tally) : undefined;
    return how ? [{ kind: mark.kind, mark, how }] : [];
  });
}

/** A personal best is its athlete's, in its category or in any; a record is everybody's in its category. */
function concerns({ kind, category, name, club }: RecordMark, entry: Entry): boolean {
  if (category === '' ? kind !== 'PB' : !categoriesOf(entry).includes(category)) return false;
  return kind !== 'PB' || (name === entry.name && (club === '' || club === entry.club));
}

/** Xs decide equal totals where the table has them. */
function howBeaten(mark: RecordMark, { total, x }: Tally): RecordFlag['how'] | undefined {
  const ahead = total - mark.total || x - (mark.x ?? x);
  if (ahead > 0) return 'beaten';
  return ahead === 0 ? 'equalled' : undefined;
}
