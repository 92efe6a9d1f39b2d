// Which entries are in the list, and in which order: search, filters, columns. Twelve thousand are looked through with every key, so what is
// compared is made once for each entry.
import type { DeskEntry } from '../../../src/wire/api-entry-changes.ts';
import { foldText, wordsOf } from '../../store/search.ts';

export const columns = [
  'number',
  'name',
  'club',
  'category',
  'target',
  'country',
  'bornIn',
  'licence',
  'also',
  'needs',
  'arrival',
  'inspection',
] as const;
export type Column = (typeof columns)[number];

export interface EntryFilter {
  readonly query: string;
  /** Empty: any; as for all that follow. */
  readonly category: string;
  readonly club: string;
  /** The session's number. */
  readonly session: string;
  readonly target: '' | 'with' | 'without';
  readonly arrival: '' | 'in' | 'out';
  readonly inspection: '' | 'passed' | 'failed' | 'open';
  readonly needs: '' | 'wheelchair' | 'leftHanded';
}

export const everybody: EntryFilter = {
  ...{ query: '', category: '', club: '', session: '' },
  ...{ target: '', arrival: '', inspection: '', needs: '' },
};

export interface Sorting {
  readonly by: Column;
  readonly isDown: boolean;
}

/** Whose categories are shot in a session; none are named where all are. */
export interface SessionPart {
  readonly number: number;
  readonly categories: readonly string[];
}

const texts = new WeakMap<DeskEntry, string>();

function textOf(entry: DeskEntry): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const { number, name, club, category, target, country = '', licence = '' } = entry;
  const text = foldText([name, club, category, target ?? '', number, country, licence].join('\n'));
  texts.set(entry, text);
  return text;
}

export function filterEntries(
  entries: readonly DeskEntry[],
  filter: EntryFilter,
  sessions: readonly SessionPart[] = [],
): readonly DeskEntry[] {
  const words = wordsOf(filter.query);
  const session = sessions.find(({ number }) => String(number) === filter.session);
  const isAny = words.length === 0 && Object.values({ ...filter, query: '' }).every((value) => value === '');
  if (isAny) return entries;
  return entries.filter((entry) => {
    if (!isOfKind(entry, filter) || (session && !isInSession(entry, session))) return false;
    const text = textOf(entry);
    return words.every((word) => text.includes(word));
  });
}

function isOfKind(entry: DeskEntry, filter: EntryFilter): boolean {
  const { category, club, target, arrival, inspection, needs } = filter;
  if (category !== '' && entry.category !== category && !entry.also?.includes(category)) return false;
  if (club !== '' && entry.club !== club) return false;
  if (target !== '' && (entry.target !== null) !== (target === 'with')) return false;
  if (arrival !== '' && (entry.checkedInAt !== undefined) !== (arrival === 'in')) return false;
  if (inspection !== '' && (entry.inspection?.result ?? 'open') !== inspection) return false;
  return needs === '' || (entry.needs?.includes(needs) ?? false);
}

function isInSession({ category, also = [] }: DeskEntry, { categories }: SessionPart): boolean {
  return categories.length === 0 || [category, ...also].some((code) => categories.includes(code));
}

/** By the column, then as registered. What is empty comes last, whichever way. */
export function sortEntries(entries: readonly DeskEntry[], { by, isDown }: Sorting): readonly DeskEntry[] {
  const keyed = entries.map((entry) => ({ entry, key: keyOf(entry, by) }));
  const way = isDown ? -1 : 1;
  keyed.sort((one, other) => {
    if (one.key === other.key) return one.entry.number - other.entry.number;
    if (one.key === '' || other.key === '') return one.key === '' ? 1 : -1;
    return one.key < other.key ? -way : way;
  });
  return keyed.map(({ entry }) => entry);
}

/** Numbers are compared as numbers, all else without case and accents. */
function keyOf(entry: DeskEntry, by: Column): string | number {
  switch (by) {
    case 'number':
      return entry.number;
    case 'name':
    case 'club':
    case 'category':
      return foldText(entry[by]);
    case 'country':
    case 'licence':
      return foldText(entry[by] ?? '');
    case 'bornIn':
      return entry.bornIn ?? '';
    case 'target':
      return targetKey(entry.target);
    case 'also':
    case 'needs':
      return (entry[by] ?? []).join(' ');
    case 'arrival':
      return entry.checkedInAt ?? '';
    case 'inspection':
      return entry.inspection?.result ?? '';
  }
}

/** `9B` before `12A`. */
function targetKey(target: string | null): string | number {
  if (target === null) return '';
  return Number.parseInt(target, 10) * 100 + target.charCodeAt(target.length - 1);
}

/** Names that are there, for fields that offer them, as people read them. */
export function namesOf(values: Iterable<string>): readonly string[] {
  return [...new Set(values)].filter((value) => value !== '').sort((a, b) => a.localeCompare(b));
}
