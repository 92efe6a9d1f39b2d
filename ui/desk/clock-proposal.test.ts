import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findClockProblem } from '../../src/domain/clock/clock-check.ts';
import { newClock } from '../../src/domain/clock/run-clock.ts';
import {
  firstTimes,
  limitsOf,
  linesChoices,
  proposeLines,
  proposeTimes,
  readSetting,
  settingFields,
} from './clock-proposal.ts';

test('four at a butt shoot in two lines, six in two, fewer at once', () => {
  assert.deepEqual(proposeLines(['1A', '1B', '1C', '1D', '2A']), ['AB', 'CD']);
  assert.deepEqual(proposeLines(['1A', '1B', '1C', null]), ['']);
  assert.deepEqual(proposeLines(['1A', '1F']), ['ABC', 'DEF']);
  assert.deepEqual(proposeLines([]), ['']);
});

test('times come from the rounds that are shot, each once', () => {
  assert.deepEqual(
    proposeTimes(['wa720-70', 'wa18', 'wa720-70', 'gone']).map(({ seconds }) => seconds),
    [240, 120],
  );
  assert.deepEqual(
    proposeTimes(['wa1440-90']).map(({ seconds }) => seconds),
    [240, 120],
  );
  assert.equal(firstTimes(proposeTimes(['wa18'])).shootingSeconds, 120);
  assert.equal(firstTimes([]).shootingSeconds, 240);
});

test('what is chosen or proposed is a clock that may be set', () => {
  for (const { lines } of linesChoices(['XY'])) {
    assert.equal(findClockProblem(newClock(lines, firstTimes([]))), undefined, lines.join('-'));
  }
  assert.equal(new Set(linesChoices(['AB', 'CD']).map(({ key }) => key)).size, linesChoices(['AB', 'CD']).length);
  assert.ok(linesChoices(['B', 'A']).some(({ key }) => key === 'B-A'));
});

test('what is typed is a whole number within limits, or nothing', () => {
  const typed = { end: '3', shootingSeconds: '120', toTheLineSeconds: '10', warningSeconds: '30' };
  assert.deepEqual(
    settingFields.map((field) => readSetting(typed, field)),
    [3, 120, 10, 30],
  );
  for (const wrong of ['', '-1', '1.5', 'x', '601', '99999']) {
    assert.equal(readSetting({ ...typed, shootingSeconds: wrong }, 'shootingSeconds'), undefined, wrong);
  }
  assert.equal(readSetting({ ...typed, shootingSeconds: '0' }, 'shootingSeconds'), undefined);
  assert.equal(readSetting({ ...typed, end: ' 0 ' }, 'end'), 0);
  assert.equal(readSetting({ ...typed, shootingSeconds: '20' }, 'warningSeconds'), undefined);
  assert.deepEqual(limitsOf({ ...typed, shootingSeconds: '20' }, 'warningSeconds'), { from: 0, to: 20 });
});
