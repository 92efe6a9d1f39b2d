import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRuleSet } from '../rule-sets.ts';
import { compareScores, rank } from './ranking.ts';

interface Result {
  readonly name: string;
  readonly total: number;
  readonly ten: number;
  readonly x: number;
}

function order(results: readonly Result[], ruleSetId: string): readonly string[] {
  const tieBreak = findRuleSet(ruleSetId)?.tieBreaks.outdoor ?? [];
  const items = results.map((result) => ({
    name: result.name,
    total: result.total,
    counts: tieBreak.map((count) => (count === 'x' ? result.x : result.ten)),
  }));
  return rank(items).map(({ rank: place, item }) => `${place} ${item.name}`);
}

test('equal totals: tens first before 2026, Xs first from 2026', () => {
  const results = [
    { name: 'many tens', total: 650, ten: 30, x: 5 },
    { name: 'many Xs', total: 650, ten: 28, x: 12 },
    { name: 'more points', total: 651, ten: 1, x: 0 },
  ];
  assert.deepEqual(order(results, 'wa-2025'), ['1 more points', '2 many tens', '3 many Xs']);
  assert.deepEqual(order(results, 'wa-2026'), ['1 more points', '2 many Xs', '3 many tens']);
});

test('a full tie shares the place and the next place is skipped', () => {
  const results = [
    { name: 'a', total: 600, ten: 10, x: 2 },
    { name: 'b', total: 620, ten: 11, x: 3 },
    { name: 'c', total: 600, ten: 10, x: 2 },
    { name: 'd', total: 590, ten: 40, x: 20 },
  ];
  assert.deepEqual(order(results, 'wa-2026'), ['1 b', '2 a', '2 c', '4 d']);
});

test('nobody, and one alone', () => {
  assert.deepEqual(rank([]), []);
  const alone = { total: 0, counts: [0, 0] };
  assert.deepEqual(rank([alone]), [{ rank: 1, item: alone }]);
});

test('a count that is missing counts as none', () => {
  assert.equal(compareScores({ total: 1, counts: [] }, { total: 1, counts: [0, 0] }), 0);
  assert.ok(compareScores({ total: 1, counts: [1] }, { total: 1, counts: [] }) < 0);
});
