import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  better,
  bracketOf,
  doubleElimination,
  playOut,
  poolsOf,
  roundRobin,
  won,
  worse,
} from '../../testing/played-draw.ts';
import type { Elimination } from '../event/event.ts';
import { chartSizes, linesOf } from './bracket.ts';
import type { DrawMatch } from './draw.ts';
import { playDraw } from './draw-play.ts';
import { makeDraw } from './make-draw.ts';
import { dealPools, linesOfPools, meetingRound, poolName } from './pools.ts';
import { roundsOfPairs } from './round-robin.ts';

const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Ids once, every seed once (in a round robin once a round), sources of matches that came before. */
function checkOrder(matches: readonly DrawMatch[], seeds: number, what: string): void {
  const known = new Set<string>();
  const seen = new Set<number>();
  for (const { id, section, a, b, onlyIfBWon = id } of matches) {
    for (const source of [a, b]) {
      if ('match' in source) assert.ok(known.has(source.match), `${what}: ${id}`);
      if (source.from !== 'seed') continue;
      assert.ok(section === 'pool' || !seen.has(source.seed), `${what}: ${source.seed} twice`);
      seen.add(source.seed);
    }
    assert.ok(onlyIfBWon === id || known.has(onlyIfBWon), what);
    assert.ok(!known.has(id), `${what}: ${id} twice`);
    known.add(id);
  }
  assert.deepEqual(
    [...seen].sort((x, y) => x - y),
    upTo(seeds),
    what,
  );
}

test('every bracket: every chart, every number of seeds from 2 to 128 in it, every number of places shot for', () => {
  for (const chart of chartSizes)
    for (const seeds of upTo(chart, 2))
      for (let placesShot = 2; placesShot <= linesOf(chart); placesShot *= 4) {
        const matches = makeDraw(bracketOf(chart, placesShot), seeds);
        checkOrder(matches, seeds, `${chart} ${seeds} ${placesShot}`);
        assert.equal(matches.at(-1)?.id, '1/1', 'the final is shot last');
      }
});

test('seeds 1 and 2 are apart until the final, whoever else wins', () => {
  for (const chart of chartSizes)
    for (const seeds of upTo(chart, 3)) {
      const matches = makeDraw(bracketOf(chart, 2), seeds);
      // Of two others the worse wins, against whom the first two meet late if ever.
      const pick = (a: number, b: number) => (Math.min(a, b) <= 2 ? better(a, b) : worse(a, b));
      const { a, b } = playDraw(matches, seeds, playOut(matches, seeds, pick)).get('1/1') ?? assert.fail();
      assert.deepEqual([a, b].map(Number).sort(), [1, 2], `${chart} ${seeds}`);
    }
});

const withFinals = (elimination: Elimination): Elimination => ({ ...elimination, finalsFormatId: 'finals' });
const late = (elimination: Elimination, seeds: number) =>
  makeDraw(withFinals(elimination), seeds)
    .filter(({ formatId }) => formatId === 'finals')
    .map(({ id }) => id);

test('the other format is for the last four: semi-finals, bronze and final', () => {
  assert.deepEqual(late(bracketOf(16, 16), 16), ['2/1', '2/2', '1/2', '1/1']);
  assert.deepEqual(late(bracketOf(2), 2), ['1/1']);
  assert.deepEqual(late(doubleElimination, 8), ['U3/1', 'L3/1', 'L4/1', 'F/1', 'F/2']);
  assert.deepEqual(late(doubleElimination, 2), ['U1/1', 'F/1', 'F/2']);
  assert.deepEqual(late(roundRobin, 4), []);
  assert.deepEqual(late(poolsOf(2, 2), 8), ['2/1', '2/2', '1/2', '1/1']);
  assert.ok(makeDraw(bracketOf(4), 4).every(({ formatId }) => formatId === 'set-individual'));
});

const anybody = (a: number, b: number) => won((a * 31 + b * 17) % 7 < 3 ? 'a' : 'b');

test('double elimination, every size to 64: who does not win has lost twice, who wins at most once', () => {
  for (const seeds of upTo(64, 2)) {
    const matches = makeDraw(doubleElimination, seeds);
    checkOrder(matches, seeds, `${seeds}`);
    for (const pick of [better, worse, anybody]) {
      const losses = new Map<number, number>();
      const states = [...playDraw(matches, seeds, playOut(matches, seeds, pick)).values()];
      for (const { loser } of states) if (typeof loser === 'number') losses.set(loser, (losses.get(loser) ?? 0) + 1);
      const [first, second] = states.slice(-2);
      const winner = second?.kind === 'notNeeded' ? first?.winner : second?.winner;
      assert.equal(second?.kind === 'notNeeded', first?.winner === first?.a, 'a second final only if b won the first');
      for (const seed of upTo(seeds)) {
        const lost = losses.get(seed) ?? 0;
        assert.ok(seed === winner ? lost <= 1 : lost === 2, `${seeds}: ${seed} lost ${lost}`);
      }
      // One loss each but the winner's none or one.
      const shot = states.filter(({ kind }) => kind === 'match').length;
      assert.ok(shot === 2 * seeds - 2 || shot === 2 * seeds - 1, `${seeds}: ${shot}`);
    }
  }
});

test('double elimination: nobody who comes down meets somebody again at once, but where two are left', () => {
  for (const seeds of upTo(64, 5)) {
    const matches = makeDraw(doubleElimination, seeds);
    const inRound = (level: number) =>
      matches.filter((each) => each.section === 'lower' && each.level === level).length;
    for (const pick of [better, worse, anybody]) {
      const met = new Map<string, string>();
      for (const { match, a, b } of playDraw(matches, seeds, playOut(matches, seeds, pick)).values()) {
        const pair = [Number(a), Number(b)].sort((x, y) => x - y).join();
        const isApart = match.section === 'lower' && (match.level <= 2 || inRound(match.level) > 2);
        if (match.section === 'upper' || isApart) assert.ok(!met.has(pair), `${seeds}: ${pair} in ${match.id}`);
        // Two left of at most 32: somebody may come again whom he met in the very first round, nobody later.
        if (match.section === 'lower' && match.level % 2 === 0 && inRound(match.level) === 2 && seeds <= 32)
          assert.match(met.get(pair) ?? 'U1/', /^U1\//, `${seeds}: ${pair} in ${match.id}`);
        if (typeof a === 'number' && typeof b === 'number') met.set(pair, match.id);
      }
    }
  }
});

test('round robin: every two meet once, everybody once a round, the two best in the last one', () => {
  for (const seeds of upTo(32, 2)) {
    const rounds = roundsOfPairs(upTo(seeds));
    const pairs = rounds.flat().map(([a, b]) => `${a} ${b}`);
    assert.equal(new Set(pairs).size, pairs.length);
    assert.equal(pairs.length, (seeds * (seeds - 1)) / 2);
    assert.ok(rounds.flat().every(([a, b]) => a < b));
    assert.equal(rounds.length, seeds % 2 === 0 ? seeds - 1 : seeds);
    for (const round of rounds) {
      assert.equal(new Set(round.flat()).size, 2 * Math.floor(seeds / 2));
      assert.equal(round.length, Math.floor(seeds / 2));
    }
    assert.ok(rounds.at(-1)?.some(([a, b]) => a === 1 && b === 2));
    checkOrder(makeDraw(roundRobin, seeds), seeds, `${seeds}`);
  }
  assert.deepEqual(roundsOfPairs([]), []);
});

test('pools are dealt like a snake; sizes differ by one at most, and nobody is alone', () => {
  assert.deepEqual(dealPools(7, 3), [
    [1, 6, 7],
    [2, 5],
    [3, 4],
  ]);
  assert.equal(dealPools(5, 4).length, 2);
  assert.equal(dealPools(3, 2).length, 1);
  for (const seeds of upTo(64, 2))
    for (const pools of upTo(16)) {
      const dealt = dealPools(seeds, pools);
      const sizes = dealt.map(({ length }) => length);
      assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1 && Math.min(...sizes) >= 2);
      assert.ok(dealt.length <= pools);
      assert.deepEqual(
        dealt.flat().sort((x, y) => x - y),
        upTo(seeds),
      );
    }
});

test('those who go on from pools: winners as the highest seeds, pool mates in the other half of the chart', () => {
  assert.deepEqual(
    linesOfPools([4, 4], 2).map((line) => line && `${poolName(line.pool)}${line.place}`),
    ['A1', 'B2', 'A2', 'B1'],
  );
  for (const pools of upTo(16, 2))
    for (const advance of upTo(4)) {
      const lines = linesOfPools(
        upTo(pools).map(() => 4),
        advance,
      );
      const taken = lines.flatMap((place, line) => (place ? [{ ...place, line }] : []));
      assert.equal(taken.length, pools * advance);
      for (const x of taken)
        for (const y of taken)
          if (x.pool === y.pool && x.line < y.line) {
            const round = meetingRound(x.line, y.line);
            if (advance === 2) assert.equal(round, Math.log2(lines.length), `${pools} pools: in the final only`);
            else assert.ok(round > 1, `${pools} ${advance}`);
          }
      // The winner of pool A stands where seed 1 does, that of B where seed 2 does.
      assert.deepEqual([lines[0]?.pool, lines[0]?.place], [0, 1]);
      assert.deepEqual([lines.at(-1)?.pool, lines.at(-1)?.place], [1, 1]);
    }
});

test('pools, then a bracket: the order of play, and no place of a pool that nobody can have', () => {
  for (const seeds of upTo(40, 2))
    for (const [pools, advance] of [
      [1, 1],
      [1, 4],
      [2, 2],
      [4, 1],
      [4, 2],
      [8, 3],
    ] as const) {
      const matches = makeDraw(poolsOf(pools, advance), seeds);
      checkOrder(matches, seeds, `${seeds} ${pools} ${advance}`);
      const sizes = dealPools(seeds, pools).map(({ length }) => length);
      const goingOn = sizes.reduce((sum, size) => sum + Math.min(size, advance), 0);
      const sources = matches.flatMap(({ a, b }) => [a, b]).filter(({ from }) => from === 'pool');
      assert.equal(sources.length, goingOn < 2 ? 0 : goingOn);
      assert.equal(new Set(sources.map((source) => JSON.stringify(source))).size, sources.length);
      const levels = matches.filter(({ section }) => section === 'pool').map(({ level }) => level);
      assert.deepEqual(
        levels,
        levels.toSorted((x, y) => x - y),
        'all pools shoot at the same time',
      );
    }
});

test('names of pools', () => {
  assert.deepEqual([0, 25, 26, 51, 52].map(poolName), ['A', 'Z', 'AA', 'AZ', 'BA']);
});
