import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDay, isLocalTime, isTimeOfDay, minutesLater } from './local-time.ts';

test('days and times that a calendar and a clock have', () => {
  for (const day of ['2028-02-29', '2000-02-29', '2026-12-31']) assert.equal(isDay(day), true, day);
  for (const day of ['2026-02-29', '2100-02-29', '2026-04-31', '2026-13-01', '2026-1-01', ''])
    assert.equal(isDay(day), false, day);
  for (const time of ['00:00', '09:30', '23:59']) assert.equal(isTimeOfDay(time), true, time);
  for (const time of ['24:00', '9:30', '12:60', '12:30:00', '']) assert.equal(isTimeOfDay(time), false, time);
  assert.equal(isLocalTime('2026-05-02T13:30'), true);
  for (const text of ['2026-05-02 13:30', '2026-05-02', '2026-02-30T13:30', '2026-05-02T13:30Z', '2026-05-02T13'])
    assert.equal(isLocalTime(text), false, text);
});

test('minutes later, over midnight and the end of a year', () => {
  assert.equal(minutesLater('2026-05-02T13:30', 25), '2026-05-02T13:55');
  assert.equal(minutesLater('2026-12-31T23:50', 20), '2027-01-01T00:10');
  assert.equal(minutesLater('2028-02-28T12:00', 24 * 60), '2028-02-29T12:00');
});
