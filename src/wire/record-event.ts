// Records of events: their set-up, ties decided, draws and schedules.
import type { DrawPlace } from '../domain/draw/draw.ts';
import type { MatchSlot, ShootOffRound, TieReason } from '../domain/event/event.ts';
import type { EventFact, MatchFact } from '../domain/facts.ts';
import { endToBytes } from './arrows.ts';
import type { tenring } from './gen/fact.js';
import { sideWords } from './match-words.ts';
import type { Codecs } from './record-codec.ts';
import { competitorToWire, drawMatchToWire, wireToCompetitor, wireToDrawMatch } from './record-draw.ts';
import { setupToWire, wireToSetup } from './record-event-setup.ts';
import { count, list, shotArrows, text, type Words, wordOf } from './wire-fields.ts';

type WireRound = tenring.journal.ShootOffRound.$Properties;
type WirePlace = tenring.journal.DrawPlace.$Properties;
type WireSlot = tenring.journal.MatchSlot.$Properties;

const reasonWords: Words<TieReason> = { SO: true, CT: true };

function shootOffToWire(round: ShootOffRound): WireRound {
  return {
    shots: round.map(({ key, arrows, distancesMm }) => ({
      key,
      arrows: endToBytes(arrows),
      distancesMm: [...distancesMm],
    })),
  };
}

function wireToShootOff({ shots }: WireRound): ShootOffRound {
  return list(shots).map(({ key, arrows, distancesMm }) => ({
    key: text(key),
    arrows: shotArrows(arrows),
    distancesMm: list(distancesMm),
  }));
}

function slotToWire({ match, at, butts }: MatchSlot): WireSlot {
  return { match, at, buttA: butts.a, buttB: butts.b };
}

function wireToSlot({ match, at, buttA, buttB }: WireSlot): MatchSlot {
  return { match: text(match), at: text(at), butts: { a: count(buttA), b: count(buttB) } };
}

function wireToPlace(wire: WirePlace | null | undefined): DrawPlace {
  return { match: text(wire?.match), side: wordOf(sideWords, wire?.side) };
}

export const eventRecords: Codecs<Exclude<EventFact['kind'], MatchFact['kind']>> = {
  eventSet: {
    toWire: ({ setup }) => ({ setup: setupToWire(setup) }),
    toFact: ({ setup }) => ({ kind: 'eventSet', setup: wireToSetup(setup) }),
  },
  eventRemoved: {
    toWire: (fact) => fact,
    toFact: ({ event }) => ({ kind: 'eventRemoved', event: text(event) }),
  },
  tieDecided: {
    toWire: (fact) => ({ ...fact, order: [...fact.order], shootOff: fact.shootOff.map(shootOffToWire) }),
    toFact: ({ event, reason, order, shootOff, by }) => ({
      kind: 'tieDecided',
      event: text(event),
      reason: wordOf(reasonWords, reason),
      order: list(order),
      shootOff: list(shootOff).map(wireToShootOff),
      by: text(by),
    }),
  },
  tieReopened: {
    toWire: ({ event, order }) => ({ event, order: [...order] }),
    toFact: ({ event, order }) => ({ kind: 'tieReopened', event: text(event), order: list(order) }),
  },
  eventDrawn: {
    toWire: ({ event, draw }) => ({
      event,
      competitors: draw.competitors.map(competitorToWire),
      matches: draw.matches.map(drawMatchToWire),
    }),
    toFact: ({ event, competitors, matches }) => ({
      kind: 'eventDrawn',
      event: text(event),
      draw: {
        competitors: list(competitors).map(wireToCompetitor),
        matches: list(matches).map(wireToDrawMatch),
      },
    }),
  },
  eventReseeded: {
    toWire: ({ event, competitors }) => ({ event, competitors: competitors.map(competitorToWire) }),
    toFact: ({ event, competitors }) => ({
      kind: 'eventReseeded',
      event: text(event),
      competitors: list(competitors).map(wireToCompetitor),
    }),
  },
  eventUndrawn: {
    toWire: (fact) => fact,
    toFact: ({ event, reason }) => ({ kind: 'eventUndrawn', event: text(event), reason: text(reason) }),
  },
  drawSwapped: {
    toWire: (fact) => fact,
    toFact: ({ event, one, other, by, reason }) => ({
      kind: 'drawSwapped',
      event: text(event),
      one: wireToPlace(one),
      other: wireToPlace(other),
      by: text(by),
      reason: text(reason),
    }),
  },
  teamChanged: {
    toWire: (fact) => ({ ...fact, was: [...fact.was], entries: [...fact.entries] }),
    toFact: ({ event, team, was, entries, by, reason }) => ({
      kind: 'teamChanged',
      event: text(event),
      team: text(team),
      was: list(was),
      entries: list(entries),
      by: text(by),
      reason: text(reason),
    }),
  },
  matchesUnscheduled: {
    toWire: ({ event, matches }) => ({ event, matches: [...matches] }),
    toFact: ({ event, matches }) => ({ kind: 'matchesUnscheduled', event: text(event), matches: list(matches) }),
  },
  matchesScheduled: {
    toWire: ({ event, slots }) => ({ event, slots: slots.map(slotToWire) }),
    toFact: ({ event, slots }) => ({
      kind: 'matchesScheduled',
      event: text(event),
      slots: list(slots).map(wireToSlot),
    }),
  },
};
