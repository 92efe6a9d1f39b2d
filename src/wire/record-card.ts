// Records of what is written on one entry's card, and of how the athlete stands.
import type { HoldCause, RulingKind, Standing } from '../domain/card/card-notes.ts';
import type { CardFact } from '../domain/facts.ts';
import { endToBytes } from './arrows.ts';
import type { Codecs } from './record-codec.ts';
import { count, shotArrows, text, type Words, wholeEnd, wordOf } from './wire-fields.ts';

export const rulingWords: Words<RulingKind> = {
  outOfTime: true,
  tooManyArrows: true,
  sameSpot: true,
  bouncer: true,
  passThrough: true,
};
const causeWords: Words<HoldCause> = { bouncer: true, equipment: true, medical: true };
const standingWords: Words<Standing> = { competing: true, DNS: true, DNF: true, DSQ: true, DQB: true };

export const cardRecords: Codecs<CardFact['kind']> = {
  arrowsScored: {
    toWire: (fact) => ({ ...fact, arrows: endToBytes(fact.arrows) }),
    toFact: ({ entry, end, first, arrows }) => ({
      kind: 'arrowsScored',
      entry: count(entry),
      end: count(end),
      first: count(first),
      arrows: shotArrows(arrows),
    }),
  },
  endCorrected: {
    toWire: (fact) => ({ ...fact, was: endToBytes(fact.was), arrows: endToBytes(fact.arrows) }),
    toFact: ({ entry, end, was, arrows, reason }) => ({
      kind: 'endCorrected',
      entry: count(entry),
      end: count(end),
      was: wholeEnd(was),
      arrows: wholeEnd(arrows),
      reason: text(reason),
    }),
  },
  endRuled: {
    toWire: (fact) => ({ ...fact, was: endToBytes(fact.was), arrows: endToBytes(fact.arrows) }),
    toFact: ({ entry, end, was, arrows, ruling, by, reason }) => ({
      kind: 'endRuled',
      entry: count(entry),
      end: count(end),
      was: wholeEnd(was),
      arrows: wholeEnd(arrows),
      ruling: wordOf(rulingWords, ruling),
      by: text(by),
      reason: text(reason),
    }),
  },
  endChecked: {
    toWire: (fact) => ({ ...fact, arrows: endToBytes(fact.arrows) }),
    toFact: ({ entry, end, arrows }) => ({
      kind: 'endChecked',
      entry: count(entry),
      end: count(end),
      arrows: wholeEnd(arrows),
    }),
  },
  endHeld: {
    toWire: (fact) => fact,
    toFact: ({ entry, end, cause, by, reason }) => ({
      kind: 'endHeld',
      entry: count(entry),
      end: count(end),
      cause: wordOf(causeWords, cause),
      by: text(by),
      reason: text(reason),
    }),
  },
  cardLocked: {
    toWire: (fact) => fact,
    toFact: ({ entry, by }) => ({ kind: 'cardLocked', entry: count(entry), by: text(by) }),
  },
  cardUnlocked: {
    toWire: (fact) => fact,
    toFact: ({ entry, by, reason }) => ({
      kind: 'cardUnlocked',
      entry: count(entry),
      by: text(by),
      reason: text(reason),
    }),
  },
  standingSet: {
    toWire: (fact) => fact,
    toFact: ({ entry, standing, by, reason }) => ({
      kind: 'standingSet',
      entry: count(entry),
      standing: wordOf(standingWords, standing),
      by: text(by),
      reason: text(reason),
    }),
  },
};
