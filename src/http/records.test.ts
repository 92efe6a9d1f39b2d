import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import { setUpSteps } from '../testing/rest-tournament.ts';
import { takeSteps } from '../testing/take-steps.ts';
import type { RecordViews } from '../wire/api-setup.ts';

async function setUp(t: Parameters<typeof openHttpDesk>[0]) {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const { id } = await takeSteps(desk, setUpSteps);
  const url = `/api/competitions/${id}/records`;
  const putCsv = (body: string) => desk.ask('PUT', url, { body, headers: { 'content-type': 'text/csv' } });
  return { desk, url, putCsv };
}

test('a table from a spreadsheet replaces the one before', async (t) => {
  const { desk, url, putCsv } = await setUp(t);
  const answer = await putCsv(
    'Kind;Category;Round;Name;Club;Total;X\nNR;RM;two-ends;;;58;4\nPB;;two-ends;Adi;Garuda;40;\n',
  );
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual((await desk.ask('GET', url)).read<RecordViews>(), [
    { kind: 'NR', category: 'RM', roundId: 'two-ends', name: '', club: '', total: 58, x: 4 },
    { kind: 'PB', category: '', roundId: 'two-ends', name: 'Adi', club: 'Garuda', total: 40 },
  ]);
  assert.deepEqual((await putCsv('kind,category,round,total\n')).read(), []);
});

test('tables that are refused leave the old one', async (t) => {
  // Nothing changes, so one desk does for all.
  const { desk, url, putCsv } = await setUp(t);
  for (const [label, csv, code, details] of [
    ['without totals', 'kind,category,round\nNR,RM,two-ends\n', 'missingColumns', { columns: 'total' }],
    [
      'with a total in words',
      'kind,category,round,total\nNR,RM,two-ends,1\nNR,RM,two-ends,many\n',
      'recordWrong',
      { line: '2', why: 'total' },
    ],
    ['with Xs in words', 'kind,category,round,total,x\nNR,RM,two-ends,1,few\n', 'recordWrong', { line: '1', why: 'x' }],
    ['without anything', '', 'emptyFile', {}],
    ['that is a broken spreadsheet', 'PK\u0003\u0004\0\0', 'brokenFile', {}],
    ['with an open quote', 'kind,category,round,total\n"NR,RM,two-ends,1\n', 'unclosedQuote', { line: '2' }],
    [
      'of an unknown category',
      'kind,category,round,total\nNR,XX,two-ends,1\n',
      'recordWrong',
      { line: '1', why: 'unknownCategory' },
    ],
    [
      'with more than can be shot',
      'kind,category,round,total\nNR,RM,two-ends,61\n',
      'recordWrong',
      { line: '1', why: 'total' },
    ],
  ] as const) {
    await t.test(label, async () => {
      const [before, facts] = [(await desk.ask('GET', url)).text, desk.intake.facts.length];
      const answer = await putCsv(csv);
      assert.equal(answer.status, 422, answer.text);
      assert.equal(answer.code, code);
      assert.deepEqual(answer.read<{ error: { details: object } }>().error.details, details);
      assert.equal((await desk.ask('GET', url)).text, before);
      assert.equal(desk.intake.facts.length, facts);
    });
  }
});

test('a table in another type, or of another shape, is refused', async (t) => {
  const { desk, url } = await setUp(t);
  const text = await desk.ask('PUT', url, { body: 'kind', headers: { 'content-type': 'image/png' } });
  assert.equal(text.code, 'unsupportedMediaType');
  for (const json of [
    {},
    [{ kind: 'NR' }],
    [{ kind: 'NR', category: 'RM', roundId: 'x', name: '', club: '', total: '1' }],
  ])
    assert.equal((await desk.ask('PUT', url, { json })).code, 'badRequest');
});
