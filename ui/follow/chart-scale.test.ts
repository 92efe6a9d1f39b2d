import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scaleOf } from './chart-scale.ts';

test('points grow upwards, ranks stand with the first at the top', () => {
  const points = scaleOf({ low: 0, high: 60, height: 120 });
  assert.deepEqual([0, 30, 60, 99, -1].map(points.yOf), [120, 60, 0, 0, 120]);
  const ranks = scaleOf({ low: 11, high: 1, height: 100 });
  assert.deepEqual([1, 6, 11].map(ranks.yOf), [0, 50, 100]);
  assert.equal(scaleOf({ low: 3, high: 3, height: 50 }).yOf(3), 0);
});
