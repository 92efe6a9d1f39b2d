// The start list of the men at Paris 2024 comes in as that file has it, goes out as a workbook, and comes in again without a change.
import assert from 'node:assert/strict';
import { competitionToDocument } from '../domain/document/competition-to-document.ts';
import { readXlsx } from '../tables/read-xlsx.ts';
import { writeCsv } from '../tables/write-csv.ts';
import { writeTables } from '../tables/write-tables.ts';
import { goldenTest, readRows } from '../testing/shared-data.ts';
import { after, creation } from '../testing/small-competition.ts';
import { listOfSheet, readTextList } from './list-file.ts';
import { previewEntries } from './preview-entries.ts';

const file = 'paris2024_men.csv';

goldenTest('sixty-four archers at their targets, there and back', [file], () => {
  const ranked = readRows(file).filter(({ event_code: event, stage }) => {
    return event === 'ARCMINDIVID' && stage === 'Ranking Round';
  });
  const columns = ['participant_code', 'participant_country_code', 'gender', 'bib'];
  const bytes = Buffer.concat([
    ...writeCsv({
      columns: [...columns, 'bow'],
      rows: ranked.map((row) => [...columns.map((column) => row[column] ?? ''), 'Recurve']),
    }),
  ]);
  const state = after(undefined, creation);
  const first = previewEntries(readTextList(bytes), state, {
    assignTargets: false,
    fields: ['name', 'club', 'gender', 'target', 'division'],
  });
  assert.deepEqual([first.preview.good, first.preview.bad], [64, 0]);
  assert.ok(first.command);
  const imported = after(state, first.command);
  const korean = [...imported.entries.values()].find(({ target }) => target?.butt === 4 && target.letter === 'B');
  assert.deepEqual([korean?.name, korean?.club, korean?.category], ['1902135', 'KOR', 'RM']);

  const content = competitionToDocument(imported);
  const book = Buffer.concat([...writeTables({ content, tables: ['entries'], format: 'xlsx', language: 'id' })]);
  const again = previewEntries(listOfSheet(readXlsx(book)), imported, { assignTargets: false });
  assert.deepEqual([again.command, again.preview.bad, again.preview.gone], [undefined, 0, []]);
});
