import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLine, endLine, newClock, pauseClock, resumeClock, stopForEmergency } from './run-clock.ts';
import {
  clockFaceAt,
  nextClockChange,
  nextFaceChange,
  type ShootingClock,
  signalBetween,
  sinceClockSignal,
} from './shooting-clock.ts';

const called = 1_800_000_000_000;
const times = { toTheLineSeconds: 10, shootingSeconds: 120, warningSeconds: 30 };
const idle = newClock(['AB', 'CD'], times);
const running = callLine(idle, called);

const after = (clock: ShootingClock, seconds: number) => {
  const { light, secondsLeft, line, phase } = clockFaceAt(clock, called + seconds * 1000);
  return `${phase} ${line} ${light} ${secondsLeft}`;
};

test('nobody is called: red, and the time that the end will have', () => {
  assert.equal(after(idle, 5000), 'idle AB red 120');
  assert.equal(nextClockChange(idle, called), undefined);
  assert.equal(nextFaceChange(idle, called), undefined);
});

// RULES 1.7
test('ten seconds to the line, green, yellow for the last thirty seconds, then the other line', () => {
  assert.deepEqual(
    [-1, 0, 0.001, 1, 9.999, 10, 99.999, 100, 129.001, 129.999, 130, 140, 259.5, 260, 10_000].map((each) =>
      after(running, each),
    ),
    [
      'idle AB red 120',
      'toTheLine AB red 10',
      'toTheLine AB red 10',
      'toTheLine AB red 9',
      'toTheLine AB red 1',
      'shooting AB green 120',
      'shooting AB green 31',
      'shooting AB yellow 30',
      'shooting AB yellow 1',
      'shooting AB yellow 1',
      'toTheLine CD red 10',
      'shooting CD green 120',
      'shooting CD yellow 1',
      'over CD red 0',
      'over CD red 0',
    ],
  );
});

test('every change of light, phase and line is foretold', () => {
  const changes: number[] = [];
  for (let at = nextClockChange(running, called); at !== undefined; at = nextClockChange(running, at)) {
    changes.push((at - called) / 1000);
  }
  assert.deepEqual(changes, [10, 100, 130, 140, 230, 260]);
  assert.equal(nextClockChange(running, called - 1), called);
  assert.equal(nextFaceChange(running, called + 4_300), called + 5_000);
  assert.equal(nextFaceChange(running, called + 260_000), undefined);
});

test('a clock without a time to the line, or without a warning', () => {
  const bare = callLine(newClock([''], { toTheLineSeconds: 0, shootingSeconds: 20, warningSeconds: 0 }), called);
  assert.deepEqual(
    [0, 19.5, 20].map((each) => after(bare, each)),
    ['shooting  green 20', 'shooting  green 1', 'over  red 0'],
  );
  assert.equal(nextClockChange(bare, called), called + 20_000);
  const short = callLine(newClock([''], { toTheLineSeconds: 5, shootingSeconds: 20, warningSeconds: 30 }), called);
  assert.equal(after(short, 5), 'shooting  yellow 20');
  assert.deepEqual(
    [0, 5].map((each) => nextClockChange(short, called + each * 1000)),
    [called + 5_000, called + 25_000],
  );
});

test('a clock that was stopped stands on red, and goes on with what was left', () => {
  const paused = pauseClock(running, called + 150_400);
  assert.equal(after(paused, 500), 'paused CD red 110');
  assert.equal(nextFaceChange(paused, called + 151_000), undefined);
  const resumed = resumeClock(paused, called + 500_000);
  assert.equal(after(resumed, 500), 'shooting CD green 110');
  assert.equal(after(resumed, 500.6), 'shooting CD green 109');
  assert.equal(after(stopForEmergency(running, called + 150_400), 500), 'emergency CD red 110');
});

const signal = (clock: ShootingClock, from: number, next: ShootingClock, to: number) =>
  signalBetween(clockFaceAt(clock, called + from * 1000), clockFaceAt(next, called + to * 1000));

// RULES 1.7
test('two sounds to the line, one to start, three at the end, five to stop everything', () => {
  assert.equal(signal(idle, 0, running, 0), 2);
  assert.equal(signal(running, 9.9, running, 10), 1);
  assert.equal(signal(running, 129.9, running, 130), 2, 'the first line’s end is the second’s call');
  assert.equal(signal(running, 139.9, running, 140), 1);
  assert.equal(signal(running, 259.9, running, 260), 3);
  assert.equal(signal(running, 50, stopForEmergency(running, called + 50_000), 50), 5);
  assert.equal(signal(running, 50, endLine(running, called + 50_000), 50), 2);
});

test('no sound for a second, a light, a pause or a clock that is set back', () => {
  assert.equal(signal(running, 50, running, 51), 0);
  assert.equal(signal(running, 99.9, running, 100), 0);
  const paused = pauseClock(running, called + 5_000);
  assert.equal(signal(running, 5, paused, 5), 0);
  assert.equal(signal(paused, 90, resumeClock(paused, called + 90_000), 90), 0, 'they walk on');
  assert.equal(signal(running, 50, idle, 50), 0);
  assert.equal(signal(running, 300, running, 301), 0);
  const stopped = stopForEmergency(running, called + 50_000);
  assert.equal(signal(stopped, 60, stopped, 61), 0);
});

test('after an emergency one sound begins the rest of the time', () => {
  const stopped = stopForEmergency(running, called + 50_000);
  assert.equal(signal(stopped, 90, resumeClock(stopped, called + 90_000), 90), 1);
});

test('how late a sound would be', () => {
  const ago = [0, 9.5, 10, 100, 129, 130.5, 141, 260, 300].map((each) =>
    sinceClockSignal(running, called + each * 1000),
  );
  assert.deepEqual(ago, [0, 9_500, 0, 90_000, 119_000, 500, 1_000, 0, 40_000]);
  assert.equal(sinceClockSignal(pauseClock(running, called + 50_000), called + 99_000), 0);
  assert.equal(sinceClockSignal(running, called - 50), 0);
});
