// Each method against the one that Node has.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addMissing } from './older-browsers.ts';

const list = [3, 1, 2, 1];
const calls: readonly (readonly [string, ...unknown[]])[] = [
  ['at', -1],
  ['at', 1],
  ['at', 9],
  ['findLastIndex', (item: number) => item === 1],
  ['findLastIndex', (item: number) => item === 7],
  ['findLast', (item: number) => item > 1],
  ['findLast', (item: number) => item > 7],
  ['with', 0, 9],
  ['with', -1, 9],
  ['toSpliced', 1, 2, 8, 8, 8],
  ['toSorted'],
  ['toSorted', (a: number, b: number) => b - a],
];

it('gives old browsers the methods of arrays that the rules use, and leaves those that are there', () => {
  const added: Record<string, (...args: readonly unknown[]) => unknown> = {};
  addMissing(added);
  const own: Record<string, (...args: readonly unknown[]) => unknown> = Object.create(Array.prototype);
  for (const [name, ...args] of calls)
    assert.deepEqual(added[name]?.apply(list, args), own[name]?.apply(list, args), name);
  assert.deepEqual(list, [3, 1, 2, 1]);
  const kept = () => 'own';
  const prototype = { at: kept };
  addMissing(prototype);
  assert.equal(prototype.at, kept);
});
