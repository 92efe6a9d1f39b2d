import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoffMs } from './backoff.ts';

test('waits double up to the limit, between half and all of it', () => {
  const low = { firstMs: 100, limitMs: 1000, random: () => 0 };
  const high = { firstMs: 100, limitMs: 1000, random: () => 1 };
  assert.deepEqual(
    [0, 1, 2, 3, 4, 100].map((attempt) => backoffMs(attempt, low)),
    [50, 100, 200, 400, 500, 500],
  );
  assert.deepEqual(
    [0, 1, 2, 3, 4, 100].map((attempt) => backoffMs(attempt, high)),
    [100, 200, 400, 800, 1000, 1000],
  );
});
