import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import type { EntryPage, EntryView } from '../wire/api-entries.ts';
import type { RankingView } from '../wire/api-rankings.ts';
import { RefusalError } from './errors.ts';
import { decodeCursor, encodeCursor, pageAfter, takePage } from './paging.ts';

async function withEntries(t: Parameters<typeof openHttpDesk>[0], count: number) {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const id = await desk.createCompetition();
  const line = (_: unknown, at: number) => `Archer ${at + 1},Club ${at % 3},${at % 2 ? 'CW' : 'RM'}`;
  await desk.importCsv(id, `name,club,category\n${Array.from({ length: count }, line).join('\n')}\n`, 'import', true);
  return { desk, url: `/api/competitions/${id}`, id };
}

test('pages of entries are the whole list, and what is added meanwhile comes at the end', async (t) => {
  const { desk, url, id } = await withEntries(t, 25);
  const all = (await desk.ask('GET', `${url}/entries`)).read<EntryView[]>();
  assert.equal(all.length, 25);
  const seen: EntryView[] = [];
  let next: string | null = '';
  for (let page = 0; next !== null; page += 1) {
    if (page === 2) await desk.importCsv(id, 'name,category\nLate,RM\n');
    const answer = await desk.ask('GET', `${url}/entries?limit=10${next ? `&after=${next}` : ''}`);
    const found = answer.read<EntryPage>();
    assert.ok(found.entries.length <= 10);
    assert.deepEqual(found.position, desk.intake.find(id)?.at);
    seen.push(...found.entries);
    next = found.next;
  }
  assert.deepEqual(seen.slice(0, 25), all);
  assert.deepEqual(
    seen.slice(25).map(({ name }) => name),
    ['Late'],
  );
});

test('entries are found by category, club, butt and part of a name', async (t) => {
  const { desk, url } = await withEntries(t, 25);
  const numbersOf = async (query: string) =>
    (await desk.ask('GET', `${url}/entries?${query}`)).read<EntryView[]>().map(({ number }) => number);
  assert.equal((await numbersOf('category=CW')).length, 12);
  assert.deepEqual(await numbersOf('club=Club%200&category=CW'), [4, 10, 16, 22]);
  assert.deepEqual(await numbersOf('q=archer%202'), [2, 20, 21, 22, 23, 24, 25]);
  assert.deepEqual(await numbersOf('q=nobody'), []);
  const target = (await desk.ask('GET', `${url}/entries/1`)).read<EntryView>().target ?? '';
  assert.ok((await numbersOf(`butt=${Number.parseInt(target, 10)}`)).includes(1));
  const page = (await desk.ask('GET', `${url}/entries?category=CW&limit=5`)).read<EntryPage>();
  const rest = (await desk.ask('GET', `${url}/entries?category=CW&limit=50&after=${page.next}`)).read<EntryPage>();
  assert.deepEqual([page.entries.length, rest.entries.length, rest.next], [5, 7, null]);
});

test('a cursor of nobody is said to be none, on every list', async (t) => {
  const { desk, url } = await withEntries(t, 5);
  const lists = [`${url}/entries?limit=2`, `${url}/rankings/RM?limit=2`, `${url}/rankings/RM?basis=average`];
  for (const list of lists) {
    for (const after of ['nonsense', '', 'W10', encodeCursor([1, 2]), encodeCursor(['1 or 2', 3]), '__proto__']) {
      const answer = await desk.ask('GET', `${list}&after=${after}`);
      assert.deepEqual([answer.status, answer.code, answer.headers.etag], [400, 'badRequest', undefined], after);
      assert.match(answer.text, /after/);
    }
    for (const limit of ['0', '-1', 'all', '1e3', '10000']) {
      const answer = await desk.ask('GET', `${list.split('?')[0]}?limit=${limit}`);
      assert.equal(answer.code, 'badRequest', limit);
    }
  }
  const gone = await desk.ask('GET', `${url}/rankings/RM?after=${encodeCursor([99])}`);
  assert.equal(gone.code, 'badRequest');
});

test('pages of a ranking go on after the same archer although others overtook in between', async (t) => {
  const { desk, url } = await withEntries(t, 9);
  const score = (entry: number, end: number, arrows: string[]) =>
    desk.ask('POST', `${url}/entries/${entry}/scorecard/arrows`, { json: { end, first: 0, arrows } });
  for (const [entry, value] of [
    [1, '9'],
    [3, '8'],
    [5, '7'],
    [7, '6'],
    [9, '5'],
  ] as const) {
    assert.equal((await score(entry, 1, Array(6).fill(value))).status, 200);
  }
  const first = (await desk.ask('GET', `${url}/rankings/RM?limit=2`)).read<RankingView>();
  assert.deepEqual(
    first.rows.map(({ entry, rank, total }) => [entry, rank, total]),
    [
      [1, 1, 54],
      [3, 2, 48],
    ],
  );
  assert.equal(first.size, 5);
  await score(9, 2, Array(6).fill('10'));
  const second = (await desk.ask('GET', `${url}/rankings/RM?limit=2&after=${first.next}`)).read<RankingView>();
  assert.deepEqual(
    second.rows.map(({ entry, rank }) => [entry, rank]),
    [
      [5, 4],
      [7, 5],
    ],
  );
  assert.equal(second.next, null);
  const average = (await desk.ask('GET', `${url}/rankings/RM?basis=average&limit=2`)).read<RankingView>();
  assert.deepEqual(
    average.rows.map(({ entry, rank, arrows }) => [entry, rank, arrows]),
    [
      [1, 1, 6],
      [3, 2, 6],
    ],
  );
  const sameEnd = (await desk.ask('GET', `${url}/rankings/RM?basis=sameEnd`)).read<RankingView>();
  assert.deepEqual([sameEnd.ends, sameEnd.rows.map(({ entry }) => entry)], [[1], [1, 3, 5, 7, 9]]);
});

test('twelve thousand in one category: a page of its ranking', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const id = await desk.createCompetition();
  const lines = Array.from({ length: 12_000 }, (_, at) => `Archer ${at},Club,RM`);
  await desk.importCsv(id, `name,club,category\n${lines.join('\n')}\n`);
  const url = `/api/competitions/${id}/rankings/RM?limit=50`;
  let next: string | null = null;
  for (let page = 0; page < 3; page += 1) {
    const began = performance.now();
    const answer = await desk.ask('GET', next === null ? url : `${url}&after=${next}`);
    const found: RankingView = answer.read();
    t.diagnostic(`page ${page + 1} in ${(performance.now() - began).toFixed(1)} ms`);
    assert.deepEqual([found.size, found.rows.length, found.rows[0]?.entry], [12_000, 50, page * 50 + 1]);
    next = found.next;
  }
});

test('cursors are read back as they were written, and nothing else is one', () => {
  assert.deepEqual(decodeCursor(encodeCursor(['RM#1', 7]), 2), ['RM#1', 7]);
  assert.equal(decodeCursor(encodeCursor([1.5]), 1), undefined);
  assert.equal(decodeCursor(`${encodeCursor([1])}=`, 1), undefined);
  assert.equal(decodeCursor(Buffer.from('{"0":1,"length":1}').toString('base64url'), 1), undefined);
  assert.deepEqual(
    takePage([1, 2, 3], 3, (row) => [row]),
    { rows: [1, 2, 3], next: null },
  );
  assert.throws(() => pageAfter([1, 2], { limit: 1, after: [9] }, (row) => [row]), RefusalError);
});
