// Records of the judges' log and of paper cards.
import type { Figures } from '../domain/card/scorecard.ts';
import type { NoteFact, ReconcileFact } from '../domain/facts.ts';
import type { NoteAbout, NoteKind, NoteOutcome } from '../domain/judges-log/judges-log.ts';
import type { tenring } from './gen/fact.js';
import type { Codecs } from './record-codec.ts';
import { count, list, present, text, type Words, wordOf } from './wire-fields.ts';

const sortWords: Words<NoteKind> = { note: true, protest: true };
const outcomeWords: Words<NoteOutcome> = { decided: true, withdrawn: true };

type WireAbout = tenring.journal.NoteAbout.$Properties;
type WireFigures = tenring.journal.Figures.$Properties;

function wireToAbout(about: WireAbout | null | undefined): NoteAbout {
  const { entry, end, event, match, butt } = about ?? {};
  return {
    ...present('entry', entry),
    ...present('end', end),
    ...present('event', event),
    ...present('match', match),
    ...present('butt', butt),
  };
}

function figuresToWire({ total, counts }: Figures): WireFigures {
  return { total, counts: [...counts] };
}

function wireToFigures(figures: WireFigures | null | undefined): Figures {
  return { total: count(figures?.total), counts: list(figures?.counts) };
}

export const controlRecords: Codecs<NoteFact['kind'] | ReconcileFact['kind']> = {
  noteWritten: {
    toWire: (fact) => fact,
    toFact: ({ note, sort, about, text: words, by, fee }) => ({
      kind: 'noteWritten',
      note: text(note),
      sort: wordOf(sortWords, sort),
      about: wireToAbout(about),
      text: text(words),
      by: text(by),
      ...present('fee', fee),
    }),
  },
  noteClosed: {
    toWire: (fact) => fact,
    toFact: ({ note, outcome, text: words, by, feeReturned }) => ({
      kind: 'noteClosed',
      note: text(note),
      outcome: wordOf(outcomeWords, outcome),
      text: text(words),
      by: text(by),
      ...(feeReturned ? { feeReturned: true } : {}),
    }),
  },
  noteReopened: {
    toWire: (fact) => fact,
    toFact: ({ note, by, reason }) => ({ kind: 'noteReopened', note: text(note), by: text(by), reason: text(reason) }),
  },
  paperCounted: {
    toWire: ({ entry, by, ...figures }) => ({ entry, by, ...figuresToWire(figures) }),
    toFact: ({ entry, total, counts, by }) => ({
      kind: 'paperCounted',
      entry: count(entry),
      ...wireToFigures({ total: count(total), counts: [...list(counts)] }),
      by: text(by),
    }),
  },
  paperSettled: {
    toWire: ({ entry, was, now, by, reason }) => ({
      ...{ entry, by, reason },
      was: figuresToWire(was),
      now: figuresToWire(now),
    }),
    toFact: ({ entry, was, now, by, reason }) => ({
      kind: 'paperSettled',
      entry: count(entry),
      was: wireToFigures(was),
      now: wireToFigures(now),
      by: text(by),
      reason: text(reason),
    }),
  },
  paperWaived: {
    toWire: ({ entries, by, reason }) => ({ entries: [...entries], by, reason }),
    toFact: ({ entries, by, reason }) => ({
      kind: 'paperWaived',
      entries: list(entries),
      by: text(by),
      reason: text(reason),
    }),
  },
  paperTakenBack: {
    toWire: (fact) => fact,
    toFact: ({ entry, by, reason }) => ({
      kind: 'paperTakenBack',
      entry: count(entry),
      by: text(by),
      reason: text(reason),
    }),
  },
};
