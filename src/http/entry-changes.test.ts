import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import type { Scope } from '../testing/scope.ts';
import type { EntryView } from '../wire/api-entries.ts';
import type { ChangedEntries, DeskEntries, DeskEntry } from '../wire/api-entry-changes.ts';

const csv = 'name,club,category,target,bornIn\nAdi,Elang,RM,1A,1999\nBayu,Elang,RM,1B,\nCitra,Rajawali,RW,2A,\n';

async function setUp(t: Scope) {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const id = await desk.createCompetition();
  await desk.importCsv(id, csv);
  const entries = `/api/competitions/${id}/entries`;
  const list = async () => (await desk.ask('GET', `${entries}/details`)).read<DeskEntries>();
  const patch = (json: object) => desk.ask('PATCH', entries, { json });
  const post = (path: string, json: object) => desk.ask('POST', `${entries}/${path}`, { json });
  return { desk, id, entries, list, patch, post };
}

/** As a page writes what it has. */
function bodyOf({ checkedInAt: _, inspection: __, isWritten: ___, number: ____, ...entry }: DeskEntry) {
  return entry;
}

async function entryOf(list: () => Promise<DeskEntries>, number: number): Promise<DeskEntry> {
  return (await list()).entries.find((each) => each.number === number) ?? assert.fail(`entry ${number}`);
}

test('an entry is changed, and what only the organiser knows stays with the organiser', async (t) => {
  const { desk, entries, list, patch } = await setUp(t);
  const was = bodyOf(await entryOf(list, 1));
  assert.deepEqual(was, { name: 'Adi', club: 'Elang', category: 'RM', target: '1A', bornIn: 1999 });
  const now = { ...was, name: 'Adi Pranata', licence: 'ID-7', needs: ['wheelchair'] };
  const answer = await patch({ changes: [{ entry: 1, was, now }] });
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual(answer.read<ChangedEntries>().entries, [{ number: 1, ...now }]);
  const seen = (await desk.ask('GET', entries, { anonymous: true })).read<EntryView[]>();
  assert.deepEqual(seen[0], { number: 1, name: 'Adi Pranata', club: 'Elang', category: 'RM', target: '1A' });
  assert.equal((await desk.ask('GET', `${entries}/details`, { anonymous: true })).status, 401);
  const again = await patch({ changes: [{ entry: 1, was, now }] });
  assert.deepEqual([again.status, again.code], [409, 'entryChangedMeanwhile']);
  assert.match(again.text, /Adi Pranata · Elang · RM · 1A · 1999 · ID-7 · wheelchair/);
});

test('one change that cannot be, and none is made', async (t) => {
  const { desk, list, patch } = await setUp(t);
  const [first, second] = [await entryOf(list, 1), await entryOf(list, 2)].map(bodyOf);
  const facts = desk.intake.facts.length;
  for (const [now, code, status] of [
    [{ ...second, category: 'XX' }, 'unknownCategory', 422],
    [{ ...second, target: '2A' }, 'targetTaken', 409],
    [{ ...second, target: '2AB' }, 'badRequest', 400],
  ] as const) {
    const answer = await patch({
      changes: [
        { entry: 1, was: first, now: { ...first, club: 'Garuda' } },
        { entry: 2, was: second, now },
      ],
    });
    assert.deepEqual([answer.status, answer.code], [status, code]);
  }
  assert.equal(desk.intake.facts.length, facts);
  assert.equal((await entryOf(list, 1)).club, 'Elang');
});

test('new entries are answered with their numbers, a repeated request with the same', async (t) => {
  const { desk, entries, list } = await setUp(t);
  const json = { changes: [], added: [{ name: 'Dewi', club: '', category: 'RW', target: null }] };
  const headers = { 'x-command-id': 'ab'.repeat(16) };
  const added = { number: 4, name: 'Dewi', club: '', category: 'RW', target: null };
  for (const _ of [1, 2]) {
    const answer = await desk.ask('PATCH', entries, { json, headers });
    assert.deepEqual(answer.read<ChangedEntries>().added, [added]);
  }
  assert.equal((await list()).entries.length, 4);
});

test('withdrawn, and back', async (t) => {
  const { desk, id, list, post } = await setUp(t);
  assert.equal((await post('withdrawn', { entries: [1], reason: 'ill' })).status, 200);
  const { entries: left, withdrawn } = await list();
  assert.deepEqual(
    left.map(({ number }) => number),
    [2, 3],
  );
  assert.deepEqual(
    withdrawn.map(({ number, name, reason }) => [number, name, reason]),
    [[1, 'Adi', 'ill']],
  );
  const view = await desk.ask('GET', `/api/competitions/${id}`);
  assert.equal(view.read<{ entryCount: number }>().entryCount, 2);
  const back = await post('restored', { entries: [1] });
  assert.deepEqual(
    back.read<ChangedEntries>().entries.map(({ number, target }) => [number, target]),
    [[1, '1A']],
  );
  const twice = await post('restored', { entries: [1] });
  assert.deepEqual([twice.status, twice.code], [409, 'entryNotWithdrawn']);
});

test('a merge is taken back in one: what was changed, and who was withdrawn', async (t) => {
  const { list, patch } = await setUp(t);
  const was = bodyOf(await entryOf(list, 2));
  const now = { ...was, target: '1A', bornIn: 1999 };
  assert.equal(
    (await patch({ changes: [{ entry: 2, was, now }], withdrawn: { entries: [1], reason: 'twice' } })).status,
    200,
  );
  const answer = await patch({ changes: [{ entry: 2, was: now, now: was }], restored: [1] });
  assert.deepEqual(
    answer.read<ChangedEntries>().entries.map(({ number, target }) => [number, target]),
    [
      [1, '1A'],
      [2, '1B'],
    ],
  );
});

test('who has arrows is told to have stopped, not withdrawn', async (t) => {
  const { desk, entries, list, post } = await setUp(t);
  await desk.ask('POST', `${entries}/1/scorecard/arrows`, { json: { end: 1, first: 0, arrows: ['9'] } });
  const answer = await post('withdrawn', { entries: [2, 1], reason: '' });
  assert.deepEqual([answer.status, answer.code], [409, 'cardIsWritten']);
  assert.deepEqual(
    (await list()).entries.map(({ isWritten }) => isWritten),
    [true, undefined, undefined],
  );
});

test('check-in and inspection, with what was noted', async (t) => {
  const { desk, list, post } = await setUp(t);
  const at = desk.clock.time;
  const checked = await post('checked-in', { entries: [3, 1], isIn: true });
  assert.deepEqual(
    checked.read<ChangedEntries>().entries.map(({ number, checkedInAt }) => [number, checkedInAt]),
    [
      [1, at],
      [3, at],
    ],
  );
  await post('inspected', { entries: [1], result: 'failed', by: 'Rina', remark: 'Sight aperture' });
  const noted = await entryOf(list, 1);
  assert.deepEqual(noted.inspection, {
    ...{ result: 'failed', by: 'Rina', remark: 'Sight aperture', at, actor: { role: 'organiser' } },
  });
  await post('checked-in', { entries: [1], isIn: false });
  assert.equal((await entryOf(list, 1)).checkedInAt, undefined);
  const nameless = await post('inspected', { entries: [1], result: 'passed', by: '', remark: '' });
  assert.deepEqual([nameless.status, nameless.code], [422, 'judgeMissing']);
});

test('12,000 changes at once', async (t) => {
  const { desk, id, list, patch } = await setUp(t);
  const lines = Array.from({ length: 12_000 }, (_, index) => `Archer ${index},Club ${index % 200},RM`);
  await desk.importCsv(id, `name,club,category\n${lines.join('\n')}`, 'import', true);
  const all = (await list()).entries
    .filter(({ number }) => number > 3)
    .map((entry) => [entry.number, bodyOf(entry)] as const);
  const changes = all.map(([entry, was]) => ({ entry, was, now: { ...was, country: 'INA' } }));
  const began = performance.now();
  const answer = await patch({ changes });
  t.diagnostic(`changed in ${Math.round(performance.now() - began)} ms`);
  assert.equal(answer.status, 200, answer.text.slice(0, 300));
  assert.ok((await list()).entries.every(({ number, country }) => number <= 3 || country === 'INA'));
});
