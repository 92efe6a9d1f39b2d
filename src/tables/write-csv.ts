// A table as CSV (RFC 4180), as spreadsheets open it: UTF-8 with its mark, so that Excel reads names right; a text that would be taken for a
// formula has an apostrophe before it (OWASP ASVS 1.2.10), which reading takes away again: plainText is the other way of safeText.
import { type Cell, looksLikeFormula, type Sheet } from './sheet.ts';

const bytesAtOnce = 64 * 1024;
const byteOrderMark = '\ufeff';

export function* writeCsv({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = byteOrderMark + lineOf(columns);
  for (const row of rows) {
    text += lineOf(row);
    if (text.length < bytesAtOnce) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(fieldOf).join(',')}\r\n`;
}

function fieldOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = safeText(cell);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An apostrophe that stands there already gets one too, so that it can be told from ours. */
export function safeText(text: string): string {
  return looksLikeFormula(text.replace(/^'+/, '')) ? `'${text}` : text;
}

export function plainText(field: string): string {
  return field.startsWith("'") && looksLikeFormula(field.replace(/^'+/, '')) ? field.slice(1) : field;
}
