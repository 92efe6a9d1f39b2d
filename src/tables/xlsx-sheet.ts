// One sheet → its rows as texts, each with its number in the sheet. Cells count as they are seen: a formula by the value that Excel kept of it, a
// day as a day. Rows without anything in them are left out.
import { numberToText, plainNumber } from './number-formats.ts';
import { TableFileError } from './table-file-error.ts';
import { mostColumns, mostRows, type TableRow } from './table-rows.ts';
import { unescapeText, type Workbook } from './xlsx-parts.ts';
import { scanXml } from './xml-scanner.ts';

const lastRow = 1_048_576;
/** Of all cells together: a text that is shared costs the file little and the reader much. */
const mostLetters = 16 * 1024 * 1024;
/** As Excel itself shows what it could not work out. A formula without a value comes from a program that does not calculate. */
export const noValue = '#CALC!';

const broken = (why: string) => new TableFileError('brokenFile', {}, { cause: new Error(why) });

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  value: string;
}

export function readSheet(xml: string, workbook: Workbook): readonly TableRow[] {
  const rows: TableRow[] = [];
  let line = 0;
  let fields: string[] = [];
  let column = -1;
  let cell: OpenCell | undefined;
  let part = '';
  let letters = 0;
  let above = 0;

  function openRow(number: string | undefined) {
    const at = number === undefined ? line + 1 : Number(number);
    if (!Number.isInteger(at) || at <= line || at > lastRow) throw broken('rows out of order');
    line = at;
    fields = [];
    column = -1;
  }

  function closeRow() {
    if (fields.every((field) => field === undefined || field.trim() === '')) return;
    // The headings are one more.
    if (rows.length > mostRows) throw new TableFileError('tooManyRows', { most: String(mostRows) });
    rows.push({ line, fields: Array.from(fields, (field) => field ?? '') });
  }

  function closeCell(closed: OpenCell) {
    const text = textOfCell(closed, workbook);
    letters += text.length;
    if (letters > mostLetters) throw new TableFileError('unpacksTooLarge');
    // What lies beyond is told by one column too many.
    if (text !== '') fields[Math.min(closed.column, mostColumns)] = text;
  }

  scanXml(xml, {
    open(name, attribute) {
      if (name === 'row') openRow(attribute('r'));
      else if (name === 'c') {
        const place = attribute('r');
        column = place === undefined ? column + 1 : columnOf(place);
        const style = Number(attribute('s') ?? 0);
        cell = { column, type: attribute('t') ?? 'n', style, hasFormula: false, value: '' };
      } else if (name === 'rPh') above += 1;
      else if (name === 'f' && cell) cell.hasFormula = true;
      part = above === 0 ? name : '';
    },
    text(text) {
      if (cell && (part === 'v' || part === 't')) cell.value += text;
    },
    close(name) {
      part = '';
      if (name === 'rPh') above -= 1;
      if (name === 'row') closeRow();
      if (name !== 'c' || !cell) return;
      closeCell(cell);
      cell = undefined;
    },
  });
  return rows;
}

/** From 0: `C5` is 2. */
function columnOf(place: string): number {
  const letters = /^\$?([A-Z]{1,3})\$?\d{1,7}$/i.exec(place)?.[1];
  if (letters === undefined) throw broken('a cell without a place');
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function textOfCell({ type, value, style, hasFormula }: OpenCell, workbook: Workbook): string {
  if (value === '') return hasFormula && type !== 'str' ? noValue : '';
  switch (type) {
    case 's': {
      const shared = workbook.sharedTexts[Number(value)];
      if (shared === undefined) throw broken('a text that is not there');
      return shared;
    }
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'n':
      return numberToText(value, workbook.formats[style] ?? plainNumber, workbook.from1904);
    case 'd':
      return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' ');
    default:
      return unescapeText(value);
  }
}
