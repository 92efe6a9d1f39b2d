import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bracketMatchId,
  type ChartSize,
  chartLines,
  chartSizes,
  createBracket,
  inheritedSeed,
  linesOf,
  nextNumber,
  seedOrder,
  smallestChart,
} from './bracket.ts';
import { type BracketResult, type BracketState, type Occupant, playBracket } from './bracket-play.ts';

function allBrackets(): readonly { chart: ChartSize; qualifiers: number }[] {
  return chartSizes.flatMap((chart) => Array.from({ length: chart }, (_, index) => ({ chart, qualifiers: index + 1 })));
}

/** Plays to the end; `pick` names the winner of a match of two seeds. */
function playOut(
  bracket: ReturnType<typeof createBracket>,
  pick: (a: number, b: number) => BracketResult,
): readonly BracketState[] {
  const results = new Map<string, BracketResult>();
  let states = [...playBracket(bracket, new Map()).values()];
  for (let level = Math.log2(linesOf(bracket.chart)); level >= 1; level -= 1) {
    for (const { match, a, b } of states)
      if (match.level === level && typeof a === 'number' && typeof b === 'number') results.set(match.id, pick(a, b));
    states = [...playBracket(bracket, new Map(results as Map<`${number}/${number}`, BracketResult>)).values()];
  }
  return states;
}

const better = (a: number, b: number): BracketResult => (a < b ? 'a' : 'b');

test('the chart of eight', () => {
  assert.deepEqual(seedOrder(8), [1, 8, 5, 4, 3, 6, 7, 2]);
  assert.throws(() => seedOrder(12), /power of two/);
});

test('the match for bronze takes the losers of the semi-finals', () => {
  const { matches } = createBracket({ chart: 4, qualifiers: 4 });
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
  assert.equal(createBracket({ chart: 4, qualifiers: 4, placesShot: 2 }).matches.length, 3);
  assert.throws(() => createBracket({ chart: 8, qualifiers: 8, placesShot: 6 }), /6 places/);
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
  const states = playBracket(createBracket({ chart: 104, qualifiers: 104 }), new Map());
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
      const { matches, placesShot: places } = createBracket({ ...options, placesShot });
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
    const bracket = createBracket(options);
    const top = Math.log2(linesOf(options.chart));
    const byes: Occupant[] = [];
    let empty = 0;
    for (const { match, kind, winner } of playBracket(bracket, new Map()).values()) {
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
    const states = playOut(createBracket(options), better);
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
    const states = playOut(createBracket({ chart, qualifiers: chart }), (a, b) => (a > b ? 'a' : 'b'));
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
    const states = playOut(createBracket({ chart, qualifiers, placesShot: 128 }), better);
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
  assert.equal(createBracket({ chart: 8, qualifiers: 12 }).qualifiers, 8);
});
