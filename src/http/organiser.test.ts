import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import { creation } from '../testing/small-competition.ts';
import type { CompetitionView } from '../wire/api-competitions.ts';
import type { EntryView } from '../wire/api-entries.ts';
import type { Imported } from '../wire/api-import.ts';
import type { Leaderboard } from '../wire/api-leaderboards.ts';

const { kind: _, ...newCompetition } = creation;
const list = 'Name;Club;Category;Target\nFajar Nugraha;Elang;RM;1A\nGita Lestari;Elang;CU18W;2A\n';

test('a morning at the desk: log in, password, competition, list, leaderboard', async (t) => {
  const desk = await openHttpDesk(t);
  assert.deepEqual((await desk.ask('GET', '/api/session')).read(), { role: 'viewer', passwordSet: false });
  const loggedIn = await desk.logIn();
  assert.deepEqual(loggedIn.read(), { role: 'organiser', passwordSet: false });
  const cookie = String(loggedIn.headers['set-cookie']);
  for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) assert.ok(cookie.includes(part), cookie);
  assert.equal((await desk.ask('PUT', '/api/password', { json: { password: 'correct horse' } })).status, 204);
  assert.deepEqual((await desk.ask('GET', '/api/session')).read(), { role: 'organiser', passwordSet: true });

  const created = await desk.ask('POST', '/api/competitions', { json: newCompetition });
  assert.equal(created.status, 201);
  const { id, journal, ...view } = created.read<CompetitionView>();
  assert.match(id, /^[a-z2-7]{8}$/);
  assert.equal(created.headers.location, `/api/competitions/${id}`);
  assert.equal(journal.facts, 1);
  assert.deepEqual(view, { ...newCompetition, isClosed: false, scoring: 'one', entryCount: 0, categories: [] });

  const imported = await desk.importCsv(id, list);
  assert.deepEqual(
    [imported.status, imported.read<Imported>()],
    [200, { imported: 2, categories: 2, changed: 0, withdrawn: 0 }],
  );
  const entries = (await desk.ask('GET', `/api/competitions/${id}/entries`, { anonymous: true })).read<EntryView[]>();
  assert.deepEqual(entries[0], { number: 1, name: 'Fajar Nugraha', club: 'Elang', category: 'RM', target: '1A' });
  const all = (await desk.ask('GET', '/api/competitions', { anonymous: true })).read<CompetitionView[]>();
  assert.deepEqual(
    all.map(({ categories }) => categories.map((each) => [each.code, each.entries])),
    [
      [
        ['RM', 1],
        ['CU18W', 1],
      ],
    ],
  );
  const board = await desk.ask('GET', `/api/competitions/${id}/leaderboards/RM`, { anonymous: true });
  assert.deepEqual(
    board.read<Leaderboard>().rows.map(({ rank, name, total }) => [rank, name, total]),
    [[1, 'Fajar Nugraha', 0]],
  );

  assert.equal((await desk.ask('DELETE', '/api/session')).status, 204);
  assert.equal((await desk.ask('POST', '/api/competitions', { json: newCompetition })).code, 'notLoggedIn');
});
