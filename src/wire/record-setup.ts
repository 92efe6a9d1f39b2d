// Records of what a competition is made of: itself, its rounds, categories, sessions, devices, records, how it is scored.
import type { ScoringMode } from '../domain/card/card-notes.ts';
import { type CompetitionDocument, documentFormat, documentVersion } from '../domain/document/document.ts';
import type {
  CardFact,
  ClockFact,
  EntryFact,
  EventFact,
  NoteFact,
  PaperFact,
  ReconcileFact,
  ShowFact,
} from '../domain/facts.ts';
import type { RecordMark } from '../domain/setup/records.ts';
import type { Session } from '../domain/setup/sessions.ts';
import type { tenring } from './gen/fact.js';
import { MalformedError } from './malformed.ts';
import type { Codecs, FactKind } from './record-codec.ts';
import { disciplineWords, roundToWire, wireToRound } from './round-record.ts';
import { count, list, present, text, type Words, wordOf } from './wire-fields.ts';

type WireSession = tenring.journal.Session.$Properties;
type WireRecordMark = tenring.journal.RecordMark.$Properties;

const scoringWords: Words<ScoringMode> = { one: true, confirmed: true, two: true };
const cardWords: Words<'second'> = { second: true };

function wireToSession({ number, name, day, start, categories, fromEnd, toEnd }: WireSession): Session {
  return {
    number: count(number),
    name: text(name),
    day: text(day),
    start: text(start),
    categories: list(categories),
    fromEnd: count(fromEnd),
    toEnd: count(toEnd),
  };
}

function wireToRecordMark({ kind, category, roundId, name, club, total, x }: WireRecordMark): RecordMark {
  return {
    kind: text(kind),
    category: text(category),
    roundId: text(roundId),
    name: text(name),
    club: text(club),
    total: count(total),
    ...present('x', x),
  };
}

function bytesToDocument(bytes: Uint8Array | null | undefined): CompetitionDocument {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes ?? new Uint8Array()));
  } catch (error) {
    throw new MalformedError('an imported competition that is no JSON', { cause: error });
  }
  if (!isDocument(document))
    throw new MalformedError('an imported competition of a format that this version does not know');
  return document;
}

/** What is in it was checked before it became a fact. */
function isDocument(value: unknown): value is CompetitionDocument {
  if (typeof value !== 'object' || value === null || !('format' in value) || !('version' in value)) return false;
  return value.format === documentFormat && value.version === documentVersion;
}

export const setupRecords: Codecs<
  Exclude<
    FactKind,
    (CardFact | EntryFact | EventFact | ClockFact | PaperFact | ShowFact | NoteFact | ReconcileFact)['kind']
  >
> = {
  competitionCreated: {
    toWire: (fact) => fact,
    toFact: ({ name, venue, from, to, discipline, ruleSetId }) => ({
      kind: 'competitionCreated',
      name: text(name),
      venue: text(venue),
      from: text(from),
      to: text(to),
      discipline: wordOf(disciplineWords, discipline),
      ruleSetId: text(ruleSetId),
    }),
  },
  competitionImported: {
    toWire: ({ document }) => ({ document: new TextEncoder().encode(JSON.stringify(document)) }),
    toFact: ({ document }) => ({ kind: 'competitionImported', document: bytesToDocument(document) }),
  },
  roundsAdded: {
    toWire: ({ rounds }) => ({ rounds: rounds.map(roundToWire) }),
    toFact: ({ rounds }) => ({ kind: 'roundsAdded', rounds: list(rounds).map(wireToRound) }),
  },
  competitionClosed: { toWire: () => ({}), toFact: () => ({ kind: 'competitionClosed' }) },
  competitionReopened: { toWire: () => ({}), toFact: () => ({ kind: 'competitionReopened' }) },
  categoriesAdded: {
    toWire: ({ categories }) => ({ categories: [...categories] }),
    toFact: ({ categories }) => ({
      kind: 'categoriesAdded',
      categories: list(categories).map(({ code, name, roundId }) => ({
        code: text(code),
        name: text(name),
        roundId: text(roundId),
      })),
    }),
  },
  sessionsSet: {
    toWire: ({ sessions }) => ({ sessions: sessions.map((each) => ({ ...each, categories: [...each.categories] })) }),
    toFact: ({ sessions }) => ({ kind: 'sessionsSet', sessions: list(sessions).map(wireToSession) }),
  },
  recordsSet: {
    toWire: ({ records }) => ({ records: [...records] }),
    toFact: ({ records }) => ({ kind: 'recordsSet', records: list(records).map(wireToRecordMark) }),
  },
  devicePaired: {
    toWire: (fact) => fact,
    toFact: ({ device, butt, tokenHash, label, card }) => ({
      kind: 'devicePaired',
      device: text(device),
      butt: count(butt),
      tokenHash: text(tokenHash),
      label: text(label),
      ...present('card', typeof card === 'string' ? wordOf(cardWords, card) : undefined),
    }),
  },
  deviceRevoked: {
    toWire: (fact) => fact,
    toFact: ({ device }) => ({ kind: 'deviceRevoked', device: text(device) }),
  },
  scoringSet: {
    toWire: (fact) => fact,
    toFact: ({ mode }) => ({ kind: 'scoringSet', mode: wordOf(scoringWords, mode) }),
  },
};
