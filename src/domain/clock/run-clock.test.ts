import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  callLine,
  endLine,
  newClock,
  nextEndOfClock,
  pauseClock,
  resumeClock,
  stopForEmergency,
  takeBackCall,
  withSetting,
} from './run-clock.ts';
import { clockFaceAt, type ShootingClock } from './shooting-clock.ts';

const called = 1_000_000;
const times = { toTheLineSeconds: 10, shootingSeconds: 120, warningSeconds: 30 };
const idle = newClock(['AB', 'CD'], times);
const running = callLine(idle, called);
const phaseOf = (clock: ShootingClock, at: number) => clockFaceAt(clock, at).phase;

test('who begins changes from end to end', () => {
  const orders: string[] = [];
  let clock = idle;
  for (let end = 1; end <= 3; end += 1) {
    orders.push(`${clock.end}: ${clock.lines.join('-')}`);
    clock = nextEndOfClock(clock);
  }
  assert.deepEqual(orders, ['1: AB-CD', '2: CD-AB', '3: AB-CD']);
  assert.deepEqual(nextEndOfClock(newClock(['ABC'], times)).lines, ['ABC']);
  assert.deepEqual(nextEndOfClock({ ...running, line: 1 }).phase, { kind: 'idle' });
  assert.equal(nextEndOfClock({ ...running, line: 1 }).line, 0);
});

test('all have shot: the next line walks up at once, after the last the end is over', () => {
  const second = endLine(running, called + 60_000);
  assert.deepEqual(clockFaceAt(second, called + 60_000), {
    ...{ light: 'red', secondsLeft: 10, line: 'CD', end: 1, phase: 'toTheLine' },
  });
  assert.equal(phaseOf(endLine(second, called + 90_000), called + 90_000), 'over');
  assert.equal(endLine(idle, called), idle);
  // The second line was called by the time alone.
  assert.equal(phaseOf(endLine(running, called + 200_000), called + 200_000), 'over');
});

test('nothing is paused where nobody shoots, and nothing resumed that runs', () => {
  assert.equal(pauseClock(idle, called), idle);
  assert.equal(pauseClock(running, called + 999_000), running);
  assert.equal(resumeClock(running, called), running);
  const paused = pauseClock(running, called + 30_000);
  assert.equal(pauseClock(paused, called + 40_000), paused);
});

test('an emergency stops whatever goes on, and keeps what was left', () => {
  assert.equal(phaseOf(stopForEmergency(idle, called), called), 'emergency');
  const paused = pauseClock(running, called + 30_000);
  const stopped = stopForEmergency(paused, called + 50_000);
  assert.deepEqual(stopped.phase, { kind: 'paused', elapsedMs: 30_000, isEmergency: true });
  assert.equal(clockFaceAt(resumeClock(stopped, called + 99_000), called + 99_000).secondsLeft, 100);
});

test('a call taken back leaves the same line next', () => {
  const back = takeBackCall(running, called + 140_000);
  assert.deepEqual([back.line, back.phase], [1, { kind: 'idle' }]);
  assert.deepEqual(takeBackCall(idle, called), idle);
});

test('other lines and times begin with nobody called', () => {
  const changed = withSetting({ ...running, line: 1 }, { ...times, shootingSeconds: 240, lines: ['ABC'], end: 5 });
  assert.deepEqual(changed, { ...newClock(['ABC'], { ...times, shootingSeconds: 240 }), end: 5 });
});
