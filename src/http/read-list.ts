// A list that came as a body, text or workbook → its lines. Workbooks are read by a thread; everything about the file itself is said of the file,
// and only a queue that is full is an error.
import { type ListFile, listOfSheet, readTextList, unreadableList } from '../entries-import/list-file.ts';
import { TablesBusyError } from '../tables/open-tables.ts';
import { isSpreadsheet } from '../tables/read-xlsx.ts';
import { TableFileError } from '../tables/table-file-error.ts';
import { RefusalError } from './errors.ts';
import type { HttpParts } from './parts.ts';

/** What browsers on various systems call such files; what they are shows in their bytes. */
export const listTypes = [
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/vnd.ms-excel',
  'application/vnd.ms-excel.sheet.macroenabled.12',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/zip',
  'application/octet-stream',
];

export const listBodyLimit = 8 * 1024 * 1024;
const retryAfterSeconds = 5;

/** Rejects with RefusalError while too many files wait. */
export async function readList(
  { tables }: Pick<HttpParts, 'tables'>,
  body: Uint8Array,
  sheet?: string,
): Promise<ListFile> {
  if (!isSpreadsheet(body)) return readTextList(body);
  try {
    // A copy of its own: what goes to a thread takes all of its memory along.
    return listOfSheet(await tables.read({ bytes: new Uint8Array(body), sheet }));
  } catch (error) {
    if (error instanceof TableFileError) return unreadableList(error.problem);
    throw error instanceof TablesBusyError ? new RefusalError('tablesBusy', {}, { retryAfterSeconds }) : error;
  }
}
