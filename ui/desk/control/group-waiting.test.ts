import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupWaiting } from './group-waiting.ts';

test('archers of a target who wait at the same end are one line, farthest behind first as they come', () => {
  const one = (target: string | null, end: number, behind: number, entry = 1) => ({
    ...{ entry, name: `of ${target}`, target, end, behind },
  });
  const groups = groupWaiting([
    one('9A', 1, 3),
    one('9C', 1, 3),
    one('12B', 2, 2),
    one('9B', 3, 1),
    one(null, 3, 1, 7),
  ]);
  assert.deepEqual(
    groups.map(({ targets, butt, names, end }) => [targets, butt, names.length, end]),
    [
      ['9AC', 9, 2, 1],
      ['12B', 12, 1, 2],
      ['9B', 9, 1, 3],
      ['', undefined, 1, 3],
    ],
  );
});
