import assert from 'node:assert/strict';
import { test } from 'node:test';
import { athletePath, type FollowedBefore, parseEntry, parseFollowed, withFollowed } from './followed-athletes.ts';

const followed = (entry: number): FollowedBefore => ({
  ...{ competition: 'c 1', entry, name: `Archer ${entry}`, competitionName: 'Cup' },
});

test('the latest comes first, nobody twice, and not more than a list for a thumb', () => {
  let list: readonly FollowedBefore[] = [];
  for (let entry = 1; entry <= 12; entry += 1) list = withFollowed(list, followed(entry));
  assert.deepEqual(
    list.map(({ entry }) => entry),
    [12, 11, 10, 9, 8, 7, 6, 5],
  );
  assert.deepEqual(
    withFollowed(list, followed(9)).map(({ entry }) => entry),
    [9, 12, 11, 10, 8, 7, 6, 5],
  );
  assert.deepEqual(parseFollowed(JSON.stringify(list)), list);
});

test('what another version or a broken storage has left is passed over', () => {
  for (const text of [null, '', '{', '{"a":1}', '7', '[{"competition":"c"}]', '[null]']) {
    assert.deepEqual(parseFollowed(text), [], String(text));
  }
});

test('addresses', () => {
  assert.equal(athletePath('c 1', 12), '/athlete/c%201/12');
  assert.equal(parseEntry('12'), 12);
  for (const text of [undefined, '', '0', '-1', '1.5', 'x', '12345678901']) assert.equal(parseEntry(text), undefined);
});
