import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choosesWhoBegins, shootingOrder, shootOffOrder, whoBegins } from './alternate-shooting.ts';
import { findMatchFormat, type MatchFormat } from './match-format.ts';

function formatOf(id: string): MatchFormat {
  return findMatchFormat('wa-2026', id) ?? assert.fail(id);
}

test('the higher in the qualification chooses who begins (11.1.4.1)', () => {
  assert.equal(choosesWhoBegins({ a: 9, b: 4 }), 'b');
  assert.equal(choosesWhoBegins({ a: 1, b: 64 }), 'a');
});

test('then the side with fewer set points begins', () => {
  assert.deepEqual(
    whoBegins('a', [
      { a: 2, b: 0 },
      { a: 2, b: 2 },
      { a: 2, b: 4 },
    ]),
    ['a', 'b', 'a', 'a'],
  );
});

test('level: who began the first set, or by option the set before', () => {
  const points = [
    { a: 2, b: 0 },
    { a: 3, b: 1 },
    { a: 3, b: 3 },
  ];
  assert.deepEqual(whoBegins('a', points), ['a', 'b', 'b', 'a']);
  assert.deepEqual(whoBegins('a', points, 'previousEnd'), ['a', 'b', 'b', 'b']);
});

test('individuals change after every arrow, teams after one arrow of each archer, shoot-offs after every arrow', () => {
  assert.equal(shootingOrder(formatOf('set-individual'), 'b').join(''), 'bababa');
  assert.equal(shootingOrder(formatOf('set-team'), 'a').join(''), 'aaabbbaaabbb');
  assert.equal(shootingOrder(formatOf('set-mixed'), 'a').join(''), 'aabbaabb');
  assert.equal(shootOffOrder(formatOf('set-team'), 'b').join(''), 'bababa');
});
