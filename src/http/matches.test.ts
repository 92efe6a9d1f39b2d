import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import { drawSteps, matchSteps, qualificationSteps, type Step, setUpSteps } from '../testing/rest-tournament.ts';
import { takeSteps } from '../testing/take-steps.ts';
import type { ScheduleView, SlotsView } from '../wire/api-events.ts';
import type { BracketView, MatchRecordView, MatchView } from '../wire/api-matches.ts';
import type { FinalRankingView, MedalTableView } from '../wire/api-rankings.ts';

async function drawn(t: Parameters<typeof openHttpDesk>[0], steps: readonly Step[] = []) {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const { id } = await takeSteps(desk, [...setUpSteps, ...qualificationSteps, ...drawSteps, ...steps]);
  return { desk, url: `/api/competitions/${id}`, rm: `/api/competitions/${id}/events/RM` };
}

const by = 'Sinta Judge';
const arrows = (side: string, part: string, number: number, ...values: string[]) => ({
  json: { side, part, number, first: 0, arrows: values },
});

test('a match from the first arrow to the measured shoot-off', async (t) => {
  const { desk, rm, url } = await drawn(t, matchSteps);
  const match = (await desk.ask('GET', `${rm}/matches/2-1`)).read<MatchView>();
  assert.deepEqual(
    [match.seats.a.name, match.seats.b.name, match.seats.a.seed, match.seats.b.seed],
    ['Adi', 'Dewi', 1, 4],
  );
  assert.deepEqual([match.points, match.totals, match.winner], [{ a: 5, b: 6 }, { a: 135, b: 135 }, 'b']);
  assert.deepEqual(match.status, { kind: 'over', number: null, winner: 'b', by: 'shootOff' });
  assert.deepEqual(match.ends[0], {
    arrows: { a: ['9', '9', '9'], b: ['9', '9', '9'] },
    ...{ points: { a: 27, b: 27 }, setPoints: { a: 1, b: 1 }, counts: true, begins: 'a' },
  });
  assert.deepEqual(match.shootOffs, [
    { arrows: { a: ['9'], b: ['9'] }, points: { a: 9, b: 9 }, closest: 'b', begins: 'a' },
  ]);
  assert.deepEqual(match.slot, { at: '2026-05-02T13:30', butts: { a: 1, b: 2 } });

  const bracket = (await desk.ask('GET', `${rm}/bracket`)).read<BracketView>();
  const seats = bracket.matches.map(({ id, seats: { a, b } }) => [id, a.name, b.name]);
  assert.deepEqual(seats.at(-1), ['1/1', 'Dewi', 'Bayu']);
  const final = (await desk.ask('GET', `${rm}/final-ranking`)).read<FinalRankingView>();
  assert.deepEqual(
    final.rows
      .map(({ name, medal }) => [name, medal])
      .slice(0, 2)
      .sort(),
    [
      ['Bayu', null],
      ['Dewi', null],
    ],
  );
  const medals = (await desk.ask('GET', `${url}/medals`)).read<MedalTableView>();
  assert.deepEqual([medals.of, medals.rows.every(({ gold }) => gold === 0)], ['club', true]);
});

test('what a side needs is said while the other waits', async (t) => {
  const { desk, rm } = await drawn(t);
  await desk.ask('POST', `${rm}/matches/2-1/arrows`, arrows('a', 'end', 1, '9', '9', '9'));
  const answer = await desk.ask('POST', `${rm}/matches/2-1/arrows`, arrows('b', 'end', 1, '10', '9'));
  const { projection, status, hasBegun } = answer.read<MatchView>();
  assert.deepEqual(projection, {
    ...{ side: 'b', arrowsLeft: 1, toWin: 9, toDraw: 8 },
    ...{ ifWon: 'goesOn', ifDrawn: 'goesOn', ifLost: 'goesOn' },
  });
  assert.deepEqual([status, hasBegun], [{ kind: 'end', number: 1, winner: null, by: null }, true]);
});

test('where arrows struck is sent with them and read with the match', async (t) => {
  const { desk, rm } = await drawn(t);
  const hits = [{ x: 12, y: -7 }, null];
  const shot = { side: 'a', part: 'end', number: 1, first: 1, arrows: ['9', '8'], hits };
  assert.deepEqual((await desk.ask('POST', `${rm}/matches/2-1/arrows`, { json: shot })).read<MatchView>().hits, [
    { side: 'a', part: 'end', number: 1, hits: [null, { x: 12, y: -7 }, null] },
  ]);
  const farOff = { json: { ...shot, side: 'b', hits: [{ x: 2_001, y: 0 }, null] } };
  assert.equal((await desk.ask('POST', `${rm}/matches/2-1/arrows`, farOff)).code, 'badRequest');
  const tooFew = { json: { ...shot, side: 'b', hits: [null] } };
  assert.equal((await desk.ask('POST', `${rm}/matches/2-1/arrows`, tooFew)).code, 'hitsWrong');
});

test('the record of a match is the organiser’s to read', async (t) => {
  const { desk, rm } = await drawn(t, matchSteps);
  const url = `${rm}/matches/2-1/changes`;
  assert.equal((await desk.ask('GET', url, { anonymous: true })).code, 'notLoggedIn');
  assert.doesNotMatch((await desk.ask('GET', `${rm}/matches/2-1`, { anonymous: true })).text, /Sinta|misheard/);
  const { changes } = (await desk.ask('GET', url)).read<MatchRecordView>();
  assert.deepEqual(
    changes.map(({ kind, reason }) => [kind, reason]),
    [
      ['corrected', 'misheard'],
      ['ruled', 'after the signal'],
      ['corrected', 'the clock was wrong'],
      ['corrected', 'line cutter'],
      ['measured', ''],
    ],
  );
});

test('refused in a match', async (t) => {
  // Nothing changes, so one desk does for all.
  const { desk, rm } = await drawn(t);
  for (const [label, method, path, asked, code] of [
    ['arrows of a match that waits for its sides', 'POST', '1-1/arrows', arrows('a', 'end', 1, '9'), 'sidesNotKnown'],
    ['arrows of no match', 'POST', '9-9/arrows', arrows('a', 'end', 1, '9'), 'unknownMatch'],
    ['the second set before the first', 'POST', '2-1/arrows', arrows('a', 'end', 2, '9'), 'matchPlaceNotOpen'],
    ['too many arrows', 'POST', '2-1/arrows', arrows('a', 'end', 1, '9', '9', '9', '9'), 'tooManyMatchArrows'],
    ['no arrows', 'POST', '2-1/arrows', arrows('a', 'end', 1), 'noMatchArrows'],
    ['arrows of a third side', 'POST', '2-1/arrows', arrows('c', 'end', 1, '9'), 'badRequest'],
    [
      'a correction of what was not shot',
      'PUT',
      '2-1/ends/1/a',
      { json: { was: [], arrows: ['9'], by, reason: 'x' } },
      'nothingToCorrectInMatch',
    ],
    [
      'a measure without a shoot-off',
      'PUT',
      '2-1/shoot-offs/1/closest',
      { json: { closest: 'a', by } },
      'nothingToMeasure',
    ],
    [
      'attendance as it is',
      'PUT',
      '2-1/attendance/a',
      { json: { attendance: 'present', by, reason: 'x' } },
      'attendanceUnchanged',
    ],
  ] as const) {
    await t.test(label, async () => {
      const facts = desk.intake.facts.length;
      const answer = await desk.ask(method, `${rm}/matches/${path}`, asked);
      assert.equal(answer.code, code, answer.text);
      assert.equal(desk.intake.facts.length, facts);
    });
  }
});

test('a match is found by its id with a dash, and by the id itself', async (t) => {
  const { desk, rm } = await drawn(t);
  const dashed = (await desk.ask('GET', `${rm}/matches/2-1`)).read<MatchView>();
  assert.equal(dashed.id, '2/1');
  assert.deepEqual((await desk.ask('GET', `${rm}/matches/2%2F1`)).read(), dashed);
});

test('a score that counts for a match that has begun cannot be turned over', async (t) => {
  const { desk, rm } = await drawn(t, matchSteps.slice(0, -3));
  await desk.logIn();
  assert.equal((await desk.ask('POST', `${rm}/matches/1-1/arrows`, arrows('a', 'end', 1, '9', '9', '9'))).status, 200);
  const measured = { json: { closest: 'a', by } };
  assert.equal((await desk.ask('PUT', `${rm}/matches/2-1/shoot-offs/1/closest`, measured)).code, 'laterMatchStarted');
  assert.equal((await desk.ask('DELETE', `${rm}/draw?reason=x`)).code, 'matchHasBegun');
});

test('a plan is proposed, taken, and read back in order of time', async (t) => {
  const { desk, rm, url } = await drawn(t);
  const plan = {
    ...{ start: '2026-05-02T14:00', minutesPerMatch: 20, minutesBetweenPhases: 10 },
    ...{ firstButt: 5, butts: 4, buttsPerMatch: 2 },
  };
  const facts = desk.intake.facts.length;
  const proposed = (await desk.ask('POST', `${rm}/schedule/propose`, { json: plan })).read<SlotsView>();
  assert.equal(desk.intake.facts.length, facts);
  assert.deepEqual(proposed.slots[0], { match: '2/1', at: '2026-05-02T14:00', butts: { a: 5, b: 6 } });
  assert.equal((await desk.ask('PUT', `${rm}/schedule`, { json: proposed })).status, 200);
  const { slots } = (await desk.ask('GET', `${url}/schedule`)).read<ScheduleView>();
  assert.deepEqual(
    slots.map(({ match, names }) => [match, names.a, names.b]),
    [
      ['2/1', 'Adi', 'Dewi'],
      ['2/2', 'Bayu', 'Citra'],
      ['1/2', null, null],
      ['1/1', null, null],
    ],
  );
  const never = await desk.ask('POST', `${rm}/schedule/propose`, { json: { ...plan, start: 'tomorrow' } });
  assert.equal(never.code, 'slotWrong');
  const twice = [proposed.slots[0], { ...proposed.slots[0], match: '2/2' }];
  assert.equal((await desk.ask('PUT', `${rm}/schedule`, { json: { slots: twice } })).code, 'buttTaken');
});
