// Records of what is written on the card of a match.
import type { MatchFact } from '../domain/facts.ts';
import { endToBytes } from './arrows.ts';
import { bytesToHits, hitsToBytes } from './hits.ts';
import { attendanceWords, closestWords, partWords, sideWords } from './match-words.ts';
import { rulingWords } from './record-card.ts';
import type { Codecs } from './record-codec.ts';
import { count, present, shotArrows, text, wholeEnd, wordOf } from './wire-fields.ts';

export const matchRecords: Codecs<MatchFact['kind']> = {
  matchArrowsScored: {
    toWire: ({ hits, ...fact }) => ({
      ...fact,
      arrows: endToBytes(fact.arrows),
      ...(hits ? { hits: hitsToBytes(hits) } : {}),
    }),
    toFact: ({ event, match, side, part, number, first, arrows, hits }) => ({
      kind: 'matchArrowsScored',
      event: text(event),
      match: text(match),
      side: wordOf(sideWords, side),
      part: wordOf(partWords, part),
      number: count(number),
      first: count(first),
      arrows: shotArrows(arrows),
      ...present('hits', hits ? bytesToHits(hits) : undefined),
    }),
  },
  matchEndCorrected: {
    toWire: ({ ruling, ...fact }) => ({
      ...fact,
      was: endToBytes(fact.was),
      arrows: endToBytes(fact.arrows),
      ...(ruling === undefined ? {} : { ruling }),
    }),
    toFact: ({ event, match, side, part, number, was, arrows, ruling, by, reason }) => ({
      kind: 'matchEndCorrected',
      event: text(event),
      match: text(match),
      side: wordOf(sideWords, side),
      part: wordOf(partWords, part),
      number: count(number),
      was: wholeEnd(was),
      arrows: wholeEnd(arrows),
      ruling: typeof ruling === 'string' ? wordOf(rulingWords, ruling) : undefined,
      by: text(by),
      reason: text(reason),
    }),
  },
  shootOffMeasured: {
    toWire: (fact) => fact,
    toFact: ({ event, match, number, closest, by }) => ({
      kind: 'shootOffMeasured',
      event: text(event),
      match: text(match),
      number: count(number),
      closest: wordOf(closestWords, closest),
      by: text(by),
    }),
  },
  matchAttendanceSet: {
    toWire: (fact) => fact,
    toFact: ({ event, match, side, attendance, by, reason }) => ({
      kind: 'matchAttendanceSet',
      event: text(event),
      match: text(match),
      side: wordOf(sideWords, side),
      attendance: wordOf(attendanceWords, attendance),
      by: text(by),
      reason: text(reason),
    }),
  },
  matchBeginnerChosen: {
    toWire: (fact) => fact,
    toFact: ({ event, match, begins }) => ({
      kind: 'matchBeginnerChosen',
      event: text(event),
      match: text(match),
      begins: wordOf(sideWords, begins),
    }),
  },
};
