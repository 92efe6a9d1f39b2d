import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ChunkedList } from './chunked-list.ts';

// Indexes around the edges of chunks, and some far away.
const index = fc.oneof(fc.nat(300), fc.constantFrom(0, 63, 64, 65, 127, 128, 4095, 9999));
const changes = fc.array(fc.array(fc.tuple(index, fc.integer()), { maxLength: 8 }), { maxLength: 20 });

const sorted = (model: ReadonlyMap<number, number>) => [...model].sort(([a], [b]) => a - b);

test('it holds what a Map would, in the order of the indexes, and old versions never change', () => {
  fc.assert(
    fc.property(changes, (steps) => {
      let list = ChunkedList.empty<number>();
      const model = new Map<number, number>();
      const versions: { list: ChunkedList<number>; items: (readonly [number, number])[] }[] = [];
      for (const items of steps) {
        versions.push({ list, items: sorted(model) });
        list = items.length === 1 && items[0] ? list.with(...items[0]) : list.withAll(items);
        for (const [at, value] of items) model.set(at, value);
        for (const [at] of items) assert.equal(list.at(at), model.get(at));
      }
      versions.push({ list, items: sorted(model) });
      for (const version of versions) {
        assert.deepEqual([...version.list.entries()], version.items);
        assert.deepEqual(
          [...version.list.values()],
          version.items.map(([, value]) => value),
        );
      }
    }),
  );
});

test('what was never set is undefined', () => {
  fc.assert(
    fc.property(fc.uniqueArray(index, { maxLength: 10 }), index, (set, asked) => {
      const list = ChunkedList.from(set.map((at) => [at, 'here'] as const));
      assert.equal(list.at(asked), set.includes(asked) ? 'here' : undefined);
    }),
  );
});

test('an index that cannot be is nowhere', () => {
  const list = ChunkedList.from([[0, 'zero']]);
  for (const at of [-1, 0.5, Number.NaN, 4294967295]) assert.equal(list.at(at), undefined);
});

test('a change shares all chunks but one with the version before', () => {
  const objects = Array.from({ length: 200 }, (_, at) => [at, { at }] as const);
  const before = ChunkedList.from(objects);
  const next = before.with(70, { at: -1 });
  assert.equal(next.at(70)?.at, -1);
  assert.equal(before.at(70)?.at, 70);
  for (const at of [0, 69, 71, 199]) assert.equal(next.at(at), before.at(at));
});
