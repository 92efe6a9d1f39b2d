// What the tablet at one butt shows: its archers and their cards, and the matches that are shot there. Like the leaderboard, one shape for
// server and screens.

import { type Competition, endOf, notesOf, roundOfEntry, scorecardOf } from '../competition.ts';
import { matchesAtButt } from '../event/schedule.ts';
import { findRound, type Round } from '../rounds/rounds.ts';
import type { Session } from '../setup/sessions.ts';
import { formatTarget } from '../target.ts';
import type { CardNotes, ScoringMode, Signer, Standing } from './card-notes.ts';
import { type End, isEndComplete, scorecardOfEnds, withEnd } from './scorecard.ts';

export interface SheetArcher {
  readonly entry: number;
  readonly name: string;
  readonly club: string;
  readonly category: string;
  /** `12A`; empty on the sheet of an athlete who has none. */
  readonly target: string;
  readonly roundId: string;
  readonly ends: readonly End[];
  /** Ends with boxes that are held open while shooting goes on, first end first. Absent: none. */
  readonly held?: readonly number[];
  /** Signed: nothing is written on it any more. Absent: open. */
  readonly locked?: true;
  /** Absent: competing. */
  readonly standing?: Exclude<Standing, 'competing'>;
  /** The second card, as far as it is kept, first end first; absent: no end of it. */
  readonly checks?: readonly SheetCheck[];
  /** Who has signed; absent: nobody. */
  readonly signed?: readonly Signer[];
}

/** An end of the second card, or one that the athlete confirmed. */
export interface SheetCheck {
  readonly end: number;
  readonly arrows: End;
  readonly byAthlete?: true;
}

/** A match that is shot at this butt: followed by its own topic. */
export interface SheetMatch {
  readonly event: string;
  readonly match: string;
  /** Local time of the venue, `2026-05-02T13:30`. */
  readonly at: string;
}

/** A session as far as a tablet needs it: whose clock it shows. */
export type SheetSession = Pick<Session, 'number' | 'categories' | 'fromEnd' | 'toEnd'>;

/** Archers with the rounds of the organiser's own that they shoot; the others are the catalogue's. Absent: none. */
export interface SheetArchers {
  readonly archers: readonly SheetArcher[];
  readonly ownRounds?: readonly Round[];
}

export interface TargetSheet extends SheetArchers {
  readonly competitionName: string;
  readonly butt: number;
  /** Absent: one card. */
  readonly scoring?: Exclude<ScoringMode, 'one'>;
  /** By time; absent: none. */
  readonly matches?: readonly SheetMatch[];
  /** Of the competition, all of them; absent: it has none. */
  readonly sessions?: readonly SheetSession[];
  /** In the order of their letters. */
  readonly archers: readonly SheetArcher[];
}

/** One end of one archer as it now is. */
export interface SheetEnd {
  readonly entry: number;
  readonly end: number;
  readonly arrows: End;
}

function sheetArcherOf(state: Competition, number: number): SheetArcher | undefined {
  const entry = state.entries.at(number);
  const round = roundOfEntry(state, number);
  if (!entry || !round) return undefined;
  const { name, club, category } = entry;
  const target = entry.target ? formatTarget(entry.target) : '';
  const { ends } = scorecardOf(state, number);
  return {
    entry: number,
    name,
    club,
    category,
    target,
    roundId: round.id,
    ends,
    ...sheetNotesOf(notesOf(state, number)),
  };
}

function sheetNotesOf({ standing, lock, held, checks, signatures }: CardNotes): Partial<SheetArcher> {
  return {
    ...(held.size > 0 && { held: [...held.keys()].sort((a, b) => a - b) }),
    ...(lock && { locked: true as const }),
    ...(standing !== 'competing' && { standing }),
    ...(checks.size > 0 && { checks: sheetChecksOf(checks) }),
    ...(signatures.size > 0 && { signed: [...signatures.keys()].sort() }),
  };
}

function sheetChecksOf(checks: CardNotes['checks']): readonly SheetCheck[] {
  return [...checks]
    .sort(([a], [b]) => a - b)
    .map(([end, { arrows, byAthlete }]) => ({ end, arrows, ...(byAthlete && { byAthlete }) }));
}

/** Some archers with what is needed to show them, with a target or not; whoever has an unknown round is left out. */
export function sheetArchersOf(state: Competition, entries: readonly number[]): SheetArchers {
  const archers = entries.map((entry) => sheetArcherOf(state, entry)).filter((archer) => !!archer);
  return { archers, ...ownRoundsOf(state.rounds, archers) };
}

function ownRoundsOf(
  rounds: ReadonlyMap<string, Round>,
  archers: readonly SheetArcher[],
): Pick<SheetArchers, 'ownRounds'> {
  const ids = new Set(archers.map(({ roundId }) => roundId));
  const ownRounds = [...ids].map((id) => rounds.get(id)).filter((round) => !!round);
  return ownRounds.length > 0 ? { ownRounds } : {};
}

function sheetSessionOf({ number, categories, fromEnd, toEnd }: Session): SheetSession {
  return { number, categories, fromEnd, toEnd };
}

/** Undefined where nobody shoots at this butt, no match either. */
export function targetSheetOf(state: Competition, butt: number): TargetSheet | undefined {
  const entries = state.entriesByButt.at(butt) ?? [];
  const matches = matchesAtButt(state, butt).map(({ event, slot }) => ({ event, match: slot.match, at: slot.at }));
  if (entries.length === 0 && matches.length === 0) return undefined;
  return {
    competitionName: state.name,
    butt,
    ...(state.scoring !== 'one' && { scoring: state.scoring }),
    ...(matches.length > 0 && { matches }),
    ...(state.sessions.length > 0 && { sessions: state.sessions.map(sheetSessionOf) }),
    ...sheetArchersOf(state, entries),
  };
}

export function sheetEndOf(state: Competition, entry: number, end: number): SheetEnd | undefined {
  const round = roundOfEntry(state, entry);
  return round && { entry, end, arrows: endOf(scorecardOf(state, entry), round, end) };
}

/** Undefined for a round that this version does not know. */
export function roundOfArcher(
  { ownRounds = [] }: Pick<SheetArchers, 'ownRounds'>,
  { roundId }: Pick<SheetArcher, 'roundId'>,
): Round | undefined {
  return ownRounds.find(({ id }) => id === roundId) ?? findRound(roundId);
}

/** The archer with one end as it now is; as in the state, an end that is full again is held no longer, and nobody has signed it. */
function withSheetEnd(archer: SheetArcher, round: Round, { end, arrows }: SheetEnd): SheetArcher {
  const { held, signed: _, ...rest } = archer;
  const stillHeld = isEndComplete(arrows) ? held?.filter((each) => each !== end) : held;
  const { ends } = withEnd(scorecardOfEnds(round, archer.ends), round, end, arrows);
  return { ...rest, ends, ...(stillHeld?.length && { held: stillHeld }) };
}

/** A sheet with what has changed since: archers first, then single ends. Ends of archers that are not on the sheet are left out. */
export function withSheetChanges(
  sheet: TargetSheet,
  changes: SheetArchers & { readonly ends: readonly SheetEnd[] },
): TargetSheet {
  const rounds = new Map([...(sheet.ownRounds ?? []), ...(changes.ownRounds ?? [])].map((each) => [each.id, each]));
  const known = { ownRounds: [...rounds.values()] };
  const archers = new Map([...sheet.archers, ...changes.archers].map((archer) => [archer.entry, archer]));
  for (const change of changes.ends) {
    const archer = archers.get(change.entry);
    const round = archer && roundOfArcher(known, archer);
    if (archer && round) archers.set(archer.entry, withSheetEnd(archer, round, change));
  }
  const inOrder = [...archers.values()].sort(byTarget);
  const { ownRounds: _, ...rest } = sheet;
  return { ...rest, archers: inOrder, ...ownRoundsOf(rounds, inOrder) };
}

const byTarget = (a: SheetArcher, b: SheetArcher) => (a.target < b.target ? -1 : a.target > b.target ? 1 : 0);
