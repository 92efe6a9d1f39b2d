import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DecidedTie, groupTies, type Placeable, rankDecided } from './decided-ranking.ts';

const item = (key: string, total: number, ...counts: number[]): Placeable => ({ key, total, counts, unranked: 0 });

// b, c, d and e have the same total; c and d are level.
const list = [
  item('a', 60, 1),
  item('b', 55, 4),
  item('c', 55, 3),
  item('d', 55, 3),
  item('e', 55, 0),
  item('f', 50, 9),
];
const shootOff = (...levels: readonly (readonly string[])[]): DecidedTie => ({ reason: 'SO', levels });
const toss = (...keys: readonly string[]): DecidedTie => ({ reason: 'CT', levels: keys.map((key) => [key]) });

function places(...ties: readonly DecidedTie[]): readonly string[] {
  return rankDecided(list, ties).map(({ item: { key }, rank, decidedBy = '' }) => `${rank}${key}${decidedBy}`);
}

test('undecided, a full tie shares the place', () => {
  assert.deepEqual(places(), ['1a', '2b', '3c', '3d', '5e', '6f']);
});

test('a toss orders exactly those who are fully tied', () => {
  assert.deepEqual(places(toss('d', 'c')), ['1a', '2b', '3dCT', '4cCT', '5e', '6f']);
  assert.deepEqual(places(toss('d', 'c', 'b')), places(), 'b is not tied with them');
  assert.deepEqual(places(toss('c', 'e')), places());
});

test('a shoot-off orders equal totals against their counts (12.5.2)', () => {
  assert.deepEqual(places(shootOff(['e'], ['d'], ['c'], ['b'])), ['1a', '2eSO', '3dSO', '4cSO', '5bSO', '6f']);
  assert.deepEqual(places(shootOff(['d'], ['c'])), places(), 'not all of the total');
});

test('whom a shoot-off leaves level share the place, whatever their counts, until a toss', () => {
  const ties = [shootOff(['e'], ['d', 'c', 'b'])];
  assert.deepEqual(places(...ties), ['1a', '2eSO', '3bSO', '3cSO', '3dSO', '6f']);
  assert.deepEqual(places(...ties, toss('d', 'c')), places(...ties), 'b is level with them now');
  assert.deepEqual(places(...ties, toss('d', 'b', 'c')), ['1a', '2eSO', '3dCT', '4bCT', '5cCT', '6f']);
});

test('places before anybody decided stay known', () => {
  const byScore = rankDecided(list, [shootOff(['e'], ['d'], ['c'], ['b'])]).map((row) => [
    row.item.key,
    row.rankByScore,
  ]);
  assert.deepEqual(byScore, [
    ['a', 1],
    ['e', 5],
    ['d', 3],
    ['c', 3],
    ['b', 2],
    ['f', 6],
  ]);
});

test('those without a rank stand at the end, whatever they scored', () => {
  const rows = rankDecided([...list, { ...item('z', 70, 7), unranked: 3 }], []);
  assert.deepEqual(rows.at(-1), {
    item: { ...item('z', 70, 7), unranked: 3 },
    rank: 0,
    rankByScore: 0,
    decidedBy: undefined,
  });
  assert.equal(rows[0]?.rank, 1);
});

test('groups know the places that they share', () => {
  const groups = groupTies(list, [shootOff(['e'], ['d', 'c', 'b'])]);
  assert.deepEqual(
    groups.map(({ from, to }) => [from, to]),
    [
      [1, 1],
      [2, 5],
      [6, 6],
    ],
  );
  assert.deepEqual(
    groups[1]?.levels.map(({ from, to }) => [from, to]),
    [
      [2, 2],
      [3, 5],
    ],
  );
  assert.deepEqual(groupTies([], []), []);
});
