// How facts change one entry's card: its arrows, and what is noted beside them.
import type { FactOrigin } from '../actor.ts';
import { type Competition, endOf, notesOf, roundOfEntry, scorecardOf } from '../competition.ts';
import type { ArrowsScored, CardFact } from '../facts.ts';
import type { PaperNotes } from '../reconcile/paper-notes.ts';
import type { CardChange, CardNotes, Hit } from './card-notes.ts';
import { hitsAfter, withPlotted } from './hits.ts';
import { type End, isEndComplete, withEnd } from './scorecard.ts';

export function evolveCard(state: Competition, fact: CardFact, origin: FactOrigin): Competition {
  if (!state.entries.at(fact.entry)) return state;
  switch (fact.kind) {
    case 'arrowsScored': {
      const round = roundOfEntry(state, fact.entry);
      if (!round) return state;
      const end = endOf(scorecardOf(state, fact.entry), round, fact.end).slice();
      for (const [offset, arrow] of fact.arrows.entries()) end[fact.first + offset] = arrow;
      const written = writtenBy(withArrows(state, fact.entry, fact.end, end), fact.entry, fact.end, origin);
      return fact.hits ? withHits(written, fact, end.length) : written;
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
      const checks = new Map(notes.checks).set(fact.end, {
        ...withoutRest(origin),
        arrows: fact.arrows,
        ...(fact.byAthlete && { byAthlete: true }),
      });
      return withNotes(state, fact.entry, { ...notes, checks });
    }
    case 'endHeld': {
      const { entry, end, cause, by, reason } = fact;
      const notes = notesOf(state, entry);
      const held = withNotes(state, entry, { ...notes, held: new Map(notes.held).set(end, cause) });
      return withChange(held, entry, origin, { kind: 'held', end, by, reason });
    }
    case 'cardSigned': {
      const { entry, as, name, strokes } = fact;
      const notes = notesOf(state, entry);
      const signatures = new Map(notes.signatures).set(as, { ...withoutRest(origin), name, strokes });
      return withNotes(state, entry, { ...notes, signatures });
    }
    case 'cardLocked': {
      const locked = withNotes(state, fact.entry, {
        ...notesOf(state, fact.entry),
        lock: { ...withoutRest(origin), by: fact.by },
      });
      return withChange(locked, fact.entry, origin, { kind: 'locked', by: fact.by, reason: '' });
    }
    case 'cardUnlocked': {
      const unlocked = withNotes(state, fact.entry, {
        ...notesOf(state, fact.entry),
        lock: undefined,
        signatures: new Map(),
      });
      return withChange(unlocked, fact.entry, origin, { kind: 'unlocked', by: fact.by, reason: fact.reason });
    }
    case 'standingSet': {
      const { entry, standing, by, reason } = fact;
      const set = withNotes(state, entry, { ...notesOf(state, entry), standing });
      return withChange(set, entry, origin, { kind: 'standing', standing, by, reason });
    }
  }
}

/** A round that this version does not know leaves the card as it is. */
function withArrows(state: Competition, entry: number, end: number, arrows: End): Competition {
  const round = roundOfEntry(state, entry);
  if (!round) return state;
  const before = scorecardOf(state, entry);
  const card = withEnd(before, round, end, arrows);
  const next = { ...state, scorecards: state.scorecards.with(entry, card) };
  const notes = state.notes.at(entry);
  return notes ? withNotes(next, entry, notesAfter(notes, end, endOf(before, round, end), arrows)) : next;
}

/**
 * An end that is full again is held no longer. What was plotted belongs to the arrow that stood in its box, and a signature to all arrows
 * of the card, as what a judge decided about its paper does.
 */
function notesAfter(notes: CardNotes, end: number, was: End, now: End): CardNotes {
  const { held, hits, signatures, paper } = notes;
  const isFilled = held.has(end) && isEndComplete(now);
  const before = hits.get(end);
  const plotted = before && hitsAfter(before, was, now);
  if (!isFilled && !plotted && !paper && signatures.size === 0) return notes;
  return {
    ...notes,
    held: isFilled ? without(held, end) : held,
    hits: plotted ? withEndHits(hits, end, plotted) : hits,
    signatures: new Map(),
    ...(paper && { paper: undecided(paper) }),
  };
}

function undecided({ count }: PaperNotes): PaperNotes {
  return count ? { count } : {};
}

function withHits(state: Competition, scored: ArrowsScored, boxes: number): Competition {
  const { entry, end } = scored;
  const notes = notesOf(state, entry);
  const plotted = withPlotted(notes.hits.get(end), boxes, scored);
  return withNotes(state, entry, { ...notes, hits: withEndHits(notes.hits, end, plotted) });
}

function withEndHits(hits: CardNotes['hits'], end: number, plotted: readonly Hit[]): CardNotes['hits'] {
  return plotted.every((hit) => hit === null) ? without(hits, end) : new Map(hits).set(end, plotted);
}

function without<T>(byEnd: ReadonlyMap<number, T>, end: number): ReadonlyMap<number, T> {
  const rest = new Map(byEnd);
  rest.delete(end);
  return rest;
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
