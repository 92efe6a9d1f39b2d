// A competition and its categories as they are answered.
import type { ChunkedList } from '../../domain/chunked-list.ts';
import { type Competition, countEntries, roundOfCategory } from '../../domain/competition.ts';
import type { Entry } from '../../domain/facts.ts';
import { isOfficial } from '../../domain/reconcile/paper-card.ts';
import type { CompetitionView as View } from '../../intake/intake.ts';
import type { CategoryView, CompetitionView, JournalEnd } from '../../wire/api-competitions.ts';

/** The list of entries is the same object until somebody is registered: counted once, however much is scored. */
const counts = new WeakMap<ChunkedList<Entry>, ReadonlyMap<string, number>>();

function countByCategory(entries: ChunkedList<Entry>): ReadonlyMap<string, number> {
  const known = counts.get(entries);
  if (known) return known;
  const counted = new Map<string, number>();
  for (const { category } of entries.values()) counted.set(category, (counted.get(category) ?? 0) + 1);
  counts.set(entries, counted);
  return counted;
}

/** In the order in which they came. */
export function categoryViewsOf(state: Competition): CategoryView[] {
  const counted = countByCategory(state.entries);
  return [...state.categories.values()].map((category) => ({
    ...category,
    roundName: roundOfCategory(state, category.code)?.name ?? category.roundId,
    entries: counted.get(category.code) ?? 0,
    isOfficial: isOfficial(state, category.code),
  }));
}

export function journalEndOf({ at, head }: Pick<View, 'at' | 'head'>): JournalEnd {
  return { facts: at.seq, head: Buffer.from(head).toString('hex') };
}

export function competitionViewOf(view: View): CompetitionView {
  const { id, state } = view;
  const { name, venue, from, to, discipline, ruleSetId, isClosed, scoring } = state;
  const entryCount = countEntries(state);
  const [journal, categories] = [journalEndOf(view), categoryViewsOf(state)];
  return { id, name, venue, from, to, discipline, ruleSetId, isClosed, scoring, entryCount, journal, categories };
}
