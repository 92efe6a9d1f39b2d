import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import { drawSteps, matchSteps, qualificationSteps, setUpSteps } from '../testing/rest-tournament.ts';
import { takeSteps } from '../testing/take-steps.ts';
import type { CompetitionView } from '../wire/api-competitions.ts';

async function played(t: Parameters<typeof openHttpDesk>[0]) {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const { id = '' } = await takeSteps(desk, [
    ...setUpSteps,
    ...qualificationSteps,
    ...drawSteps,
    ...matchSteps.slice(0, 3),
  ]);
  const file = (await desk.ask('GET', `/api/competitions/${id}/export`)).text;
  return { desk, id, file };
}

const json = { 'content-type': 'application/json' };

test('what is exported makes the same competition again, under another id', async (t) => {
  const { desk, id, file } = await played(t);
  const answer = await desk.ask('POST', '/api/competitions/import', { body: file, headers: json });
  assert.equal(answer.status, 201);
  const copy = answer.read<CompetitionView>();
  assert.notEqual(copy.id, id);
  assert.equal(answer.headers.location, `/api/competitions/${copy.id}`);
  const { journal, ...content } = JSON.parse(file);
  const { journal: ownJournal, ...copied } = (await desk.ask('GET', `/api/competitions/${copy.id}/export`)).read<
    Record<string, unknown>
  >();
  assert.deepEqual(copied, content);
  const view = (await desk.ask('GET', `/api/competitions/${id}`)).read<CompetitionView>();
  assert.deepEqual(journal, view.journal);
  assert.deepEqual(ownJournal, copy.journal);
  assert.equal(copy.journal.facts, 1);
  assert.match(view.journal.head, /^[0-9a-f]{64}$/);
  assert.notEqual(view.journal.head, copy.journal.head);
  for (const path of [
    '/entries',
    '/events/RM/final-ranking',
    '/events/RM/bracket',
    '/entries/1/scorecard',
    '/medals',
  ]) {
    const [first, second] = await Promise.all(
      [id, copy.id].map(async (of) => (await desk.ask('GET', `/api/competitions/${of}${path}`)).read<object>()),
    );
    assert.deepEqual({ ...second, position: 0 }, { ...first, position: 0 }, path);
  }
});

test('an import that is repeated with its command id makes one competition', async (t) => {
  const { desk, file } = await played(t);
  const headers = { ...json, 'x-command-id': 'd'.repeat(32) };
  const ask = () => desk.ask('POST', '/api/competitions/import', { body: file, headers });
  const [first, again] = [await ask(), await ask()];
  assert.deepEqual([first.status, again.status], [201, 200]);
  assert.deepEqual(again.read(), first.read());
  assert.equal(desk.intake.list().length, 2);
});

test('files that are refused with the place, and nothing is imported', async (t) => {
  // Nothing changes, so one desk does for all.
  const { desk, file } = await played(t);
  for (const [label, break_, problem, pointer] of [
    ['cut off', (file: string) => file.slice(0, 500), 'notJson', undefined],
    ['of a newer version', (file: string) => file.replace('"version":1', '"version":2'), 'newerVersion', '/version'],
    ['of another program', () => '{"format":"other"}', 'notTenring', '/format'],
    [
      'with an unknown category',
      (file: string) => file.replace('"category":"RM"', '"category":"XX"'),
      'unknown',
      undefined,
    ],
    [
      'with an impossible arrow',
      (file: string) => file.replace('["9","9","9"]', '["9","9","11"]'),
      'impossible',
      undefined,
    ],
    [
      'with an arrow that is none',
      (file: string) => file.replace('["9","9","9"]', '["9","9","13"]'),
      'shape',
      undefined,
    ],
    ['that is empty', () => '', 'notJson', undefined],
  ] as const) {
    await t.test(label, async () => {
      const facts = desk.intake.facts.length;
      const body = break_(file);
      assert.notEqual(body, file);
      const answer = await desk.ask('POST', '/api/competitions/import', { body, headers: json });
      assert.deepEqual([answer.status, answer.code], [422, 'badDocument'], answer.text);
      const { details } = answer.read<{ error: { details: Record<string, string> } }>().error;
      assert.equal(details.problem, problem);
      if (pointer !== undefined) assert.equal(details.pointer, pointer);
      assert.equal(desk.intake.facts.length, facts);
      assert.equal(desk.intake.list().length, 1);
    });
  }
});

test('export and import are the organiser’s, and only JSON is taken', async (t) => {
  const { desk, id, file } = await played(t);
  const anonymous = { anonymous: true };
  assert.equal((await desk.ask('GET', `/api/competitions/${id}/export`, anonymous)).code, 'notLoggedIn');
  const answer = await desk.ask('POST', '/api/competitions/import', { body: file, headers: json, ...anonymous });
  assert.equal(answer.code, 'notLoggedIn');
  const csv = await desk.ask('POST', '/api/competitions/import', {
    body: 'a,b',
    headers: { 'content-type': 'text/csv' },
  });
  assert.equal(csv.code, 'unsupportedMediaType');
});
