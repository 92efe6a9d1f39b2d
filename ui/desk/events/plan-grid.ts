// The plan of matches as a grid of times and butts: what stands where, what a move asks of the appliance, and what takes it back. Pure.
import type { PlannedMatch } from '../../../src/domain/event/schedule-clashes.ts';
import { minutesLater } from '../../../src/domain/local-time.ts';
import { sides } from '../../../src/domain/match/match.ts';
import type { SlotsView } from '../../../src/wire/api-events.ts';
import type { BracketView, MatchInBracketView } from '../../../src/wire/api-matches.ts';

export type Slot = SlotsView['slots'][number];

/** A match with its event; byes take no butt. */
export interface GridMatch {
  readonly event: string;
  readonly eventName: string;
  readonly match: MatchInBracketView;
}

export const keyOf = (event: string, match: string) => `${event} ${match}`;

/** Of all events, in the order in which they can be shot; a second final that may not be needed too. */
export function matchesOf(brackets: readonly BracketView[]): readonly GridMatch[] {
  return brackets.flatMap(({ event, name, matches }) =>
    matches
      .filter(({ kind }) => kind === 'match' || kind === 'notNeeded')
      .map((match) => ({ event, eventName: name, match })),
  );
}

function beforeOf(matches: readonly MatchInBracketView[], { seats, section }: MatchInBracketView): readonly string[] {
  if (section === 'pool') return [];
  return sides.flatMap((side) => {
    const { source } = seats[side];
    if (source.from === 'winner' || source.from === 'loser') return [source.match];
    return source.from === 'pool' ? matches.filter(({ pool }) => pool === source.pool).map(({ id }) => id) : [];
  });
}

/** What has a place, for the clashes. */
export function plannedOf(brackets: readonly BracketView[]): readonly PlannedMatch[] {
  return brackets.flatMap(({ event, matches }) =>
    matches.flatMap((match): readonly PlannedMatch[] => {
      const { id, slot, seats, kind } = match;
      if (!slot || (kind !== 'match' && kind !== 'notNeeded')) return [];
      const entries = [...seats.a.entries, ...seats.b.entries];
      return [{ event, match: id, ...slot, entries, after: beforeOf(matches, match) }];
    }),
  );
}

/** Every time at which something is shot, and `more` after the last. Without any: `start` and those after it. */
export function timesOf(slots: readonly Pick<Slot, 'at'>[], minutes: number, more: number, start: string) {
  const used = [...new Set(slots.map(({ at }) => at))].sort();
  const last = used.at(-1);
  const added = Array.from({ length: more }, (_, index) =>
    last === undefined ? minutesLater(start, index * minutes) : minutesLater(last, (index + 1) * minutes),
  );
  return [...used, ...added];
}

/** From the first butt that is used or asked for to the last. */
export function buttsOf(slots: readonly Pick<Slot, 'butts'>[], first: number, count: number): readonly number[] {
  const used = slots.flatMap(({ butts }) => [butts.a, butts.b]);
  const from = Math.min(first, ...used);
  const to = Math.max(first + count - 1, ...used);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Matches that stand at a time and a butt. */
export function matchesAt(matches: readonly GridMatch[], at: string, butt: number): readonly GridMatch[] {
  return matches.filter(({ match: { slot } }) => slot?.at === at && (slot.butts.a === butt || slot.butts.b === butt));
}

/** One request to the appliance. */
export interface PlanStep {
  readonly event: string;
  readonly slots: readonly Slot[];
  /** Matches that lose their place. */
  readonly removed: readonly string[];
}

/** A match to a place: on one butt, or on this and the next. Whoever of the same event stands there takes the place that it leaves. */
export function moveOf(
  matches: readonly GridMatch[],
  { event, match }: GridMatch,
  at: string,
  butt: number,
  isShared: boolean,
): PlanStep {
  const butts = { a: butt, b: isShared ? butt : butt + 1 };
  const inTheWay = [butts.a, butts.b]
    .flatMap((each) => matchesAt(matches, at, each))
    .find((other) => other.event === event && other.match.id !== match.id);
  const moved = { match: match.id, at, butts };
  if (!inTheWay) return { event, slots: [moved], removed: [] };
  const other = inTheWay.match.id;
  if (!match.slot) return { event, slots: [moved], removed: [other] };
  return { event, slots: [moved, { match: other, at: match.slot.at, butts: match.slot.butts }], removed: [] };
}

/** What takes a step back: places as they were, and none where there was none. */
export function undoOf(matches: readonly GridMatch[], { event, slots, removed }: PlanStep): PlanStep {
  const touched = [...slots.map(({ match }) => match), ...removed];
  const before = touched.map((id) => matches.find((each) => each.event === event && each.match.id === id)?.match);
  return {
    event,
    slots: before.flatMap((match) => (match?.slot ? [{ match: match.id, ...match.slot }] : [])),
    removed: before.flatMap((match) => (match && !match.slot ? [match.id] : [])),
  };
}
