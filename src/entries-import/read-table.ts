// Text → lines of fields with their line numbers. The delimiter is the one under which most headings make sense.
import { CsvError, parse } from 'csv-parse/sync';
import type { ImportPreview } from '../wire/api-import.ts';
import { recogniseHeadings } from './headings.ts';

export type Delimiter = ImportPreview['delimiter'];
export type FileProblem = NonNullable<ImportPreview['fileProblem']>;

export interface TableRow {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

export interface Table {
  readonly delimiter: Delimiter;
  /** The first line that is not empty; undefined in an empty file. */
  readonly header: readonly string[] | undefined;
  readonly rows: readonly TableRow[];
  readonly problem: FileProblem | undefined;
}

/** More than any competition has had; the whole file is looked at in one go. */
export const mostRows = 20_000;
const mostLines = 100_000;
/** Wider lines are no list of entries. */
export const mostColumns = 200;
const delimiters: readonly Delimiter[] = [',', ';', '\t'];

/** Quotes inside a field that does not begin with one, as in `Robert "Bob" Smith`, are part of the name. */
const dialect = { record_delimiter: '\n', relax_column_count: true, relax_quotes: true } as const;

class TooManyRowsError extends Error {
  override readonly name = 'TooManyRowsError';
}

export function readTable(text: string): Table {
  // One kind of line end: files are mixed together from several machines, and csv-parse counts \r\n in quotes as two lines.
  const { delimiter: told, body } = takeSeparatorLine(text.replaceAll(/\r\n?/g, '\n'));
  const delimiter = told ?? sniffDelimiter(body);
  const rows: TableRow[] = [];
  const found = (problem?: FileProblem): Table => {
    const [header, ...rest] = rows;
    return { delimiter, header: header?.fields, rows: rest, problem };
  };
  try {
    collectRows(body, delimiter, rows);
    return found();
  } catch (error) {
    if (error instanceof TooManyRowsError) return found({ code: 'tooManyRows', details: { most: String(mostRows) } });
    if (!(error instanceof CsvError)) throw error;
    return found({ code: 'unclosedQuote', details: { line: String(lineAfter(body, delimiter, error)) } });
  }
}

function collectRows(text: string, delimiter: Delimiter, rows: TableRow[]) {
  let ended = 0;
  parse(text, {
    ...dialect,
    delimiter,
    on_record: (fields: string[], { lines }: { readonly lines: number }) => {
      const line = ended + 1;
      ended = lines;
      if (lines > mostLines) throw new TooManyRowsError('lines');
      if (fields.every((field) => field.trim() === '')) return null;
      if (rows.length > mostRows) throw new TooManyRowsError('rows');
      rows.push({ line, fields: fields.slice(0, mostColumns + 1) });
      return null;
    },
  });
}

/** Where the record begins that csv-parse could not finish: it says only where it gave up, at the end of the file. */
function lineAfter(text: string, delimiter: Delimiter, error: CsvError): number {
  const whole = 'records' in error && typeof error.records === 'number' ? error.records : 0;
  if (whole === 0) return 1;
  let last = 0;
  parse(text, {
    ...dialect,
    delimiter,
    to: whole,
    on_record: (_: string[], { lines }: { readonly lines: number }) => {
      last = lines;
      return null;
    },
  });
  return last + 1;
}

/** Excel's own way to say it: a first line `sep=;`. It stays as an empty line, so that line numbers hold. */
function takeSeparatorLine(text: string): { readonly delimiter: Delimiter | undefined; readonly body: string } {
  const match = /^sep=([,;\t])(?=\n|$)/i.exec(text);
  const delimiter = delimiters.find((each) => each === match?.[1]);
  return delimiter ? { delimiter, body: text.slice(match?.[0].length) } : { delimiter: undefined, body: text };
}

function sniffDelimiter(text: string): Delimiter {
  const lines = text.slice(0, 20_000).split('\n');
  const first = (lines.find((line) => line.trim() !== '') ?? '').slice(0, 5_000);
  let best: Delimiter = ',';
  let bestScore = -1;
  for (const delimiter of delimiters) {
    const headings = first.split(delimiter).map((heading) => heading.replaceAll('"', ''));
    // Headings that make sense count most; between equals, more columns.
    const score = Object.keys(recogniseHeadings(headings)).length * 1_000 + Math.min(headings.length, 999);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}
