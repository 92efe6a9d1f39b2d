import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLine, newClock } from '../domain/clock/run-clock.ts';
import { openHttpDesk } from '../testing/http-desk.ts';
import type { ClocksView, ClockView } from '../wire/api-clock.ts';
import type { CompetitionView } from '../wire/api-competitions.ts';

const clock = newClock(['AB', 'CD'], { toTheLineSeconds: 10, shootingSeconds: 120, warningSeconds: 30 });

async function setUp(t: Parameters<typeof openHttpDesk>[0]) {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const id = await desk.createCompetition();
  return { desk, at: `/api/competitions/${id}` };
}

test('everybody reads the clock, the desk sets it', async (t) => {
  const { desk, at } = await setUp(t);
  const read = async () => (await desk.ask('GET', `${at}/clock`, { anonymous: true })).read<ClockView>().clock;
  assert.equal(await read(), null);
  const called = callLine(clock, desk.clock.now());
  const answer = await desk.ask('PUT', `${at}/clock`, { json: called });
  assert.deepEqual([answer.status, answer.read<ClockView>().clock], [200, called]);
  assert.deepEqual(await read(), called);
});

test('a clock that cannot be, a call of long ago and a stranger set nothing', async (t) => {
  const { desk, at } = await setUp(t);
  const facts = desk.intake.facts.length;
  const set = (json: unknown, anonymous = false) => desk.ask('PUT', `${at}/clock`, { json, anonymous });
  for (const wrong of [{ ...clock, line: 2 }, { ...clock, lines: [] }, callLine(clock, 0)]) {
    const answer = await set(wrong);
    assert.deepEqual([answer.status, answer.code], [422, 'clockWrong'], JSON.stringify(wrong));
  }
  assert.equal((await set({ ...clock, phase: { kind: 'stopped' } })).code, 'badRequest');
  assert.equal((await set(clock, true)).code, 'notLoggedIn');
  assert.equal(desk.intake.facts.length, facts);
});

test('a session and a match by turns have clocks of their own, and all are listed', async (t) => {
  const { desk, at } = await setUp(t);
  const called = callLine(clock, desk.clock.now());
  const session = { name: 'Morning', day: '2026-05-01', start: '', categories: [], fromEnd: 1, toEnd: 1 };
  const missing = await desk.ask('PUT', `${at}/sessions/1/clock`, { json: called });
  assert.deepEqual([missing.status, missing.code], [404, 'unknownSession']);
  assert.equal((await desk.ask('GET', `${at}/sessions/1/clock`)).code, 'unknownSession');
  await desk.importCsv(at.split('/').at(-1) ?? '', 'name,club,category,target\nAyu,Elang,RM,1A\n');
  const set = await desk.ask('PUT', `${at}/sessions`, { json: [{ number: 1, ...session }] });
  assert.equal(set.status, 200, set.text);
  const answer = await desk.ask('PUT', `${at}/sessions/1/clock`, { json: called });
  assert.deepEqual([answer.status, answer.read<ClockView>().clock], [200, called]);
  assert.equal(
    (await desk.ask('GET', `${at}/clock`)).read<ClockView>().clock,
    null,
    'the competition’s own is another',
  );
  const all = await desk.ask('GET', `${at}/clocks`, { anonymous: true });
  assert.deepEqual(all.read<ClocksView>().clocks, [{ of: 'lines', session: 1, clock: called }]);
  const ofMatch = await desk.ask('GET', `${at}/events/RM/matches/1-1/clock`);
  assert.deepEqual([ofMatch.status, ofMatch.code], [404, 'unknownEvent']);
});

test('how many cards are kept is the desk’s to say, in one of three words', async (t) => {
  const { desk, at } = await setUp(t);
  const read = async () => (await desk.ask('GET', at, { anonymous: true })).read<CompetitionView>().scoring;
  assert.equal(await read(), 'one');
  const answer = await desk.ask('PUT', `${at}/scoring`, { json: { mode: 'two' } });
  assert.equal(answer.read<CompetitionView>().scoring, 'two');
  assert.equal((await desk.ask('PUT', `${at}/scoring`, { json: { mode: 'three' } })).code, 'badRequest');
  const stranger = await desk.ask('PUT', `${at}/scoring`, { json: { mode: 'one' }, anonymous: true });
  assert.equal(stranger.code, 'notLoggedIn');
  assert.equal(await read(), 'two');
});
