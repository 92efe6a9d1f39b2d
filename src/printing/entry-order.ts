// Entries as they are printed: those that are wanted, in the order of the targets, those without one last.
import type { Entry } from '../domain/facts.ts';
import { sessionsOf } from '../domain/setup/sessions.ts';
import { compareTargets } from '../domain/target.ts';
import type { Printed } from './asked.ts';

export function entriesByTarget({ state, options: { category, session } }: Printed): readonly Entry[] {
  return [...state.entries.values()]
    .filter((entry) => category === undefined || entry.category === category)
    .filter(
      (entry) =>
        session === undefined || sessionsOf(state.sessions, entry.category).some(({ number }) => number === session),
    )
    .toSorted((x, y) => {
      if (x.target && y.target) return compareTargets(x.target, y.target);
      return x.target ? -1 : y.target ? 1 : x.number - y.number;
    });
}

/** Those of the category that is wanted, by name in the order of the language. */
export function entriesByName({ state, words, options: { category } }: Printed): readonly Entry[] {
  const { compare } = new Intl.Collator(words.language);
  return [...state.entries.values()]
    .filter((entry) => category === undefined || entry.category === category)
    .toSorted((x, y) => compare(x.name, y.name) || x.number - y.number);
}
