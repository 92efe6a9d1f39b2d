// The rules of registering entries: all or nothing, so that a list is never imported by half.

import type { ImportEntries } from '../commands.ts';
import type { Competition } from '../competition.ts';
import { type Decision, happened, rejected } from '../decision.ts';
import type { Entry, Fact } from '../facts.ts';
import { formatTarget } from '../target.ts';
import type { Category } from './categories.ts';
import { findCategoryProblem } from './category-check.ts';
import { findDetailProblem, keptDetails } from './entry-check.ts';

/** Entries in one fact; keeps a record of the journal well under 100 KB. */
const entriesPerFact = 500;

/** Two entries with the same key are one athlete registered twice. */
export function entryKey(entry: { readonly name: string; readonly club: string; readonly category: string }): string {
  return [entry.name, entry.club, entry.category].map(comparable).join('\n');
}

/** Accents may come composed or as separate marks (files made on macOS), and spaces doubled: it is still the same name. */
function comparable(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en');
}

function firstOfEachCode(categories: readonly Category[]): readonly Category[] {
  const byCode = new Map<string, Category>();
  for (const category of categories) if (!byCode.has(category.code)) byCode.set(category.code, category);
  return [...byCode.values()];
}

export function decideImport(state: Competition, command: ImportEntries): Decision {
  if (command.entries.length === 0) return rejected({ code: 'nothingToImport' });
  const added = firstOfEachCode(command.categories).filter(({ code }) => !state.categories.has(code));
  for (const category of added) {
    const problem = findCategoryProblem(state, category);
    if (problem) return rejected(problem);
  }
  const categories = new Map([...state.categories, ...added.map((category) => [category.code, category] as const)]);
  const known = { ...state, categories };

  const keys = new Set<string>();
  const targets = new Map<string, string>();
  for (const entry of state.entries.values()) {
    keys.add(entryKey(entry));
    if (entry.target) targets.set(formatTarget(entry.target), entry.name);
  }
  const entries: Entry[] = [];
  for (const entry of command.entries) {
    const { name, club, category, target } = entry;
    if (name.trim() === '') return rejected({ code: 'nameMissing' });
    if (!categories.has(category)) return rejected({ code: 'unknownCategory', category });
    const problem = findDetailProblem(known, entry);
    if (problem) return rejected(problem);
    const key = entryKey(entry);
    if (keys.has(key)) return rejected({ code: 'duplicateEntry', name, club, category });
    keys.add(key);
    if (target) {
      const place = formatTarget(target);
      const holder = targets.get(place);
      if (holder !== undefined) return rejected({ code: 'targetTaken', target: place, name: holder });
      targets.set(place, name);
    }
    const number = state.entryCount + entries.length + 1;
    entries.push({ number, name: name.trim(), club: club.trim(), category, target, ...keptDetails(entry) });
  }
  const facts: Fact[] = added.length > 0 ? [{ kind: 'categoriesAdded', categories: added }] : [];
  for (let start = 0; start < entries.length; start += entriesPerFact) {
    facts.push({ kind: 'entriesRegistered', entries: entries.slice(start, start + entriesPerFact) });
  }
  return happened(...facts);
}
