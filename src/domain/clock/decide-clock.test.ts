import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallCompetition, tabletAt1 } from '../../testing/small-competition.ts';
import type { Actor } from '../actor.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { callLine, newClock, resumeClock, stopForEmergency } from './run-clock.ts';
import type { ShootingClock } from './shooting-clock.ts';

const now = 1_800_000_000_000;
const hour = 3_600_000;
const start = smallCompetition();
const clock = newClock(['AB', 'CD'], { toTheLineSeconds: 10, shootingSeconds: 120, warningSeconds: 30 });

function set(to: ShootingClock, actor: Actor = { role: 'organiser' }) {
  return decide(start, { kind: 'setClock', clock: to }, { commandId: '0'.repeat(32), at: now, actor });
}

test('the clock is what the desk has set last', () => {
  assert.equal(start.clock, undefined);
  const decision = set(callLine(clock, now));
  assert.ok(decision.kind === 'facts');
  assert.deepEqual(decision.facts, [{ kind: 'clockSet', clock: callLine(clock, now) }]);
  const [fact] = decision.facts;
  assert.ok(fact);
  const state = evolve(start, fact, { at: now, actor: { role: 'organiser' } });
  assert.deepEqual(state, { ...start, clock: callLine(clock, now) });
  assert.deepEqual(evolve(state, { kind: 'clockSet', clock }, { at: 1, actor: tabletAt1 }).clock, clock);
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
