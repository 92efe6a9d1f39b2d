// Tables of a competition → one file: a workbook, a CSV file, or several CSV files in a zip.
import type { TableName } from '../wire/tables.ts';
import { sheetsOf } from './competition-sheets.ts';
import type { WriteOrder } from './messages.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';
import { writeZip } from './write-zip.ts';

export function writeTables({ content, tables, format, language }: Omit<WriteOrder, 'kind'>): Iterable<Uint8Array> {
  const sheets = sheetsOf(content, tables, language);
  if (format === 'xlsx') return writeXlsx(sheets);
  const [only] = sheets;
  if (only && sheets.length === 1) return writeCsv(only);
  return writeZip(sheets.map((sheet, index) => ({ name: `${tables[index]}.csv`, content: writeCsv(sheet) })));
}

/** What such a file is called behind its dot. */
export function extensionOf(tables: readonly TableName[], format: WriteOrder['format']): 'xlsx' | 'csv' | 'zip' {
  return format === 'csv' && tables.length > 1 ? 'zip' : format;
}
