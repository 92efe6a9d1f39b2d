import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import type { ImportPreview, ListImported } from '../wire/api-import.ts';

async function setUp(t: Parameters<typeof openHttpDesk>[0]) {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const id = await desk.createCompetition();
  return { desk, id, factsBefore: desk.intake.facts.length };
}

test('a preview changes nothing and says what is wrong by line', async (t) => {
  const { desk, id, factsBefore } = await setUp(t);
  const answer = await desk.importCsv(id, 'nama,kategori,bantalan\nAdi,RM,1A\n,XX,1A\n', 'preview');
  assert.equal(answer.status, 200);
  const { rows, good, bad, newCategories } = answer.read<ImportPreview>();
  assert.deepEqual([good, bad, newCategories.map(({ code }) => code)], [1, 1, ['RM']]);
  assert.deepEqual(
    rows[1]?.problems.map(({ code }) => code),
    ['nameMissing', 'unknownCategory', 'targetTaken'],
  );
  assert.equal(rows[1]?.line, 3);
  assert.equal(desk.intake.facts.length, factsBefore);
});

test('one bad line: nothing is imported, and the answer shows the lines', async (t) => {
  const { desk, id, factsBefore } = await setUp(t);
  const answer = await desk.importCsv(id, 'name,category\nAdi,RM\nBayu,\n');
  assert.deepEqual([answer.status, answer.code], [422, 'importHasProblems']);
  assert.equal(answer.read<{ preview: ImportPreview }>().preview.bad, 1);
  assert.equal(desk.intake.facts.length, factsBefore);
});

for (const [label, bytes, code] of [
  ['wrong columns', 'price,amount\n1,2\n', 'noHeader'],
  ['a missing column', 'name,club\nA,B\n', 'missingColumns'],
  ['nothing', '', 'emptyFile'],
  ['a broken spreadsheet', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'brokenFile'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'notText'],
  ['an open quote', 'name,category\n"A,RM\n', 'unclosedQuote'],
] as const) {
  test(`a file with ${label}: ${code}`, async (t) => {
    const { desk, id, factsBefore } = await setUp(t);
    const preview = await desk.importCsv(id, bytes, 'preview');
    assert.deepEqual([preview.status, preview.read<ImportPreview>().fileProblem?.code], [200, code]);
    const answer = await desk.importCsv(id, bytes);
    assert.deepEqual([answer.status, answer.code], [422, code]);
    assert.equal(desk.intake.facts.length, factsBefore);
  });
}

for (const [encoding, bytes] of [
  ['utf-8', Buffer.from('\ufeffname;category\nÅsa Öberg;RW\n')],
  ['windows-1252', Buffer.from('name;category\nÅsa Öberg;RW\n', 'latin1')],
  ['utf-16le', Buffer.from('\ufeffname;category\nÅsa Öberg;RW\n', 'utf16le')],
] as const) {
  test(`${encoding} is imported as meant`, async (t) => {
    const { desk, id } = await setUp(t);
    const preview = await desk.importCsv(id, bytes, 'preview');
    assert.equal(preview.read<ImportPreview>().encoding, encoding);
    assert.equal((await desk.importCsv(id, bytes)).status, 200);
    assert.equal(desk.intake.find(id)?.state.entries.at(1)?.name, 'Åsa Öberg');
  });
}

test('12,000 entries at once, and the list of them', async (t) => {
  const { desk, id } = await setUp(t);
  const lines = Array.from({ length: 12_000 }, (_, index) => `Archer ${index},Club ${index % 200},RM`);
  const began = performance.now();
  const answer = await desk.importCsv(id, `name,club,category\n${lines.join('\n')}`, 'import', true);
  t.diagnostic(`imported in ${Math.round(performance.now() - began)} ms`);
  assert.deepEqual(answer.read<ListImported>(), { imported: 12_000, categories: 1, changed: 0, withdrawn: 0 });
  assert.equal((await desk.ask('GET', `/api/competitions/${id}/entries`)).read<unknown[]>().length, 12_000);
  const again = await desk.importCsv(id, `name,club,category\n${lines.slice(0, 3).join('\n')}`, 'preview');
  assert.deepEqual(
    again.read<ImportPreview>().rows.map(({ outcome, entry }) => [outcome, entry]),
    [1, 2, 3].map((entry) => ['same', entry]),
  );
});

test('only lists are taken, of 8 MB at most', async (t) => {
  const { desk, id } = await setUp(t);
  const url = `/api/competitions/${id}/entries/import`;
  assert.equal((await desk.ask('POST', url, { json: {} })).code, 'unsupportedMediaType');
  assert.equal((await desk.ask('POST', url, { body: 'x', headers: { 'content-type': 'image/png' } })).status, 415);
  assert.equal((await desk.importCsv(id, 'x'.repeat(8 * 1024 * 1024 + 1))).code, 'tooLarge');
  const excel = { body: 'name,category\nA,RM\n', headers: { 'content-type': 'application/vnd.ms-excel' } };
  assert.equal((await desk.ask('POST', url, excel)).status, 200);
  assert.equal((await desk.ask('POST', `${url}?assignTargets=perhaps`, excel)).code, 'badRequest');
});

test('an unknown competition, and nobody logged in', async (t) => {
  const { desk, id } = await setUp(t);
  assert.equal((await desk.importCsv('nosuchid', 'name,category\nA,RM\n')).code, 'unknownCompetition');
  await desk.ask('DELETE', '/api/session');
  for (const step of ['preview', 'import']) {
    assert.equal((await desk.importCsv(id, 'name,category\nA,RM\n', step)).code, 'notLoggedIn');
  }
});

test('with the journal away nothing is imported; the same command id later imports once', async (t) => {
  const { desk, id } = await setUp(t);
  const ask = () =>
    desk.ask('POST', `/api/competitions/${id}/entries/import`, {
      body: 'name,category\nA,RM\n',
      headers: { 'content-type': 'text/csv', 'x-command-id': 'c'.repeat(32) },
    });
  desk.intake.defer = 'journalDown';
  assert.equal((await ask()).status, 503);
  desk.intake.defer = undefined;
  assert.equal((await ask()).status, 200);
  assert.equal(desk.intake.find(id)?.state.entryCount, 1);
});
