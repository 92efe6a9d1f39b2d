// Text → lines of fields with their line numbers. The delimiter is the one under which most headings make sense. An apostrophe that only keeps a
// spreadsheet from seeing a formula is taken away (tables/write-csv.ts).
import { CsvError, parse } from 'csv-parse/sync';
import { mostColumns, mostRows, type TableRow } from '../tables/table-rows.ts';
import { plainText } from '../tables/write-csv.ts';
import type { FileProblem, ImportPreview } from '../wire/api-import.ts';
import { headingLines, recogniseHeadings } from './headings.ts';

export type Delimiter = NonNullable<ImportPreview['delimiter']>;

export interface Table {
  readonly delimiter: Delimiter;
  /** Those that are not empty. */
  readonly rows: readonly TableRow[];
  readonly problem: FileProblem | undefined;
}

const mostLines = 100_000;
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
  const found = (problem?: FileProblem): Table => ({ delimiter, rows, problem });
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
      rows.push({ line, fields: fields.slice(0, mostColumns + 1).map(plainText) });
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
  const first = lines.filter((line) => line.trim() !== '').slice(0, headingLines);
  let best: Delimiter = ',';
  let bestScore = -1;
  for (const delimiter of delimiters) {
    for (const line of first) {
      const headings = line
        .slice(0, 5_000)
        .split(delimiter)
        .map((heading) => heading.replaceAll('"', ''));
      // Headings that make sense count most; between equals, more columns.
      const score = Object.keys(recogniseHeadings(headings)).length * 1_000 + Math.min(headings.length, 999);
      if (score <= bestScore) continue;
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}
