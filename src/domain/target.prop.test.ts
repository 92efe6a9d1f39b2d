import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatTarget, highestButt, letters, parseTarget } from './target.ts';

const target = fc.record(
  { butt: fc.integer({ min: 1, max: highestButt }), letter: fc.constantFrom(...letters) },
  { noNullPrototype: true },
);

test('a target written is the same target read, with leading zeros and in small letters too', () => {
  fc.assert(
    fc.property(target, fc.nat(4), (place, zeros) => {
      const text = formatTarget(place);
      assert.deepEqual(parseTarget(text), place);
      assert.deepEqual(parseTarget('0'.repeat(zeros) + text.toLowerCase()), place);
    }),
  );
});

test('any text is a target that can be written again, or none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const place = parseTarget(text);
      if (place) assert.deepEqual(parseTarget(formatTarget(place)), place);
    }),
  );
});
