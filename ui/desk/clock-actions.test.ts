import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findClockProblem } from '../../src/domain/clock/clock-check.ts';
import { callLine, newClock, pauseClock, stopForEmergency } from '../../src/domain/clock/run-clock.ts';
import { clockFaceAt } from '../../src/domain/clock/shooting-clock.ts';
import { actionOfKey, actionsOf, actOnClock } from './clock-actions.ts';

const idle = newClock(['AB', 'CD'], { toTheLineSeconds: 10, shootingSeconds: 120, warningSeconds: 30 });
const running = callLine(idle, 0);

test('an end of two lines by the large button alone', () => {
  const seen: string[] = [];
  let [clock, now] = [idle, 1_000];
  for (let press = 0; press < 6; press += 1) {
    const face = clockFaceAt(clock, now);
    seen.push(`${face.phase} ${face.end}${face.line}`);
    clock = actOnClock(actionsOf(face)[0], clock, now);
    now += 50_000;
  }
  assert.deepEqual(seen, ['idle 1AB', 'shooting 1AB', 'shooting 1CD', 'over 1CD', 'idle 2CD', 'shooting 2CD']);
});

test('keys do what the buttons do, and nothing where there is none', () => {
  const of = (key: string, clock = running, at = 20_000) => actionOfKey(key, clockFaceAt(clock, at));
  assert.deepEqual(
    [' ', 'p', 'P', 'e', 'n', 'x', 'Enter'].map((key) => of(key)),
    [...(['shot', 'pause', 'pause', 'emergency', undefined, undefined, undefined] as const)],
  );
  const paused = pauseClock(running, 20_000);
  assert.deepEqual(
    [' ', 'p', 'n'].map((key) => of(key, paused)),
    ['goOn', 'goOn', undefined],
  );
  assert.deepEqual(
    [' ', 'p', 'n'].map((key) => of(key, idle)),
    ['call', undefined, 'nextEnd'],
  );
  assert.equal(of('e', stopForEmergency(running, 5)), 'emergency');
});

test('every button that is shown changes something, and makes a clock', () => {
  const anyPress = fc.record({ index: fc.nat(3), waitMs: fc.integer({ min: 1, max: 200_000 }) });
  fc.assert(
    fc.property(fc.array(anyPress, { maxLength: 30 }), (presses) => {
      let [clock, now] = [idle, 1_000];
      for (const { index, waitMs } of presses) {
        now += waitMs;
        const actions = ['emergency', ...actionsOf(clockFaceAt(clock, now))] as const;
        const action = actions[index % actions.length] ?? 'emergency';
        const next = actOnClock(action, clock, now);
        assert.equal(findClockProblem(next), undefined, action);
        if (action !== 'emergency') assert.notDeepEqual(next, clock, action);
        clock = next;
      }
    }),
  );
});
