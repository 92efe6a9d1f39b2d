// A competition → one file: tables as a workbook, as a CSV file or several in a zip; or results as pages in a zip.
import { competitionFiles, indexFile } from '../publish/competition-files.ts';
import type { TableName } from '../wire/tables.ts';
import { sheetsOf } from './competition-sheets.ts';
import type { FileOrder, SiteOrder, WriteOrder } from './messages.ts';
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

export function writeSite({ known, language }: Omit<SiteOrder, 'kind'>): Iterable<Uint8Array> {
  const files = [...competitionFiles(known, language), ['index.html', indexFile([known], language)] as const];
  return writeZip(files.map(([name, text]) => ({ name, content: [Buffer.from(text)] })));
}

export function writeFile(order: FileOrder): Iterable<Uint8Array> {
  return order.kind === 'site' ? writeSite(order) : writeTables(order);
}

/** What such a file is called behind its dot. */
export function extensionOf(tables: readonly TableName[], format: WriteOrder['format']): 'xlsx' | 'csv' | 'zip' {
  return format === 'csv' && tables.length > 1 ? 'zip' : format;
}
