import assert from 'node:assert/strict';
import { test } from 'node:test';
import { better, bracketOf, playOut, worse } from '../../testing/played-draw.ts';
import {
  bracketMatchId,
  type ChartSize,
  chartLines,
  chartSizes,
  inheritedSeed,
  linesOf,
  nextNumber,
  seedOrder,
  smallestChart,
} from './bracket.ts';
import { type DrawState, type Occupant, playDraw } from './draw-play.ts';
import type { DrawResult } from './draw-result.ts';
import { makeDraw } from './make-draw.ts';

interface Options {
  readonly chart: ChartSize;
  readonly qualifiers: number;
}

function allBrackets(): readonly Options[] {
  return chartSizes.flatMap((chart) => Array.from({ length: chart }, (_, index) => ({ chart, qualifiers: index + 1 })));
}

function statesAfter(
  { chart, qualifiers, placesShot = 4 }: Options & { readonly placesShot?: number },
  pick: (a: number, b: number) => DrawResult,
): readonly DrawState[] {
  const matches = makeDraw(bracketOf(chart, placesShot), qualifiers);
  return [...playDraw(matches, qualifiers, playOut(matches, qualifiers, pick)).values()];
}

test('the chart of eight', () => {
  assert.deepEqual(seedOrder(8), [1, 8, 5, 4, 3, 6, 7, 2]);
  assert.throws(() => seedOrder(12), /power of two/);
});

test('the match for bronze takes the losers of the semi-finals', () => {
  const matches = makeDraw(bracketOf(4), 4);
  assert.deepEqual(
    matches.map(({ id, topPlace }) => [id, topPlace]),
    [
      ['2/1', 1],
      ['2/2', 1],
      ['1/2', 3],
      ['1/1', 1],
    ],
  );
  assert.deepEqual(matches[2]?.a, { from: 'loser', match: '2/1' });
  assert.deepEqual(matches[3]?.b, { from: 'winner', match: '2/2' });
  assert.equal(makeDraw(bracketOf(4, 2), 4).length, 3);
  assert.throws(() => makeDraw(bracketOf(8, 6), 8), /6 places/);
});

test('104, 56 and 24: the first eight enter where the others of the small charts have been shot down', () => {
  const pairs = (chart: ChartSize) => {
    const lines = chartLines(chart);
    return Array.from({ length: lines.length / 2 }, (_, pair) => [lines[2 * pair], lines[2 * pair + 1]]);
  };
  const shot = (chart: ChartSize) => pairs(chart).filter(([a, b]) => a !== undefined && b !== undefined);
  for (const [chart, matches, sum] of [
    [104, 48, 113],
    [56, 24, 65],
    [24, 8, 33],
  ] as const) {
    assert.equal(shot(chart).length, matches);
    for (const [a, b] of shot(chart)) assert.equal((a ?? 0) + (b ?? 0), sum);
  }
  const states = playDraw(makeDraw(bracketOf(104), 104), 104, new Map());
  assert.equal(states.get('7/1')?.kind, 'bye');
  assert.equal(states.get('7/2')?.kind, 'empty');
  assert.equal(states.get('6/1')?.winner, 1, 'a second bye: the 1/24');
  assert.equal(states.get('5/1')?.a, 1);
  assert.equal(states.get('5/1')?.winner, 'pending');
});

test('every chart with every number of qualifiers is a complete tree', () => {
  for (const options of allBrackets()) {
    const lines = linesOf(options.chart);
    for (const placesShot of [2, 4, 8, lines]) {
      const matches = makeDraw(bracketOf(options.chart, placesShot), options.qualifiers);
      const places = Math.min(placesShot, lines);
      const sources = matches.flatMap(({ a, b }) => [a, b]);
      const seeds = sources.flatMap((source) => (source.from === 'seed' ? [source.seed] : []));
      assert.deepEqual(
        seeds.sort((x, y) => x - y),
        Array.from({ length: options.qualifiers }, (_, index) => index + 1),
      );
      const takers = Map.groupBy(
        matches.flatMap(({ id, a, b }) => [a, b].map((source) => ({ id, source }))),
        ({ source }) => ('match' in source ? `${source.from} ${source.match}` : source.from),
      );
      for (const { level, number, id } of matches) {
        for (const as of ['winner', 'loser'] as const) {
          const goesOn = level > 1 && (as === 'winner' || 2 ** level * Math.ceil(number / 2 ** (level - 1)) <= places);
          const next = goesOn ? [bracketMatchId(level - 1, nextNumber(level, number, as))] : [];
          const taken = takers.get(`${as} ${id}`)?.map((taker) => taker.id) ?? [];
          if (taken.join() !== next.join()) assert.deepEqual(taken, next, `${options.chart} ${placesShot} ${id} ${as}`);
        }
      }
    }
  }
});

test('byes go to the highest seeds, in every chart with every number of qualifiers', () => {
  for (const options of allBrackets()) {
    const matches = makeDraw(bracketOf(options.chart), options.qualifiers);
    const top = Math.log2(linesOf(options.chart));
    const byes: Occupant[] = [];
    let empty = 0;
    for (const { match, kind, winner } of playDraw(matches, options.qualifiers, new Map()).values()) {
      if (match.level !== top) continue;
      if (kind === 'bye') byes.push(winner);
      if (kind === 'empty') empty += 1;
    }
    const expected = Array.from({ length: byes.length }, (_, index) => index + 1);
    assert.deepEqual(
      byes.map(Number).sort((x, y) => x - y),
      expected,
      JSON.stringify(options),
    );
    if (options.chart === linesOf(options.chart) && options.qualifiers > options.chart / 2)
      assert.deepEqual([byes.length, empty], [options.chart - options.qualifiers, 0]);
  }
});

test('top seeds meet as late as possible: where the better seed always wins, the best 2^n are the last 2^n', () => {
  for (const options of allBrackets()) {
    const states = statesAfter(options, better);
    for (const { match, a, b } of states) {
      if (match.topPlace !== 1) continue;
      for (const seed of [a, b]) {
        const early = match.level === Math.log2(linesOf(options.chart));
        if (typeof seed === 'number' && !early)
          assert.ok(seed <= 2 ** match.level, `${JSON.stringify(options)} ${seed}`);
      }
    }
    const final = states.find(({ match }) => match.id === '1/1');
    assert.equal(final?.winner, 1);
    if (options.qualifiers > 1) assert.equal(final?.loser, 2);
  }
});

test('winners inherit the line, in the chart of 104 too', () => {
  for (const chart of [64, 104, 128] as const) {
    const states = statesAfter({ chart, qualifiers: chart }, worse);
    for (const { match, a, b } of states) {
      if (match.topPlace !== 1) continue;
      const order = seedOrder(2 ** match.level);
      for (const [seed, line] of [
        [a, order[2 * match.number - 2]],
        [b, order[2 * match.number - 1]],
      ])
        if (typeof seed === 'number' && match.level < 7) assert.equal(inheritedSeed(seed, match.level, chart), line);
    }
  }
});

test('full placement matches give everybody a place of their own', () => {
  for (const qualifiers of [2, 3, 5, 6, 8, 11, 16]) {
    const chart = smallestChart(qualifiers);
    const states = statesAfter({ chart, qualifiers, placesShot: 128 }, better);
    const places = states
      .filter(({ match }) => match.level === 1)
      .flatMap(({ match, winner, loser }) => [
        [match.topPlace, winner],
        [match.topPlace + 1, loser],
      ])
      .filter(([, seed]) => typeof seed === 'number');
    assert.equal(places.length, qualifiers);
    assert.equal(new Set(places.map(([, seed]) => seed)).size, qualifiers);
    for (const [place, seed] of places) if (Number(seed) <= 4) assert.equal(place, seed);
  }
});

test('the smallest chart of a power of two', () => {
  assert.deepEqual([1, 2, 3, 8, 9, 24, 65, 128, 200].map(smallestChart), [2, 2, 4, 8, 16, 32, 128, 128, 128]);
  assert.deepEqual(makeDraw(bracketOf(8), 12), makeDraw(bracketOf(8), 8));
});
