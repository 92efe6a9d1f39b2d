// Tables as an XLSX workbook, a sheet each, made row by row. Texts are texts: none can become a formula, and one that looks like it is marked as
// text for whoever edits it later (`quotePrefix`). There are no formulas, links or macros in it.
import { type Cell, looksLikeFormula, type Sheet } from './sheet.ts';
import { writeZip, type ZipEntry } from './write-zip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageLinks = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const lettersAtOnce = 64 * 1024;
/** What a cell can hold. */
const longestText = 32_767;
const longestTitle = 31;
/** By which the widths of columns are chosen. */
const rowsLookedAt = 200;
const [narrowest, widest] = [6, 48];

/** Numbers of looks, in the order of cellXfs below. */
const [, bold, quoted] = [0, 1, 2];

const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>`;

export function writeXlsx(sheets: readonly Sheet[]): Generator<Uint8Array> {
  return writeZip(partsOf(sheets));
}

function* partsOf(sheets: readonly Sheet[]): Generator<ZipEntry> {
  const encoder = new TextEncoder();
  const part = (name: string, xml: string): ZipEntry => ({ name, content: [encoder.encode(head + xml)] });
  const override = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${types}.${type}+xml"/>`;
  const link = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${links}/${type}" Target="${target}"/>`;
  const numbers = sheets.map((_, index) => index + 1);
  const titles = sheetTitles(sheets.map(({ title }) => title));
  yield part(
    '[Content_Types].xml',
    `<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${numbers.map((each) => override(`xl/worksheets/sheet${each}.xml`, 'worksheet')).join('')}</Types>`,
  );
  yield part(
    '_rels/.rels',
    `<Relationships xmlns="${packageLinks}">${link(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  );
  yield part(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${links}"><sheets>${numbers.map((each) => `<sheet name="${escapeXml(titles[each - 1] ?? '')}" sheetId="${each}" r:id="rId${each}"/>`).join('')}</sheets></workbook>`,
  );
  const styleLink = link(sheets.length + 1, 'styles', 'styles.xml');
  yield part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packageLinks}">${numbers.map((each) => link(each, 'worksheet', `worksheets/sheet${each}.xml`)).join('')}${styleLink}</Relationships>`,
  );
  yield { name: 'xl/styles.xml', content: [encoder.encode(styles)] };
  for (const [index, sheet] of sheets.entries()) {
    yield { name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetPieces(sheet, encoder) };
  }
}

function* sheetPieces({ columns, rows }: Sheet, encoder: TextEncoder): Generator<Uint8Array> {
  const all = rows[Symbol.iterator]();
  const first: (readonly Cell[])[] = [];
  while (first.length < rowsLookedAt) {
    const next = all.next();
    if (next.done) break;
    first.push(next.value);
  }
  const widths = columns.map((title, index) => widthOf([title, ...first.map((row) => row[index] ?? null)]));
  const cols = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  let xml = `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>${rowXml(columns, 1, bold)}`;
  let number = 1;
  for (const row of concat(first, all)) {
    number += 1;
    xml += rowXml(row, number);
    if (xml.length < lettersAtOnce) continue;
    yield encoder.encode(xml);
    xml = '';
  }
  const filter =
    number > 1 && columns.length > 0 ? `<autoFilter ref="A1:${columnName(columns.length - 1)}${number}"/>` : '';
  yield encoder.encode(`${xml}</sheetData>${filter}</worksheet>`);
}

function* concat<T>(first: readonly T[], rest: Iterator<T>): Generator<T> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

function widthOf(cells: readonly Cell[]): number {
  const longest = cells.reduce<number>((most, cell) => Math.max(most, cell === null ? 0 : String(cell).length), 0);
  return Math.min(widest, Math.max(narrowest, longest + 2));
}

function rowXml(cells: readonly Cell[], number: number, style = 0): string {
  return `<row r="${number}">${cells.map((cell, index) => cellXml(cell, `${columnName(index)}${number}`, style)).join('')}</row>`;
}

function cellXml(cell: Cell, place: string, style: number): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${place}"${look(style)}><v>${cell}</v></c>` : '';
  const text = escapeXml(cell.slice(0, longestText));
  const own = looksLikeFormula(cell) ? quoted : style;
  return `<c r="${place}"${look(own)} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

const look = (style: number) => (style === 0 ? '' : ` s="${style}"`);

const names: string[] = [];

/** `A` … `Z`, `AA` … */
function columnName(index: number): string {
  const known = names[index];
  if (known !== undefined) return known;
  const last = String.fromCharCode(65 + (index % 26));
  const name = index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
  names[index] = name;
  return name;
}

/** Letters that XML cannot hold are written as `_x000D_`, and what looks like that is kept from being taken for it. */
function escapeXml(text: string): string {
  return (
    text
      .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]/g, hexOf)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

function hexOf(letter: string): string {
  return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** As Excel takes them: without some signs, not too long, each once. */
function sheetTitles(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((title) => {
    const plain =
      title
        .replaceAll(/[[\]:*?/\\]|\p{Cc}/gu, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .trim()
        .slice(0, longestTitle) || '-';
    let own = plain;
    for (let count = 2; taken.has(own.toLowerCase()); count += 1) {
      const ending = ` ${count}`;
      own = `${plain.slice(0, longestTitle - ending.length)}${ending}`;
    }
    taken.add(own.toLowerCase());
    return own;
  });
}
