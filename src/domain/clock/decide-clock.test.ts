import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, smallCompetition, tabletAt1 } from '../../testing/small-competition.ts';
import { wholeCompetition } from '../../testing/whole-competition.ts';
import type { Actor } from '../actor.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import type { Fact } from '../facts.ts';
import { type KeptClocks, lineClockOf } from './kept-clock.ts';
import type { MatchClock } from './match-clock.ts';
import { callLine, newClock, resumeClock, stopForEmergency } from './run-clock.ts';
import type { ShootingClock } from './shooting-clock.ts';

const now = 1_800_000_000_000;
const hour = 3_600_000;
const start = smallCompetition();
const ofTablet = { at: 1, actor: tabletAt1 };
const clock = newClock(['AB', 'CD'], { toTheLineSeconds: 10, shootingSeconds: 120, warningSeconds: 30 });

const organiser: Actor = { role: 'organiser' };
const asked = (actor: Actor) => ({ commandId: '0'.repeat(32), at: now, actor });

function set(to: ShootingClock, actor: Actor = organiser) {
  return decide(start, { kind: 'setClock', clock: to }, asked(actor));
}

test('the clock is what the desk has set last', () => {
  assert.equal(start.clocks.size, 0);
  const decision = set(callLine(clock, now));
  assert.ok(decision.kind === 'facts');
  assert.deepEqual(decision.facts, [{ kind: 'clockSet', clock: callLine(clock, now) }]);
  const [fact] = decision.facts;
  assert.ok(fact);
  const state = evolve(start, fact, { at: now, actor: { role: 'organiser' } });
  assert.deepEqual(lineClockOf(state.clocks, 0), callLine(clock, now));
  assert.deepEqual({ ...state, clocks: start.clocks }, start);
  assert.deepEqual(lineClockOf(evolve(state, { kind: 'clockSet', clock }, ofTablet).clocks, 0), clock);
});

test('nobody but the desk sets it', () => {
  assert.deepEqual(set(clock, tabletAt1), { kind: 'rejected', rejection: { code: 'notAllowed', role: 'scorer' } });
});

test('a clock that cannot be is refused, with the word for why', () => {
  assert.deepEqual(set({ ...clock, line: 2 }), { kind: 'rejected', rejection: { code: 'clockWrong', why: 'line' } });
});

test('a call is of now: one that was kept back, or by a clock that goes wrong, is refused', () => {
  const most = hour + 130_000;
  for (const at of [now - most, now + most]) assert.equal(set(callLine(clock, at)).kind, 'facts', String(at - now));
  for (const at of [now - most - 1, now + most + 1, 0])
    assert.deepEqual(
      set(callLine(clock, at)),
      { kind: 'rejected', rejection: { code: 'clockWrong', why: 'phase' } },
      String(at - now),
    );
  const stopped = stopForEmergency(callLine(clock, now - 100_000), now);
  assert.equal(set(stopped).kind, 'facts');
  assert.equal(set(resumeClock(stopped, now)).kind, 'facts');
});

const whole = wholeCompetition();
const keys = (clocks: KeptClocks) => [...clocks.keys()].sort();

test('a session has a clock of its own, one that is not there has none', () => {
  const ofSession = (session: number) =>
    decide(whole, { kind: 'setClock', session, clock: callLine(clock, now) }, asked(organiser));
  const decision = ofSession(1);
  assert.ok(decision.kind === 'facts');
  assert.deepEqual(decision.facts, [{ kind: 'clockSet', session: 1, clock: callLine(clock, now) }]);
  const state = fold(whole, decision.facts);
  assert.deepEqual(state && lineClockOf(state.clocks, 1), callLine(clock, now));
  assert.deepEqual(state && lineClockOf(state.clocks, 0), lineClockOf(whole.clocks, 0));
  assert.deepEqual(ofSession(9), { kind: 'rejected', rejection: { code: 'unknownSession', session: 9 } });
});

const matchClock: MatchClock = {
  place: { part: 'end', number: 1 },
  ...{ begins: 'a', turns: 6, turn: 0, timeFor: 'turn', seconds: 20, toTheLineSeconds: 10 },
  usedMs: { a: 0, b: 0 },
  phase: { kind: 'idle' },
};

function setOfMatch(event: string, match: string, to: MatchClock = matchClock, actor: Actor = organiser) {
  return decide(whole, { kind: 'setMatchClock', event, match, clock: to }, asked(actor));
}

test('the clock of a match is of one that is drawn and whose sides are known', () => {
  const decision = setOfMatch('RM', '2/1');
  assert.ok(decision.kind === 'facts');
  assert.deepEqual(decision.facts, [{ kind: 'matchClockSet', event: 'RM', match: '2/1', clock: matchClock }]);
  for (const [event, match, code] of [
    ['XX', '2/1', 'unknownEvent'],
    ['RM', '9/9', 'unknownMatch'],
  ] as const) {
    const refused = setOfMatch(event, match);
    assert.ok(refused.kind === 'rejected' && refused.rejection.code === code, match);
  }
  const wrong = { kind: 'rejected', rejection: { code: 'clockWrong', why: 'turn' } };
  assert.deepEqual(setOfMatch('RM', '2/1', { ...matchClock, turns: 5 }), wrong);
  const longAgo = setOfMatch('RM', '2/1', { ...matchClock, phase: { kind: 'running', startedAt: now - 2 * hour } });
  assert.ok(longAgo.kind === 'rejected' && longAgo.rejection.code === 'clockWrong');
  assert.equal(setOfMatch('RM', '2/1', matchClock, tabletAt1).kind, 'rejected');
});

test('a clock goes with its session, its draw, its event', () => {
  assert.deepEqual(keys(whole.clocks), ['0', '1', 'RM/1/1']);
  const after = (fact: Fact) => keys(fold(whole, [fact])?.clocks ?? new Map());
  assert.deepEqual(after({ kind: 'sessionsSet', sessions: [] }), ['0', 'RM/1/1']);
  assert.deepEqual(after({ kind: 'sessionsSet', sessions: whole.sessions }), ['0', '1', 'RM/1/1']);
  assert.deepEqual(after({ kind: 'eventUndrawn', event: 'RM', reason: '' }), ['0', '1']);
  assert.deepEqual(after({ kind: 'eventRemoved', event: 'RM' }), ['0', '1']);
});
