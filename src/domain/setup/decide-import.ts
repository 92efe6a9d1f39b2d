// The rules of registering entries: all or nothing, so that a list is never imported by half.

import type { ImportEntries } from '../commands.ts';
import type { Competition } from '../competition.ts';
import { type Decision, happened, rejected } from '../decision.ts';
import type { Fact } from '../facts.ts';
import { findEntryProblem } from './entry-check.ts';
import { findCollision } from './entry-collision.ts';
import { inParts, newCategoriesOf, registrationOf } from './registration.ts';

export function decideImport(state: Competition, command: ImportEntries): Decision {
  if (command.entries.length === 0) return rejected({ code: 'nothingToImport' });
  const added = newCategoriesOf(state, command.categories);
  if ('code' in added) return rejected(added);
  const categories = new Map([...state.categories, ...added.map((category) => [category.code, category] as const)]);
  const known = { ...state, categories };
  for (const entry of command.entries) {
    const problem = findEntryProblem(known, entry);
    if (problem) return rejected(problem);
  }
  const collision = findCollision(state, command.entries);
  if (collision) return rejected(collision);
  const facts: Fact[] = inParts(registrationOf(state, command.entries)).map((entries) => ({
    kind: 'entriesRegistered',
    entries,
  }));
  return happened(...(added.length > 0 ? [{ kind: 'categoriesAdded', categories: added } as const] : []), ...facts);
}
