// What the world does to a start, as a person reads it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../config/config.ts';
import { StartError } from '../config/start-error.ts';
import { JournalGapError, JournalUnavailableError } from '../journal/journal.ts';
import { toStartError } from './start-failure.ts';

const config = readConfig({ data: '/srv/tenring' }, {});

test('facts that are in neither archive nor journal: what to do, and nothing is done behind anybody’s back', () => {
  const found = toStartError(new JournalGapError('cup: records 7 to 9 were trimmed'), config);
  assert.ok(found instanceof StartError);
  assert.equal(found.exit, 'dataFolder');
  assert.match(found.message, /records 7 to 9.*copy of \/srv\/tenring, then move its folder redis away/);
});

test('a fault has an exit code of its own, a defect passes', () => {
  const away = toStartError(new JournalUnavailableError('gone'), config);
  assert.ok(away instanceof StartError && away.exit === 'redis');
  const defect = new TypeError('ours');
  assert.equal(toStartError(defect, config), defect);
});
