import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRound } from '../rounds/rounds.ts';
import {
  blankEnd,
  emptyScorecard,
  emptyTally,
  endPoints,
  isEndComplete,
  lastEndBegun,
  nextEnd,
  runningTotals,
  scorecardOfEnds,
  sortedArrows,
  withEnd,
} from './scorecard.ts';

const round = findRound('wa720-70');
assert.ok(round);
const sixRing = findRound('wa720-50-compound');
assert.ok(sixRing);

test('an end is shown highest first, and the card keeps the order of entry', () => {
  const end = ['9', 'M', 'X', null, '10', '1'] as const;
  const card = withEnd(emptyScorecard, round, 1, end);
  assert.deepEqual(sortedArrows(card.ends[0] ?? []), ['X', '10', '9', '1', 'M']);
  assert.deepEqual(card.ends[0], end);
});

// A blank is not a miss, and neither is a zero that could be forgotten (FACTS 5.4).
test('a miss is an arrow of no points, a blank is no arrow', () => {
  const { tally } = scorecardOfEnds(round, [['M', 'M', null, null, null, null]]);
  assert.deepEqual(tally, { ...emptyTally, total: 0, arrows: 2, x: 0, ten: 0, nine: 0 });
  assert.equal(isEndComplete(['M', 'M', 'M']), true);
  assert.equal(isEndComplete(['M', null, 'M']), false);
  assert.equal(isEndComplete(undefined), false);
});

test('tens count the inner tens', () => {
  const { tally } = scorecardOfEnds(round, [['X', 'X', '10', '9', '9', '9']]);
  assert.deepEqual(tally, { ...emptyTally, total: 57, arrows: 6, x: 2, ten: 3, nine: 3 });
});

test('a value that the face has not counts no points', () => {
  assert.equal(endPoints(sixRing, 1, ['10', '4', 'M', null, null, null]), 10);
  assert.equal(endPoints(round, 13, ['10']), 0);
});

test('the next end is the first with a blank; none once the round is shot', () => {
  const full = ['9', '9', '9', '9', '9', '9'] as const;
  assert.equal(nextEnd(emptyScorecard, round), 1);
  assert.equal(nextEnd(scorecardOfEnds(round, [full, blankEnd(6)]), round), 2);
  assert.equal(nextEnd(scorecardOfEnds(round, [full, ['9', null, null, null, null, null]]), round), 2);
  const held = scorecardOfEnds(round, [full, ['9', null, null, null, null, null], blankEnd(6), full]);
  assert.equal(nextEnd(held, round, new Set([2])), 3);
  assert.equal(
    nextEnd(
      held,
      round,
      new Map([
        [2, ''],
        [3, ''],
      ]),
    ),
    5,
  );
  assert.equal(nextEnd(scorecardOfEnds(round, [[null, '9', '9', '9', '9', '9'], full]), round), 1);
  assert.equal(
    nextEnd(
      scorecardOfEnds(
        round,
        Array.from({ length: 12 }, () => full),
      ),
      round,
    ),
    undefined,
  );
});

test('the last end begun has an arrow in it, were it a miss', () => {
  assert.equal(lastEndBegun(emptyScorecard), 0);
  const miss = ['M', null, null, null, null, null] as const;
  assert.equal(lastEndBegun(scorecardOfEnds(round, [miss, blankEnd(6)])), 1);
});

test('an end further down leaves blank ends above it', () => {
  const card = withEnd(emptyScorecard, round, 3, ['9', '9', '9', '9', '9', '9']);
  assert.deepEqual(card.ends.slice(0, 2), [blankEnd(6), blankEnd(6)]);
  assert.deepEqual(runningTotals(card, round), [0, 0, 54]);
  assert.deepEqual(emptyScorecard.ends, []);
});
