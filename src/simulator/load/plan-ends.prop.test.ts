import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type LoadShape, mostEndsOfOne, planEnds, usualEndsPerSecond, whistlesIn } from './plan-ends.ts';

const shapes: fc.Arbitrary<LoadShape> = fc.record({
  tablets: fc.integer({ min: 1, max: 30 }),
  archersPerTablet: fc.integer({ min: 1, max: 6 }),
  endsPerSecond: fc.double({ min: 0.1, max: 200, noNaN: true }),
  seconds: fc.integer({ min: 1, max: 90 }),
  whistleEverySeconds: fc.constantFrom(0, 5, 30),
  seed: fc.integer({ min: 0, max: 1_000 }),
});

test('ends come in the order of time, within the load, each of an archer who is there', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      let before = 0;
      for (const { atMs, tablet, archer } of planEnds(shape)) {
        assert.ok(atMs >= before);
        before = atMs;
        assert.ok(tablet >= 0 && tablet < shape.tablets && archer >= 0 && archer < shape.archersPerTablet);
      }
      assert.ok(before <= shape.seconds * 1_000);
    }),
    { numRuns: 60 },
  );
});

test('as many as the rate says, and everybody once after each whistle', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const field = shape.tablets * shape.archersPerTablet;
      const perArcher = new Map<string, number>();
      let total = 0;
      for (const { tablet, archer } of planEnds(shape)) {
        total += 1;
        const key = `${tablet}/${archer}`;
        perArcher.set(key, (perArcher.get(key) ?? 0) + 1);
      }
      assert.equal(total, Math.floor(shape.endsPerSecond * shape.seconds) + whistlesIn(shape).length * field);
      for (const count of perArcher.values()) assert.ok(count <= mostEndsOfOne(shape));
    }),
    { numRuns: 60 },
  );
});

test('two minutes of a club: an end in four minutes each, and four whistles', () => {
  const field = { tablets: 60, archersPerTablet: 4 };
  assert.equal(usualEndsPerSecond(field), 1);
  const shape = { ...field, endsPerSecond: 1, seconds: 120, whistleEverySeconds: 30, seed: 1 };
  assert.deepEqual(whistlesIn(shape), [10, 40, 70, 100]);
  const whistled = [...planEnds(shape)].filter(({ atMs }) => atMs >= 10_000 && atMs < 12_000);
  assert.equal(whistled.length, 240 + 2);
});
