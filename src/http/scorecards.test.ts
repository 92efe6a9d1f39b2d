import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import { qualificationSteps, setUpSteps } from '../testing/rest-tournament.ts';
import { takeSteps } from '../testing/take-steps.ts';
import type { AthleteView, CardRecordView, ScorecardView } from '../wire/api-cards.ts';

async function scored(t: Parameters<typeof openHttpDesk>[0], steps = qualificationSteps) {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const { id } = await takeSteps(desk, [...setUpSteps, ...steps]);
  return { desk, entries: `/api/competitions/${id}/entries` };
}

const by = 'Sinta Judge';

test('a card says what was shot, how it adds up, and how it stands', async (t) => {
  const { desk, entries } = await scored(t);
  const card = (await desk.ask('GET', `${entries}/1/scorecard`, { anonymous: true })).read<ScorecardView>();
  assert.deepEqual(
    card.ends.map(({ arrows, sorted, points, runningTotal, check }) => [arrows, sorted, points, runningTotal, check]),
    [
      [['M', 'X', '9'], ['X', '9', 'M'], 19, 19, 'equal'],
      [['X', 'X', 'X'], ['X', 'X', 'X'], 30, 49, 'unchecked'],
    ],
  );
  const { tally, standing, isLocked, isComplete, nextEnd, distances, sessions } = card;
  assert.deepEqual([tally.total, tally.x, tally.arrows], [49, 4, 6]);
  assert.deepEqual([standing, isLocked, isComplete, nextEnd], ['competing', false, true, null]);
  assert.deepEqual([distances[0]?.metres, distances[0]?.tally.total, sessions[0]?.tally.total], [70, 49, 49]);
  const absent = (await desk.ask('GET', `${entries}/6/scorecard`)).read<ScorecardView>();
  assert.deepEqual([absent.standing, absent.nextEnd, absent.tally.total], ['DNS', 1, 0]);
});

test('who changed a card, when and why is the organiser’s to read', async (t) => {
  const { desk, entries } = await scored(t);
  const url = `${entries}/1/scorecard/changes`;
  assert.equal((await desk.ask('GET', url, { anonymous: true })).code, 'notLoggedIn');
  const card = await desk.ask('GET', `${entries}/1/scorecard`, { anonymous: true });
  assert.doesNotMatch(card.text, /Sinta|misheard/);
  const { changes, lock } = (await desk.ask('GET', url)).read<CardRecordView>();
  assert.deepEqual(
    changes.map(({ kind, end, was, now, reason }) => [kind, end, was, now, reason]),
    [
      ['corrected', 1, ['X', '10', '9'], ['X', 'X', '9'], 'misheard'],
      ['ruled', 1, ['X', 'X', '9'], ['M', 'X', '9'], 'after the signal'],
      ['locked', null, null, null, ''],
      ['unlocked', null, null, null, 'mistake'],
    ],
  );
  assert.deepEqual([changes[1]?.ruling, changes[1]?.by, changes[0]?.actor], ['outOfTime', by, { role: 'organiser' }]);
  assert.equal(lock, null);
});

test('refused on a card', async (t) => {
  // Nothing changes, so one desk does for all.
  const { desk, entries } = await scored(t);
  for (const [label, method, path, json, status, code] of [
    [
      'arrows that are there already',
      'POST',
      '/2/scorecard/arrows',
      { end: 1, first: 0, arrows: ['X'] },
      409,
      'arrowAlreadyScored',
    ],
    ['arrows of no face', 'POST', '/6/scorecard/arrows', { end: 1, first: 0, arrows: ['13'] }, 400, 'badRequest'],
    [
      'a value that the face has not',
      'PUT',
      '/2/scorecard/ends/1',
      { was: ['9', '9', '9'], arrows: ['11', '9', '9'], reason: 'x' },
      422,
      'valueNotOnFace',
    ],
    ['an end after the last', 'POST', '/2/scorecard/arrows', { end: 3, first: 0, arrows: ['X'] }, 422, 'noSuchEnd'],
    [
      'an end that was changed meanwhile',
      'PUT',
      '/2/scorecard/ends/1',
      { was: ['8', '9', '9'], arrows: ['9', '9', '9'], reason: 'x' },
      409,
      'changedMeanwhile',
    ],
    [
      'a ruling without a judge',
      'POST',
      '/2/scorecard/ends/1/rulings',
      { was: ['9', '9', '9'], ruling: { kind: 'outOfTime', arrows: 1 }, by: '', reason: 'x' },
      422,
      'judgeMissing',
    ],
    [
      'a ruling that does not fit',
      'POST',
      '/2/scorecard/ends/1/rulings',
      { was: ['9', '9', '9'], ruling: { kind: 'sameSpot', boxes: [0, 1] }, by, reason: 'x' },
      422,
      'rulingDoesNotFit',
    ],
    [
      'a ruling of no kind',
      'POST',
      '/2/scorecard/ends/1/rulings',
      { was: [], ruling: { kind: 'tea' }, by, reason: 'x' },
      400,
      'badRequest',
    ],
    ['nothing to hold', 'PUT', '/2/scorecard/ends/1/hold', { cause: 'medical', by, reason: 'x' }, 422, 'nothingToHold'],
    [
      'a standing that is so already',
      'PUT',
      '/6/standing',
      { standing: 'DNS', by, reason: 'x' },
      409,
      'standingUnchanged',
    ],
    ['a standing that is none', 'PUT', '/6/standing', { standing: 'ill', by, reason: 'x' }, 400, 'badRequest'],
    [
      'arrows of who did not start',
      'POST',
      '/6/scorecard/arrows',
      { end: 1, first: 0, arrows: ['X'] },
      409,
      'notCompeting',
    ],
    ['an open card opened', 'DELETE', '/2/scorecard/lock?by=S&reason=x', undefined, 409, 'cardNotLocked'],
    ['a card opened by nobody', 'DELETE', '/2/scorecard/lock', undefined, 400, 'badRequest'],
    ['nobody’s card', 'POST', '/99/scorecard/arrows', { end: 1, first: 0, arrows: ['X'] }, 404, 'unknownEntry'],
    ['an end in words', 'PUT', '/2/scorecard/ends/one', { was: [], arrows: [], reason: 'x' }, 400, 'badRequest'],
  ] as const) {
    await t.test(label, async () => {
      const facts = desk.intake.facts.length;
      const answer = await desk.ask(method, `${entries}${path}`, json === undefined ? {} : { json });
      assert.deepEqual([answer.status, answer.code], [status, code], answer.text);
      assert.equal(desk.intake.facts.length, facts);
    });
  }
});

test('a card with blank boxes is not signed', async (t) => {
  const { desk, entries } = await scored(t, []);
  const answer = await desk.ask('PUT', `${entries}/2/scorecard/lock`, { json: { by: 'Bayu' } });
  assert.deepEqual([answer.status, answer.code], [422, 'cardIncomplete']);
});

test('two cards that differ are not signed, and the difference is pointed out', async (t) => {
  const { desk, entries } = await scored(t);
  const checked = await desk.ask('PUT', `${entries}/2/scorecard/ends/1/check`, { json: { arrows: ['9', '8', '9'] } });
  const end = checked.read<ScorecardView>().ends[0];
  assert.deepEqual([end?.check, end?.differences], ['differs', [{ box: 2, card: '9', check: '8' }]]);
  const lock = () => desk.ask('PUT', `${entries}/2/scorecard/lock`, { json: { by: 'Bayu' } });
  assert.equal((await lock()).code, 'cardsDiffer');
  await desk.ask('PUT', `${entries}/2/scorecard/ends/1/check`, { json: { arrows: ['9', '9', '9'] } });
  assert.equal((await lock()).read<ScorecardView>().isLocked, true);
  const arrows = { was: ['9', '9', '9'], arrows: ['8', '9', '9'], reason: 'x' };
  assert.equal((await desk.ask('PUT', `${entries}/2/scorecard/ends/1`, { json: arrows })).code, 'cardLocked');
});

test('two sign a card: everybody sees that they did, the organiser who and how', async (t) => {
  const { desk, entries } = await scored(t);
  const card = (await desk.ask('GET', `${entries}/4/scorecard`, { anonymous: true })).read<ScorecardView>();
  assert.deepEqual(
    [card.signed, card.isLocked, card.isVerified, card.scoring],
    [['athlete', 'scorer'], true, true, 'one'],
  );
  assert.deepEqual(
    card.ends.map(({ hits, isConfirmed }) => [hits, isConfirmed]),
    [
      [[], false],
      [[{ x: 250, y: -310 }, null, null], false],
    ],
  );
  assert.doesNotMatch(JSON.stringify(card), /Sinta/);
  const record = (await desk.ask('GET', `${entries}/4/scorecard/changes`)).read<CardRecordView>();
  assert.deepEqual(
    record.signatures.map(({ as, name, strokes }) => [as, name, strokes]),
    [
      ['athlete', 'Dewi', [10, 20, 30, 40]],
      ['scorer', by, []],
    ],
  );
  assert.equal(record.lock?.by, `Dewi, ${by}`);

  const facts = desk.intake.facts.length;
  const sign = (entry: number, json: object) => desk.ask('POST', `${entries}/${entry}/scorecard/signatures`, { json });
  for (const [entry, json, status, code] of [
    [4, { as: 'athlete', name: 'Dewi' }, 409, 'cardLocked'],
    [5, { as: 'judge', name: 'Eko' }, 400, 'badRequest'],
    [5, { as: 'athlete', name: ' ' }, 422, 'nameMissing'],
    [5, { as: 'athlete', name: 'Eko\nWirawan' }, 422, 'signatureWrong'],
    [5, { as: 'athlete', name: 'Eko', strokes: [256] }, 400, 'badRequest'],
  ] as const) {
    const answer = await sign(entry, json);
    assert.deepEqual([answer.status, answer.code], [status, code], JSON.stringify(json));
  }
  assert.equal(desk.intake.facts.length, facts);
  assert.equal((await sign(5, { as: 'athlete', name: 'Eko' })).status, 200);
  assert.equal((await sign(5, { as: 'athlete', name: 'Eko' })).code, 'alreadySigned');
});

test('where athletes confirm, an end that nobody confirmed keeps the card from being signed', async (t) => {
  const { desk, entries } = await scored(t);
  const at = entries.replace(/\/entries$/, '');
  await desk.ask('PUT', `${at}/scoring`, { json: { mode: 'confirmed' } });
  const sign = () => desk.ask('POST', `${entries}/5/scorecard/signatures`, { json: { as: 'scorer', name: by } });
  assert.equal((await sign()).code, 'endNotChecked');
  for (const [end, arrows] of [
    [1, ['8', '8', '8']],
    [2, ['7', '7', '7']],
  ] as const) {
    const url = `${entries}/5/scorecard/ends/${end}/check`;
    assert.equal((await desk.ask('PUT', url, { json: { arrows, byAthlete: true } })).status, 200);
  }
  const card = (await sign()).read<ScorecardView>();
  assert.deepEqual([card.signed, card.isVerified, card.ends[0]?.isConfirmed], [['scorer'], true, true]);
});

test('an athlete is followed by everybody: the rank after every end, and where arrows struck', async (t) => {
  const { desk, entries } = await scored(t);
  const { position: _, ...sheet } = (
    await desk.ask('GET', `${entries}/4/sheet`, { anonymous: true })
  ).read<AthleteView>();
  assert.deepEqual(sheet, {
    ...{ entry: 4, name: 'Dewi', club: 'Elang', category: 'RM', categoryName: 'Recurve men', target: '2B' },
    ranks: [
      { end: 1, rank: 3, of: 5 },
      { end: 2, rank: 4, of: 5 },
    ],
    hits: [{ end: 2, hits: [{ x: 250, y: -310 }, null, null] }],
  });
  assert.equal((await desk.ask('GET', `${entries}/99/sheet`)).code, 'unknownEntry');
  const hits = { end: 1, first: 0, arrows: ['9'], hits: [{ x: 0, y: 0 }, null] };
  assert.equal((await desk.ask('POST', `${entries}/6/scorecard/arrows`, { json: hits })).code, 'notCompeting');
  await desk.ask('PUT', `${entries}/6/standing`, { json: { standing: 'competing', by, reason: 'came' } });
  assert.equal((await desk.ask('POST', `${entries}/6/scorecard/arrows`, { json: hits })).code, 'hitsWrong');
});
