// Entries as everybody may see them: year of birth, membership and needs stay with the organiser, whose list is desk-entries.ts.
import type { Competition } from '../../domain/competition.ts';
import type { Entry } from '../../domain/facts.ts';
import { formatTarget } from '../../domain/target.ts';
import type { EntryView } from '../../wire/api-entries.ts';

export interface EntryFilter {
  /** Also those whose card counts in it. */
  readonly category?: string;
  readonly club?: string;
  readonly butt?: number;
  /** Part of the name or club, in any case. */
  readonly q?: string;
}

export function entryViewOf({ number, name, club, category, target, country, also }: Entry): EntryView {
  return {
    ...{ number, name, club, category, target: target ? formatTarget(target) : null },
    ...(country === undefined ? {} : { country }),
    ...(also === undefined ? {} : { also }),
  };
}

export function entryViewsOf(state: Competition): readonly EntryView[] {
  return Array.from(state.entries.values(), entryViewOf);
}

function fits(entry: Entry, { category, club, butt, q }: EntryFilter): boolean {
  if (category !== undefined && entry.category !== category && !entry.also?.includes(category)) return false;
  if (club !== undefined && entry.club !== club) return false;
  if (butt !== undefined && entry.target?.butt !== butt) return false;
  return q === undefined || `${entry.name}\n${entry.club}`.toLowerCase().includes(q.toLowerCase());
}

/** In the order of their numbers, those above `after`; found as they are taken. */
export function* filteredEntries(state: Competition, filter: EntryFilter, after = 0): Generator<Entry> {
  for (let number = after + 1; number <= state.entryCount; number += 1) {
    const entry = state.entries.at(number);
    if (entry && fits(entry, filter)) yield entry;
  }
}
