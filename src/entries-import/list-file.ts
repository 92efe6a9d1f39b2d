// A list as somebody sent it, text or workbook → its lines, the same for both. What it is shows in its bytes: names and types of files lie.
import type { ReadSheet } from '../tables/read-xlsx.ts';
import type { TableRow } from '../tables/table-rows.ts';
import type { FileProblem, ImportPreview } from '../wire/api-import.ts';
import { decodeText } from './decode-text.ts';
import { readTable } from './read-table.ts';

export interface ListFile {
  readonly origin: Pick<ImportPreview, 'encoding' | 'delimiter' | 'sheets' | 'sheet'>;
  /** With the headings, and whatever stands above them. */
  readonly rows: readonly TableRow[];
  readonly problem: FileProblem | undefined;
}

const nothing: ListFile['origin'] = { encoding: null, delimiter: null, sheets: [], sheet: null };

/** Never throws, whatever the bytes are. */
export function readTextList(bytes: Uint8Array): ListFile {
  const decoded = decodeText(bytes);
  if (!decoded) return unreadableList({ code: 'notText', details: {} });
  const { delimiter, rows, problem } = readTable(decoded.text);
  return { origin: { ...nothing, encoding: decoded.encoding, delimiter }, rows, problem };
}

export function listOfSheet({ sheets, sheet, rows }: ReadSheet): ListFile {
  return { origin: { ...nothing, sheets: [...sheets], sheet }, rows, problem: undefined };
}

export function unreadableList(problem: FileProblem): ListFile {
  return { origin: nothing, rows: [], problem };
}
