import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findClockProblem } from './clock-check.ts';
import {
  callLine,
  endLine,
  newClock,
  nextEndOfClock,
  pauseClock,
  resumeClock,
  stopForEmergency,
  takeBackCall,
} from './run-clock.ts';
import { type ClockFace, clockFaceAt, nextClockChange, nextFaceChange, type ShootingClock } from './shooting-clock.ts';

const seconds = (min: number) => fc.integer({ min, max: 300 });
const anyNew = fc
  .record({
    lines: fc.constantFrom(['AB', 'CD'], ['ABC'], [''], ['A', 'B', 'C', 'D']),
    times: fc.record({ toTheLineSeconds: seconds(0), shootingSeconds: seconds(1), warning: seconds(0) }),
  })
  .map(({ lines, times: { warning, ...times } }) =>
    newClock(lines, { ...times, warningSeconds: Math.min(warning, times.shootingSeconds) }),
  );

type Move = (clock: ShootingClock, now: number) => ShootingClock;
const moves: readonly Move[] = [
  callLine,
  pauseClock,
  stopForEmergency,
  resumeClock,
  endLine,
  takeBackCall,
  nextEndOfClock,
];
const anyStep = fc.record({ move: fc.constantFrom(...moves), waitMs: fc.integer({ min: 0, max: 700_000 }) });

/** A clock after some of what a desk can do, and the moment of the last of it. */
const anyRun = fc.tuple(anyNew, fc.array(anyStep, { maxLength: 12 })).map(([fresh, steps]) => {
  let [clock, now] = [fresh, 1_800_000_000_000];
  for (const { move, waitMs } of steps) {
    now += waitMs;
    clock = move(clock, now);
  }
  return { clock, now };
});

const lookOf = ({ light, phase, line }: ClockFace) => `${light} ${phase} ${line}`;
const faceOf = (clock: ShootingClock, now: number) => JSON.stringify(clockFaceAt(clock, now));

test('whatever the desk does, the clock stays one, and is over in the end or stands still', () => {
  fc.assert(
    fc.property(anyRun, ({ clock, now }) => {
      assert.equal(findClockProblem(clock), undefined);
      const late = clockFaceAt(clock, now + 10_000_000);
      assert.equal(late.phase === 'over', clock.phase.kind === 'running' || clockFaceAt(clock, now).phase === 'over');
      assert.equal(nextClockChange(clock, now + 10_000_000), undefined);
    }),
  );
});

test('between two moments that are foretold nothing changes, and at each something does', () => {
  const anyPart = fc.double({ min: 0, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(anyRun, anyPart, ({ clock, now }, part) => {
      for (const [foretold, look] of [
        [nextClockChange, (at: number) => lookOf(clockFaceAt(clock, at))],
        [nextFaceChange, (at: number) => faceOf(clock, at)],
      ] as const) {
        const next = foretold(clock, now);
        if (next === undefined) {
          assert.equal(look(now + part * 5_000_000), look(now));
          continue;
        }
        assert.ok(next > now);
        assert.equal(look(now + (next - now) * part), look(now));
        if (foretold === nextFaceChange) assert.notEqual(look(next), look(now));
      }
    }),
  );
});

test('a running line counts down second by second, and never from more than its time', () => {
  fc.assert(
    fc.property(anyRun, fc.integer({ min: 0, max: 900_000 }), ({ clock, now }, waitMs) => {
      const [face, later] = [clockFaceAt(clock, now + waitMs), clockFaceAt(clock, now + waitMs + 1000)];
      const most = face.phase === 'toTheLine' ? clock.toTheLineSeconds : clock.shootingSeconds;
      if (face.phase !== 'paused' && face.phase !== 'emergency') assert.ok(face.secondsLeft <= most);
      if (face.phase === 'shooting' && later.phase === 'shooting' && face.line === later.line) {
        assert.equal(later.secondsLeft, face.secondsLeft - 1);
      }
    }),
  );
});

test('a pause costs nobody time', () => {
  fc.assert(
    fc.property(anyRun, fc.nat(900_000), fc.nat(900_000), fc.nat(900_000), ({ clock, now }, before, pause, after) => {
      const paused = pauseClock(clock, now + before);
      fc.pre(paused !== clock);
      const resumed = resumeClock(paused, now + before + pause);
      assert.equal(faceOf(resumed, now + before + pause + after), faceOf(clock, now + before + after));
    }),
  );
});
