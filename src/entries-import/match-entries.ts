// Which entry a line of the file is: by its number, by who and in which category, by membership, and where only one can be meant, by name and
// club or by name and category. Each entry is at most one line's.
import type { Competition } from '../domain/competition.ts';
import type { Entry } from '../domain/facts.ts';
import { comparable } from '../domain/setup/entry-collision.ts';
import type { EntryLine } from './read-entry-line.ts';

type Matched = ReadonlyMap<EntryLine, Entry>;

/** Texts as they are compared, each looked at once: clubs and categories are in a list by the hundred. */
type SameText = (...texts: readonly string[]) => string;

function createSameText(): SameText {
  const known = new Map<string, string>();
  const same = (text: string) => {
    const found = known.get(text) ?? comparable(text);
    known.set(text, found);
    return found;
  };
  return (...texts) => texts.map(same).join('\n');
}

/** A way of saying who is meant. `isUnique`: only where one line and one entry are left that say the same. */
interface Way {
  readonly isUnique: boolean;
  readonly keyOf: (each: EntryLine | Entry) => string | undefined;
}

/** Surest first. */
function waysOf(same: SameText): readonly Way[] {
  return [
    { isUnique: false, keyOf: ({ name, club, category }) => same(name, club, category) },
    { isUnique: false, keyOf: ({ licence, category }) => (licence ? same(licence, category) : undefined) },
    { isUnique: true, keyOf: ({ licence }) => (licence ? same(licence) : undefined) },
    { isUnique: true, keyOf: ({ name, club }) => same(name, club) },
    { isUnique: true, keyOf: ({ name, category }) => same(name, category) },
  ];
}

/** `asNew`: lines of the file that are somebody else, whatever they look like. */
export function matchEntries(
  lines: readonly EntryLine[],
  { entries }: Pick<Competition, 'entries'>,
  asNew: ReadonlySet<number>,
): Matched {
  const same = createSameText();
  const matched = new Map<EntryLine, Entry>();
  const left = new Set(entries.values());
  const open = new Set(lines.filter(({ line, name }) => name !== '' && !asNew.has(line)));
  const match = (line: EntryLine, entry: Entry) => {
    matched.set(line, entry);
    left.delete(entry);
    open.delete(line);
  };
  for (const line of open) {
    const entry = line.number === undefined ? undefined : entries.at(line.number);
    if (entry && left.has(entry) && mayBeNumbered(same, line, entry)) match(line, entry);
  }
  for (const { isUnique, keyOf } of waysOf(same)) {
    if (open.size === 0 || left.size === 0) break;
    const found = groupBy(left, keyOf);
    for (const [key, alike] of groupBy(open, keyOf)) {
      const candidates = found.get(key) ?? [];
      const [line, entry] = [alike[0], candidates[0]];
      if (!line || !entry || (isUnique && (alike.length > 1 || candidates.length > 1))) continue;
      if (!isUnique || mayBeSame(line, entry)) match(line, entry);
    }
  }
  return matched;
}

/** A number alone is not enough: a list may come from another competition, where it was somebody else's. */
function mayBeNumbered(same: SameText, line: EntryLine, entry: Entry): boolean {
  const isNamed = same(line.name) === same(entry.name);
  const isPlaced = same(line.club, line.category) === same(entry.club, entry.category);
  return isNamed || isPlaced || (line.licence !== '' && line.licence === entry.licence);
}

/** Nothing says that they are two people. */
function mayBeSame(line: EntryLine, entry: Entry): boolean {
  const differs = <T>(a: T | undefined, b: T | undefined) => a !== undefined && b !== undefined && a !== b;
  return !differs(line.licence || undefined, entry.licence) && !differs(line.bornIn, entry.bornIn);
}

function groupBy<T>(all: Iterable<T>, keyOf: (each: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}
