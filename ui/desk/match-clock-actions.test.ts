import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type MatchClock, matchClockFaceAt } from '../../src/domain/clock/match-clock.ts';
import { findMatchClockProblem } from '../../src/domain/clock/match-clock-check.ts';
import { callSides, endTurn, stopMatchForEmergency, switchSides } from '../../src/domain/clock/run-match-clock.ts';
import { actOnMatchClock, matchActionOfKey, matchActionsOf } from './match-clock-actions.ts';

const idle: MatchClock = {
  place: { part: 'end', number: 1 },
  ...{ begins: 'a', turns: 6, turn: 0, timeFor: 'turn', seconds: 20, toTheLineSeconds: 10 },
  usedMs: { a: 0, b: 0 },
  phase: { kind: 'idle' },
};
const running = callSides(idle, 0);

test('an end by the space bar alone: call, six times the other side, the next end', () => {
  const seen: string[] = [];
  let [clock, now] = [idle, 1_000];
  for (let press = 0; press < 8; press += 1) {
    const action = matchActionOfKey(' ', matchClockFaceAt(clock, now));
    seen.push(`${action} ${matchClockFaceAt(clock, now).side}`);
    if (!action || action === 'next') break;
    clock = actOnMatchClock(action, clock, now);
    now += 15_000;
  }
  const turns = ['a', 'b', 'a', 'b', 'a', 'b'].map((side) => `switch ${side}`);
  assert.deepEqual(seen, ['call a', ...turns, 'next b']);
});

test('keys do what the buttons do, and nothing where there is none', () => {
  const of = (key: string, clock: MatchClock, at = 20_000) => matchActionOfKey(key, matchClockFaceAt(clock, at));
  const keys = [' ', 'p', 'h', 'b', 'n', 'e', 'x'];
  const all = (clock: MatchClock, at?: number) => keys.map((key) => of(key, clock, at) ?? '-').join(' ');
  assert.equal(all(idle), 'call - - - - emergency -');
  assert.equal(all(running, 5_000), 'pause pause - - - emergency -');
  assert.equal(all(running), 'switch pause hold - - emergency -');
  assert.equal(all(switchSides(running, 15_000)), 'switch pause hold turnBack - emergency -');
  assert.equal(all(endTurn(running, 15_000)), 'goOn goOn - turnBack - emergency -');
  assert.equal(all(running, 500_000), 'next - - turnBack next emergency -');
  assert.equal(all(stopMatchForEmergency(running, 15_000)), 'goOn goOn - - - emergency -');
});

test('every button that is shown changes something, and makes a clock', () => {
  const anyPress = fc.record({ index: fc.nat(4), waitMs: fc.integer({ min: 1, max: 30_000 }) });
  fc.assert(
    fc.property(
      fc.constantFrom('turn' as const, 'end' as const),
      fc.array(anyPress, { maxLength: 30 }),
      (timeFor, presses) => {
        let [clock, now]: [MatchClock, number] = [{ ...idle, timeFor }, 1_000];
        for (const { index, waitMs } of presses) {
          now += waitMs;
          const actions = ['emergency', ...matchActionsOf(matchClockFaceAt(clock, now))] as const;
          const action = actions[index % actions.length] ?? 'emergency';
          if (action === 'next') return;
          const next = actOnMatchClock(action, clock, now);
          assert.equal(findMatchClockProblem(next), undefined, action);
          if (action !== 'emergency') assert.notDeepEqual(next, clock, action);
          clock = next;
        }
      },
    ),
  );
});
