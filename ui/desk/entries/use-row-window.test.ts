import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { scrollFor, windowOf } from './use-row-window.ts';

test('whatever is in sight is drawn, and not much more', () => {
  fc.assert(
    fc.property(fc.nat(500_000), fc.nat(1_500), fc.nat(12_000), (scrollTop, height, count) => {
      const { first, last } = windowOf(scrollTop, height, 44, count);
      assert.ok(0 <= first && first <= last && last <= count);
      const [top, bottom] = [Math.floor(scrollTop / 44), Math.ceil((scrollTop + height) / 44)];
      for (const row of [top, bottom - 1])
        if (row >= 0 && row < count && top < count) assert.ok(first <= row && row < last);
      assert.ok(last - first <= height / 44 + 45);
    }),
  );
});

test('a row comes into sight by the shortest way', () => {
  const frame = { scrollTop: 440, height: 484, head: 44 };
  assert.equal(scrollFor(12, frame, 44), 440);
  assert.equal(scrollFor(10, frame, 44), 440);
  assert.equal(scrollFor(9, frame, 44), 396);
  assert.equal(scrollFor(19, frame, 44), 440);
  assert.equal(scrollFor(20, frame, 44), 484);
  assert.equal(scrollFor(0, frame, 44), 0);
});
