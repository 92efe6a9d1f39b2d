import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClockProblem, clockProblems, findClockProblem } from './clock-check.ts';
import { callLine, newClock, stopForEmergency } from './run-clock.ts';
import type { ShootingClock } from './shooting-clock.ts';

const clock = newClock(['AB', 'CD'], { toTheLineSeconds: 10, shootingSeconds: 120, warningSeconds: 30 });

test('what the desk makes is a clock', () => {
  for (const good of [clock, callLine(clock, 5), stopForEmergency(clock, 5), { ...clock, lines: [''], end: 0 }]) {
    assert.equal(findClockProblem(good), undefined);
  }
});

const broken: Readonly<Record<ClockProblem, readonly Partial<ShootingClock>[]>> = {
  lines: [
    { lines: [] },
    { lines: ['AB', 'AB'] },
    { lines: [' AB'] },
    { lines: ['A'.repeat(17)] },
    { lines: [...'ABCDEFGHI'] },
  ],
  line: [{ line: 2 }, { line: -1 }, { line: 0.5 }],
  end: [{ end: -1 }, { end: 1000 }, { end: 1.5 }],
  seconds: [
    ...[{ shootingSeconds: 0 }, { shootingSeconds: 3601 }, { toTheLineSeconds: -1 }],
    ...[{ warningSeconds: 0.5 }, { shootingSeconds: Number.NaN }],
  ],
  phase: [
    { phase: { kind: 'running', startedAt: Number.NaN } },
    { phase: { kind: 'running', startedAt: 1e15 } },
    { phase: { kind: 'paused', elapsedMs: -1, isEmergency: false } },
    { phase: { kind: 'paused', elapsedMs: Number.NaN, isEmergency: true } },
  ],
};

for (const problem of clockProblems) {
  test(`a clock is refused for its ${problem}`, () => {
    for (const part of broken[problem]) {
      assert.equal(findClockProblem({ ...clock, ...part }), problem, JSON.stringify(part));
    }
  });
}
