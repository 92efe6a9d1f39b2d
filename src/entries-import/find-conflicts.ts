// What lies between two lines, or between a line and the entries that stay: the list is looked at as it will be in the end, so that two archers
// may change places. The rules are the domain's, said for every line at once.
import type { NewEntry } from '../domain/commands.ts';
import type { Competition } from '../domain/competition.ts';
import type { Entry } from '../domain/facts.ts';
import type { Rejection } from '../domain/rejections.ts';
import { findStuck } from '../domain/setup/decide-entries.ts';
import { type DetailProblem, findDetailProblem } from '../domain/setup/entry-check.ts';
import { entryKey } from '../domain/setup/entry-collision.ts';
import { formatTarget } from '../domain/target.ts';
import type { ImportChange, ImportProblem } from '../wire/api-import.ts';
import type { ImportField } from '../wire/import-fields.ts';
import type { EntryLine } from './read-entry-line.ts';
import { type Headed, headingOf } from './read-entry-line.ts';

/** A line that is taken, as it will be. */
export interface TakenLine {
  readonly line: EntryLine;
  /** The entry that it is. */
  readonly was: Entry | undefined;
  readonly now: NewEntry;
  /** None of who is new. */
  readonly changes: readonly ImportChange[];
}

interface Holder {
  readonly name: string;
  /** Empty for an entry that was there before. */
  readonly line: string;
}

/** `stays`: entries that no taken line is, and that are not withdrawn. `known`: with the categories that come along. */
export function findConflicts(
  known: Competition,
  taken: readonly TakenLine[],
  stays: Iterable<Entry>,
  headed: Headed,
): ReadonlyMap<EntryLine, readonly ImportProblem[]> {
  const keys = new Map<string, Holder>();
  const places = new Map<string, Holder>();
  for (const entry of stays) {
    const holder = { name: entry.name, line: '' };
    keys.set(entryKey(entry), holder);
    if (entry.target) places.set(formatTarget(entry.target), holder);
  }
  const problems = new Map<EntryLine, ImportProblem[]>();
  for (const { line, was, now } of taken) {
    const own = line.known ? problemsOfEntry(known, was, now, headed) : [];
    const holder = { name: line.name, line: String(line.line) };
    if (line.name !== '') {
      const { name, club, category } = now;
      const key = entryKey(now);
      const twin = keys.get(key);
      if (twin) own.push({ code: 'duplicateEntry', details: { name, club, category, line: twin.line } });
      else keys.set(key, holder);
    }
    if (now.target) {
      const target = formatTarget(now.target);
      const before = places.get(target);
      if (before) own.push(inColumn({ code: 'targetTaken', details: { target, ...before } }, headed, 'target', 'butt'));
      else places.set(target, holder);
    }
    if (own.length > 0) problems.set(line, own);
  }
  return problems;
}

const columnOf: Readonly<Partial<Record<DetailProblem['code'], ImportField>>> = {
  countryWrong: 'country',
  bornInWrong: 'bornIn',
  licenceWrong: 'licence',
  otherRound: 'also',
};

function problemsOfEntry(known: Competition, was: Entry | undefined, now: NewEntry, headed: Headed): ImportProblem[] {
  const detail = findDetailProblem(known, now);
  if (detail) {
    const field = columnOf[detail.code];
    return [inColumn({ code: detail.code, details: detailsOf(detail) }, headed, ...(field ? [field] : []))];
  }
  const stuck = was ? findStuck(known, { ...now, number: was.number }) : undefined;
  return stuck ? [inColumn({ code: codeOf(stuck), details: detailsOf(stuck) }, headed, 'category', 'division')] : [];
}

function codeOf({ code }: Rejection): ImportProblem['code'] {
  return code === 'roundIsShot' || code === 'entryInDraw' ? code : 'cardIsWritten';
}

function detailsOf({ code, ...details }: Rejection): ImportProblem['details'] {
  return Object.fromEntries(Object.entries(details).map(([key, value]) => [key, String(value)]));
}

function inColumn(problem: ImportProblem, headed: Headed, ...fields: readonly ImportField[]): ImportProblem {
  const column = headingOf(headed, ...fields);
  return column ? { ...problem, column } : problem;
}
