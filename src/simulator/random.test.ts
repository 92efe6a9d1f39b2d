import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from './random.ts';

const draw = (count: number, random = createRandom(1)) => Array.from({ length: count }, () => random.next());

test('the same seed is the same chance; another seed or path is another', () => {
  assert.deepEqual(draw(5, createRandom(7, 1, 2)), draw(5, createRandom(7, 1, 2)));
  const firsts = [[1], [2], [1, 0], [1, 1], [1, 0, 1], [1, 1, 0], [1, -1]].map(
    ([seed = 0, ...path]) => draw(1, createRandom(seed, ...path))[0],
  );
  assert.equal(new Set(firsts).size, firsts.length);
});

test('streams of neighbours have nothing to do with each other', () => {
  const a = draw(4000, createRandom(1, 10));
  const b = draw(4000, createRandom(1, 11));
  const product = a.reduce((sum, value, index) => sum + (value - 0.5) * ((b[index] ?? 0.5) - 0.5), 0) / a.length;
  assert.ok(Math.abs(product) < 0.005, String(product));
});

test('numbers are even from 0 to 1, and normal ones have mean 0 and deviation 1', () => {
  const random = createRandom(3);
  const tenths = Array<number>(10).fill(0);
  for (const value of draw(20_000, random)) tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
  for (const count of tenths) assert.ok(Math.abs(count - 2000) < 150, String(tenths));
  const normals = Array.from({ length: 20_000 }, () => random.normal());
  const mean = normals.reduce((sum, value) => sum + value, 0) / normals.length;
  const variance = normals.reduce((sum, value) => sum + value * value, 0) / normals.length;
  assert.ok(Math.abs(mean) < 0.02 && Math.abs(variance - 1) < 0.03, `${mean} ${variance}`);
});

test('a shuffle loses nobody and leaves its input alone', () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  const shuffled = createRandom(5).shuffle(items);
  assert.notDeepEqual(shuffled, items);
  assert.deepEqual(
    shuffled.toSorted((a, b) => a - b),
    items,
  );
  assert.deepEqual(createRandom(5).shuffle([]), []);
});
