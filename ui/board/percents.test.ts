import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { percentsOf } from './percents.ts';

test('percents make a hundred, and nobody has all of it before the end', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (a) => {
      const percents = percentsOf({ a, b: 1 - a });
      assert.equal(percents.a + percents.b, 100);
      if (a > 0 && a < 1) assert.ok(percents.a >= 1 && percents.b >= 1);
    }),
  );
  assert.deepEqual(percentsOf({ a: 1, b: 0 }), { a: 100, b: 0 });
  assert.deepEqual(percentsOf({ a: 0, b: 1 }), { a: 0, b: 100 });
  assert.deepEqual(percentsOf({ a: 0.9999, b: 0.0001 }), { a: 99, b: 1 });
});
