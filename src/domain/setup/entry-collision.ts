// Two entries of one athlete, or two athletes at one place.
import type { NewEntry } from '../commands.ts';
import type { Competition } from '../competition.ts';
import type { Entry } from '../facts.ts';
import type { Rejection } from '../rejections.ts';
import { formatTarget } from '../target.ts';

type WhoAndWhere = Pick<NewEntry, 'name' | 'club' | 'category' | 'target'>;

/** Entries are never changed in place, so each is read once. */
const keys = new WeakMap<object, string>();

/** Two entries with the same key are one athlete registered twice. */
export function entryKey(entry: Pick<WhoAndWhere, 'name' | 'club' | 'category'>): string {
  const known = keys.get(entry);
  if (known !== undefined) return known;
  const key = [entry.name, entry.club, entry.category].map(comparable).join('\n');
  keys.set(entry, key);
  return key;
}

/** Accents may come composed or as separate marks (files made on macOS), and spaces doubled: it is still the same name. */
export function comparable(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en');
}

type Given = WhoAndWhere & Partial<Pick<Entry, 'number'>>;
type State = Pick<Competition, 'entries' | 'entriesByButt'>;

/**
 * The first of `given` that cannot be among the entries as they will be: those of `state` without those that are given by their number, and
 * without those that are gone.
 */
export function findCollision(
  state: State,
  given: readonly Given[],
  gone: ReadonlySet<number> = new Set(),
): Rejection | undefined {
  return findTwin(state, given, gone) ?? findTakenPlace(state, given, gone);
}

function numbersOf(given: readonly Given[]): readonly number[] {
  return given.flatMap(({ number }) => number ?? []);
}

function findTwin(state: State, given: readonly Given[], gone: ReadonlySet<number>): Rejection | undefined {
  const renamed = given.filter((entry) => isRenamed(state, entry));
  if (renamed.length === 0) return undefined;
  const replaced = new Set([...gone, ...numbersOf(renamed)]);
  const seen = new Set<string>();
  for (const entry of state.entries.values()) if (!replaced.has(entry.number)) seen.add(entryKey(entry));
  for (const entry of renamed) {
    const { name, club, category } = entry;
    const key = entryKey(entry);
    if (seen.has(key)) return { code: 'duplicateEntry', name, club, category };
    seen.add(key);
  }
  return undefined;
}

function findTakenPlace(state: State, given: readonly Given[], gone: ReadonlySet<number>): Rejection | undefined {
  const replaced = new Set([...gone, ...numbersOf(given)]);
  const places = new Map<string, string>();
  for (const { name, target } of given) {
    if (!target) continue;
    const place = formatTarget(target);
    const holder = places.get(place) ?? holderOf(state, target, replaced);
    if (holder !== undefined) return { code: 'targetTaken', target: place, name: holder };
    places.set(place, name);
  }
  return undefined;
}

function isRenamed({ entries }: State, entry: Given): boolean {
  const was = entry.number === undefined ? undefined : entries.at(entry.number);
  return !was || entryKey(was) !== entryKey(entry);
}

/** The name of who stands there already and is not replaced. */
export function holderOf(
  state: State,
  { butt, letter }: NonNullable<NewEntry['target']>,
  replaced: ReadonlySet<number>,
): string | undefined {
  for (const number of state.entriesByButt.at(butt) ?? []) {
    const entry = state.entries.at(number);
    if (entry?.target?.letter === letter && !replaced.has(number)) return entry.name;
  }
  return undefined;
}
