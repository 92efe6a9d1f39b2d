import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from '../../testing/small-competition.ts';
import { findRound } from '../rounds/rounds.ts';
import type { EndCheck } from './card-notes.ts';
import { checkStateOf, differencesOf, differencesOfEnd } from './double-entry.ts';
import { type End, scorecardOfEnds } from './scorecard.ts';

const round = findRound('wa18');
assert.ok(round);

test('equal arrows are crossed out whatever their order; what is left is compared, highest first', () => {
  assert.deepEqual(differencesOfEnd(['9', '10', '8'], ['8', '9', '10']), []);
  assert.deepEqual(differencesOfEnd(['9', '10', '8'], ['9', '8', '8']), [{ box: 1, card: '10', check: '8' }]);
  assert.deepEqual(differencesOfEnd(['7', 'M', '10'], ['9', '6', '7']), [
    { box: 2, card: '10', check: '9' },
    { box: 1, card: 'M', check: '6' },
  ]);
});

test('an X is not a 10, and two nines are not one', () => {
  assert.deepEqual(differencesOfEnd(['X', '9', '9'], ['10', '9', '9']), [{ box: 0, card: 'X', check: '10' }]);
  assert.deepEqual(differencesOfEnd(['9', '9', '8'], ['9', '8', '8']), [{ box: 1, card: '9', check: '8' }]);
});

test('an end waits for its first card in full before it differs', () => {
  const check: End = ['9', '8', '7'];
  assert.equal(checkStateOf(['9', '8', '7'], undefined), 'unchecked');
  assert.equal(checkStateOf([null, null, null], check), 'waiting');
  assert.equal(checkStateOf(['10', null, '7'], check), 'waiting');
  assert.equal(checkStateOf(['7', '8', '9'], check), 'equal');
  assert.equal(checkStateOf(['7', '8', '10'], check), 'differs');
});

test('every end that has a second card is told of, in the order of the ends', () => {
  const card = scorecardOfEnds(round, [
    ['9', '9', '9'],
    ['8', '8', '8'],
    ['7', '7', '7'],
    ['6', null, null],
  ]);
  const check = (...arrows: End): EndCheck => ({ ...desk, arrows });
  const checks = new Map([
    [20, check('9', '9', '9')],
    [4, check('6', '6', '6')],
    [3, check('10', '7', '7')],
    [1, check('9', '9', '9')],
  ]);
  assert.deepEqual(differencesOf(card, { checks }, round), {
    differing: [{ end: 3, differences: [{ box: 2, card: '7', check: '10' }] }],
    verified: [1],
    waiting: [4, 20],
  });
  assert.deepEqual(differencesOf(card, { checks: new Map() }, round), { differing: [], verified: [], waiting: [] });
});
