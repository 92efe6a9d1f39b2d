import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnCompetition, playedMatch } from '../../../src/testing/drawn-event.ts';
import { readRuling, type TypedRuling } from './typed-ruling.ts';

const { match } = playedMatch(drawnCompetition(), '3/1');
assert.ok(match);
const now = ['X', '9', '8'] as const;

const after = (kind: TypedRuling['kind'], number: string, arrows = '') =>
  readRuling({ kind, number, arrows }, now, match)?.after.join(' ');

test('what each ruling leaves of the end', () => {
  assert.equal(after('outOfTime', '1'), 'M 9 8');
  assert.equal(after('tooManyArrows', '', 'x 9 8 7'), '9 8 7');
  assert.equal(after('bouncer', '3', '9'), 'X 9 9');
});

test('what is not whole or does not fit is no ruling', () => {
  assert.equal(after('outOfTime', ''), undefined);
  assert.equal(after('outOfTime', '4'), undefined);
  assert.equal(after('tooManyArrows', '', 'x 9 8'), undefined);
  assert.equal(after('tooManyArrows', '', 'x 9 q 8'), undefined);
  assert.equal(after('bouncer', '3'), undefined);
  assert.equal(after('passThrough', '', '9'), undefined);
  assert.equal(after('sameSpot', '1 2'), undefined, 'there is one spot only');
});
