// Trees of any size in pieces: every match is drawn, no piece is larger than a page, and a joint is on both of its pages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mostColumns, mostMatches, type TreeColumn, treeWindows } from './bracket-windows.ts';

type Column = TreeColumn<string>;

function columnsOf(sizes: readonly number[]): readonly Column[] {
  return sizes.map((size, column) => ({
    title: `${column}`,
    matches: Array.from({ length: size }, (_, index) => `${column}/${index}`),
  }));
}

const halving = fc
  .integer({ min: 0, max: 7 })
  .map((rounds) => Array.from({ length: rounds + 1 }, (_, at) => 2 ** (rounds - at)));
/** The lower half of a double elimination has two rounds of each size. */
const doubled = halving.map((sizes) => sizes.flatMap((size) => [size, size]));

test('every match is on a page, and none is larger than a page', () => {
  fc.assert(
    fc.property(fc.oneof(halving, doubled), (sizes) => {
      const columns = columnsOf(sizes);
      const windows = treeWindows(columns);
      const drawn = new Set(windows.flatMap((each) => each.columns.flatMap(({ matches }) => matches)));
      assert.deepEqual(drawn, new Set(columns.flatMap(({ matches }) => matches)));
      for (const { columns: own } of windows) {
        assert.ok(own.length >= 1 && own.length <= mostColumns + 1);
        assert.ok((own[0]?.matches.length ?? 0) <= mostMatches);
      }
    }),
  );
});

test('whoever goes on to another page is found there in the same match', () => {
  fc.assert(
    fc.property(fc.oneof(halving, doubled), (sizes) => {
      const windows = treeWindows(columnsOf(sizes));
      for (const [index, { columns, goesOn }] of windows.entries()) {
        const later = windows.slice(index + 1).filter(({ comesFrom }) => comesFrom);
        const begins = later.flatMap((each) => each.columns[0]?.matches ?? []);
        const ends = columns.at(-1)?.matches ?? [];
        assert.equal(goesOn, sizes.length > 0 && ends.every((match) => begins.includes(match)));
      }
    }),
  );
});

test('sixteen or fewer are one piece; 128 are four and one', () => {
  const of = (size: number) =>
    treeWindows(columnsOf(halvesOf(size))).map(({ columns, part }) => [part, columns.length]);
  assert.deepEqual(of(16), [[1, 5]]);
  assert.deepEqual(of(64), [
    [1, 5],
    [2, 5],
    [3, 5],
    [4, 5],
    [1, 3],
  ]);
});

function halvesOf(matches: number): readonly number[] {
  return matches <= 1 ? [matches] : [matches, ...halvesOf(matches / 2)];
}
