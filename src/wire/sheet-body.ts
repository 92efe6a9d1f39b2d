// A target's sheet and what changes in it ⇄ proto/live.proto. Words of a newer appliance as in leaderboard-body.ts.
import { type ScoringMode, type Signer, scoringModes } from '../domain/card/card-notes.ts';
import type {
  SheetArcher,
  SheetArchers,
  SheetCheck,
  SheetEnd,
  SheetMatch,
  SheetSession,
  TargetSheet,
} from '../domain/card/target-sheet.ts';
import { endToBytes } from './arrows.ts';
import type { tenring } from './gen/live.js';
import { roundToWire, wireToRound } from './round-record.ts';
import { count, list, present, standingOf, text, wholeEnd } from './wire-fields.ts';

type WireSheet = tenring.live.TargetSheet.$Properties;
type WireDelta = tenring.live.TargetSheetDelta.$Properties;
type WireArcher = tenring.live.SheetArcher.$Properties;
type WireArchers = Pick<WireSheet, 'archers' | 'ownRounds'>;
type WireCheck = tenring.live.SheetCheck.$Properties;
type WireSession = tenring.live.SheetSession.$Properties;
type WireMatch = tenring.live.SheetMatch.$Properties;

export interface SheetChanges extends SheetArchers {
  readonly ends: readonly SheetEnd[];
}

function checkToWire({ arrows, ...rest }: SheetCheck): WireCheck {
  return { ...rest, arrows: endToBytes(arrows) };
}

function archerToWire({ held = [], ends, checks = [], signed = [], ...archer }: SheetArcher): WireArcher {
  return {
    ...archer,
    ends: ends.map(endToBytes),
    held: [...held],
    checks: checks.map(checkToWire),
    signed: [...signed],
  };
}

export function archersToWire({ archers, ownRounds = [] }: SheetArchers) {
  return { archers: archers.map(archerToWire), ownRounds: ownRounds.map(roundToWire) };
}

export function sheetToWire(whole: TargetSheet): WireSheet {
  const { competitionName, butt, scoring, matches = [], sessions = [], ...archers } = whole;
  const sheet = {
    ...{ competitionName, butt, matches: [...matches] },
    sessions: sessions.map((each) => ({ ...each, categories: [...each.categories] })),
    ...archersToWire(archers),
  };
  return scoring ? { ...sheet, scoring } : sheet;
}

export function sheetChangesToWire(changes: SheetChanges): WireDelta {
  const ends = changes.ends.map((each) => ({ ...each, arrows: endToBytes(each.arrows) }));
  return { ends, ...archersToWire(changes) };
}

function wireToCheck({ end, arrows, byAthlete }: WireCheck): SheetCheck {
  return { end: count(end), arrows: wholeEnd(arrows), ...(byAthlete && { byAthlete: true as const }) };
}

const isSigner = (word: string): word is Signer => word === 'athlete' || word === 'scorer';

function wireToArcher(wire: WireArcher): SheetArcher {
  const { entry, name, club, category, target, roundId, ends, held, locked, standing, checks } = wire;
  const signed = list(wire.signed).filter(isSigner);
  return {
    entry: count(entry),
    name: text(name),
    club: text(club),
    category: text(category),
    target: text(target),
    roundId: text(roundId),
    ends: list(ends).map(wholeEnd),
    ...(held?.length && { held }),
    ...(locked && { locked: true as const }),
    ...present('standing', standingOf(standing)),
    ...(checks?.length && { checks: checks.map(wireToCheck) }),
    ...(signed.length > 0 && { signed }),
  };
}

export function wireToArchers({ archers, ownRounds }: WireArchers): SheetArchers {
  return {
    archers: list(archers).map(wireToArcher),
    ...(ownRounds?.length && { ownRounds: ownRounds.map(wireToRound) }),
  };
}

function wireToMatch({ event, match, at }: WireMatch): SheetMatch {
  return { event: text(event), match: text(match), at: text(at) };
}

function wireToSession({ number, categories, fromEnd, toEnd }: WireSession): SheetSession {
  return { number: count(number), categories: list(categories), fromEnd: count(fromEnd), toEnd: count(toEnd) };
}

function scoringOf(word: string | null | undefined): Exclude<ScoringMode, 'one'> | undefined {
  const found = scoringModes.find((mode) => mode === word);
  return found === 'one' ? undefined : found;
}

export function wireToSheet(wire: WireSheet): TargetSheet {
  const { competitionName, butt, scoring, matches, sessions } = wire;
  return {
    competitionName: text(competitionName),
    butt: count(butt),
    ...wireToArchers(wire),
    ...present('scoring', scoringOf(scoring)),
    ...(matches?.length && { matches: matches.map(wireToMatch) }),
    ...(sessions?.length && { sessions: sessions.map(wireToSession) }),
  };
}

export function wireToSheetChanges(wire: WireDelta): SheetChanges {
  const ends = list(wire.ends).map(({ entry, end, arrows }) => ({
    entry: count(entry),
    end: count(end),
    arrows: wholeEnd(arrows),
  }));
  return { ends, ...wireToArchers(wire) };
}
