import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ArrowValue, arrowValues } from '../arrow-value.ts';
import { differencesOfEnd } from './double-entry.ts';
import { sortedArrows } from './scorecard.ts';

const value = fc.constantFrom<ArrowValue>(...arrowValues);
const end = fc.integer({ min: 1, max: 12 }).chain((length) => {
  const arrows = fc.array(value, { minLength: length, maxLength: length });
  return fc.tuple(arrows, arrows);
});

test('no difference exactly when both have the same arrows, in whatever order', () => {
  fc.assert(
    fc.property(end, ([card, check]) => {
      const same = sortedArrows(card).join() === sortedArrows(check).join();
      assert.equal(differencesOfEnd(card, check).length === 0, same);
    }),
  );
  fc.assert(
    fc.property(
      end.chain(([card]) => fc.tuple(fc.constant(card), fc.shuffledSubarray(card, { minLength: card.length }))),
      ([card, shuffled]) => assert.deepEqual(differencesOfEnd(card, shuffled), []),
    ),
  );
});

test('the order of the second card changes nothing; of the first, only which box is named', () => {
  fc.assert(
    fc.property(end, ([card, check]) => {
      const found = differencesOfEnd(card, check);
      assert.deepEqual(differencesOfEnd(card, check.toReversed()), found);
      const values = (all: typeof found) => all.map((each) => [each.card, each.check]);
      assert.deepEqual(values(differencesOfEnd(card.toReversed(), check)), values(found));
    }),
  );
});

test('putting every difference right makes the cards equal', () => {
  fc.assert(
    fc.property(end, ([card, check]) => {
      let righted: readonly ArrowValue[] = card;
      for (const { box, check: value } of differencesOfEnd(card, check)) righted = righted.with(box, value);
      assert.deepEqual(sortedArrows(righted), sortedArrows(check));
    }),
  );
});
