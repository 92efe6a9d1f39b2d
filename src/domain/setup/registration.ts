// What registering needs, of a list that is imported and of single entries alike: categories that are new, numbers, facts of bounded size.
import type { NewEntry } from '../commands.ts';
import type { Competition } from '../competition.ts';
import type { Entry } from '../facts.ts';
import type { Rejection } from '../rejections.ts';
import type { Category } from './categories.ts';
import { findCategoryProblem } from './category-check.ts';
import { keptEntry } from './entry-check.ts';

/** Entries in one fact; keeps a record of the journal well under 100 KB. */
const entriesPerFact = 500;

export function inParts<T>(entries: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(entries.length / entriesPerFact) }, (_, index) =>
    entries.slice(index * entriesPerFact, (index + 1) * entriesPerFact),
  );
}

/** Those that the competition does not have yet, the first of each code. */
export function newCategoriesOf(
  state: Pick<Competition, 'rounds' | 'categories'>,
  categories: readonly Category[],
): readonly Category[] | Rejection {
  const byCode = new Map<string, Category>();
  for (const category of categories) {
    if (state.categories.has(category.code) || byCode.has(category.code)) continue;
    const problem = findCategoryProblem(state, category);
    if (problem) return problem;
    byCode.set(category.code, category);
  }
  return [...byCode.values()];
}

/** With their numbers, as they are kept. */
export function registrationOf(
  { entryCount }: Pick<Competition, 'entryCount'>,
  added: readonly NewEntry[],
): readonly Entry[] {
  return added.map((entry, index) => ({ number: entryCount + index + 1, ...keptEntry(entry) }));
}
