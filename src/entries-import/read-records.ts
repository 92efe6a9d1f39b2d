// A table of records and personal bests, as an organiser keeps it in a spreadsheet → marks. Apart from entries: other headings, and
// nothing is previewed, because the whole table is replaced.
import type { RecordMark } from '../domain/setup/records.ts';
import type { FileProblem } from '../wire/api-import.ts';
import type { ListFile } from './list-file.ts';

const columns = ['kind', 'category', 'round', 'name', 'club', 'total', 'x'] as const;
type Column = (typeof columns)[number];
const needed: readonly Column[] = ['kind', 'category', 'round', 'total'];

export type RecordsProblem =
  | FileProblem
  | { readonly code: 'recordWrong'; readonly details: { readonly line: string; readonly why: string } };

export interface RecordsFile {
  readonly records: readonly RecordMark[];
  readonly problem: RecordsProblem | undefined;
}

const refuse = (problem: RecordsProblem): RecordsFile => ({ records: [], problem });

/** Never throws, whatever the file is. Only headings is an empty table. */
export function readRecords({ rows: all, problem }: Pick<ListFile, 'rows' | 'problem'>): RecordsFile {
  if (problem) return refuse(problem);
  const [first, ...rows] = all;
  if (!first) return refuse({ code: 'emptyFile', details: {} });
  const header = first.fields;
  const headings = header.map((heading) => heading.trim().toLowerCase());
  const missing = needed.filter((column) => !headings.includes(column));
  if (missing.length > 0) return refuse({ code: 'missingColumns', details: { columns: missing.join(', ') } });

  const records: RecordMark[] = [];
  for (const [index, { fields }] of rows.entries()) {
    const mark = markOf((column) => fields[headings.indexOf(column)]?.trim() ?? '');
    // Counted as the rule counts them that looks at the table next: the first record is 1, whatever the headings take.
    if (typeof mark === 'string') return refuse({ code: 'recordWrong', details: { line: `${index + 1}`, why: mark } });
    records.push(mark);
  }
  return { records, problem: undefined };
}

/** Or the name of the column that holds no number. */
function markOf(field: (column: Column) => string): RecordMark | 'total' | 'x' {
  const [total, x] = [field('total'), field('x')];
  if (!/^\d{1,6}$/.test(total)) return 'total';
  if (!/^\d{0,6}$/.test(x)) return 'x';
  return {
    kind: field('kind'),
    category: field('category'),
    roundId: field('round'),
    name: field('name'),
    club: field('club'),
    total: Number(total),
    ...(x === '' ? {} : { x: Number(x) }),
  };
}
