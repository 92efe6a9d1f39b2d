// A file → what importing it would do, line by line, and the command that does it; no command while anything is wrong, so that nothing
// is ever imported by half. A file that comes again changes the entries that it has, instead of registering them twice.
import { createHash } from 'node:crypto';
import type { ChangeEntries, ImportEntries } from '../domain/commands.ts';
import type { Competition } from '../domain/competition.ts';
import type { Entry } from '../domain/facts.ts';
import { assignTargets } from '../domain/setup/assign-targets.ts';
import type { Category } from '../domain/setup/categories.ts';
import { findHeldByCard, findHeldByDraw } from '../domain/setup/entry-held.ts';
import { formatTarget } from '../domain/target.ts';
import { mostColumns } from '../tables/table-rows.ts';
import type { FileProblem, ImportPreview, ImportProblem, ImportRow } from '../wire/api-import.ts';
import type { ImportField } from '../wire/import-fields.ts';
import { createCategoryFinder } from './category-words.ts';
import { findConflicts, type TakenLine } from './find-conflicts.ts';
import { columnsOfFields, fieldOfColumn, findHeadings, missingColumns, recogniseHeadings } from './headings.ts';
import type { ListFile } from './list-file.ts';
import { matchEntries } from './match-entries.ts';
import { changesBetween, entryOfLine } from './merge-entry.ts';
import { type EntryLine, type Headed, readEntryLine } from './read-entry-line.ts';

/** What somebody decided about the file. */
export interface ImportChoices {
  /** Gives a place to everybody of the file who has none. */
  readonly assignTargets: boolean;
  /** What the columns mean, in their order; undefined: by their headings. */
  readonly fields?: readonly (ImportField | undefined)[];
  /** Lines that are left out. */
  readonly leave?: ReadonlySet<number>;
  /** Lines that are somebody new, whoever they look like. */
  readonly asNew?: ReadonlySet<number>;
  /** Entries to withdraw, of those that the file does not have. */
  readonly withdraw?: ReadonlySet<number>;
  readonly reason?: string;
}

export interface EntriesPreview {
  readonly preview: ImportPreview;
  /** Undefined while the file or any line has a problem, and where there is nothing to do. */
  readonly command: ImportEntries | ChangeEntries | undefined;
}

/** Never throws, whatever the file is. */
export function previewEntries(file: ListFile, state: Competition, choices: ImportChoices): EntriesPreview {
  const at = findHeadings(file.rows.map(({ fields }) => fields));
  const header = file.rows[at]?.fields ?? [];
  const columns = choices.fields ? columnsOfFields(choices.fields) : recogniseHeadings(header);
  const headed = { header, columns };
  const rows = file.rows.slice(at + 1);
  const seen = { ...file.origin, columns: describeColumns(headed, rows) };
  const problem = file.problem ?? findFileProblem(headed, rows.length, file.rows.length);
  if (problem) return refuse(seen, problem);
  const find = createCategoryFinder(state);
  const lines = rows.map((row) => readEntryLine(row, headed, find));
  return previewLines(seen, lines, headed, state, choices);
}

type Seen = Omit<ImportPreview, 'fileProblem' | 'newCategories' | 'rows' | 'gone' | 'good' | 'bad' | 'plan'>;

function refuse(seen: Seen, fileProblem: FileProblem): EntriesPreview {
  const nothing = { newCategories: [], rows: [], gone: [], good: 0, bad: 0, plan: '' };
  return { preview: { ...seen, fileProblem, ...nothing }, command: undefined };
}

const samples = 3;

function describeColumns({ header, columns }: Headed, rows: ListFile['rows']): ImportPreview['columns'] {
  return header.slice(0, mostColumns).map((heading, index) => ({
    header: heading,
    field: fieldOfColumn(columns, index),
    samples: rows
      .slice(0, 20)
      .flatMap(({ fields }) => fields[index]?.trim().slice(0, 40) || [])
      .slice(0, samples),
  }));
}

function findFileProblem({ header, columns }: Headed, rows: number, all: number): FileProblem | undefined {
  if (all === 0) return { code: 'emptyFile', details: {} };
  const missing = missingColumns(columns);
  if (Object.keys(columns).length === 0 || header.length > mostColumns) {
    return { code: 'noHeader', details: { found: header.join(' | ').slice(0, 200) } };
  }
  if (missing.length > 0) return { code: 'missingColumns', details: { columns: missing.join(', ') } };
  return rows === 0 ? { code: 'emptyFile', details: {} } : undefined;
}

function previewLines(
  seen: Seen,
  lines: readonly EntryLine[],
  headed: Headed,
  state: Competition,
  choices: ImportChoices,
): EntriesPreview {
  const { leave = new Set(), asNew = new Set(), withdraw = new Set() } = choices;
  const matched = matchEntries(lines, state, asNew);
  const taken = placed(
    lines
      .filter(({ line }) => !leave.has(line))
      .map((line) => ({ line, was: matched.get(line), now: entryOfLine(line, matched.get(line)) })),
    state,
    choices,
  ).map(withChanges);
  const categories = newCategoriesOf(taken, state);
  const known = { ...state, categories: new Map([...state.categories, ...categories.map(byCode)]) };
  const ofFile = new Set(matched.values());
  const gone = Array.from(state.entries.values()).filter((entry) => !ofFile.has(entry));
  const withdrawn = gone.filter((entry) => withdraw.has(entry.number) && !isHeld(state, entry));
  const conflicts = findConflicts(known, taken, staying(state, taken, withdrawn), headed);
  const byLine = new Map(taken.map((each) => [each.line, each]));
  const rows = lines.map((line) => {
    const each = byLine.get(line);
    return each ? rowOf(each, [...line.problems, ...(conflicts.get(line) ?? [])]) : leftRowOf(line, matched.get(line));
  });
  const bad = rows.filter(({ problems }) => problems.length > 0).length;
  const command = bad === 0 ? commandOf(taken, categories, withdrawn, choices.reason) : undefined;
  const counts = { good: rows.length - bad, bad, plan: planOf(command) };
  const shown = gone.map((entry) => goneOf(state, entry));
  return {
    preview: { ...seen, fileProblem: null, newCategories: [...categories], rows, gone: shown, ...counts },
    command,
  };
}

const withChanges = (each: Omit<TakenLine, 'changes'>): TakenLine => ({
  ...each,
  changes: each.was ? changesBetween(each.was, each.now) : [],
});

const leftRowOf = (line: EntryLine, was: Entry | undefined): ImportRow => ({
  ...rowOf({ line, was, now: entryOfLine(line, undefined), changes: [] }, []),
  outcome: 'left',
});

const byCode = (category: Category) => [category.code, category] as const;

function* staying(state: Competition, taken: readonly TakenLine[], withdrawn: readonly Entry[]): Generator<Entry> {
  const others = new Set([...taken.flatMap(({ was }) => was ?? []), ...withdrawn]);
  for (const entry of state.entries.values()) if (!others.has(entry)) yield entry;
}

function isHeld(state: Competition, entry: Entry): boolean {
  return (findHeldByCard(state, entry) ?? findHeldByDraw(state, entry)) !== undefined;
}

function goneOf(state: Competition, entry: Entry): ImportPreview['gone'][number] {
  const { number, name, club, category } = entry;
  return { entry: number, name, club, category, isHeld: isHeld(state, entry) };
}

/** Places are given to lines that have no problem of their own. */
function placed(
  taken: readonly Omit<TakenLine, 'changes'>[],
  state: Competition,
  choices: ImportChoices,
): readonly Omit<TakenLine, 'changes'>[] {
  if (!choices.assignTargets) return taken;
  const used = new Set<string>();
  for (const { target } of state.entries.values()) if (target) used.add(formatTarget(target));
  const good = taken.filter(({ line }) => line.problems.length === 0);
  const entries = assignTargets(
    good.map(({ now }) => now),
    used,
  );
  const places = new Map(good.map(({ line }, index) => [line, entries[index]]));
  return taken.map((each) => ({ ...each, now: places.get(each.line) ?? each.now }));
}

function newCategoriesOf(taken: readonly TakenLine[], state: Competition): readonly Category[] {
  const added = new Map<string, Category>();
  for (const { line } of taken) {
    for (const category of line.known ? [line.known, ...line.also] : []) {
      if (!state.categories.has(category.code)) added.set(category.code, category);
    }
  }
  return [...added.values()];
}

function rowOf({ line, was, now, changes }: TakenLine, problems: readonly ImportProblem[]): ImportRow {
  const { name, club, category, target, also, needs, ...details } = now;
  return {
    line: line.line,
    outcome: was ? (changes.length > 0 ? 'changed' : 'same') : 'new',
    entry: was?.number ?? null,
    ...{ name, club, category, target: target ? formatTarget(target) : line.targetText, ...details },
    ...(also ? { also: [...also] } : {}),
    ...(needs ? { needs: [...needs] } : {}),
    changes: [...changes],
    problems: [...problems],
  };
}

function commandOf(
  taken: readonly TakenLine[],
  categories: readonly Category[],
  withdrawn: readonly Entry[],
  reason = '',
): EntriesPreview['command'] {
  const added = taken.flatMap(({ was, now }) => (was ? [] : [now]));
  const changes = taken.flatMap(({ was, now, changes: found }) =>
    was && found.length > 0 ? [{ entry: was.number, was, now }] : [],
  );
  if (changes.length + withdrawn.length === 0) {
    return added.length === 0 ? undefined : { kind: 'importEntries', categories, entries: added };
  }
  const entries = withdrawn.map(({ number }) => number);
  return {
    ...{ kind: 'changeEntries', changes, categories, added },
    ...(entries.length > 0 ? { withdrawn: { entries, reason } } : {}),
  };
}

/** So that what somebody has looked at is what is done. */
function planOf(command: EntriesPreview['command']): string {
  return command ? createHash('sha256').update(JSON.stringify(command)).digest('hex').slice(0, 32) : '';
}
