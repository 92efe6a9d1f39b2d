// A match as screens score it themselves ⇄ proto/live.proto. A word that only a newer appliance knows is malformed here: a match that is
// half understood would be scored wrong.
import type { MatchSlot } from '../domain/event/event.ts';
import type { MatchHits } from '../domain/event/match-hits.ts';
import type { MatchSheet, MatchSheetSide } from '../domain/event/match-sheet.ts';
import type { Match, ShootOff } from '../domain/match/match.ts';
import type { MatchFormat, MatchKind } from '../domain/match/match-format.ts';
import { endToBytes } from './arrows.ts';
import type { tenring } from './gen/live.js';
import { bytesToHits, hitsToBytes } from './hits.ts';
import { MalformedError } from './malformed.ts';
import { closestWords, partWords, sheetAttendanceWords, sideWords } from './match-words.ts';
import { faceToWire, wireToFace } from './round-record.ts';
import { count, list, present, text, type Words, wholeEnd, wordOf } from './wire-fields.ts';

type WireSheet = tenring.live.MatchSheet.$Properties;
type WireSide = tenring.live.MatchSide.$Properties;
type WireMatch = tenring.live.Match.$Properties;
type WireFormat = tenring.live.MatchFormat.$Properties;
type WireShootOff = tenring.live.ShootOff.$Properties;
type WireHits = tenring.live.MatchHits.$Properties;
type WireSlot = tenring.live.MatchSlot.$Properties;

const kindWords: Words<MatchKind> = { individual: true, team: true, mixed: true };
const sideKindWords: Words<MatchSheetSide['kind']> = { competitor: true, nobody: true, pending: true };
const levelWords: Words<MatchSheet['whenLevel']> = { firstEnd: true, previousEnd: true };

function formatToWire(format: MatchFormat): WireFormat {
  const { times, ...rest } = format;
  return {
    ...rest,
    endSeconds: times.end,
    shootOffSeconds: times.shootOff,
    alternateArrowSeconds: times.alternateArrow,
    pointsToWin: format.system === 'set' ? format.pointsToWin : 0,
  };
}

function wireToFormat(wire: WireFormat): MatchFormat {
  const { archers, pointsToWin } = wire;
  if (archers !== 1 && archers !== 2 && archers !== 3) throw new MalformedError(`a side of ${archers} archers`);
  const format = {
    id: text(wire.id),
    name: text(wire.name),
    kind: wordOf(kindWords, wire.kind),
    archers,
    ends: count(wire.ends),
    arrowsPerEnd: count(wire.arrowsPerEnd),
    shootOffArrows: count(wire.shootOffArrows),
    times: {
      end: count(wire.endSeconds),
      shootOff: count(wire.shootOffSeconds),
      alternateArrow: count(wire.alternateArrowSeconds),
    },
  } as const;
  return pointsToWin ? { ...format, system: 'set', pointsToWin } : { ...format, system: 'cumulative' };
}

function shootOffToWire({ arrows, closest }: ShootOff): WireShootOff {
  const pair = { a: endToBytes(arrows.a), b: endToBytes(arrows.b) };
  return closest ? { ...pair, closest } : pair;
}

function matchToWire({ format, faceId, face, attendance, ends, shootOffs }: Match): WireMatch {
  return {
    format: formatToWire(format),
    faceId,
    ...(face && { face: faceToWire(face) }),
    attendanceA: attendance.a,
    attendanceB: attendance.b,
    ends: ends.map(({ a, b }) => ({ a: endToBytes(a), b: endToBytes(b) })),
    shootOffs: shootOffs.map(shootOffToWire),
  };
}

function wireToShootOff({ a, b, closest }: WireShootOff): ShootOff {
  const arrows = { a: wholeEnd(a), b: wholeEnd(b) };
  return { arrows, closest: closest ? wordOf(closestWords, closest) : undefined };
}

function wireToMatch({ format, faceId, face, attendanceA, attendanceB, ends, shootOffs }: WireMatch): Match {
  return {
    format: wireToFormat(format ?? {}),
    faceId: text(faceId),
    ...present('face', face ? wireToFace(face) : undefined),
    attendance: { a: wordOf(sheetAttendanceWords, attendanceA), b: wordOf(sheetAttendanceWords, attendanceB) },
    ends: list(ends).map(({ a, b }) => ({ a: wholeEnd(a), b: wholeEnd(b) })),
    shootOffs: list(shootOffs).map(wireToShootOff),
  };
}

function sideToWire({ form, archers, ...rest }: MatchSheetSide): WireSide {
  return { ...rest, archers: [...archers], formArrows: form.arrows, formPoints: form.points };
}

function wireToSide(side: WireSide | null | undefined): MatchSheetSide {
  return {
    name: text(side?.name),
    club: text(side?.club),
    seed: count(side?.seed),
    archers: list(side?.archers),
    kind: wordOf(sideKindWords, side?.kind),
    form: { arrows: count(side?.formArrows), points: count(side?.formPoints) },
  };
}

function wireToSlot({ match, at, buttA, buttB }: WireSlot): MatchSlot {
  return { match: text(match), at: text(at), butts: { a: count(buttA), b: count(buttB) } };
}

const none = new Uint8Array();

function wireToHits({ side, part, number, hits }: WireHits): MatchHits {
  return {
    side: wordOf(sideWords, side),
    part: wordOf(partWords, part),
    number: count(number),
    hits: bytesToHits(hits ?? none),
  };
}

export function matchSheetToWire({ sides: { a, b }, match, begins, hits, slot, ...rest }: MatchSheet): WireSheet {
  return {
    ...rest,
    a: sideToWire(a),
    b: sideToWire(b),
    ...(match && { match: matchToWire(match) }),
    ...(begins && { begins }),
    hits: hits.map((each) => ({ ...each, hits: hitsToBytes(each.hits) })),
    ...(slot && { slot: { match: slot.match, at: slot.at, buttA: slot.butts.a, buttB: slot.butts.b } }),
  };
}

/** Throws MalformedError. */
export function wireToMatchSheet(wire: WireSheet): MatchSheet {
  const { a, b, match, begins, slot } = wire;
  return {
    competitionName: text(wire.competitionName),
    event: text(wire.event),
    eventName: text(wire.eventName),
    matchId: text(wire.matchId),
    level: count(wire.level),
    topPlace: count(wire.topPlace),
    sides: { a: wireToSide(a), b: wireToSide(b) },
    match: match ? wireToMatch(match) : undefined,
    begins: begins ? wordOf(sideWords, begins) : undefined,
    hits: list(wire.hits).map(wireToHits),
    whenLevel: wordOf(levelWords, wire.whenLevel),
    slot: slot ? wireToSlot(slot) : undefined,
  };
}
