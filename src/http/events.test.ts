import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import { drawSteps, individual, qualificationSteps, type Step, setUpSteps } from '../testing/rest-tournament.ts';
import { takeStep, takeSteps } from '../testing/take-steps.ts';
import type { EventView, TieView } from '../wire/api-events.ts';
import type { Leaderboard } from '../wire/api-leaderboards.ts';
import type { BracketView } from '../wire/api-matches.ts';
import type { QualificationView, RankingView } from '../wire/api-rankings.ts';

const [putEvent] = drawSteps;
const tieSteps = drawSteps.filter(
  ({ operation, json }) => operation.startsWith('POST') && operation.endsWith('/ties') && json,
);
const { elimination } = individual;

async function shot(t: Parameters<typeof openHttpDesk>[0], steps: readonly Step[] = putEvent ? [putEvent] : []) {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const names = await takeSteps(desk, [...setUpSteps, ...qualificationSteps, ...steps]);
  const url = `/api/competitions/${names.id}`;
  return { desk, names, url, rm: `${url}/events/RM` };
}

test('ties at bracket places are open until a toss and a shoot-off decide them', async (t) => {
  const { desk, url, rm, names } = await shot(t);
  const before = (await desk.ask('GET', `${rm}/qualification`)).read<QualificationView>();
  assert.deepEqual(before.openTies, [
    { reason: 'CT', keys: ['2', '3'], from: 2, to: 3 },
    { reason: 'SO', keys: ['4', '5'], from: 4, to: 5 },
  ]);
  assert.deepEqual(
    before.rows.map(({ key, rank, isIn }) => [key, rank, isIn]),
    [
      ['1', 1, true],
      ['2', 2, true],
      ['3', 2, true],
      ['4', 4, null],
      ['5', 4, null],
      ['6', null, false],
    ],
  );
  assert.equal((await desk.ask('POST', `${rm}/draw`)).code, 'tieAtCut');
  assert.equal((await desk.ask('POST', `${rm}/draw/preview`)).code, 'tieAtCut');
  await takeStep(desk, tieSteps[2] as Step, names);
  assert.equal((await desk.ask('POST', `${rm}/draw`)).code, 'tieInBracket');
  await takeStep(desk, tieSteps[0] as Step, names);
  const preview = (await desk.ask('POST', `${rm}/draw/preview`)).read<BracketView>();
  assert.deepEqual(
    preview.competitors.map(({ key }) => key),
    ['1', '3', '2', '4'],
  );
  assert.equal((await desk.ask('GET', rm)).read<EventView>().isDrawn, false, 'only looked at');

  const rows = (await desk.ask('GET', `${url}/rankings/RM`)).read<RankingView>().rows;
  assert.deepEqual(
    rows.map(({ entry, rank, rankByScore, decidedBy, isIn }) => [entry, rank, rankByScore, decidedBy, isIn]),
    [
      [1, 1, 1, null, true],
      [3, 2, 2, 'CT', true],
      [2, 3, 2, 'CT', true],
      [4, 4, 4, 'SO', true],
      [5, 5, 4, 'SO', false],
      [6, null, null, null, false],
    ],
  );
  const [first] = rows;
  assert.deepEqual(
    first?.records.map(({ kind, how }) => [kind, how]),
    [['Club', 'beaten']],
  );
  const board = (await desk.ask('GET', `${url}/leaderboards/RM`)).read<Leaderboard>();
  assert.deepEqual(
    board.rows.map(({ entry, rank, decidedBy }) => [entry, rank, decidedBy]),
    rows.map(({ entry, rank, decidedBy }) => [entry, rank ?? 0, decidedBy ?? undefined]),
  );
});

test('who decided a tie is the organiser’s to read, and can be taken back', async (t) => {
  const { desk, rm, names } = await shot(t);
  await takeStep(desk, tieSteps[0] as Step, names);
  assert.equal((await desk.ask('GET', `${rm}/ties`, { anonymous: true })).code, 'notLoggedIn');
  const open = await desk.ask('GET', `${rm}/qualification`, { anonymous: true });
  assert.doesNotMatch(open.text, /Sinta/);
  const [tie] = (await desk.ask('GET', `${rm}/ties`)).read<TieView[]>();
  assert.deepEqual([tie?.reason, tie?.order, tie?.by], ['CT', ['3', '2'], 'Sinta Judge']);
  assert.equal((await desk.ask('DELETE', `${rm}/ties/${tie?.id}`)).status, 204);
  assert.deepEqual((await desk.ask('GET', `${rm}/ties`)).read(), []);
  assert.equal((await desk.ask('DELETE', `${rm}/ties/${tie?.id}`)).code, 'noSuchTie');
});

test('ties that are not decided so', async (t) => {
  // Nothing changes, so one desk does for all.
  const { desk, rm } = await shot(t);
  for (const [label, json, code] of [
    ['a toss among others', { reason: 'CT', order: ['1', '2'], by: 'Sinta' }, 'noSuchTie'],
    ['a toss by nobody', { reason: 'CT', order: ['2', '3'], by: ' ' }, 'judgeMissing'],
    ['a shoot-off without arrows', { reason: 'SO', rounds: [], by: 'Sinta' }, 'shootOffWrong'],
    [
      'a shoot-off that leaves it open',
      {
        reason: 'SO',
        rounds: [['4', '5'].map((key) => ({ key, arrows: ['9'], distancesMm: [] }))],
        by: 'Sinta',
      },
      'tieNotDecided',
    ],
    ['a tie of no reason', { reason: 'XX', order: ['2', '3'], by: 'Sinta' }, 'badRequest'],
  ] as const) {
    await t.test(label, async () => {
      const facts = desk.intake.facts.length;
      const answer = await desk.ask('POST', `${rm}/ties`, { json });
      assert.equal(answer.code, code, answer.text);
      assert.equal(desk.intake.facts.length, facts);
    });
  }
});

test('events that cannot be', async (t) => {
  // Nothing changes, so one desk does for all.
  const { desk, rm } = await shot(t, []);
  for (const [label, change, code] of [
    ['without a name', { name: ' ' }, 'nameMissing'],
    ['of an unknown category', { contest: { kind: 'individual', category: 'XX' } }, 'unknownCategory'],
    ['of an unknown format', { elimination: { ...elimination, formatId: 'duel' } }, 'unknownMatchFormat'],
    ['on an unknown face', { elimination: { ...elimination, faceId: 'moon' } }, 'unknownFace'],
    ['with one qualifier', { elimination: { ...elimination, qualifiers: 1 } }, 'eventWrong'],
    ['with a chart that nobody draws', { elimination: { ...elimination, chart: 5 } }, 'badRequest'],
    ['of an unknown system', { elimination: { ...elimination, system: 'swiss' } }, 'badRequest'],
  ] as const) {
    await t.test(`${label}: ${code}`, async () => {
      const facts = desk.intake.facts.length;
      const answer = await desk.ask('PUT', rm, { json: { ...individual, ...change } });
      assert.equal(answer.code, code, answer.text);
      assert.equal(desk.intake.facts.length, facts);
    });
  }
});

test('a second individual event of a category, and one that is drawn, are refused', async (t) => {
  const { desk, url, rm } = await shot(t, drawSteps);
  assert.equal((await desk.ask('PUT', `${url}/events/Other`, { json: individual })).code, 'categoryHasEvent');
  assert.equal((await desk.ask('PUT', rm, { json: individual })).code, 'eventIsDrawn');
  assert.equal((await desk.ask('DELETE', rm)).code, 'eventIsDrawn');
  assert.equal((await desk.ask('POST', `${rm}/draw`)).code, 'eventIsDrawn');
  assert.equal((await desk.ask('DELETE', `${rm}/draw?reason=`)).code, 'reasonMissing');
  const event = (await desk.ask('GET', rm)).read<EventView>();
  assert.deepEqual([event.isDrawn, event.matches, event.name], [true, 4, 'Men']);
});

test('an event before its draw has a bracket without matches, one that is ranked only cannot be drawn', async (t) => {
  const { desk, rm } = await shot(t);
  const bracket = (await desk.ask('GET', `${rm}/bracket`)).read<BracketView>();
  assert.deepEqual([bracket.isDrawn, bracket.matches, bracket.system], [false, [], 'bracket']);
  assert.equal((await desk.ask('DELETE', `${rm}/draw?reason=x`)).code, 'eventNotDrawn');
  const { elimination: _, ...ranked } = individual;
  assert.equal((await desk.ask('PUT', rm, { json: ranked })).read<EventView>().elimination, null);
  assert.equal((await desk.ask('POST', `${rm}/draw`)).code, 'noElimination');
});
