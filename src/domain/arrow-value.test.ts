import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ArrowValue, arrowValues, compareArrowValues, isArrowValue } from './arrow-value.ts';

test('a card shows X first, then 10 down to 1, and M last', () => {
  const values: ArrowValue[] = ['M', '9', 'X', '1', '10', '2'];
  assert.deepEqual(values.sort(compareArrowValues), ['X', '10', '9', '2', '1', 'M']);
  assert.deepEqual([...arrowValues].reverse().sort(compareArrowValues), [...arrowValues]);
});

test('a blank, a zero and small letters are no arrow values', () => {
  for (const text of ['', '0', 'x', 'm', '13', '10 ', ' 9', '-1', '1.0', 'toString']) {
    assert.equal(isArrowValue(text), false, text);
  }
  for (const value of arrowValues) assert.equal(isArrowValue(value), true, value);
});
