// How facts change a competition. Total: a fact has happened, so it is applied, never argued with. By subject: cards in evolve-card.ts,
// events and matches in evolve-event.ts, a whole file in document-to-competition.ts.
import type { FactOrigin } from './actor.ts';
import { evolveCard } from './card/evolve-card.ts';
import { type KeptClock, withClock } from './clock/kept-clock.ts';
import { type Competition, type Device, emptyCompetition } from './competition.ts';
import { documentToCompetition } from './document/document-to-competition.ts';
import { evolveEvent } from './event/evolve-event.ts';
import { evolveEntries } from './evolve-entries.ts';
import type { Fact } from './facts.ts';
import { evolveNote } from './judges-log/evolve-note.ts';
import { evolvePaper } from './paper/decide-paper.ts';
import { withRankings } from './ranking/ranking-index.ts';
import { evolveReconciling } from './reconcile/evolve-reconciling.ts';
import { formerButts } from './setup/device-reach.ts';
import { evolveShow, withoutLostFreezes } from './show/evolve-show.ts';

/** The state after a fact. Throws for a journal that does not begin with its competition. */
export function evolve(state: Competition | undefined, fact: Fact, origin: FactOrigin): Competition {
  if (fact.kind === 'competitionCreated') {
    const { kind: _, ...details } = fact;
    return emptyCompetition(details);
  }
  if (fact.kind === 'competitionImported') return documentToCompetition(fact.document);
  if (!state) throw new Error(`A journal must begin with competitionCreated, not with ${fact.kind}`);
  return withRankings(state, evolveExisting(state, fact, origin), fact);
}

type LaterFact = Exclude<Fact, { readonly kind: 'competitionCreated' | 'competitionImported' }>;

function evolveExisting(state: Competition, fact: LaterFact, origin: FactOrigin): Competition {
  switch (fact.kind) {
    case 'competitionClosed':
      return { ...state, isClosed: true };
    case 'competitionReopened':
      return { ...state, isClosed: false };
    case 'roundsAdded':
      return { ...state, rounds: new Map([...state.rounds, ...fact.rounds.map((each) => [each.id, each] as const)]) };
    case 'categoriesAdded':
      return {
        ...state,
        categories: new Map([...state.categories, ...fact.categories.map((each) => [each.code, each] as const)]),
      };
    case 'sessionsSet':
      return withoutLostClocks({ ...state, sessions: fact.sessions });
    case 'recordsSet':
      return { ...state, records: fact.records };
    case 'entriesRegistered':
    case 'entriesChanged':
    case 'entriesWithdrawn':
    case 'entriesRestored':
    case 'entriesCheckedIn':
    case 'equipmentInspected':
      return evolveEntries(state, fact, origin);
    case 'devicePaired': {
      const { kind: _, device, ...paired } = fact;
      const former = formerButts(state.devices.get(device), paired);
      const known: Device = { id: device, ...paired, ...(former.length > 0 && { former }), revoked: false };
      return { ...state, devices: new Map(state.devices).set(device, known) };
    }
    case 'deviceRevoked': {
      const device = state.devices.get(fact.device);
      if (!device) return state;
      return { ...state, devices: new Map(state.devices).set(device.id, { ...device, revoked: true }) };
    }
    case 'scoringSet':
      return { ...state, scoring: fact.mode };
    case 'clockSet':
      return {
        ...state,
        clocks: withClock(state.clocks, { of: 'lines', session: fact.session ?? 0, clock: fact.clock }),
      };
    case 'matchClockSet': {
      const { event, match, clock } = fact;
      return { ...state, clocks: withClock(state.clocks, { of: 'match', event, match, clock }) };
    }
    case 'eventDrawn':
    case 'eventUndrawn':
    case 'eventRemoved':
      return withoutLostFreezes(withoutLostClocks(evolveEvent(state, fact, origin)));
    case 'screenSet':
    case 'screenReleased':
    case 'playlistSet':
    case 'playlistRemoved':
    case 'announced':
    case 'announcementWithdrawn':
    case 'publicFrozen':
    case 'publicReleased':
      return evolveShow(state, fact, origin);
    case 'officialsSet':
    case 'certificateSet':
    case 'logoSet':
      return evolvePaper(state, fact);
    case 'noteWritten':
    case 'noteClosed':
    case 'noteReopened':
      return evolveNote(state, fact, origin);
    case 'paperCounted':
    case 'paperSettled':
    case 'paperWaived':
    case 'paperTakenBack':
      return evolveReconciling(state, fact, origin);
    case 'arrowsScored':
    case 'endCorrected':
    case 'endRuled':
    case 'endChecked':
    case 'endHeld':
    case 'cardSigned':
    case 'cardLocked':
    case 'cardUnlocked':
    case 'standingSet':
      return evolveCard(state, fact, origin);
    default:
      return evolveEvent(state, fact, origin);
  }
}

/** Clocks of sessions and matches that are no more go with them. */
function withoutLostClocks(state: Competition): Competition {
  const isThere = (kept: KeptClock): boolean => {
    if (kept.of === 'match') return !!state.events.get(kept.event)?.draw?.matches.some(({ id }) => id === kept.match);
    return kept.session === 0 || state.sessions.some(({ number }) => number === kept.session);
  };
  const left = [...state.clocks].filter(([, kept]) => isThere(kept));
  return left.length === state.clocks.size ? state : { ...state, clocks: new Map(left) };
}
