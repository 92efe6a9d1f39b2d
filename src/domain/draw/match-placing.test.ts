import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  better,
  bracketOf,
  doubleElimination,
  playOut,
  poolsOf,
  results,
  roundRobin,
  won,
  worse,
} from '../../testing/played-draw.ts';
import type { SidePoints } from '../match/match.ts';
import type { DrawResult } from './draw-result.ts';
import { makeDraw } from './make-draw.ts';
import { bestPlacesLeft, compareLosers, type LostMatch, type Placed, placesOf } from './match-placing.ts';

const eight = makeDraw(bracketOf(8), 8);
const pairs = (places: readonly Placed[]) => places.map(({ place, seed }) => [place, seed]);

test('three in a chart of four: the first has a bye, the loser of the other semi-final is third', () => {
  const three = makeDraw(bracketOf(4), 3);
  const places = placesOf(three, 3, results({ '2/2': 'b', '1/1': 'a' }), 'byPhase');
  assert.deepEqual(pairs(places), [
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
});

const lost = (points: number, total: number, arrows = 15, shootOffTotal = 0): LostMatch => ({
  points,
  total,
  arrows,
  shootOffTotal,
  shootOffArrows: shootOffTotal > 0 ? 1 : 0,
});

const both = (a: number, b: number): SidePoints => ({ a, b });

/** `a` won 6-`points`, by 140 points. */
const against = (points: number, total: number): DrawResult =>
  won('a', { points: both(6, points), totals: both(140, total), arrows: both(15, 15) });

test('quarter-final losers by set points, then total; earlier phases share (default)', () => {
  const all = new Map([
    ['3/1', against(4, 130)],
    ['3/2', { ...against(0, 0), winner: 'b' as const, points: both(4, 6), totals: both(131, 129) }],
    ['3/3', against(5, 120)],
    ['3/4', against(4, 130)],
  ]);
  // Losers: 8 at the top, 5, 6, 2.
  assert.deepEqual(pairs(placesOf(eight, 8, all, 'byPhase')), [
    [5, 6],
    [6, 5],
    [7, 2],
    [7, 8],
  ]);
  assert.equal(compareLosers(lost(6, 140), lost(0, 100), 9, 'byPhase'), 0);
  all.delete('3/4');
  assert.deepEqual(placesOf(eight, 8, all, 'byPhase'), [], 'nobody is placed half-way');
});

test('by average, of fewer arrows too, then of the shoot-off (option)', () => {
  assert.ok(compareLosers(lost(0, 85, 9), lost(4, 140, 15), 9, 'byAverage') < 0);
  assert.ok(compareLosers(lost(0, 0, 0), lost(0, 60, 9), 9, 'byAverage') > 0);
  assert.ok(compareLosers(lost(5, 140, 15, 9), lost(5, 140, 15, 8), 5, 'byAverage') < 0);
  assert.equal(compareLosers(lost(5, 140), lost(3, 140), 5, 'byAverage'), 0);
  const sixteen = makeDraw(bracketOf(16), 16);
  const all = playOut(sixteen, 16, (a, b) => ({
    ...better(a, b),
    totals: both(100 + (a === 10 ? 1 : 0), 100 + (b === 10 ? 1 : 0)),
    arrows: both(15, 15),
  }));
  const places = new Map(placesOf(sixteen, 16, all, 'byAverage').map(({ seed, place }) => [seed, place]));
  assert.deepEqual([places.get(10), places.get(9), places.get(16)], [9, 10, 10]);
});

test('without a match for bronze the losers of the semi-finals share the third place, by either rule', () => {
  const four = makeDraw(bracketOf(4, 2), 4);
  const all = results({ '2/1': 'a', '1/1': 'b' }).set(
    '2/2',
    won('a', { totals: both(140, 130), arrows: both(15, 15) }),
  );
  for (const rule of ['byPhase', 'byAverage'] as const)
    assert.deepEqual(pairs(placesOf(four, 4, all, rule)), [
      [1, 3],
      [2, 1],
      [3, 2],
      [3, 4],
    ]);
});

test('sides that both stayed away share the last place of their part', () => {
  const all = results({ '3/1': 'none', '3/2': 'a', '3/3': 'a', '3/4': 'a', '2/2': 'a', '1/1': 'a' });
  assert.deepEqual(pairs(placesOf(eight, 8, all, 'byPhase')), [
    [1, 5],
    [2, 3],
    [3, 7],
    [5, 2],
    [5, 4],
    [5, 6],
    [8, 1],
    [8, 8],
  ]);
  const final = results({ '2/1': 'a', '2/2': 'a', '1/2': 'none', '1/1': 'none' });
  assert.deepEqual(pairs(placesOf(makeDraw(bracketOf(4), 4), 4, final, 'byPhase')), [
    [2, 1],
    [2, 3],
    [4, 2],
    [4, 4],
  ]);
});

test('sides that both stayed away from the first round of twelve in sixteen are twelfth', () => {
  const matches = makeDraw(bracketOf(16), 12);
  const all = playOut(matches, 12, (a, b, { match }) => (match.id === '4/2' ? won('none') : better(a, b)));
  assert.deepEqual(pairs(placesOf(matches, 12, all, 'byPhase')).slice(-5), [
    [9, 10],
    [9, 11],
    [9, 12],
    [12, 8],
    [12, 9],
  ]);
});

test('placement matches to eight: nobody of them shares', () => {
  const matches = makeDraw(bracketOf(16, 8), 16);
  const places = placesOf(matches, 16, playOut(matches, 16, better), 'byPhase');
  assert.deepEqual(
    places.map(({ place }) => place),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9, 9, 9, 9, 9],
  );
  assert.deepEqual(
    places.slice(0, 8).map(({ seed }) => seed),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );
});

test('double elimination of eight: by the round of the lower chart, 5th to 8th by points as quarter-final losers are', () => {
  const matches = makeDraw(doubleElimination, 8);
  const shared = placesOf(matches, 8, playOut(matches, 8, better), 'byPhase');
  assert.deepEqual(pairs(shared), [
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
    [5, 5],
    [5, 6],
    [7, 7],
    [7, 8],
  ]);
  const told = playOut(matches, 8, (a, b) => ({ ...better(a, b), points: both(a === 6 ? 5 : 0, b === 6 ? 5 : 0) }));
  assert.deepEqual(pairs(placesOf(matches, 8, told, 'byPhase')).slice(4, 6), [
    [5, 6],
    [6, 5],
  ]);
});

test('double elimination: the winner of the lower chart has to win twice', () => {
  const matches = makeDraw(doubleElimination, 4);
  const all = results({ 'U1/1': 'a', 'U1/2': 'b', 'U2/1': 'a', 'L1/1': 'a', 'L2/1': 'b', 'F/1': 'b' });
  assert.deepEqual(pairs(placesOf(matches, 4, all, 'byPhase')), [
    [3, 2],
    [4, 3],
  ]);
  assert.deepEqual(pairs(placesOf(matches, 4, all.set('F/2', won('b')), 'byPhase')).slice(0, 2), [
    [1, 4],
    [2, 1],
  ]);
});

test('double elimination: who stays away from the upper chart is last of those whom he would have met below', () => {
  const matches = makeDraw(doubleElimination, 8);
  const all = playOut(matches, 8, (a, b, { match }) => (match.id === 'U2/1' ? won('none') : better(a, b)));
  const places = new Map(placesOf(matches, 8, all, 'byPhase').map(({ seed, place }) => [seed, place]));
  assert.deepEqual([places.get(1), places.get(4), places.get(2)], [6, 6, 1]);
  const four = makeDraw(doubleElimination, 4);
  const final = playOut(four, 4, (a, b, { match }) => (match.section === 'final' ? won('none') : better(a, b)));
  assert.deepEqual(pairs(placesOf(four, 4, final, 'byPhase')), [
    [2, 1],
    [2, 2],
    [3, 3],
    [4, 4],
  ]);
  const first = playOut(matches, 8, (a, b, { match }) => (match.id === 'U1/1' ? won('none') : better(a, b)));
  assert.deepEqual(pairs(placesOf(matches, 8, first, 'byPhase')).slice(-3), [
    [7, 7],
    [8, 1],
    [8, 8],
  ]);
  const two = placesOf(makeDraw(doubleElimination, 2), 2, results({ 'U1/1': 'none' }), 'byPhase');
  assert.deepEqual(pairs(two), [
    [2, 1],
    [2, 2],
  ]);
});

test('a round robin places by its table, once all matches are shot', () => {
  const matches = makeDraw(roundRobin, 4);
  const all = playOut(matches, 4, worse);
  assert.deepEqual(pairs(placesOf(matches, 4, all, 'byPhase')), [
    [1, 4],
    [2, 3],
    [3, 2],
    [4, 1],
  ]);
  all.delete(matches.at(-1)?.id ?? '');
  assert.deepEqual(placesOf(matches, 4, all, 'byPhase'), []);
});

test('pools: the bracket first, then the thirds of all pools together, then the fourths', () => {
  const matches = makeDraw(poolsOf(2, 2), 7);
  const all = playOut(matches, 7, better);
  assert.deepEqual(pairs(placesOf(matches, 7, all, 'byPhase')), [
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
    [5, 5],
    [5, 6],
    [7, 7],
  ]);
  const inPools = new Map([...all].filter(([id]) => /^[AB]/.test(id)));
  assert.deepEqual(
    placesOf(matches, 7, inPools, 'byPhase').map(({ seed }) => seed),
    [5, 6, 7],
  );
  const single = makeDraw(poolsOf(1, 1), 3);
  assert.deepEqual(pairs(placesOf(single, 3, playOut(single, 3, better), 'byPhase')), [
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
});

test('57 in a chart of 104: the one who loses in the first round is the 57th, with placement matches too', () => {
  for (const placesShot of [4, 128]) {
    const matches = makeDraw(bracketOf(104, placesShot), 57);
    const places = placesOf(matches, 57, playOut(matches, 57, better), 'byPhase');
    assert.deepEqual(places.at(-1), { place: 57, seed: 57 }, `${placesShot}`);
  }
});

test('who has no place yet: the best that is left to each', () => {
  const left = (matches: typeof eight, all: ReturnType<typeof results>) =>
    [...bestPlacesLeft(matches, 8, all)].sort(([x], [y]) => x - y).map(([, place]) => place);
  // Upper sides are 1, 5, 3 and 7.
  const quarter = results({ '3/1': 'a', '3/2': 'a', '3/3': 'a', '3/4': 'a' });
  assert.deepEqual(left(eight, quarter), [1, 5, 1, 5, 1, 5, 1, 5]);
  assert.deepEqual(left(eight, quarter.set('2/1', won('a')).set('2/2', won('a'))), [1, 5, 1, 5, 3, 5, 3, 5]);
  const double = makeDraw(doubleElimination, 8);
  const early = results({ 'U1/1': 'a', 'U1/2': 'a', 'L1/1': 'a' });
  assert.deepEqual(left(double, early), [1, 1, 1, 7, 1, 1, 1, 1], 'lost once, still in it; lost twice, seventh');
});
