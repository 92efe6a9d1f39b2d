import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ArrowValue } from '../arrow-value.ts';
import { orderOfShootOff } from './cut-shoot-off.ts';
import { type DecidedTie, type Placeable, rankDecided } from './decided-ranking.ts';
import { rank } from './ranking.ts';
import { compareStanding } from './ranking-tree.ts';

// Small numbers, so that ties are common.
const items: fc.Arbitrary<readonly Placeable[]> = fc
  .array(fc.record({ total: fc.nat(2), counts: fc.tuple(fc.nat(1)), unranked: fc.constantFrom(0, 0, 0, 0, 0, 4) }), {
    maxLength: 9,
  })
  .map((scores) => scores.map((score, index) => ({ ...score, key: `${index}` })).sort(compareStanding));

/** About some of them, tied or not: what does not hold must change nothing. */
const decisionsAbout = (all: readonly Placeable[]): fc.Arbitrary<readonly DecidedTie[]> => {
  const groups = [
    ...Map.groupBy(all, ({ total, unranked }) => `${total} ${unranked}`).values(),
    ...Map.groupBy(all, ({ total, counts, unranked }) => `${total} ${counts} ${unranked}`).values(),
    all.slice(0, 3),
  ];
  const decision = fc.constantFrom(...groups).chain((group) => {
    const keys = group.map(({ key }) => key);
    return fc.record({
      reason: fc.constantFrom('SO' as const, 'CT' as const),
      levels: fc
        .tuple(fc.shuffledSubarray(keys, { minLength: keys.length }), fc.nat(keys.length))
        .map(([order, alone]) => [...order.slice(0, alone).map((key) => [key]), order.slice(alone)]),
    });
  });
  return fc.array(decision, { maxLength: 4 });
};
const decided = items.chain((all) => fc.tuple(fc.constant(all), decisionsAbout(all)));

test('whatever is decided, nobody passes a better total, nobody is lost, and places go up by one or are shared', () => {
  fc.assert(
    fc.property(decided, ([all, ties]) => {
      const rows = rankDecided(all, ties);
      assert.deepEqual(new Set(rows.map(({ item }) => item)), new Set(all));
      assert.equal(rows.length, all.length);
      const ranked = rows.filter((row) => row.rank > 0);
      assert.equal(ranked.length, all.filter(({ unranked }) => unranked === 0).length);
      assert.ok(rows.slice(ranked.length).every((row) => row.rank === 0 && row.decidedBy === undefined));
      for (const [index, row] of ranked.entries()) {
        const before = ranked[index - 1];
        assert.ok(row.rank === index + 1 || (before && row.rank === before.rank), `${index}: ${row.rank}`);
        assert.ok(!before || before.item.total >= row.item.total);
        if (before && !row.decidedBy && !before.decidedBy) assert.ok(compareStanding(before.item, row.item) <= 0);
      }
    }),
    { numRuns: 300 },
  );
});

test('only members of a tie that was decided stand otherwise than by their scores', () => {
  fc.assert(
    fc.property(decided, ([all, ties]) => {
      const byScore = new Map(
        rank(all.filter(({ unranked }) => unranked === 0)).map((each) => [each.item.key, each.rank]),
      );
      for (const { item, rank: place, rankByScore, decidedBy } of rankDecided(all, ties)) {
        assert.equal(rankByScore, byScore.get(item.key) ?? 0);
        if (!decidedBy) assert.equal(place, rankByScore);
        else assert.ok(ties.some(({ reason, levels }) => reason === decidedBy && levels.flat().includes(item.key)));
      }
    }),
    { numRuns: 300 },
  );
});

const shots = fc.array(
  fc.record({
    arrows: fc.constantFrom<ArrowValue[][]>([], ['M'], ['9'], ['10']),
    distancesMm: fc.constantFrom<number[][]>([], [3], [4]),
  }),
  { minLength: 2, maxLength: 6 },
);
const points = (value: ArrowValue) => (value === 'M' ? 0 : Number(value));

test('who stands how in a shoot-off does not depend on the order in which shots are written', () => {
  fc.assert(
    fc.property(
      shots.chain((all) => {
        const round = all.map((shot, index) => ({ ...shot, key: `${index}` }));
        return fc.tuple(fc.constant(round), fc.shuffledSubarray(round, { minLength: round.length }));
      }),
      ([round, shuffled]) => {
        const levels = (shot: typeof round) => orderOfShootOff([shot], points).map((level) => level.toSorted());
        assert.deepEqual(levels(shuffled), levels(round));
        assert.deepEqual(levels(round).flat().sort(), round.map(({ key }) => key).sort());
      },
    ),
  );
});
