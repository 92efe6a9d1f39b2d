import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import { creation } from '../testing/small-competition.ts';
import type { CompetitionView } from '../wire/api-competitions.ts';

const { kind: _, ...json } = creation;

test('a creation that is repeated with its command id makes one competition', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const headers = { 'x-command-id': 'a'.repeat(32) };
  const first = await desk.ask('POST', '/api/competitions', { json, headers });
  const again = await desk.ask('POST', '/api/competitions', { json, headers });
  assert.deepEqual([first.status, again.status], [201, 200]);
  assert.deepEqual(again.read(), first.read());
  assert.equal(desk.intake.list().length, 1);
  const other = await desk.ask('POST', '/api/competitions', { json });
  assert.notEqual(other.read<CompetitionView>().id, first.read<CompetitionView>().id);
});

test('a command id that is none is refused before anything happens', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const answer = await desk.ask('POST', '/api/competitions', { json, headers: { 'x-command-id': 'nonsense' } });
  assert.deepEqual([answer.status, answer.code], [400, 'badRequest']);
  assert.equal(desk.intake.facts.length, 0);
});

for (const [change, status, code] of [
  [{ name: '  ' }, 422, 'nameMissing'],
  [{ from: '2026-05-03' }, 422, 'datesWrong'],
  [{ from: '2026-02-30' }, 422, 'datesWrong'],
  [{ ruleSetId: 'wa-1931' }, 422, 'unknownRuleSet'],
  [{ discipline: 'underwater' }, 400, 'badRequest'],
  [{ name: 12 }, 400, 'badRequest'],
  [{ name: null }, 400, 'badRequest'],
  [{ name: 'x'.repeat(201) }, 400, 'badRequest'],
  [{ venue: undefined }, 400, 'badRequest'],
  [{ venue: 'x'.repeat(5_000) }, 413, 'tooLarge'],
] as const) {
  test(`a competition with ${JSON.stringify(change).slice(0, 40)} is refused: ${code}`, async (t) => {
    const desk = await openHttpDesk(t);
    await desk.logIn();
    const answer = await desk.ask('POST', '/api/competitions', { json: { ...json, ...change } });
    assert.deepEqual([answer.status, answer.code], [status, code]);
    assert.equal(desk.intake.facts.length, 0);
  });
}

test('what does not exist is said to be missing', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const id = await desk.createCompetition();
  for (const [url, code] of [
    ['/api/competitions/nosuchid', 'unknownCompetition'],
    ['/api/competitions/nosuchid/entries', 'unknownCompetition'],
    ['/api/competitions/nosuchid/leaderboards/RM', 'unknownCompetition'],
    ['/api/competitions/nosuchid/targets', 'unknownCompetition'],
    [`/api/competitions/${id}/leaderboards/RM`, 'unknownCategory'],
    [`/api/competitions/${id}/nothing`, 'notFound'],
    ['/api/nothing', 'notFound'],
  ] as const) {
    const answer = await desk.ask('GET', url);
    assert.deepEqual([answer.status, answer.code], [404, code], url);
  }
});

test('with the journal away a command is not lost in silence: 503, and when to come back', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  desk.intake.defer = 'journalDown';
  const answer = await desk.ask('POST', '/api/competitions', { json });
  assert.deepEqual([answer.status, answer.code, answer.headers['retry-after']], [503, 'journalDown', '2']);
});

test('an answer that is held is not sent again until something happens', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const id = await desk.createCompetition();
  await desk.importCsv(id, 'name,category,target\nA,RM,1A\nB,RM,1B\n');
  const urls = ['', `/${id}`, `/${id}/entries`, `/${id}/leaderboards/RM`].map((path) => `/api/competitions${path}`);
  for (const url of urls) {
    const first = await desk.ask('GET', url);
    const etag = String(first.headers.etag);
    assert.equal(first.headers['cache-control'], 'no-cache', url);
    const second = await desk.ask('GET', url, { headers: { 'if-none-match': `"other", W/${etag}` } });
    assert.deepEqual([second.status, second.text], [304, ''], url);
    assert.equal(second.headers.etag, etag);
    assert.equal((await desk.ask('GET', url)).text, first.text);
  }
  const held = await Promise.all(urls.map(async (url) => String((await desk.ask('GET', url)).headers.etag)));
  const score = { kind: 'scoreArrows', entry: 2, end: 1, first: 0, arrows: ['X', '9'] } as const;
  await desk.intake.submit(id, score, { commandId: 'b'.repeat(32), at: 0, actor: { role: 'system' } });
  for (const [index, url] of urls.entries()) {
    const answer = await desk.ask('GET', url, { headers: { 'if-none-match': held[index] ?? '' } });
    assert.equal(answer.status, 200, url);
  }
  const board = await desk.ask('GET', `/api/competitions/${id}/leaderboards/RM`);
  const { rows, position } = board.read<{
    rows: { name: string; total: number; endArrows: unknown[] }[];
    position: object;
  }>();
  assert.deepEqual(
    rows.map(({ name, total }) => [name, total]),
    [
      ['B', 19],
      ['A', 0],
    ],
  );
  assert.deepEqual(rows[0]?.endArrows, ['X', '9', null, null, null, null]);
  assert.deepEqual(position, desk.intake.find(id)?.at);
});
