// Spreadsheets over HTTP by the real thread: fetched by whom they are for, and read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { createTables } from '../tables/open-tables.ts';
import { readXlsx } from '../tables/read-xlsx.ts';
import { createStartTables } from '../tables/start-tables.ts';
import { writeXlsx } from '../tables/write-xlsx.ts';
import { openHttpDesk } from '../testing/http-desk.ts';
import type { Scope } from '../testing/scope.ts';
import { startTablesHere } from '../testing/start-tables-here.ts';
import type { ImportPreview, ListImported } from '../wire/api-import.ts';
import { organisersTables, tableNames } from '../wire/tables.ts';

const quiet = () => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function openTables(t: Scope, startTables = createStartTables(256)) {
  const tables = createTables({ startTables, log });
  t.after(() => tables.close());
  const desk = await openHttpDesk(t, { tables });
  await desk.logIn();
  const id = await desk.createCompetition();
  await desk.importCsv(id, 'name,club,category,target,born\nNguyễn Thị Ánh,Élang,RM,1A,1999\n=1+1,Garuda,RW,2A,\n');
  const path = `/api/competitions/${id}/tables`;
  const fetch = (url: string) => desk.app.inject({ url, headers: { host: desk.host, cookie: desk.cookie() } });
  return { desk, id, path, fetch };
}

test('the entries as a workbook, and as CSV that a spreadsheet may open', async (t) => {
  const { fetch, path } = await openTables(t);
  const workbook = await fetch(`${path}/entries`);
  assert.deepEqual([workbook.statusCode, workbook.headers['content-type']], [200, xlsxType]);
  assert.match(String(workbook.headers['content-disposition']), /^attachment; filename="Piala Uji entries\.xlsx"/);
  assert.deepEqual(
    readXlsx(workbook.rawPayload).rows.map(({ fields }) => fields.slice(0, 8).join('|')),
    [
      'Entry number|Name|Club|Country|Category|Also in|Target|Year of birth',
      '1|Nguyễn Thị Ánh|Élang||RM||1A|1999',
      '2|=1+1|Garuda||RW||2A',
    ],
  );
  const csv = await fetch(`${path}/entries?format=csv&language=fr`);
  assert.equal(csv.headers['content-type'], 'text/csv; charset=utf-8');
  const lines: string[][] = parse(csv.rawPayload, { bom: true });
  assert.deepEqual(lines[0]?.slice(1, 3), ['Nom', 'Club']);
  assert.equal(lines[2]?.[1], "'=1+1");
});

test('everything at once: a workbook with every table, or a zip', async (t) => {
  const { fetch, path } = await openTables(t);
  const all = await fetch(path);
  assert.equal(readXlsx(all.rawPayload).sheets.length, tableNames.length);
  const zip = await fetch(`${path}?format=csv`);
  assert.deepEqual([zip.statusCode, zip.headers['content-type']], [200, 'application/zip']);
});

test('results are everybody’s, what the organiser keeps is not', async (t) => {
  const { desk, path, id } = await openTables(t, startTablesHere);
  for (const table of tableNames) {
    const answer = await desk.ask('GET', `${path}/${table}?format=csv`, { anonymous: true });
    assert.deepEqual([table, answer.status], [table, organisersTables.includes(table) ? 401 : 200]);
  }
  assert.equal((await desk.ask('GET', path, { anonymous: true })).status, 401);
  assert.equal((await desk.ask('GET', `${path}/secrets`)).code, 'badRequest');
  assert.equal((await desk.ask('GET', `${path}/medals?format=pdf`)).code, 'badRequest');
  assert.equal((await desk.ask('GET', `/api/competitions/${id}x/tables/medals`)).code, 'unknownCompetition');
});

test('a workbook is previewed and imported, and changes what it has when it comes again', async (t) => {
  const { desk, id } = await openTables(t);
  const book = (target: string) =>
    Buffer.concat([
      ...writeXlsx([
        { title: 'Empty', columns: [], rows: [] },
        {
          title: 'Peserta',
          columns: ['Nama', 'Klub', 'Kategori', 'Bantalan'],
          rows: [
            ['Nguyễn Thị Ánh', 'Élang', 'RM', target],
            ['Kartika', 'Elang', 'RW', null],
          ],
        },
      ]),
    ]);
  const send = (step: string, target: string, query = '') =>
    desk.ask('POST', `/api/competitions/${id}/entries/${step}?sheet=Peserta${query}`, {
      body: book(target),
      headers: { 'content-type': xlsxType },
    });
  const shown = (await send('preview', '3B')).read<ImportPreview>();
  assert.deepEqual([shown.sheets, shown.sheet, shown.encoding], [['Empty', 'Peserta'], 'Peserta', null]);
  assert.deepEqual(
    shown.rows.map(({ line, outcome }) => [line, outcome]),
    [
      [2, 'changed'],
      [3, 'new'],
    ],
  );
  const facts = desk.intake.facts.length;
  const other = await send('import', '3C', `&plan=${shown.plan}`);
  assert.deepEqual([other.code, desk.intake.facts.length], ['importChangedMeanwhile', facts]);
  const done = await send('import', '3B', `&plan=${shown.plan}&withdraw=2&reason=gone`);
  assert.equal(done.code, 'importChangedMeanwhile');
  const imported = await send('import', '3B', `&plan=${shown.plan}`);
  assert.deepEqual(imported.read<ListImported>(), { imported: 1, categories: 0, changed: 1, withdrawn: 0 });
  assert.equal(desk.intake.find(id)?.state.entries.at(1)?.target?.letter, 'B');
  const again = await send('import', '3B');
  assert.deepEqual(again.read<ListImported>(), { imported: 0, categories: 0, changed: 0, withdrawn: 0 });
  const empty = await desk.ask('POST', `/api/competitions/${id}/entries/preview`, {
    body: book('1A'),
    headers: { 'content-type': xlsxType },
  });
  assert.equal(empty.read<ImportPreview>().fileProblem?.code, 'emptyFile');
});

test('what cannot be asked of a list', async (t) => {
  const { desk, id } = await openTables(t, startTablesHere);
  const ask = (query: string) =>
    desk.ask('POST', `/api/competitions/${id}/entries/preview?${query}`, {
      body: 'name,category\nA,RM\n',
      headers: { 'content-type': 'text/csv' },
    });
  for (const query of ['columns=name,nonsense', 'leave=x', 'leave=1-9999999', 'leave=0', 'columns=name;drop']) {
    const { status, code } = await ask(query);
    assert.deepEqual([query, status, code], [query, 400, 'badRequest']);
  }
  assert.equal((await ask('columns=name,category&leave=2,5-9&withdraw=1')).status, 200);
});
