// Every table of a competition that has something of everything.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { competitionToDocument } from '../domain/document/competition-to-document.ts';
import { wholeCompetition } from '../testing/whole-competition.ts';
import { organisersTables, type TableName, tableLanguages, tableNames } from '../wire/tables.ts';
import { sheetsOf } from './competition-sheets.ts';
import { writeTables } from './write-tables.ts';
import { openZip } from './zip-reader.ts';

const content = competitionToDocument(wholeCompetition());

/** Lines as text, by name of the table. */
function linesOf(name: TableName, language: (typeof tableLanguages)[number] = 'en') {
  const [sheet] = sheetsOf(content, [name], language);
  assert.ok(sheet);
  const rows = [...sheet.rows];
  for (const row of rows) assert.equal(row.length, sheet.columns.length, name);
  return [sheet.columns, ...rows].map((row) => row.map((cell) => cell ?? '').join('|'));
}

for (const [name, ...some] of [
  [
    'entries',
    'Entry number|Name|Club|Country|Category|Also in|Target|Year of birth|Licence|Needs|Notes|Here since (UTC)|Inspection|Inspected by|Remark',
    '1|Archer 1|Garuda|INA|RM|RU21M|1A|2006|||||||',
    '10|Dewi Maharani|Garuda||CW||||||DNS||||',
  ],
  ['startList', '1A|1|A|Archer 1|Garuda|INA|RM|Recurve Men|', '|||Dewi Maharani|Garuda||CW|Compound Women|1, 2'],
  ['qualification', 'RM|Recurve Men|Six arrows|1|Archer 1|Garuda|INA|1A|60||60|6|6|6|Club'],
  ['ends', '4|Archer 4|Merpati|RM|1D|1|X|X|9|9|M|M|38|38'],
  ['teams', 'RM-team|Recurve pairs|1|Garuda|Garuda|INA|98|8|8|12|'],
  ['matches', 'RM|Recurve Men|2/1|1/2||1|Archer 1||6|4|Archer 5||5|Archer 1|shoot-off'],
  ['matchEnds', 'RM|2/1|end|1|left|1|Archer 1|10|10|9|29|1'],
  ['finalRanking', 'Event|Event name|Place|Name|Club|Country|Medal|Qualification rank'],
  ['medals', 'Of|Place|Name|Gold|Silver|Bronze|Total'],
  ['records', 'kind|category|round|name|club|total|x', 'Club|RM|short|||59|2'],
  ['recordsBroken', 'PB|equalled|RM|Archer 2|Rajawali||60|60|Archer 2'],
  ['withdrawn', 'Entry number|Name|Club|Country|Category|Licence|Reason|When (UTC)'],
  [
    'judgesLog',
    'When (UTC)|Kind|Entry number|Name|About|Text|By|Fee|Outcome|Decision|Decided by',
    '1970-01-01 00:00:00|protest|||RM 2/1, End 1|The line was called wrong|Team Elang|USD 100|decided|Upheld|Hakim Sari',
  ],
  [
    'papers',
    'Entry number|Name|Category|State|On paper|Typed by|Counts|By|Reason',
    '9|Citra Anjani|CW|still shooting|60|Hakim Sari|60|Hakim Sari|added wrong',
  ],
  ['changes', '1970-01-01 00:00:00|card opened|3|Archer 3|||||Hakim Sari|wrong card|desk'],
] as const) {
  test(name, () => {
    const lines = linesOf(name);
    for (const line of some) assert.ok(lines.includes(line), `${line}\n${lines.join('\n')}`);
  });
}

test('what only the organiser sees is in the organiser’s tables only', () => {
  for (const name of tableNames.filter((each) => !organisersTables.includes(each))) {
    const all = linesOf(name).join('\n');
    assert.doesNotMatch(all, /2006|Hakim|birth/, name);
  }
});

test('headings in every language, nothing left unsaid', () => {
  for (const language of tableLanguages) {
    for (const name of tableNames) assert.doesNotMatch(linesOf(name, language).join('\n'), /undefined|\{/, name);
  }
  assert.equal(linesOf('medals', 'fr')[0], 'Par|Place|Nom|Or|Argent|Bronze|Total');
  assert.match(linesOf('entries', 'id')[0] ?? '', /^Nomor peserta\|Nama\|Klub\|Negara\|Kategori/);
});

test('all of them as CSV are a zip, one of them is not', () => {
  const bytesOf = (tables: readonly TableName[]) =>
    Buffer.concat([...writeTables({ content, tables, format: 'csv', language: 'en' })]);
  const zip = openZip(bytesOf(tableNames), 10_000_000);
  assert.deepEqual(
    zip.names,
    tableNames.map((name) => `${name}.csv`.toLowerCase()),
  );
  assert.deepEqual(zip.read('records.csv'), bytesOf(['records']));
});
