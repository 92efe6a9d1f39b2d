import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeAt, withItemMoved } from './item-order.ts';

test('an item stands where it was put, the others keep their order', () => {
  const items = ['a', 'b', 'c', 'd'];
  assert.deepEqual(withItemMoved(items, 0, 2), ['b', 'c', 'a', 'd']);
  assert.deepEqual(withItemMoved(items, 3, 0), ['d', 'a', 'b', 'c']);
  assert.deepEqual(withItemMoved(items, 1, 3), ['a', 'c', 'd', 'b']);
  assert.deepEqual(withItemMoved(items, 2, 2), items);
  assert.deepEqual(withItemMoved(items, 9, 0), items);
});

test('it drops behind each that it was drawn past the middle of, and stays until then', () => {
  const middles = [10, 30, 50, 70];
  assert.equal(placeAt(middles, 0, 29), 0);
  assert.equal(placeAt(middles, 0, 31), 1);
  assert.equal(placeAt(middles, 3, 51), 3);
  assert.equal(placeAt(middles, 3, 49), 2);
  assert.equal(placeAt(middles, 1, -100), 0);
  assert.equal(placeAt(middles, 1, 1_000), 3);
});
