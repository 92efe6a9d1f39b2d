import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kept, moved, noRows, pointedAt, toggled, toggledAll } from './row-selection.ts';

const rows = [5, 3, 9, 1, 7];

test('the cursor moves by rows, stays within them and begins at the first', () => {
  const first = moved(noRows, rows, 1, false);
  assert.equal(first.cursor, 5);
  assert.equal(moved(first, rows, 1, false).cursor, 3);
  assert.equal(moved(first, rows, -1, false).cursor, 5);
  assert.equal(moved(first, rows, 40, false).cursor, 7);
  assert.equal(moved(first, rows, 'last', false).cursor, 7);
  assert.equal(moved(moved(first, rows, 'last', false), rows, 'first', false).cursor, 5);
  assert.equal(moved(noRows, [], 1, false), noRows);
  // A row that the filter has taken away: from the top.
  assert.equal(moved({ ...noRows, cursor: 4 }, rows, 1, false).cursor, 5);
});

test('with shift the rows in between are chosen, also the other way', () => {
  const at = pointedAt(noRows, rows, 9, false);
  const down = moved(at, rows, 1, true);
  assert.deepEqual([down.cursor, [...down.chosen]], [1, [9, 1]]);
  const up = moved(moved(down, rows, -1, true), rows, -1, true);
  assert.deepEqual([up.cursor, [...up.chosen]], [3, [3, 9]]);
  assert.deepEqual([...pointedAt(at, rows, 7, true).chosen], [9, 1, 7]);
});

test('single rows are chosen and let go, all together too', () => {
  const two = toggled(toggled(noRows, 9), 5);
  assert.deepEqual([...two.chosen], [9, 5]);
  assert.deepEqual([...toggled(two, 9).chosen], [5]);
  assert.equal(toggled(two, undefined), two);
  const all = toggledAll(two, rows);
  assert.deepEqual([...all.chosen], rows);
  assert.deepEqual([...toggledAll(all, rows).chosen], []);
  assert.deepEqual([...toggledAll(noRows, []).chosen], []);
});

test('rows that are gone are not chosen any more', () => {
  const state = toggled(toggled(noRows, 9), 5);
  assert.equal(kept(state, new Set(rows)), state);
  assert.deepEqual(kept(state, new Set([9])), { cursor: undefined, anchor: undefined, chosen: new Set([9]) });
});
