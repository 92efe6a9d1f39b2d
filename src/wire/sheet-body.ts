// A target's sheet and what changes in it ⇄ proto/live.proto. Words of a newer appliance as in leaderboard-body.ts.
import type { SheetArcher, SheetArchers, SheetEnd, TargetSheet } from '../domain/card/target-sheet.ts';
import { endToBytes } from './arrows.ts';
import type { tenring } from './gen/live.js';
import { roundToWire, wireToRound } from './round-record.ts';
import { count, list, present, standingOf, text, wholeEnd } from './wire-fields.ts';

type WireSheet = tenring.live.TargetSheet.$Properties;
type WireDelta = tenring.live.TargetSheetDelta.$Properties;
type WireArcher = tenring.live.SheetArcher.$Properties;
type WireArchers = Pick<WireSheet, 'archers' | 'ownRounds'>;

export interface SheetChanges extends SheetArchers {
  readonly ends: readonly SheetEnd[];
}

function archerToWire({ held = [], ends, ...archer }: SheetArcher): WireArcher {
  return { ...archer, ends: ends.map(endToBytes), held: [...held] };
}

function archersToWire({ archers, ownRounds = [] }: SheetArchers) {
  return { archers: archers.map(archerToWire), ownRounds: ownRounds.map(roundToWire) };
}

export function sheetToWire(sheet: TargetSheet): WireSheet {
  return { competitionName: sheet.competitionName, butt: sheet.butt, ...archersToWire(sheet) };
}

export function sheetChangesToWire(changes: SheetChanges): WireDelta {
  const ends = changes.ends.map((each) => ({ ...each, arrows: endToBytes(each.arrows) }));
  return { ends, ...archersToWire(changes) };
}

function wireToArcher(wire: WireArcher): SheetArcher {
  const { entry, name, club, category, target, roundId, ends, held, locked, standing } = wire;
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
  };
}

function wireToArchers({ archers, ownRounds }: WireArchers): SheetArchers {
  return {
    archers: list(archers).map(wireToArcher),
    ...(ownRounds?.length && { ownRounds: ownRounds.map(wireToRound) }),
  };
}

export function wireToSheet(wire: WireSheet): TargetSheet {
  return { competitionName: text(wire.competitionName), butt: count(wire.butt), ...wireToArchers(wire) };
}

export function wireToSheetChanges(wire: WireDelta): SheetChanges {
  const ends = list(wire.ends).map(({ entry, end, arrows }) => ({
    entry: count(entry),
    end: count(end),
    arrows: wholeEnd(arrows),
  }));
  return { ends, ...wireToArchers(wire) };
}
