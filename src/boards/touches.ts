// What a fact changes on boards. Pure, and apart, because a fact that is forgotten here is a screen that stays wrong.
import type { Competition } from '../domain/competition.ts';
import type { Entry, Fact } from '../domain/facts.ts';

export type Touch =
  /** One end of one card. */
  | { readonly kind: 'end'; readonly entry: Entry; readonly end: number }
  /** Everything that is shown of an entry; it may be new. */
  | { readonly kind: 'entry'; readonly entry: Entry }
  /** The category's name or round, and so every line of it. */
  | { readonly kind: 'category'; readonly category: string }
  | { readonly kind: 'everything' };

/** `state` is the one after the fact, or a later one: entries keep their category and target. */
export function touchesOf(fact: Fact, state: Competition): readonly Touch[] {
  switch (fact.kind) {
    case 'arrowsScored':
    case 'endCorrected':
    case 'endRuled': {
      const entry = state.entries.at(fact.entry);
      return entry ? [{ kind: 'end', entry, end: fact.end }] : [];
    }
    case 'entriesRegistered':
      return fact.entries.map((entry) => ({ kind: 'entry', entry }));
    case 'categoriesAdded':
      return fact.categories.map(({ code }) => ({ kind: 'category', category: code }));
    case 'endChecked':
    case 'endHeld':
    case 'cardLocked':
    case 'cardUnlocked':
    case 'standingSet': {
      const entry = state.entries.at(fact.entry);
      return entry ? [{ kind: 'entry', entry }] : [];
    }
    case 'competitionCreated':
    case 'competitionImported':
    case 'roundsAdded':
      return [{ kind: 'everything' }];
    default:
      return [];
  }
}
