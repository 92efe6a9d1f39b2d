// How facts change one entry's card: its arrows, and what is noted beside them.
import type { FactOrigin } from '../actor.ts';
import { type Competition, endOf, notesOf, roundOfEntry, scorecardOf } from '../competition.ts';
import type { CardFact } from '../facts.ts';
import type { CardChange, CardNotes } from './card-notes.ts';
import { type End, isEndComplete, withEnd } from './scorecard.ts';

export function evolveCard(state: Competition, fact: CardFact, origin: FactOrigin): Competition {
  if (!state.entries.at(fact.entry)) return state;
  switch (fact.kind) {
    case 'arrowsScored': {
      const round = roundOfEntry(state, fact.entry);
      if (!round) return state;
      const end = endOf(scorecardOf(state, fact.entry), round, fact.end).slice();
      for (const [offset, arrow] of fact.arrows.entries()) end[fact.first + offset] = arrow;
      return writtenBy(withArrows(state, fact.entry, fact.end, end), fact.entry, fact.end, origin);
    }
    case 'endCorrected': {
      const { entry, end, was, arrows, reason } = fact;
      const written = writtenBy(withArrows(state, entry, end, arrows), entry, end, origin);
      return withChange(written, entry, origin, { kind: 'corrected', end, was, now: arrows, by: '', reason });
    }
    case 'endRuled': {
      const { entry, end, was, arrows, ruling, by, reason } = fact;
      const change = { kind: 'ruled', end, was, now: arrows, ruling, by, reason } as const;
      return withChange(withArrows(state, entry, end, arrows), entry, origin, change);
    }
    case 'endChecked': {
      const notes = notesOf(state, fact.entry);
      const checks = new Map(notes.checks).set(fact.end, { ...withoutRest(origin), arrows: fact.arrows });
      return withNotes(state, fact.entry, { ...notes, checks });
    }
    case 'endHeld': {
      const { entry, end, cause, by, reason } = fact;
      const notes = notesOf(state, entry);
      const held = withNotes(state, entry, { ...notes, held: new Map(notes.held).set(end, cause) });
      return withChange(held, entry, origin, { kind: 'held', end, by, reason });
    }
    case 'cardLocked': {
      const locked = withNotes(state, fact.entry, {
        ...notesOf(state, fact.entry),
        lock: { ...withoutRest(origin), by: fact.by },
      });
      return withChange(locked, fact.entry, origin, { kind: 'locked', by: fact.by, reason: '' });
    }
    case 'cardUnlocked': {
      const unlocked = withNotes(state, fact.entry, { ...notesOf(state, fact.entry), lock: undefined });
      return withChange(unlocked, fact.entry, origin, { kind: 'unlocked', by: fact.by, reason: fact.reason });
    }
    case 'standingSet': {
      const { entry, standing, by, reason } = fact;
      const set = withNotes(state, entry, { ...notesOf(state, entry), standing });
      return withChange(set, entry, origin, { kind: 'standing', standing, by, reason });
    }
  }
}

/** A round that this version does not know leaves the card as it is. An end that is full again is held no longer. */
function withArrows(state: Competition, entry: number, end: number, arrows: End): Competition {
  const round = roundOfEntry(state, entry);
  if (!round) return state;
  const card = withEnd(scorecardOf(state, entry), round, end, arrows);
  const next = { ...state, scorecards: state.scorecards.with(entry, card) };
  const notes = state.notes.at(entry);
  if (!notes?.held.has(end) || !isEndComplete(arrows)) return next;
  const held = new Map(notes.held);
  held.delete(end);
  return withNotes(next, entry, { ...notes, held });
}

/** Who wrote the end: noted for devices only, and only when it is another one than before. */
function writtenBy(state: Competition, entry: number, end: number, { actor }: FactOrigin): Competition {
  const device = actor.role === 'scorer' ? actor.device : '';
  const notes = notesOf(state, entry);
  if ((notes.writers.get(end) ?? '') === device) return state;
  const writers = new Map(notes.writers);
  if (device === '') writers.delete(end);
  else writers.set(end, device);
  return withNotes(state, entry, { ...notes, writers });
}

function withNotes(state: Competition, entry: number, notes: CardNotes): Competition {
  return { ...state, notes: state.notes.with(entry, notes) };
}

/** What comes as an origin may be a whole record of the journal. */
function withoutRest({ at, actor }: FactOrigin): FactOrigin {
  return { at, actor };
}

type NewChange = Pick<CardChange, 'kind' | 'by' | 'reason'> & Partial<CardChange>;

function withChange(state: Competition, entry: number, origin: FactOrigin, change: NewChange): Competition {
  const notes = notesOf(state, entry);
  const { end, was, now, ruling, standing } = change;
  const { kind, by, reason } = change;
  const { at, actor } = origin;
  const line: CardChange = { at, actor, kind, end, was, now, ruling, standing, by, reason };
  return withNotes(state, entry, { ...notes, changes: [...notes.changes, line] });
}
