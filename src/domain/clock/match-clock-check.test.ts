import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MatchClock } from './match-clock.ts';
import { findMatchClockProblem, type MatchClockProblem, matchClockProblems } from './match-clock-check.ts';
import { callSides, stopMatchForEmergency } from './run-match-clock.ts';

const clock: MatchClock = {
  place: { part: 'shootOff', number: 1 },
  ...{ begins: 'b', turns: 6, turn: 0, timeFor: 'end', seconds: 60, toTheLineSeconds: 10 },
  usedMs: { a: 0, b: 0 },
  phase: { kind: 'idle' },
};

test('what the desk makes is a clock', () => {
  const over = { ...clock, turn: 6 };
  for (const good of [clock, callSides(clock, 5), over, stopMatchForEmergency(over, 5)]) {
    assert.equal(findMatchClockProblem(good), undefined);
  }
});

const broken: Readonly<Record<MatchClockProblem, readonly Partial<MatchClock>[]>> = {
  end: [{ place: { part: 'end', number: 0 } }, { place: { part: 'end', number: 1.5 } }],
  turn: [{ turns: 0 }, { turns: 5 }, { turns: 74 }, { turn: -1 }, { turn: 7 }, { turn: 0.5 }],
  seconds: [
    ...[{ seconds: 0 }, { seconds: 3601 }, { seconds: Number.NaN }, { toTheLineSeconds: -1 }],
    ...[{ usedMs: { a: 60_001, b: 0 } }, { usedMs: { a: 0, b: -1 } }, { usedMs: { a: 0.5, b: 0 } }],
  ],
  phase: [
    { turn: 1 },
    { turn: 6, phase: { kind: 'running', startedAt: 5 } },
    { turn: 6, phase: { kind: 'paused', elapsedMs: 0, isEmergency: false } },
    { phase: { kind: 'running', startedAt: Number.NaN } },
    { phase: { kind: 'paused', elapsedMs: -1, isEmergency: true } },
  ],
};

for (const problem of matchClockProblems) {
  test(`a clock is refused for its ${problem}`, () => {
    for (const part of broken[problem]) {
      assert.equal(findMatchClockProblem({ ...clock, ...part }), problem, JSON.stringify(part));
    }
  });
}
