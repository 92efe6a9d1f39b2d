// When and where matches are shot: a proposal that the organiser may change, what cannot be, and the whole plan in order of time.
import type { Competition } from '../competition.ts';
import type { Draw, DrawMatch, DrawSource } from '../draw/draw.ts';
import { isLocalTime, minutesLater } from '../local-time.ts';
import type { Rejection } from '../rejections.ts';
import type { MatchSlot } from './event.ts';
import { type PlayedMatch, playEvent } from './event-play.ts';

const lastButt = 9999;
const minutesADay = 24 * 60;

function isWhole(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}

export interface SchedulePlan {
  /** Local time of the first match, `2026-05-02T13:30`. */
  readonly start: string;
  readonly minutesPerMatch: number;
  /** From the end of the last match of a phase to the first of the next. */
  readonly minutesBetweenPhases: number;
  readonly firstButt: number;
  /** At hand, from the first one on; where they are too few a phase is shot in several waves. */
  readonly butts: number;
  /** Two butts a match, `a` on the left of `b`, or one for both. */
  readonly buttsPerMatch: 1 | 2;
  /** Matches for medals one by one, bronze before gold, both sides on the first butt: for alternate shooting before an audience. */
  readonly medalsAlone?: boolean;
}

/**
 * Slots for every match that is or may be shot, phase by phase: nobody is in two matches of a phase, and a phase begins when all those
 * before it are over. The final is shot alone, after the match for bronze. Undefined for a plan that gives no match a place.
 */
export function proposeSchedule(played: readonly PlayedMatch[], plan: SchedulePlan): readonly MatchSlot[] | undefined {
  const { start, minutesPerMatch, minutesBetweenPhases, firstButt, butts, buttsPerMatch, medalsAlone = false } = plan;
  const perWave = Math.floor(butts / buttsPerMatch);
  const areMinutes = isWhole(minutesPerMatch, 1, minutesADay) && isWhole(minutesBetweenPhases, 0, minutesADay);
  const areButts = isWhole(firstButt, 1, lastButt) && isWhole(firstButt + butts - 1, firstButt, lastButt);
  if (!isLocalTime(start) || !areMinutes || !areButts || perWave < 1) return undefined;
  let at = start;
  return phasesOf(played, medalsAlone).flatMap((phase) => {
    const slots = phase.map(({ drawn }, index): MatchSlot => {
      if (medalsAlone && isForMedals(drawn)) return { match: drawn.id, at, butts: { a: firstButt, b: firstButt } };
      const a = firstButt + (index % perWave) * buttsPerMatch;
      const wave = Math.floor(index / perWave);
      const b = a + buttsPerMatch - 1;
      return { match: drawn.id, at: minutesLater(at, wave * minutesPerMatch), butts: { a, b } };
    });
    const waves = Math.ceil(phase.length / perWave);
    at = minutesLater(at, waves * minutesPerMatch + minutesBetweenPhases);
    return slots;
  });
}

/** Matches that can be shot at the same time, those before first. Byes take no butt. */
function phasesOf(played: readonly PlayedMatch[], medalsAlone: boolean): readonly (readonly PlayedMatch[])[] {
  const depths = new Map<string, number>();
  const deepest = (ids: readonly string[]) => Math.max(0, ...ids.map((id) => depths.get(id) ?? 0));
  for (const { drawn } of played) {
    const { id, section, level, onlyIfBWon, a, b } = drawn;
    const before = [...matchesBefore(played, a), ...matchesBefore(played, b), ...(onlyIfBWon ? [onlyIfBWon] : [])];
    // In a pool everybody is known from the start; its rounds keep one from shooting twice at a time.
    depths.set(id, section === 'pool' ? level : 1 + deepest(before));
  }
  const last = deepest([...depths.keys()]);
  const shot = played.filter(({ kind }) => kind === 'match' || kind === 'notNeeded');
  const phaseOf = ({ drawn }: PlayedMatch) => {
    const { id, section, topPlace } = drawn;
    const depth = depths.get(id) ?? 0;
    return depth === last && section !== 'pool' && topPlace === 1
      ? last + 1
      : medalsAlone && isForMedals(drawn)
        ? depth + 0.5
        : depth;
  };
  return [...Map.groupBy(shot, phaseOf)].toSorted(([x], [y]) => x - y).map(([, phase]) => phase);
}

/** The final and the match for bronze; in a double elimination the finals. */
function isForMedals({ section, level, topPlace }: DrawMatch): boolean {
  return section === 'final' || (section === 'bracket' && level === 1 && topPlace <= 3);
}

function matchesBefore(played: readonly PlayedMatch[], source: DrawSource): readonly string[] {
  if (source.from === 'winner' || source.from === 'loser') return [source.match];
  if (source.from !== 'pool') return [];
  return played.filter(({ drawn }) => drawn.pool === source.pool).map(({ drawn }) => drawn.id);
}

/** Why matches cannot be shot so: a time or a butt that is none, or a butt where another match is shot at that time. */
export function whyNotSlots(
  state: Competition,
  event: string,
  draw: Draw,
  slots: readonly MatchSlot[],
): Rejection | undefined {
  if (slots.length === 0) return { code: 'slotWrong', match: '', at: '' };
  const matches = new Set(draw.matches.map(({ id }) => id));
  const named = new Set<string>();
  for (const { match, at, butts } of slots) {
    if (!matches.has(match)) return { code: 'unknownMatch', match };
    const areButts = isWhole(butts.a, 1, lastButt) && isWhole(butts.b, 1, lastButt);
    if (named.has(match) || !isLocalTime(at) || !areButts) return { code: 'slotWrong', match, at };
    named.add(match);
  }
  return whyTaken(state, event, slots);
}

/** Those of this event that are named anew leave their old places first. */
function whyTaken(state: Competition, event: string, slots: readonly MatchSlot[]): Rejection | undefined {
  const named = new Set(slots.map(({ match }) => match));
  const taken = new Map<string, string>();
  for (const [id, { schedule }] of state.events) {
    for (const slot of schedule.values()) {
      if (id === event && named.has(slot.match)) continue;
      for (const place of placesOf(slot)) taken.set(place, slot.match);
    }
  }
  for (const slot of slots) {
    for (const butt of new Set([slot.butts.a, slot.butts.b])) {
      const match = taken.get(placeOf(slot.at, butt));
      if (match !== undefined) return { code: 'buttTaken', butt, at: slot.at, match };
    }
    for (const place of placesOf(slot)) taken.set(place, slot.match);
  }
  return undefined;
}

function placeOf(at: string, butt: number): string {
  return `${at} ${butt}`;
}

function placesOf({ at, butts }: MatchSlot): readonly string[] {
  return [placeOf(at, butts.a), placeOf(at, butts.b)];
}

export interface ScheduledMatch {
  readonly event: string;
  readonly eventName: string;
  readonly slot: MatchSlot;
  readonly played: PlayedMatch;
}

/** Every match that has a place, of all events: by time, then from the left. */
export function scheduleOf(state: Competition): readonly ScheduledMatch[] {
  const scheduled = [...state.events.values()].flatMap(({ setup }) =>
    (playEvent(state, setup.id) ?? []).flatMap((played): readonly ScheduledMatch[] =>
      played.slot ? [{ event: setup.id, eventName: setup.name, slot: played.slot, played }] : [],
    ),
  );
  return scheduled.toSorted((x, y) => compareTexts(x.slot.at, y.slot.at) || x.slot.butts.a - y.slot.butts.a);
}

/** Those that are shot at this butt, or will be once their sides are known; by time. */
export function matchesAtButt(state: Competition, butt: number): readonly Pick<ScheduledMatch, 'event' | 'slot'>[] {
  const found = [...state.events].flatMap(([event, { schedule }]) => {
    const slots = [...schedule.values()].filter(({ butts }) => butts.a === butt || butts.b === butt);
    if (slots.length === 0) return [];
    const shot = new Set(playEvent(state, event)?.flatMap(({ drawn, kind }) => (kind === 'match' ? [drawn.id] : [])));
    return slots.flatMap((slot) => (shot.has(slot.match) ? [{ event, slot }] : []));
  });
  return found.toSorted((x, y) => compareTexts(x.slot.at, y.slot.at));
}

/** Where matches are shot, in no order. */
export function matchButtsOf(state: Competition): ReadonlySet<number> {
  const slots = [...state.events.values()].flatMap(({ schedule }) => [...schedule.values()]);
  return new Set(slots.flatMap(({ butts }) => [butts.a, butts.b]));
}

function compareTexts(x: string, y: string): number {
  if (x === y) return 0;
  return x < y ? -1 : 1;
}
