import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFace } from '../../../src/domain/rounds/faces.ts';
import { readDistances, roundsOf, stateOf, type TypedRound } from './tie-rounds.ts';

const face = findFace('122') ?? assert.fail();
const rules = { arrows: 1, face };
const tie = { keys: ['1', '2', '3'], from: 4, cut: 5 };

const typed = (...shots: readonly string[]): TypedRound =>
  new Map(
    shots.map((shot) => {
      const [key = '', arrows = '', distances = ''] = shot.split(':');
      return [key, { arrows, distances }];
    }),
  );
const stateAfter = (...rounds: readonly TypedRound[]) => stateOf(tie, rounds, rules);

test('arrow by arrow: who is missing, and whose value is none of the face', () => {
  assert.deepEqual(stateAfter(), { kind: 'open', round: 1, key: '1', why: 'missing' });
  assert.deepEqual(stateAfter(typed('1:9', '2:q', '3:8')), { kind: 'open', round: 1, key: '2', why: 'unknown' });
  assert.equal(stateAfter(typed('1:9', '2:8', '3:m:12')).kind, 'open', 'a miss has no distance');
});

test('decided by points, by the distance, and by who did not come', () => {
  assert.deepEqual(stateAfter(typed('1:9', '2:10', '3:8')), { kind: 'decided', order: [['2'], ['1'], ['3']] });
  assert.deepEqual(stateAfter(typed('1:9:40', '2:9:31', '3:9:35')), { kind: 'decided', order: [['2'], ['3'], ['1']] });
  assert.deepEqual(stateAfter(typed('1:-', '2:10', '3:8')), { kind: 'decided', order: [['2'], ['3'], ['1']] });
});

test('who is level on the right side of the cut does not shoot again; who is parted by it does', () => {
  assert.equal(stateAfter(typed('1:9', '2:9', '3:8')).kind, 'decided', 'both go on');
  const first = typed('1:10', '2:9', '3:9');
  assert.deepEqual(stateAfter(first), { kind: 'again', keys: ['2', '3'] });
  assert.deepEqual(
    roundsOf(tie, [first], rules).map(({ keys }) => keys),
    [
      ['1', '2', '3'],
      ['2', '3'],
    ],
  );
  assert.deepEqual(stateAfter(first, typed('2:7')), { kind: 'open', round: 2, key: '3', why: 'missing' });
  assert.deepEqual(stateAfter(first, typed('2:7', '3:x')), { kind: 'decided', order: [['1'], ['3'], ['2']] });
});

test('distances in any order, the nearest first', () => {
  assert.deepEqual(readDistances(' 41, 7;12 '), [7, 12, 41]);
  assert.deepEqual(readDistances(''), []);
});
