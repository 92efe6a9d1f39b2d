// Rankings of real competitions: what was published is what our rules say. Outdoors the lists of the British university championships
// 2017 to 2025, indoors Nîmes and the AGB National Indoors.
import assert from 'node:assert/strict';
import { goldenTest, type Row, readRows } from '../../testing/shared-data.ts';
import type { Discipline } from '../rounds/rounds.ts';
import { findRuleSet, type TieBreakCount } from '../rule-sets.ts';
import { compareScores, type RankingScore, rank } from './ranking.ts';

interface Placed {
  readonly place: number;
  readonly score: RankingScore;
}

const columns: Readonly<Record<TieBreakCount, readonly string[]>> = {
  x: ['xs'],
  ten: ['tens_incl_x', 'tens'],
  nine: ['nines'],
  eleven: [],
  six: [],
  five: [],
  sixOrFive: [],
};

function placedOf(row: Row, tieBreak: readonly TieBreakCount[]): Placed {
  const counts = tieBreak.map((count) => {
    const column = columns[count].find((name) => name in row);
    assert.ok(column, count);
    return Number(row[column]);
  });
  return { place: Number(row.pos), score: { total: Number(row.total), counts } };
}

/** Lists in the published order. */
function readLists(file: string, group: string, ruleSetId: string, discipline: Discipline) {
  const tieBreak = findRuleSet(ruleSetId)?.tieBreaks[discipline];
  assert.ok(tieBreak);
  const lists = new Map<string, Placed[]>();
  for (const row of readRows(file)) {
    const key = row[group] ?? '';
    lists.set(key, [...(lists.get(key) ?? []), placedOf(row, tieBreak)]);
  }
  return lists;
}

interface Pair {
  readonly list: string;
  readonly upper: Placed;
  readonly lower: Placed;
}

function adjacentPairs(lists: ReadonlyMap<string, readonly Placed[]>): readonly Pair[] {
  return [...lists].flatMap(([list, all]) =>
    all.slice(1).flatMap((lower, index) => {
      const upper = all[index];
      return upper ? [{ list, upper, lower }] : [];
    }),
  );
}

const isBroken = ({ upper, lower }: Pair) => compareScores(upper.score, lower.score) > 0;

for (const [file, pairs, brokenBy2026] of [
  ['ranking_outdoor_WA70.csv', 1004, 9],
  ['ranking_outdoor_WA50.csv', 427, 3],
] as const) {
  goldenTest(`${file}: tens before Xs, as the rules were; the rules of 2026 would place some otherwise`, [file], () => {
    const before = adjacentPairs(readLists(file, 'group', 'wa-2025', 'outdoor'));
    assert.equal(before.length, pairs);
    assert.equal(before.filter(isBroken).length, 0);
    const since = adjacentPairs(readLists(file, 'group', 'wa-2026', 'outdoor'));
    assert.equal(since.filter(isBroken).length, brokenBy2026);
  });

  goldenTest(`${file}: ranked by us, every list comes out in the published order`, [file], () => {
    for (const [list, published] of readLists(file, 'group', 'wa-2025', 'outdoor')) {
      const ranked = rank(published.map(({ score }, index) => ({ ...score, index })).toReversed());
      assert.deepEqual(
        ranked.map(({ item }) => [item.total, ...item.counts]),
        published.map(({ score }) => [score.total, ...score.counts]),
        list,
      );
    }
  });
}

// What the count-back does not decide: who shot off for the last place of a cut, at 8, 16 or 32. A shoot-off of several archers for one
// place leaves the losers side by side below it.
const shootOffs: Readonly<Record<string, readonly string[]>> = {
  AGBNI11: ['RM 32/33'],
  AGBNI14: [],
  AGBNI15: ['RW 33/34', 'RW 34/35', 'CW 32/33', 'CW 33/34'],
  AGBNI16: ['RM 32/33', 'CM 32/32', 'CM 32/32', 'CM 32/32'],
  AGBNI17: ['CM 33/34'],
  Nimes15: ['CM 32/33'],
  Nimes16: ['RM 32/33'],
  Nimes17: [],
};

for (const [event, expected] of Object.entries(shootOffs)) {
  const file = `ranking_indoor_${event}.csv`;
  goldenTest(`${event}: tens, then nines, but for the shoot-offs at the cut`, [file], () => {
    const pairs = adjacentPairs(readLists(file, 'category', 'wa-2026', 'indoor'));
    const broken = pairs.filter(isBroken);
    assert.deepEqual(
      broken.map(({ list, upper, lower }) => `${list} ${upper.place}/${lower.place}`),
      expected,
    );
    for (const { upper, lower } of broken)
      assert.equal(upper.score.total, lower.score.total, 'nobody passes a better total');
  });
}

goldenTest(
  'Nîmes: full ties inside the top 32 are split by a toss or a shoot-off, below they share the rank that we give',
  ['ranking_indoor_Nimes15.csv', 'ranking_indoor_Nimes16.csv', 'ranking_indoor_Nimes17.csv'],
  () => {
    let [splitInside, sharedBelow, splitBelow] = [0, 0, 0];
    for (const year of ['15', '16', '17']) {
      const lists = readLists(`ranking_indoor_Nimes${year}.csv`, 'category', 'wa-2026', 'indoor');
      for (const { upper, lower } of adjacentPairs(lists)) {
        if (compareScores(upper.score, lower.score) !== 0) continue;
        const shares = upper.place === lower.place;
        if (lower.place <= 32) {
          assert.equal(shares, false, `${year}: ${upper.place}/${lower.place}`);
          splitInside += 1;
        } else if (shares) sharedBelow += 1;
        else splitBelow += 1;
      }
      for (const published of lists.values()) {
        // Ours share wherever nothing but the arrows decides.
        const ranked = rank(published.map(({ score, place }) => ({ ...score, place })));
        const below = ranked.filter(({ item }) => item.place > 33);
        const different = below.filter(({ item, rank: ours }) => item.place !== ours);
        assert.ok(different.length <= 8, JSON.stringify(different));
      }
    }
    assert.deepEqual({ splitInside, sharedBelow, splitBelow }, { splitInside: 129, sharedBelow: 419, splitBelow: 5 });
  },
);
