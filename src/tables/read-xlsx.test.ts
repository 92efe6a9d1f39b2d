// Workbooks of other programs, and of people who mean no good.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readXlsx } from './read-xlsx.ts';
import { TableFileError } from './table-file-error.ts';
import { writeXlsx } from './write-xlsx.ts';
import { writeZip } from './write-zip.ts';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const encoder = new TextEncoder();

interface Parts {
  readonly [name: string]: string;
}

const plain: Parts = {
  '[Content_Types].xml': '<Types><Override PartName="/xl/workbook.xml" ContentType="sheet.main+xml"/></Types>',
  '_rels/.rels':
    '<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml': `<workbook ${main}><sheets><sheet name="List" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="x/styles" Target="/xl/styles.xml"/></Relationships>',
};

function bytesOf(parts: Parts): Buffer {
  const entries = Object.entries(parts).map(([name, text]) => ({ name, content: [encoder.encode(text)] }));
  return Buffer.concat([...writeZip(entries)]);
}

const sheet = (rows: string) => `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`;
const book = (rows: string, more: Parts = {}) =>
  bytesOf({ ...plain, 'xl/worksheets/sheet1.xml': sheet(rows), ...more });

function linesOf(bytes: Uint8Array, wanted?: string) {
  return readXlsx(bytes, wanted).rows.map(({ line, fields }) => [line, ...fields]);
}

function problemOf(bytes: Uint8Array): string {
  try {
    readXlsx(bytes);
  } catch (error) {
    assert.ok(error instanceof TableFileError, String(error));
    return error.problem.code;
  }
  return 'read';
}

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name));

describe('workbooks of other programs', () => {
  it('exceljs: shared texts of several looks, a day, a number with its zeros, formulas with and without a value', () => {
    const { sheets, rows } = readXlsx(fixture('exceljs.xlsx'));
    assert.deepEqual(sheets, ['Daftar Peserta']);
    assert.deepEqual(
      rows.map(({ line, fields }) => [line, ...fields]),
      [
        [1, 'Piala Garuda'],
        [3, 'Nama', 'Klub', 'Kategori', 'Bantalan', 'Tanggal lahir', 'No lisensi'],
        [4, 'Adi & "Budi" <x>', 'Élang', 'RM', '12A', '2008-05-12', '00123'],
        [5, 'Citra', 'Garuda', 'RW', '1B', '2008'],
        [6, 'Dewi', 'Garuda', 'RW', '#CALC!', '2008'],
      ],
    );
  });

  it('SheetJS: texts in cells, letters that XML does not have, yes and no', () => {
    assert.deepEqual(linesOf(fixture('sheetjs.xlsx')), [
      [1, 'Name', 'Club', 'Category', 'Born'],
      [2, 'Adi  ', 'Elang', 'RM', '2008-05-12'],
      [3, 'x\ry', 'B', 'RW', 'TRUE'],
    ]);
  });
});

describe('cells', () => {
  const styles = `<styleSheet ${main}><numFmts><numFmt numFmtId="170" formatCode="dd\\-mmm\\-yy"/><numFmt numFmtId="171" formatCode="&quot;day&quot; 0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs></styleSheet>`;
  const read = (cells: string, more: Parts = {}) =>
    linesOf(book(`<row>${cells}</row>`, { 'xl/styles.xml': styles, ...more }))[0];

  it('are what is seen: numbers, days, times', () => {
    const cells = ['0', '1', '2', '3', '4', '5'].map((style) => `<c s="${style}"><v>39580.5</v></c>`).join('');
    assert.deepEqual(read(cells), [
      1,
      '39580.5',
      '2008-05-12',
      '2008-05-12',
      '39580.5',
      '2008-05-12 12:00',
      '2008-05-12 12:00',
    ]);
    assert.deepEqual(read('<c s="5"><v>0.604166667</v></c>'), [1, '14:30']);
  });

  it('count days from 1904 where the file says so, and know that 1900 was no leap year', () => {
    const old = plain['xl/workbook.xml']?.replace('<sheets>', '<workbookPr date1904="1"/><sheets>') ?? '';
    assert.deepEqual(read('<c s="1"><v>38118</v></c>', { 'xl/workbook.xml': old }), [1, '2008-05-12']);
    assert.deepEqual(read('<c s="1"><v>59</v></c><c s="1"><v>61</v></c>'), [1, '1900-02-28', '1900-03-01']);
  });

  it('stand where they say, in any prefix, and formulas count by their value', () => {
    const rows =
      '<x:row r="7"><x:c r="C7"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c r="A7" t="str"><x:f>"a"</x:f><x:v>a</x:v></x:c></x:row>';
    assert.deepEqual(linesOf(book(rows)), [[7, 'a', '', '2']]);
  });

  it('of hidden sheets are not asked for, a sheet by name is', () => {
    const two = {
      'xl/workbook.xml':
        '<workbook><sheets><sheet name="Secret" state="hidden" r:id="r1"/><sheet name="One" r:id="r2"/><sheet name="Two" r:id="r3"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<R><Relationship Id="r1" Type="t/worksheet" Target="s1.xml"/><Relationship Id="r2" Type="t/worksheet" Target="s2.xml"/><Relationship Id="r3" Type="t/worksheet" Target="s3.xml"/><Relationship Id="r4" Type="t/externalLink" Target="file:///etc/passwd" TargetMode="External"/></R>',
      ...Object.fromEntries([1, 2, 3].map((each) => [`xl/s${each}.xml`, sheet(`<row><c><v>${each}</v></c></row>`)])),
    };
    const bytes = bytesOf({ ...plain, ...two });
    assert.deepEqual(readXlsx(bytes).sheets, ['One', 'Two']);
    assert.deepEqual(linesOf(bytes), [[1, '2']]);
    assert.deepEqual(linesOf(bytes, 'Two'), [[1, '3']]);
    assert.deepEqual(linesOf(bytes, 'Secret'), [[1, '2']]);
  });
});

const megabyte = 1024 * 1024;
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const inText = (text: string) => book(`<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`);
const good = book('<row><c><v>1</v></c></row>');

/** Says of a member that it is something else, in directory and member alike. */
function withDirectory(bytes: Buffer, change: (line: Buffer) => void): Buffer {
  const changed = Buffer.from(bytes);
  const at = changed.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  change(changed.subarray(at));
  return changed;
}

describe('files that are made to harm', () => {
  for (const [what, bytes, problem] of [
    ['unpack to a hundred megabytes', inText('a'.repeat(100 * megabyte)), 'unpacksTooLarge'],
    [
      'say a byte and unpack to more',
      withDirectory(inText('a'.repeat(megabyte)), (line) => line.writeUInt32LE(1, 24)),
      'unpacksTooLarge',
    ],
    ['say four gigabytes', withDirectory(good, (line) => line.writeUInt32LE(0xffff_fff0, 24)), 'unpacksTooLarge'],
    ['begin beyond their end', withDirectory(good, (line) => line.writeUInt32LE(0xffff_0000, 42)), 'brokenFile'],
    ['are packed in another way', withDirectory(good, (line) => line.writeUInt16LE(12, 10)), 'brokenFile'],
    ['have another checksum', withDirectory(good, (line) => line.writeUInt32LE(7, 16)), 'brokenFile'],
    ['are locked', withDirectory(good, (line) => line.writeUInt16LE(0x0809, 8)), 'encryptedFile'],
    ['are cut off', good.subarray(0, good.length - 30), 'brokenFile'],
    ['are cut off early', good.subarray(0, 60), 'brokenFile'],
    ['have the same member twice', bytesOf({ ...plain, 'XL/workbook.xml': 'x' }), 'brokenFile'],
    ['number a row a billion', book('<row r="1000000000"><c><v>1</v></c></row>'), 'brokenFile'],
    ['go back', book('<row r="5"><c><v>1</v></c></row><row r="5"><c><v>1</v></c></row>'), 'brokenFile'],
    ['have more rows than anybody', book('<row><c><v>1</v></c></row>'.repeat(20_002)), 'tooManyRows'],
    [
      'say one long text a thousand times',
      book('<row><c t="s"><v>0</v></c></row>'.repeat(1_000), {
        'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(32_000)}</t></si></sst>`,
      }),
      'unpacksTooLarge',
    ],
    [
      'share a million empty texts',
      book('', { 'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(1_000_000)}</sst>` }),
      'unpacksTooLarge',
    ],
    ['name entities of their own', book('<row><c t="inlineStr"><is><t>&lol;</t></is></c></row>'), 'brokenFile'],
    [
      'have a document type',
      book('', {
        'xl/worksheets/sheet1.xml':
          '<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY c SYSTEM "file:///etc/passwd">]><x>&c;</x>',
      }),
      'brokenFile',
    ],
    ['are deep', book('<a>'.repeat(100) + '</a>'.repeat(100)), 'brokenFile'],
    ['close what is not open', book('</row>'), 'brokenFile'],
    ['end in a tag', bytesOf({ ...plain, 'xl/worksheets/sheet1.xml': '<worksheet a="' }), 'brokenFile'],
    ['point at a text that is not there', book('<row><c t="s"><v>9</v></c></row>'), 'brokenFile'],
    ['have a cell nowhere', book('<row><c r="1A"><v>9</v></c></row>'), 'brokenFile'],
    ['have macros', book('', { 'xl/vbaProject.bin': 'x' }), 'hasMacros'],
    [
      'say that they have macros',
      book('', {
        '[Content_Types].xml':
          '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      }),
      'hasMacros',
    ],
    ['are binary', bytesOf({ ...plain, 'xl/workbook.bin': 'x' }), 'oldExcel'],
    ['are of 1997', Uint8Array.from([...ole, ...Buffer.from('Workbook', 'utf16le')]), 'oldExcel'],
    ['have a password', Uint8Array.from([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')]), 'encryptedFile'],
    ['are another zip', bytesOf({ 'photo.jpg': 'x' }), 'notExcel'],
    ['are a text document', bytesOf({ ...plain, mimetype: 'application/vnd.oasis.opendocument.text' }), 'notExcel'],
    ['have no sheet', bytesOf({ ...plain, 'xl/workbook.xml': '<workbook/>' }), 'emptyFile'],
    ['name a sheet that is not there', bytesOf(plain), 'brokenFile'],
  ] as const) {
    it(`${what}: ${problem}`, () => assert.equal(problemOf(bytes), problem));
  }

  it('have a tag as long as the file, and are done at once all the same', (t) => {
    const began = performance.now();
    const tag = `<row ${'a'.repeat(4 * megabyte)}="" r="1"><c r="A1" t="n"><v>1</v></c></row>`;
    assert.deepEqual(linesOf(book(tag)), [[1, '1']]);
    t.diagnostic(`${Math.round(performance.now() - began)} ms`);
  });

  it('have more columns than a list: the rest is seen to be there, and no more', () => {
    const cells = Array.from({ length: 5_000 }, () => '<c><v>1</v></c>').join('');
    assert.equal(readXlsx(book(`<row>${cells}</row>`)).rows[0]?.fields.length, 201);
  });
});

it('twelve thousand rows of our own', (t) => {
  const rows = Array.from({ length: 12_000 }, (_, index) => [index, `Archer ${index}`, 'Elang', 'RM', `${index}A`]);
  const bytes = Buffer.concat([...writeXlsx([{ title: 'Entries', columns: ['No', 'Name', 'Club', 'C', 'T'], rows }])]);
  const began = performance.now();
  assert.equal(readXlsx(bytes).rows.length, 12_001);
  t.diagnostic(`${bytes.length} bytes read in ${Math.round(performance.now() - began)} ms`);
});
