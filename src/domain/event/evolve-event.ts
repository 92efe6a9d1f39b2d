// How facts change an event: its set-up, ties decided, the draw, the schedule, and the cards of its matches.
import type { FactOrigin } from '../actor.ts';
import type { End } from '../card/scorecard.ts';
import type { Competition } from '../competition.ts';
import type { Draw, DrawChange } from '../draw/draw.ts';
import { swapPlaces } from '../draw/swap-places.ts';
import type { EventFact, MatchFact } from '../facts.ts';
import { type BySide, blankPair, type Side } from '../match/match.ts';
import { findMatchFormat } from '../match/match-format.ts';
import { blankMatchCard, type EventState, type MatchCard, type MatchChange } from './event.ts';
import { matchHitsAfterArrows, matchHitsAfterChange } from './match-hits.ts';

export function evolveEvent(state: Competition, fact: EventFact, origin: FactOrigin): Competition {
  if (fact.kind === 'eventSet') {
    const before = state.events.get(fact.setup.id) ?? {
      ties: [],
      draw: undefined,
      cards: new Map(),
      schedule: new Map(),
    };
    return withEvent(state, { ...before, setup: fact.setup });
  }
  const event = state.events.get(fact.event);
  if (!event) return state;
  switch (fact.kind) {
    case 'eventRemoved': {
      const events = new Map(state.events);
      events.delete(fact.event);
      return { ...state, events };
    }
    case 'tieDecided': {
      const { reason, order, shootOff, by } = fact;
      const { at, actor } = origin;
      const others = event.ties.filter((tie) => !isAbout(tie.order, order));
      return withEvent(state, { ...event, ties: [...others, { at, actor, reason, order, shootOff, by }] });
    }
    case 'tieReopened':
      return withEvent(state, { ...event, ties: event.ties.filter((tie) => !isAbout(tie.order, fact.order)) });
    case 'eventDrawn':
      return withEvent(state, { ...event, draw: fact.draw, cards: new Map(), schedule: new Map() });
    case 'eventReseeded':
      if (!event.draw) return state;
      return withEvent(state, { ...event, draw: { ...event.draw, competitors: fact.competitors } });
    case 'eventUndrawn':
      return withEvent(state, { ...event, draw: undefined, cards: new Map(), schedule: new Map() });
    case 'drawSwapped': {
      if (!event.draw) return state;
      const { one, other, by, reason } = fact;
      const { at, actor } = origin;
      const draw = { ...event.draw, matches: swapPlaces(event.draw.matches, one, other) };
      return withEvent(state, {
        ...event,
        draw: changedDraw(draw, { at, actor, kind: 'swapped', one, other, by, reason }),
      });
    }
    case 'teamChanged': {
      if (!event.draw) return state;
      const { team, was, entries, by, reason } = fact;
      const { at, actor } = origin;
      const competitors = event.draw.competitors.map((each) => (each.key === team ? { ...each, entries } : each));
      const change: DrawChange = { at, actor, kind: 'team', key: team, was, now: entries, by, reason };
      return withEvent(state, { ...event, draw: changedDraw({ ...event.draw, competitors }, change) });
    }
    case 'matchesUnscheduled': {
      const schedule = new Map([...event.schedule].filter(([match]) => !fact.matches.includes(match)));
      return withEvent(state, { ...event, schedule });
    }
    case 'matchesScheduled': {
      const schedule = new Map([...event.schedule, ...fact.slots.map((slot) => [slot.match, slot] as const)]);
      return withEvent(state, { ...event, schedule });
    }
    default: {
      const card = evolveMatchCard(
        event.cards.get(fact.match) ?? blankMatchCard,
        fact,
        origin,
        arrowsOf(state, event, fact),
      );
      return withEvent(state, { ...event, cards: new Map(event.cards).set(fact.match, card) });
    }
  }
}

function withEvent(state: Competition, event: EventState): Competition {
  return { ...state, events: new Map(state.events).set(event.setup.id, event) };
}

function changedDraw(draw: Draw, change: DrawChange): Draw {
  return { ...draw, changes: [...(draw.changes ?? []), change] };
}

function isAbout(keys: readonly string[], others: readonly string[]): boolean {
  return keys.length === others.length && keys.every((key) => others.includes(key));
}

/** Boxes of one side in the end or shoot-off that a fact names. */
function arrowsOf(state: Competition, event: EventState, fact: MatchFact): number {
  if (!('part' in fact)) return 0;
  const formatId = event.draw?.matches.find(({ id }) => id === fact.match)?.formatId ?? '';
  const format = findMatchFormat(state.ruleSetId, formatId);
  return (fact.part === 'end' ? format?.arrowsPerEnd : format?.shootOffArrows) ?? 0;
}

function evolveMatchCard(card: MatchCard, fact: MatchFact, origin: FactOrigin, boxes: number): MatchCard {
  switch (fact.kind) {
    case 'matchArrowsScored': {
      const { side, part, number, first, arrows } = fact;
      const end = (pairAt(card, part, number) ?? blankPair(boxes))[side].slice();
      for (const [offset, arrow] of arrows.entries()) end[first + offset] = arrow;
      const written = withArrows(card, part, number, side, end, boxes);
      return { ...written, hits: matchHitsAfterArrows(card.hits, fact, boxes) };
    }
    case 'matchEndCorrected': {
      const { side, part, number, was, arrows, ruling, by, reason } = fact;
      const kind = ruling === undefined ? 'corrected' : 'ruled';
      const changed = withArrows(card, part, number, side, arrows, boxes);
      const hits = matchHitsAfterChange(card.hits, fact);
      return withChange({ ...changed, hits }, origin, { kind, side, part, number, was, now: arrows, by, reason });
    }
    case 'shootOffMeasured': {
      const { number, closest, by } = fact;
      const shootOff = card.shootOffs[number - 1];
      if (!shootOff) return card;
      const measured = { ...card, shootOffs: card.shootOffs.with(number - 1, { ...shootOff, closest }) };
      return withChange(measured, origin, { kind: 'measured', part: 'shootOff', number, closest, by, reason: '' });
    }
    case 'matchAttendanceSet': {
      const { side, attendance, by, reason } = fact;
      const set = { ...card, attendance: { ...card.attendance, [side]: attendance } };
      return withChange(set, origin, { kind: 'attendance', side, attendance, by, reason });
    }
    case 'matchBeginnerChosen':
      return { ...card, begins: fact.begins };
  }
}

function pairAt(card: MatchCard, part: 'end' | 'shootOff', number: number): BySide<End> | undefined {
  return part === 'end' ? card.ends[number - 1] : card.shootOffs[number - 1]?.arrows;
}

/** What was measured belongs to the arrows that stood there. */
function withArrows(
  card: MatchCard,
  part: 'end' | 'shootOff',
  number: number,
  side: Side,
  arrows: End,
  boxes: number,
): MatchCard {
  const pair = { ...(pairAt(card, part, number) ?? blankPair(boxes)), [side]: arrows };
  if (part === 'end') {
    const ends = card.ends.slice();
    while (ends.length < number) ends.push(blankPair(boxes));
    return { ...card, ends: ends.with(number - 1, pair) };
  }
  const shootOffs = card.shootOffs.slice();
  while (shootOffs.length < number) shootOffs.push({ arrows: blankPair(boxes), closest: undefined });
  return { ...card, shootOffs: shootOffs.with(number - 1, { arrows: pair, closest: undefined }) };
}

type NewChange = Pick<MatchChange, 'kind' | 'by' | 'reason'> & Partial<MatchChange>;

function withChange(card: MatchCard, { at, actor }: FactOrigin, change: NewChange): MatchCard {
  const { kind, side, part, number, was, now, closest, attendance, by, reason } = change;
  const line: MatchChange = { at, actor, kind, side, part, number, was, now, closest, attendance, by, reason };
  return { ...card, changes: [...card.changes, line] };
}
