// What a fact changes on boards. Pure, and apart, because a fact that is forgotten here is a screen that stays wrong: every kind is named.
import { type Competition, categoriesOf } from '../domain/competition.ts';
import type { Entry, EventFact, Fact, LeftBehind } from '../domain/facts.ts';

export type Touch =
  /** One end of one card. */
  | { readonly kind: 'end'; readonly entry: Entry; readonly end: number }
  /** Everything that is shown of an entry; it may be new. */
  | { readonly kind: 'entry'; readonly entry: Entry }
  /** What only cards show: the sheet of the entry's target, and the athlete's own. */
  | { readonly kind: 'card'; readonly entry: Entry }
  /** The head of a category's leaderboard: ties decided, the cut. */
  | { readonly kind: 'head'; readonly category: string }
  | { readonly kind: 'allHeads' }
  /** The category's name or round, and so every line of it. */
  | { readonly kind: 'category'; readonly category: string }
  /** Who is on a target's sheet. */
  | { readonly kind: 'sheet'; readonly butt: number }
  /** What every target's sheet shows. */
  | { readonly kind: 'allSheets' }
  | { readonly kind: 'match'; readonly event: string; readonly match: string }
  /** All matches of an event. */
  | { readonly kind: 'event'; readonly event: string }
  /** 0: the competition's own. */
  | { readonly kind: 'clock'; readonly session: number }
  | { readonly kind: 'matchClock'; readonly event: string; readonly match: string }
  | { readonly kind: 'allClocks' }
  | { readonly kind: 'show' }
  | { readonly kind: 'everything' };

/** `state` is the one after the fact, or a later one: entries keep their category and target. */
export function touchesOf(fact: Fact, state: Competition): readonly Touch[] {
  switch (fact.kind) {
    case 'arrowsScored':
    case 'endCorrected':
    case 'endRuled':
      return [
        ...touchesOfEntry(state, fact.entry, (entry) => ({ kind: 'end', entry, end: fact.end })),
        ...touchesOfPaper(state, fact.entry),
      ];
    case 'endChecked':
    case 'endHeld':
    case 'cardSigned':
    case 'cardLocked':
    case 'cardUnlocked':
      return touchesOfEntry(state, fact.entry, (entry) => ({ kind: 'card', entry }));
    case 'standingSet':
      return [
        ...touchesOfEntry(state, fact.entry, (entry) => ({ kind: 'entry', entry })),
        ...touchesOfPaper(state, fact.entry),
      ];
    case 'paperCounted':
    case 'paperSettled':
    case 'paperTakenBack':
      return [
        ...touchesOfEntry(state, fact.entry, (entry) => ({ kind: 'entry', entry })),
        ...touchesOfHeads(state, [fact.entry]),
      ];
    case 'paperWaived':
      return touchesOfHeads(state, fact.entries);
    case 'entriesRegistered':
    case 'entriesRestored':
      return touchesOfEntries(fact.entries, state);
    case 'entriesChanged':
      return [...touchesOfEntries(fact.entries, state), ...touchesOfLeft(fact.left)];
    case 'entriesWithdrawn':
      return touchesOfWithdrawn(fact.entries, state);
    case 'entriesCheckedIn':
    case 'equipmentInspected':
      return [];
    case 'categoriesAdded':
      return fact.categories.map(({ code }) => ({ kind: 'category', category: code }));
    case 'competitionCreated':
    case 'competitionImported':
    case 'roundsAdded':
      return [{ kind: 'everything' }];
    case 'screenSet':
    case 'screenReleased':
    case 'playlistSet':
    case 'playlistRemoved':
    case 'announced':
    case 'announcementWithdrawn':
    // What is frozen looks as it looked.
    case 'publicFrozen':
      return [{ kind: 'show' }];
    case 'publicReleased':
      return [{ kind: 'everything' }];
    case 'scoringSet':
      return [{ kind: 'allSheets' }];
    case 'clockSet':
      return [{ kind: 'clock', session: fact.session ?? 0 }];
    case 'matchClockSet':
      return [{ kind: 'matchClock', event: fact.event, match: fact.match }];
    case 'sessionsSet':
      return [{ kind: 'allSheets' }, { kind: 'allClocks' }];
    case 'competitionClosed':
    case 'competitionReopened':
    case 'noteWritten':
    case 'noteClosed':
    case 'noteReopened':
    case 'devicePaired':
    case 'deviceRevoked':
    case 'recordsSet':
    case 'officialsSet':
    case 'certificateSet':
    case 'logoSet':
      return [];
    default:
      return touchesOfEventFact(fact, state);
  }
}

function touchesOfEventFact(fact: EventFact, state: Competition): readonly Touch[] {
  switch (fact.kind) {
    case 'eventSet':
      // It may have been another category's before: that is known no more.
      return [{ kind: 'allHeads' }, ...touchesOfMatches(fact.setup.id)];
    case 'eventRemoved':
      return [{ kind: 'allHeads' }, ...touchesOfMatches(fact.event), { kind: 'allClocks' }];
    case 'tieDecided':
    case 'tieReopened':
      return touchesOfHead(state, fact.event);
    case 'eventReseeded':
      return [...touchesOfHead(state, fact.event), ...touchesOfMatches(fact.event)];
    case 'eventDrawn':
    case 'eventUndrawn':
      return [...touchesOfHead(state, fact.event), ...touchesOfMatches(fact.event), { kind: 'allClocks' }];
    case 'matchesScheduled':
    case 'matchesUnscheduled':
    case 'drawSwapped':
    case 'teamChanged':
      return touchesOfMatches(fact.event);
    case 'matchArrowsScored':
    case 'matchEndCorrected':
    case 'shootOffMeasured':
    case 'matchAttendanceSet':
    case 'matchBeginnerChosen':
      return [{ kind: 'match', event: fact.event, match: fact.match }];
  }
}

/** As they are now; of who is withdrawn meanwhile, another fact tells. */
function touchesOfEntries(entries: readonly Entry[], state: Competition): readonly Touch[] {
  const found = entries.map((entry) => state.entries.at(entry.number) ?? entry);
  return [...found.map((entry): Touch => ({ kind: 'entry', entry })), ...touchesOfNewcomers(found, state)];
}

function touchesOfLeft({ categories, butts }: LeftBehind = { categories: [], butts: [] }): readonly Touch[] {
  return [
    ...categories.map((category) => ({ kind: 'head', category }) as const),
    ...butts.map((butt) => ({ kind: 'sheet', butt }) as const),
  ];
}

/** Or of who is back already. */
function touchesOfWithdrawn(numbers: readonly number[], state: Competition): readonly Touch[] {
  return numbers.flatMap((number): readonly Touch[] => {
    const entry = state.withdrawn.get(number)?.entry ?? state.entries.at(number);
    if (!entry) return [];
    const butts = entry.target ? [entry.target.butt] : [];
    return [{ kind: 'entry', entry }, ...touchesOfLeft({ categories: categoriesOf(entry), butts })];
  });
}

/** On which butts they were shot before is known no more. */
function touchesOfMatches(event: string): readonly Touch[] {
  return [{ kind: 'event', event }, { kind: 'allSheets' }];
}

function touchesOfEntry(state: Competition, number: number, touch: (entry: Entry) => Touch): readonly Touch[] {
  const entry = state.entries.at(number);
  return entry ? [touch(entry)] : [];
}

/** Where paper cards are compared already, a result that was official is not so with somebody more in it. */
function touchesOfNewcomers(entries: readonly Entry[], state: Competition): readonly Touch[] {
  const hasPapers = (category: string) =>
    [...(state.rankings.get(category)?.values() ?? [])].some(({ entry }) => state.notes.at(entry)?.paper);
  const heads = [...new Set(entries.flatMap(categoriesOf))].filter(hasPapers);
  return heads.map((category) => ({ kind: 'head', category }));
}

/** Whether a result is official stands in the head of its board: a card that was compared with its paper may be no longer. */
function touchesOfPaper(state: Competition, entry: number): readonly Touch[] {
  return state.notes.at(entry)?.paper ? touchesOfHeads(state, [entry]) : [];
}

function touchesOfHeads(state: Competition, entries: readonly number[]): readonly Touch[] {
  const found = entries.map((entry) => state.entries.at(entry)).filter((entry) => !!entry);
  return [...new Set(found.flatMap(categoriesOf))].map((category) => ({ kind: 'head', category }));
}

/** The qualification of a team event has no board. */
function touchesOfHead(state: Competition, event: string): readonly Touch[] {
  const contest = state.events.get(event)?.setup.contest;
  return contest?.kind === 'individual' ? [{ kind: 'head', category: contest.category }] : [];
}
