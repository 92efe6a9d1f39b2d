// A file → what importing it would do, line by line, and the command that does it; no command while anything is wrong, so that nothing
// is ever imported by half. The rules are those of domain/decide-import.ts, said for every line at once instead of for the first one.

import type { ImportEntries, NewEntry } from '../domain/commands.ts';
import type { Competition } from '../domain/competition.ts';
import { assignTargets } from '../domain/setup/assign-targets.ts';
import type { Category } from '../domain/setup/categories.ts';
import { entryKey } from '../domain/setup/entry-collision.ts';
import { type DetailProblem, findDetailProblem, keptDetails } from '../domain/setup/entry-check.ts';
import { formatTarget } from '../domain/target.ts';
import type { ImportPreview, ImportProblem } from '../wire/api-import.ts';
import { createCategoryFinder } from './category-words.ts';
import { decodeText } from './decode-text.ts';
import { type Columns, fieldOfColumn, missingColumns, recogniseHeadings } from './headings.ts';
import { type EntryLine, readEntryLine } from './read-entry-line.ts';
import { type FileProblem, mostColumns, readTable, type Table } from './read-table.ts';

export interface PreviewOptions {
  /** Gives a place to everybody who has none. */
  readonly assignTargets: boolean;
}

export interface EntriesPreview {
  readonly preview: ImportPreview;
  /** Undefined while the file or any line has a problem. */
  readonly command: ImportEntries | undefined;
}

/** Never throws, whatever the bytes are. */
export function previewEntries(bytes: Uint8Array, state: Competition, options: PreviewOptions): EntriesPreview {
  const decoded = decodeText(bytes);
  if (!decoded) return refuse({ encoding: 'utf-8', delimiter: ',', columns: [] }, { code: 'notText', details: {} });
  const { encoding, text } = decoded;
  const table = readTable(text);
  const columns = recogniseHeadings(table.header ?? []);
  const seen = { encoding, delimiter: table.delimiter, columns: describeColumns(table, columns) };
  const problem = table.problem ?? findFileProblem(table, columns);
  return problem ? refuse(seen, problem) : previewRows(seen, table, columns, state, options);
}

type Seen = Pick<ImportPreview, 'encoding' | 'delimiter' | 'columns'>;

function refuse(seen: Seen, fileProblem: FileProblem): EntriesPreview {
  return { preview: { ...seen, fileProblem, newCategories: [], rows: [], good: 0, bad: 0 }, command: undefined };
}

function describeColumns({ header = [] }: Table, columns: Columns): ImportPreview['columns'] {
  return header
    .slice(0, mostColumns)
    .map((heading, index) => ({ header: heading, field: fieldOfColumn(columns, index) }));
}

function findFileProblem({ header, rows }: Table, columns: Columns): FileProblem | undefined {
  if (!header) return { code: 'emptyFile', details: {} };
  const missing = missingColumns(columns);
  if (Object.keys(columns).length === 0 || header.length > mostColumns) {
    return { code: 'noHeader', details: { found: header.join(' | ').slice(0, 200) } };
  }
  if (missing.length > 0) return { code: 'missingColumns', details: { columns: missing.join(', ') } };
  return rows.length === 0 ? { code: 'emptyFile', details: {} } : undefined;
}

function previewRows(
  seen: Seen,
  table: Table,
  columns: Columns,
  state: Competition,
  options: PreviewOptions,
): EntriesPreview {
  const find = createCategoryFinder(state);
  const width = table.header?.length ?? 0;
  const lines = table.rows.map((row) => readEntryLine(row, columns, width, find));
  const categories = newCategoriesOf(lines, state);
  const problems = withConflicts(lines, state, categories);
  const good = lines.filter((_, index) => problems[index]?.length === 0);
  const entries = placeEntries(good, state, options);
  const placed = new Map(good.map((line, index) => [line, entries[index]]));
  const bad = lines.length - good.length;
  const rows = lines.map((line, index) => {
    const target = placed.get(line)?.target ?? line.target;
    const { line: number, name, club, category, targetText } = line;
    const { also, ...details } = detailsOf(line);
    return {
      line: number,
      name,
      club,
      category,
      target: target ? formatTarget(target) : targetText,
      ...details,
      ...(also ? { also: [...also] } : {}),
      problems: problems[index] ?? [],
    };
  });
  const preview = { ...seen, fileProblem: null, newCategories: [...categories], rows, good: good.length, bad };
  return { preview, command: bad === 0 ? { kind: 'importEntries', categories, entries } : undefined };
}

function placeEntries(good: readonly EntryLine[], state: Competition, options: PreviewOptions): readonly NewEntry[] {
  const entries = good.map((line): NewEntry => {
    const { name, club, category, target } = line;
    return { name, club, category, target, ...detailsOf(line) };
  });
  if (!options.assignTargets) return entries;
  const taken = new Set<string>();
  for (const { target } of state.entries.values()) if (target) taken.add(formatTarget(target));
  return assignTargets(entries, taken);
}

function detailsOf({ name, category, country, bornIn, also }: EntryLine): ReturnType<typeof keptDetails> {
  const codes = also.map(({ code }) => code);
  return keptDetails({ name, category, country, also: codes, ...(bornIn === undefined ? {} : { bornIn }) });
}

function problemOf({ code, ...details }: DetailProblem): ImportProblem {
  return { code, details: Object.fromEntries(Object.entries(details).map(([key, value]) => [key, String(value)])) };
}

function newCategoriesOf(lines: readonly EntryLine[], state: Competition): readonly Category[] {
  const added = new Map<string, Category>();
  for (const { known, also } of lines) {
    for (const category of known ? [known, ...also] : []) {
      if (!state.categories.has(category.code)) added.set(category.code, category);
    }
  }
  return [...added.values()];
}

interface Holder {
  readonly name: string;
  /** Empty for an entry that was there before. */
  readonly line: string;
}

/** Each line's problems, with those that lie between two lines, or between a line and the entries there are. */
function withConflicts(
  lines: readonly EntryLine[],
  state: Competition,
  added: readonly Category[],
): readonly ImportProblem[][] {
  const categories = new Map([...state.categories, ...added.map((category) => [category.code, category] as const)]);
  const known = { ...state, categories };
  const keys = new Map<string, Holder>();
  const targets = new Map<string, Holder>();
  for (const entry of state.entries.values()) {
    const holder = { name: entry.name, line: '' };
    keys.set(entryKey(entry), holder);
    if (entry.target) targets.set(formatTarget(entry.target), holder);
  }
  return lines.map((line) => {
    const problems = [...line.problems];
    const detail = line.known
      ? findDetailProblem(known, { ...detailsOf(line), name: line.name, category: line.category })
      : undefined;
    if (detail) problems.push(problemOf(detail));
    const holder = { name: line.name, line: String(line.line) };
    if (line.name !== '') {
      const twin = keys.get(entryKey(line));
      const { name, club, category } = line;
      if (twin) problems.push({ code: 'duplicateEntry', details: { name, club, category, line: twin.line } });
      else keys.set(entryKey(line), holder);
    }
    if (line.target) {
      const target = formatTarget(line.target);
      const before = targets.get(target);
      if (before) problems.push({ code: 'targetTaken', details: { target, ...before } });
      else targets.set(target, holder);
    }
    return problems;
  });
}
