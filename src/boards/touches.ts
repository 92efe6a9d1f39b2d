// What a fact changes on boards. Pure, and apart, because a fact that is forgotten here is a screen that stays wrong: every kind is named.
import type { Competition } from '../domain/competition.ts';
import type { Entry, Fact } from '../domain/facts.ts';

export type Touch =
  /** One end of one card. */
  | { readonly kind: 'end'; readonly entry: Entry; readonly end: number }
  /** Everything that is shown of an entry; it may be new. */
  | { readonly kind: 'entry'; readonly entry: Entry }
  /** What only the sheet of the entry's target shows. */
  | { readonly kind: 'card'; readonly entry: Entry }
  /** The head of a category's leaderboard: ties decided, the cut. */
  | { readonly kind: 'head'; readonly category: string }
  | { readonly kind: 'allHeads' }
  /** The category's name or round, and so every line of it. */
  | { readonly kind: 'category'; readonly category: string }
  | { readonly kind: 'everything' };

/** `state` is the one after the fact, or a later one: entries keep their category and target. */
export function touchesOf(fact: Fact, state: Competition): readonly Touch[] {
  switch (fact.kind) {
    case 'arrowsScored':
    case 'endCorrected':
    case 'endRuled':
      return touchesOfEntry(state, fact.entry, (entry) => ({ kind: 'end', entry, end: fact.end }));
    case 'endHeld':
    case 'cardLocked':
    case 'cardUnlocked':
      return touchesOfEntry(state, fact.entry, (entry) => ({ kind: 'card', entry }));
    case 'standingSet':
      return touchesOfEntry(state, fact.entry, (entry) => ({ kind: 'entry', entry }));
    case 'entriesRegistered':
      return fact.entries.map((entry) => ({ kind: 'entry', entry }));
    case 'categoriesAdded':
      return fact.categories.map(({ code }) => ({ kind: 'category', category: code }));
    case 'competitionCreated':
    case 'competitionImported':
    case 'roundsAdded':
      return [{ kind: 'everything' }];
    case 'eventSet':
    case 'eventRemoved':
      // It may have been another category's before: that is known no more.
      return [{ kind: 'allHeads' }];
    case 'tieDecided':
    case 'tieReopened':
    case 'eventDrawn':
    case 'eventReseeded':
    case 'eventUndrawn':
      return touchesOfEvent(state, fact.event);
    case 'devicePaired':
    case 'deviceRevoked':
    case 'sessionsSet':
    case 'recordsSet':
    case 'endChecked':
    case 'matchesScheduled':
    case 'matchArrowsScored':
    case 'matchEndCorrected':
    case 'shootOffMeasured':
    case 'matchAttendanceSet':
    case 'matchBeginnerChosen':
      return [];
  }
}

function touchesOfEntry(state: Competition, number: number, touch: (entry: Entry) => Touch): readonly Touch[] {
  const entry = state.entries.at(number);
  return entry ? [touch(entry)] : [];
}

/** The qualification of a team event has no board. */
function touchesOfEvent(state: Competition, event: string): readonly Touch[] {
  const contest = state.events.get(event)?.setup.contest;
  return contest?.kind === 'individual' ? [{ kind: 'head', category: contest.category }] : [];
}
