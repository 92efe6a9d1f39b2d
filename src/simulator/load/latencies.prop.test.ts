import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createLatencies } from './latencies.ts';

const durations = fc.array(fc.double({ min: 0.02, max: 500_000, noNaN: true }), { minLength: 1, maxLength: 400 });

function look(values: readonly number[]) {
  const latencies = createLatencies();
  for (const value of values) latencies.add(value);
  return latencies.look();
}

test('a percentile is that of the sorted durations, at most one per cent and the rounding too large', () => {
  fc.assert(
    fc.property(durations, (values) => {
      const sorted = values.toSorted((a, b) => a - b);
      const found = look(values);
      for (const [share, got] of [
        [0.5, found.p50],
        [0.99, found.p99],
      ] as const) {
        const exact = sorted[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
        assert.ok(got >= exact - 0.006 && got <= exact * 1.0101 + 0.006, `${share}: ${got}, exactly ${exact}`);
      }
      assert.equal(found.count, values.length);
      assert.ok(Math.abs(found.max - (sorted.at(-1) ?? 0)) <= 0.005);
    }),
  );
});

test('nothing is zero, and what is beyond all measure counts as the longest', () => {
  assert.deepEqual(look([]), { count: 0, p50: 0, p99: 0, max: 0 });
  const { p50, max } = look([10_000_000, 10_000_000]);
  assert.ok(p50 > 590_000 && p50 <= max);
  assert.equal(max, 10_000_000);
});
