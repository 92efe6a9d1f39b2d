// The interchange file of a state. Always written the same way, so that equal states make equal files: entries and cards by number, ends
// and matches in their order, what is as usual left out.
import type { FactOrigin } from '../actor.ts';
import type { CardChange, CardNotes } from '../card/card-notes.ts';
import { clocksInOrder, lineClockOf } from '../clock/kept-clock.ts';
import type { Competition } from '../competition.ts';
import type { EventState } from '../event/event.ts';
import { documentPaperOf } from '../paper/paper-document.ts';
import { documentShowOf } from '../show/show-document.ts';
import {
  type CompetitionDocument,
  type DocumentCard,
  type DocumentCardChange,
  type DocumentEvent,
  documentFormat,
  documentVersion,
} from './document.ts';
import { documentEntriesOf } from './document-entries.ts';
import { documentMatchCardOf } from './document-match-card.ts';

/** Everything but the devices. */
export function competitionToDocument(state: Competition): CompetitionDocument {
  const { name, venue, from, to, discipline, ruleSetId, isClosed, scoring, sessions, records } = state;
  return {
    format: documentFormat,
    version: documentVersion,
    name,
    venue,
    from,
    to,
    discipline,
    ruleSetId,
    ...(isClosed ? { closed: true } : {}),
    ...(scoring === 'one' ? {} : { scoring }),
    ...documentClocksOf(state),
    rounds: [...state.rounds.values()],
    categories: [...state.categories.values()],
    sessions,
    records,
    ...documentEntriesOf(state),
    cards: [...documentCardsOf(state)],
    events: Array.from(state.events.values(), documentEventOf),
    ...documentShowOf(state.show),
    ...(state.judgesLog.size > 0 ? { judgesLog: [...state.judgesLog.values()] } : {}),
    ...documentPaperOf(state.paper),
  };
}

function documentClocksOf({ clocks }: Competition) {
  const clock = lineClockOf(clocks, 0);
  const inOrder = clocksInOrder(clocks);
  const sessionClocks = inOrder.flatMap((kept) =>
    kept.of === 'lines' && kept.session > 0 ? [{ session: kept.session, clock: kept.clock }] : [],
  );
  const matchClocks = inOrder.flatMap((kept) =>
    kept.of === 'match' ? [{ event: kept.event, match: kept.match, clock: kept.clock }] : [],
  );
  return {
    ...(clock ? { clock } : {}),
    ...(sessionClocks.length > 0 ? { sessionClocks } : {}),
    ...(matchClocks.length > 0 ? { matchClocks } : {}),
  };
}

function* documentCardsOf(state: Competition): Generator<DocumentCard> {
  for (const { number } of state.entries.values()) {
    const ends = state.scorecards.at(number)?.ends ?? [];
    const notes = state.notes.at(number);
    const card = { entry: number, ends, ...(notes ? documentNotesOf(notes) : {}) };
    if (ends.length > 0 || Object.keys(card).length > 2) yield card;
  }
}

function documentNotesOf(notes: CardNotes): Omit<DocumentCard, 'entry' | 'ends'> {
  const { standing, lock, changes, paper } = notes;
  const held = byEnd(notes.held).map(([end, cause]) => ({ end, cause }));
  const writers = byEnd(notes.writers).map(([end, device]) => ({ end, device }));
  const checks = byEnd(notes.checks).map(([end, check]) => ({
    end,
    ...originOf(check),
    arrows: check.arrows,
    ...(check.byAthlete ? { byAthlete: check.byAthlete } : {}),
  }));
  const signatures = [...notes.signatures]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([as, signature]) => ({ as, ...originOf(signature), name: signature.name, strokes: signature.strokes }));
  const hits = byEnd(notes.hits).map(([end, each]) => ({ end, hits: each }));
  return {
    ...(standing === 'competing' ? {} : { standing }),
    ...(lock ? { lock: { ...originOf(lock), by: lock.by } } : {}),
    ...(held.length > 0 ? { held } : {}),
    ...(writers.length > 0 ? { writers } : {}),
    ...(checks.length > 0 ? { checks } : {}),
    ...(signatures.length > 0 ? { signatures } : {}),
    ...(hits.length > 0 ? { hits } : {}),
    ...(changes.length > 0 ? { changes: changes.map(documentCardChangeOf) } : {}),
    ...(paper ? { paper } : {}),
  };
}

function byEnd<T>(notes: ReadonlyMap<number, T>): readonly (readonly [number, T])[] {
  return [...notes].sort(([a], [b]) => a - b);
}

function originOf({ at, actor }: FactOrigin): FactOrigin {
  return { at, actor };
}

function documentCardChangeOf(change: CardChange): DocumentCardChange {
  const { kind, end, was, now, ruling, standing, by, reason } = change;
  return {
    ...originOf(change),
    kind,
    ...(end === undefined ? {} : { end }),
    ...(was ? { was } : {}),
    ...(now ? { now } : {}),
    ...(ruling ? { ruling } : {}),
    ...(standing ? { standing } : {}),
    by,
    reason,
  };
}

function documentEventOf({ setup, ties, draw, cards, schedule }: EventState): DocumentEvent {
  const { elimination, ...rest } = setup;
  const matches = draw?.matches.map(({ id }) => id) ?? [];
  return {
    setup: { ...rest, ...(elimination ? { elimination } : {}) },
    ties,
    ...(draw ? { draw } : {}),
    cards: inOrder(cards, matches).map(([match, card]) => documentMatchCardOf(match, card)),
    schedule: inOrder(schedule, matches).map(([, slot]) => slot),
  };
}

function inOrder<T>(byMatch: ReadonlyMap<string, T>, matches: readonly string[]): readonly (readonly [string, T])[] {
  return matches.flatMap((match) => {
    const found = byMatch.get(match);
    return found === undefined ? [] : [[match, found] as const];
  });
}
