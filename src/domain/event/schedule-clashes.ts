// What cannot be in a plan of matches, across all events: two matches at one butt, an archer in two matches, a match before those that it
// waits for are over. Said before anybody shoots; nothing is refused for it, because only the organiser knows how long a match takes there.
import type { BySide } from '../match/match.ts';

/** A match with its place, and what is known of it. */
export interface PlannedMatch {
  readonly event: string;
  readonly match: string;
  readonly at: string;
  readonly butts: BySide<number>;
  /** Entries that shoot in it, as far as it is known who. */
  readonly entries: readonly number[];
  /** Matches of the same event that have to be over before. */
  readonly after: readonly string[];
}

export type ScheduleClash = {
  readonly one: PlannedMatch;
  readonly other: PlannedMatch;
} & (
  | { readonly kind: 'butt'; readonly butt: number }
  | { readonly kind: 'archer'; readonly entry: number }
  /** `one` waits for `other`. */
  | { readonly kind: 'order' }
);

function minutesOf(at: string): number {
  return Date.parse(`${at}:00Z`) / 60_000;
}

/** Each two that clash once for each reason; in the order in which they are given. */
export function scheduleClashesOf(planned: readonly PlannedMatch[], minutesPerMatch: number): readonly ScheduleClash[] {
  const clashes: ScheduleClash[] = [];
  for (const [index, one] of planned.entries()) {
    for (const other of planned.slice(index + 1)) {
      const overlap = Math.abs(minutesOf(one.at) - minutesOf(other.at)) < minutesPerMatch;
      if (overlap) clashes.push(...overlapsOf(one, other));
      clashes.push(...orderOf(one, other, minutesPerMatch), ...orderOf(other, one, minutesPerMatch));
    }
  }
  return clashes;
}

function overlapsOf(one: PlannedMatch, other: PlannedMatch): readonly ScheduleClash[] {
  const butts = new Set([one.butts.a, one.butts.b]);
  const butt = [other.butts.a, other.butts.b].find((each) => butts.has(each));
  const entry = other.entries.find((each) => one.entries.includes(each));
  return [
    ...(butt === undefined ? [] : [{ kind: 'butt' as const, butt, one, other }]),
    ...(entry === undefined ? [] : [{ kind: 'archer' as const, entry, one, other }]),
  ];
}

function orderOf(one: PlannedMatch, other: PlannedMatch, minutesPerMatch: number): readonly ScheduleClash[] {
  const waits = one.event === other.event && one.after.includes(other.match);
  return waits && minutesOf(one.at) < minutesOf(other.at) + minutesPerMatch ? [{ kind: 'order', one, other }] : [];
}
