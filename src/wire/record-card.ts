// Records of what is written on one entry's card, and of how the athlete stands.
import type { HoldCause, RulingKind, Signer, Standing } from '../domain/card/card-notes.ts';
import type { CardFact } from '../domain/facts.ts';
import { endToBytes } from './arrows.ts';
import { bytesToHits, hitsToBytes } from './hits.ts';
import type { Codecs } from './record-codec.ts';
import { count, present, shotArrows, text, type Words, wholeEnd, wordOf } from './wire-fields.ts';

export const rulingWords: Words<RulingKind> = {
  outOfTime: true,
  tooManyArrows: true,
  sameSpot: true,
  bouncer: true,
  passThrough: true,
};
const causeWords: Words<HoldCause> = { bouncer: true, equipment: true, medical: true };
const signerWords: Words<Signer> = { athlete: true, scorer: true };
const standingWords: Words<Standing> = { competing: true, DNS: true, DNF: true, DSQ: true, DQB: true };

export const cardRecords: Codecs<CardFact['kind']> = {
  arrowsScored: {
    toWire: ({ hits, ...fact }) => ({
      ...fact,
      arrows: endToBytes(fact.arrows),
      ...(hits ? { hits: hitsToBytes(hits) } : {}),
    }),
    toFact: ({ entry, end, first, arrows, hits }) => ({
      kind: 'arrowsScored',
      entry: count(entry),
      end: count(end),
      first: count(first),
      arrows: shotArrows(arrows),
      ...present('hits', hits ? bytesToHits(hits) : undefined),
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
    toFact: ({ entry, end, arrows, byAthlete }) => ({
      kind: 'endChecked',
      entry: count(entry),
      end: count(end),
      arrows: wholeEnd(arrows),
      ...(byAthlete ? { byAthlete: true } : {}),
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
  cardSigned: {
    toWire: (fact) => ({ ...fact, strokes: Uint8Array.from(fact.strokes) }),
    toFact: ({ entry, as, name, strokes }) => ({
      kind: 'cardSigned',
      entry: count(entry),
      as: wordOf(signerWords, as),
      name: text(name),
      strokes: [...(strokes ?? [])],
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
