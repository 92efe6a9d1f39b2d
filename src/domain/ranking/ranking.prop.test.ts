import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareScores, rank } from './ranking.ts';

// Small numbers, so that ties are common.
const score = fc.record({ total: fc.nat(4), counts: fc.tuple(fc.nat(2), fc.nat(2)) }, { noNullPrototype: true });

test('comparing is a total order', () => {
  fc.assert(
    fc.property(score, score, score, (a, b, c) => {
      assert.equal(Math.sign(compareScores(a, b)), -Math.sign(compareScores(b, a)) + 0);
      if (compareScores(a, b) <= 0 && compareScores(b, c) <= 0) assert.ok(compareScores(a, c) <= 0);
      if (compareScores(a, b) === 0) assert.deepEqual(a, b);
    }),
  );
});

const field = fc.array(score, { maxLength: 12 });

test('who is placed where does not depend on the order in which scores come', () => {
  fc.assert(
    fc.property(
      field.chain((scores) => {
        const named = scores.map((each, name) => ({ ...each, name }));
        return fc.tuple(fc.constant(named), fc.shuffledSubarray(named, { minLength: named.length }));
      }),
      ([named, shuffled]) => {
        const places = (items: typeof named) => new Map(rank(items).map(({ rank: place, item }) => [item.name, place]));
        const expected = places(named);
        for (const [name, place] of places(shuffled)) assert.equal(place, expected.get(name));
      },
    ),
  );
});

test('a place is one more than the number of those who are better; nobody is lost; the input stays as it was', () => {
  fc.assert(
    fc.property(field, (scores) => {
      const before = structuredClone(scores);
      const ranked = rank(scores);
      assert.deepEqual(scores, before);
      assert.deepEqual(new Set(ranked.map(({ item }) => item)), new Set(scores));
      for (const { rank: place, item } of ranked) {
        assert.equal(place, 1 + scores.filter((other) => compareScores(other, item) < 0).length);
      }
    }),
  );
});
