import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import { qualificationSteps, setUpSteps } from '../testing/rest-tournament.ts';
import { takeSteps } from '../testing/take-steps.ts';
import type { FaceView, RoundView, RuleSetView } from '../wire/api-catalogue.ts';
import type { CategoryView } from '../wire/api-competitions.ts';
import type { EntryView } from '../wire/api-entries.ts';

test('the catalogue is there without a competition, and every face that a round names', async (t) => {
  const desk = await openHttpDesk(t);
  const rounds = (await desk.ask('GET', '/api/rounds')).read<RoundView[]>();
  const faces = new Set((await desk.ask('GET', '/api/faces')).read<FaceView[]>().map(({ id }) => id));
  assert.ok(rounds.length > 200);
  for (const { id, distances } of rounds)
    for (const { faceId, face } of distances) assert.ok(face || faces.has(faceId), `${id} ${faceId}`);
  const ruleSets = (await desk.ask('GET', '/api/rule-sets')).read<RuleSetView[]>();
  const today = ruleSets.find(({ id }) => id === 'wa-2026');
  assert.deepEqual(today?.tieBreaks.outdoor, ['x', 'ten']);
  const format = today?.matchFormats.find(({ id }) => id === 'set-individual');
  assert.deepEqual([format?.pointsToWin, format?.arrowsPerEnd, format?.times.end], [6, 3, 120]);
});

async function setUp(t: Parameters<typeof openHttpDesk>[0], steps = setUpSteps) {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const { id } = await takeSteps(desk, steps);
  return { desk, url: `/api/competitions/${id}` };
}

const distance = { metres: 30, faceId: '80', ends: 6, arrowsPerEnd: 6 };
const ownFace = {
  id: 'pumpkin',
  name: 'Pumpkin',
  diameterCm: 40,
  spots: 1,
  zones: [
    { value: '10', points: 10, colour: 'gold', diameterCm: 10 },
    { value: '5', points: 5, colour: 'red', diameterCm: 40 },
  ],
};
const session = {
  ...{ number: 1, name: 'Morning', day: '2026-05-01', start: '09:00' },
  ...{ categories: [], fromEnd: 1, toEnd: 2 },
};
const record = { kind: 'NR', category: 'RM', roundId: 'two-ends', name: '', club: '', total: 60 };
const round = { name: 'Ours', discipline: 'outdoor', distances: [distance] };

test('a round with a face of its own is made without code', async (t) => {
  const { desk, url } = await setUp(t);
  const json = { ...round, distances: [distance, { ...distance, faceId: 'pumpkin', face: ownFace }] };
  const made = await desk.ask('PUT', `${url}/rounds/ours`, { json });
  assert.deepEqual([made.status, made.read()], [200, { id: 'ours', ...json }]);
  const rounds = (await desk.ask('GET', `${url}/rounds`)).read<RoundView[]>();
  assert.deepEqual(
    rounds.map(({ id }) => id),
    ['two-ends', 'ours'],
  );
});

test('refused in the set-up', async (t) => {
  // Nothing changes, so one desk does for all.
  const { desk, url } = await setUp(t, [...setUpSteps, ...qualificationSteps]);
  for (const [label, path, json, code] of [
    ['a round with an id of the catalogue', '/rounds/wa-standard', round, 'roundTaken'],
    ['a round without distances', '/rounds/ours', { ...round, distances: [] }, 'roundWrong'],
    ['a round on no face', '/rounds/ours', { ...round, distances: [{ ...distance, faceId: 'moon' }] }, 'roundWrong'],
    ['a round of no ends', '/rounds/ours', { ...round, distances: [{ ...distance, ends: 0 }] }, 'roundWrong'],
    ['a round in another shape', '/rounds/ours', { ...round, distances: [{ ...distance, feet: 1 }] }, 'badRequest'],
    ['a round that is shot', '/rounds/two-ends', round, 'roundInUse'],
    ['a category of no round', '/categories/CW', { name: 'CW', roundId: 'nothing' }, 'unknownRound'],
    ['a category without a name', '/categories/CW', { name: ' ', roundId: 'two-ends' }, 'nameMissing'],
    [
      'a category that is shot, of another round',
      '/categories/RM',
      { name: 'RM', roundId: 'wa-standard' },
      'categoryInUse',
    ],
    ['a session of no ends', '/sessions', [{ ...session, toEnd: 0 }], 'sessionWrong'],
    ['a session on no day', '/sessions', [{ ...session, day: '2026-02-30' }], 'sessionWrong'],
    ['a session of nobody', '/sessions', [{ ...session, categories: ['XX'] }], 'sessionWrong'],
    ['a record of more than can be shot', '/records', [{ ...record, total: 61 }], 'recordWrong'],
  ] as const) {
    await t.test(label, async () => {
      const facts = desk.intake.facts.length;
      const answer = await desk.ask('PUT', `${url}${path}`, { json });
      assert.equal(answer.code, code, answer.text);
      assert.equal(desk.intake.facts.length, facts);
    });
  }
});

test('a category is renamed while it is shot, and a new one comes along', async (t) => {
  const { desk, url } = await setUp(t, [...setUpSteps, ...qualificationSteps]);
  const renamed = await desk.ask('PUT', `${url}/categories/RM`, { json: { name: 'Men', roundId: 'two-ends' } });
  assert.deepEqual(renamed.read<CategoryView>(), {
    ...{ code: 'RM', name: 'Men', roundId: 'two-ends', roundName: 'Two ends' },
    ...{ entries: 6, isOfficial: true },
  });
  await desk.ask('PUT', `${url}/categories/RU21M`, { json: { name: 'Juniors', roundId: 'two-ends' } });
  const entries = [{ name: 'Gita', club: 'Elang', category: 'RU21M', also: ['RM'], target: '4c', bornIn: 2008 }];
  assert.equal((await desk.ask('POST', `${url}/entries`, { json: { categories: [], entries } })).status, 201);
  const found = await desk.ask('GET', `${url}/entries/7`);
  assert.deepEqual(found.read<EntryView>(), {
    ...{ number: 7, name: 'Gita', club: 'Elang', category: 'RU21M', target: '4C', also: ['RM'] },
  });
  const inMen = (await desk.ask('GET', `${url}/entries?category=RM`)).read<EntryView[]>();
  assert.equal(inMen.at(-1)?.name, 'Gita');
  const nowhere = [{ name: 'Hadi', club: '', category: 'RM', target: 'left' }];
  assert.equal(
    (await desk.ask('POST', `${url}/entries`, { json: { categories: [], entries: nowhere } })).code,
    'badRequest',
  );
  const none = await desk.ask('POST', `${url}/entries`, { json: { categories: [], entries: [] } });
  assert.equal(none.code, 'nothingToImport');
});
