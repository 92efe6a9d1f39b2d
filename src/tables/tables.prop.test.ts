// What is written is read again as it was, by either format, and no spreadsheet takes a text for a formula.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readXlsx } from './read-xlsx.ts';
import type { Cell, Sheet } from './sheet.ts';
import { plainText, safeText, writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';
import { openZip } from './zip-reader.ts';

const awkward = fc.constantFrom(
  '=1+1',
  '+62',
  '-',
  '@SUM(A1)',
  '\t=1',
  '\r',
  "'=1",
  "''",
  '＝A1',
  '"',
  'a,b',
  '_x000D_',
  ' a ',
  'é\u0000\u0001',
  '\u{1f3f9}',
);
const text = fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 20 }));
const cell: fc.Arbitrary<Cell> = fc.oneof(text, fc.integer(), fc.constant(null));
const rows = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 12 });

const columns = ['A', 'B', 'C', 'D'];
const bytesOf = (pieces: Iterable<Uint8Array>) => Buffer.concat([...pieces]);
const textOf = (each: Cell) => (each === null ? '' : String(each));
const isBlank = (row: readonly string[]) => row.every((field) => field.trim() === '');

test('a workbook is read as it was written', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const sheet: Sheet = { title: 'x', columns, rows: all };
      const read = readXlsx(bytesOf(writeXlsx([sheet]))).rows.map(({ fields }) => fields);
      const expected = [columns, ...all.map((row) => row.map(textOf))].filter((row) => !isBlank(row));
      const full = read.map((fields) => columns.map((_, index) => fields[index] ?? ''));
      assert.deepEqual(full, expected);
    }),
    { numRuns: 150 },
  );
});

test('a CSV file is read as it was written, by another reader', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const bytes = bytesOf(writeCsv({ columns, rows: all }));
      assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
      const read: string[][] = parse(bytes, { bom: true, record_delimiter: '\r\n' });
      assert.deepEqual(
        read.map((row) => row.map(plainText)),
        [columns, ...all.map((row) => row.map(textOf))],
      );
    }),
    { numRuns: 300 },
  );
});

test('no field of a CSV file begins as a formula does, but numbers', () => {
  fc.assert(
    fc.property(text, (each) => {
      assert.doesNotMatch(safeText(each), /^[=+\-@\t\r\n＝＋－＠]/);
      assert.equal(plainText(safeText(each)), each);
    }),
    { numRuns: 1_000 },
  );
  assert.equal(bytesOf(writeCsv({ columns: ['n'], rows: [[-5]] })).toString(), '\ufeffn\r\n-5\r\n');
});

test('a workbook has no formula, whatever is in it, and marks as text what looks like one', () => {
  const bytes = bytesOf(writeXlsx([{ title: 'x', columns: ['=A1'], rows: [['=HYPERLINK("http://x")'], [-1]] }]));
  const xml = openZip(bytes, 1_000_000).read('xl/worksheets/sheet1.xml')?.toString() ?? '';
  assert.doesNotMatch(xml, /<f[ >]/);
  assert.match(xml, /<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK\(&quot;/);
  assert.match(xml, /<c r="A3"><v>-1<\/v>/);
});

test('tabs have names that a spreadsheet takes, each once', () => {
  const titles = ['a/b*c?', 'A B C', "'x'", '', 'y'.repeat(40), 'y'.repeat(40), '\u0003'];
  const { sheets } = readXlsx(bytesOf(writeXlsx(titles.map((title) => ({ title, columns: ['A'], rows: [] })))));
  assert.deepEqual(sheets, ['a b c', 'A B C 2', 'x', '-', 'y'.repeat(31), `${'y'.repeat(29)} 2`, '- 2']);
});

test('the same content is the same file', () => {
  const write = () => bytesOf(writeXlsx([{ title: 'x', columns, rows: [['a', 1, null, 'b']] }]));
  assert.deepEqual(write(), write());
});
