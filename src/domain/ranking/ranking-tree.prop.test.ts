import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rank } from './ranking.ts';
import { compareTreeScores, type RankingNode, RankingTree, type TreeScore } from './ranking-tree.ts';

// Small numbers, so that ties are common; entries are unique.
const scoreOf = (entry: number) =>
  fc.record(
    {
      entry: fc.constant(entry),
      unranked: fc.constantFrom(0, 0, 0, 0, 2, 3),
      total: fc.nat(5),
      counts: fc.tuple(fc.nat(2), fc.nat(2)),
    },
    { noNullPrototype: true },
  );
const scores = fc
  .uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 40 })
  .chain((entries) => fc.tuple(...entries.map(scoreOf)));

const sorted = (all: readonly TreeScore[]) => [...all].sort(compareTreeScores);

test('the tree is the sorted list, however it came about, and its shape follows from what is in it', () => {
  fc.assert(
    fc.property(
      scores.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all), fc.nat(all.length))),
      ([all, some, count]) => {
        const built = RankingTree.from(all);
        assert.deepEqual([...built.values()], sorted(all));
        const oneByOne = all.reduce((tree, score) => tree.with(score), RankingTree.empty);
        assert.deepEqual(oneByOne, built);
        const removed = some.reduce((tree, score) => tree.without(score), built);
        const rest = all.filter((score) => !some.includes(score));
        assert.deepEqual(removed, RankingTree.from(rest));
        assert.deepEqual(removed.withAll(some), built);
        assert.deepEqual(RankingTree.from(all.slice(0, count)).withAll(all.slice(count)), built);
        assert.deepEqual([...built.values()], sorted(all), 'the old tree stays as it was');
      },
    ),
  );
});

test('places, indexes and pages of the tree are those of the sorted list', () => {
  fc.assert(
    fc.property(scores, fc.nat(45), fc.nat(10), (all, from, count) => {
      const tree = RankingTree.from(all);
      const list = sorted(all);
      assert.equal(tree.size, list.length);
      for (const [index, score] of list.entries()) {
        assert.equal(tree.indexOf(score), index);
        assert.equal(tree.at(index), score);
      }
      assert.equal(tree.at(list.length), undefined);
      assert.equal(tree.at(-1), undefined);
      assert.deepEqual(tree.slice(from, count), list.slice(from, from + count));
      const ranked = all.filter(({ unranked }) => unranked === 0);
      for (const { rank: place, item } of rank(ranked)) assert.equal(tree.rankOf(item), place);
    }),
  );
});

test('what is not in the tree is neither found nor removed', () => {
  fc.assert(
    fc.property(scores, scoreOf(999), (all, other) => {
      const tree = RankingTree.from(all);
      assert.equal(tree.without(other), tree);
      assert.equal(tree.indexOf(other), undefined);
      const known = all[0];
      if (known) assert.equal(tree.without({ ...known, total: known.total + 1 }), tree);
    }),
  );
});

function depthOf(node: RankingNode | undefined): number {
  return node ? 1 + Math.max(depthOf(node.left), depthOf(node.right)) : 0;
}

test('twelve thousand scores, equal or not, in any order: the way down stays short', () => {
  for (const total of [() => 0, (entry: number) => entry, (entry: number) => (entry * 7_919) % 701]) {
    const all = Array.from({ length: 12_000 }, (_, index) => ({
      entry: index + 1,
      unranked: 0,
      total: total(index + 1),
      counts: [],
    }));
    const tree = RankingTree.from(all);
    assert.equal(tree.size, 12_000);
    // 14 is the least; a random treap has about 2.5 times that.
    assert.ok(depthOf(tree.root) < 45, String(depthOf(tree.root)));
  }
});
