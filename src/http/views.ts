// A competition's state in the shapes of wire/api.ts.
import type { ChunkedList } from '../domain/chunked-list.ts';
import type { Competition } from '../domain/competition.ts';
import type { Entry } from '../domain/facts.ts';
import { leaderboardOf, rankRows } from '../domain/leaderboard.ts';
import { formatTarget } from '../domain/target.ts';
import type { CompetitionView as View } from '../intake/intake.ts';
import type { CompetitionView, DeviceView, EntryView, Leaderboard, TargetView } from '../wire/api.ts';

/** The list of entries is the same object until somebody is registered: counted once, however much is scored. */
const counts = new WeakMap<ChunkedList<Entry>, ReadonlyMap<string, number>>();

function countByCategory(entries: ChunkedList<Entry>): ReadonlyMap<string, number> {
  const known = counts.get(entries);
  if (known) return known;
  const counted = new Map<string, number>();
  for (const { category } of entries.values()) counted.set(category, (counted.get(category) ?? 0) + 1);
  counts.set(entries, counted);
  return counted;
}

export function competitionViewOf({ id, state }: View): CompetitionView {
  const { name, venue, from, to, discipline, ruleSetId, entryCount } = state;
  const entries = countByCategory(state.entries);
  const categories = [...state.categories.values()].map((category) => ({
    ...category,
    entries: entries.get(category.code) ?? 0,
  }));
  return { id, name, venue, from, to, discipline, ruleSetId, entryCount, categories };
}

export function entryViewsOf(state: Competition): readonly EntryView[] {
  return Array.from(state.entries.values(), ({ target, ...entry }) => ({
    ...entry,
    target: target ? formatTarget(target) : null,
  }));
}

/** Undefined where the competition has no such category. */
export function leaderboardViewOf({ state, at }: View, category: string): Leaderboard | undefined {
  const found = leaderboardOf(state, category);
  if (!found) return undefined;
  const { head, rows } = found;
  const ranked = rankRows(rows).map((row) => ({ ...row, counts: [...row.counts], endArrows: [...row.endArrows] }));
  return { head: { ...head, tieBreak: [...head.tieBreak] }, position: at, rows: ranked };
}

export interface TargetViewParts {
  readonly joinKey: (butt: number) => string;
  readonly isOnline: (device: string) => boolean;
}

export function targetViewsOf({ id, state }: View, { joinKey, isOnline }: TargetViewParts): readonly TargetView[] {
  const devices = devicesByButt(state, isOnline);
  return Array.from(state.entriesByButt.entries(), ([butt, numbers]) => ({
    butt,
    archers: numbers.flatMap((number) => archerOf(state, number)),
    devices: devices.get(butt) ?? [],
    joinPath: `/tablet#join=${id}.${butt}.${joinKey(butt)}`,
  }));
}

function archerOf(state: Competition, number: number): TargetView['archers'] {
  const entry = state.entries.at(number);
  if (!entry?.target) return [];
  const { name, club, category, target } = entry;
  return [{ entry: number, letter: target.letter, name, club, category }];
}

function devicesByButt(state: Competition, isOnline: (device: string) => boolean): ReadonlyMap<number, DeviceView[]> {
  const byButt = new Map<number, DeviceView[]>();
  for (const { id, label, butt, revoked } of state.devices.values()) {
    const device = { id, label, butt, online: isOnline(id), revoked };
    const others = byButt.get(butt);
    if (others) others.push(device);
    else byButt.set(butt, [device]);
  }
  return byButt;
}
