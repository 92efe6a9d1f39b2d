import assert from 'node:assert/strict';
import { test } from 'node:test';
import { won } from '../../testing/played-draw.ts';
import { type PoolResult, poolTable } from './pool-table.ts';

/** Winner first. `points` and `totals` as winner, loser. */
function beat(
  winner: number,
  loser: number,
  points: readonly [number, number] = [6, 0],
  totals: readonly [number, number] = [80, 70],
  arrows = 9,
): PoolResult {
  return {
    a: winner,
    b: loser,
    result: won('a', {
      points: { a: points[0], b: points[1] },
      totals: { a: totals[0], b: totals[1] },
      arrows: { a: arrows, b: arrows },
    }),
  };
}

const order = (results: readonly PoolResult[], seeds = [1, 2, 3]) => poolTable(seeds, results).map(({ seed }) => seed);

test('matches won come first, whatever the points', () => {
  assert.deepEqual(order([beat(3, 1, [6, 5]), beat(3, 2, [6, 5]), beat(1, 2)]), [3, 1, 2]);
});

test('three with one win each: difference of set points, then the total, then the average, then the seed', () => {
  assert.deepEqual(order([beat(1, 2, [6, 5]), beat(2, 3, [6, 0]), beat(3, 1, [6, 4])]), [2, 1, 3]);
  const against = [beat(1, 2, [6, 4]), beat(2, 3, [7, 4]), beat(3, 1, [6, 0])];
  assert.deepEqual(order(against), [3, 2, 1], 'for and against, not for alone: 10-7, 11-10, 6-10');
  const level = [beat(1, 2), beat(2, 3), beat(3, 1, [6, 0], [81, 70])];
  assert.deepEqual(order(level), [3, 1, 2]);
  const fewerArrows = [beat(1, 2), beat(2, 3, [6, 0], [75, 75], 6), beat(3, 1, [6, 0], [75, 70], 9)];
  const byAverage = poolTable([1, 2, 3], fewerArrows, ['total', 'average']).map(({ seed }) => seed);
  assert.deepEqual(byAverage, [3, 1, 2], '150 of 15 arrows, 150 of 18, 145 of 15');
  const forfeit = poolTable(
    [1, 2],
    [{ a: 1, b: 2, result: won('a', { totals: { a: 0, b: 20 }, arrows: { a: 0, b: 3 } }) }],
    ['average'],
  );
  assert.equal(forfeit[0]?.seed, 2, 'no arrows, no average');
  assert.deepEqual(order([beat(1, 2), beat(2, 3), beat(3, 1)].reverse()), [1, 2, 3]);
});

test('two who are level in all of that: who won their match', () => {
  const results = [beat(2, 1), beat(1, 3), beat(1, 4), beat(2, 3), beat(4, 2), beat(3, 4)];
  assert.deepEqual(order(results, [1, 2, 3, 4]), [2, 1, 3, 4]);
  assert.deepEqual(
    poolTable([1, 2, 3, 4], results, ['won']).map(({ seed }) => seed),
    [1, 2, 3, 4],
    'another order is data',
  );
});

test('points for and against, seen from either side; neither came: nobody has won', () => {
  const [first, second] = poolTable([7, 8], [{ a: 8, b: 7, result: won('b', { points: { a: 2, b: 6 } }) }]);
  assert.deepEqual([first?.seed, first?.place, first?.pointsFor, first?.pointsAgainst], [7, 1, 6, 2]);
  assert.deepEqual([second?.seed, second?.place, second?.pointsFor, second?.pointsAgainst], [8, 2, 2, 6]);
  const absent = poolTable([7, 8], [{ a: 7, b: 8, result: won('none') }]);
  assert.deepEqual(
    absent.map(({ seed, matches, won: wins }) => [seed, matches, wins]),
    [
      [7, 1, 0],
      [8, 1, 0],
    ],
  );
});
