import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bracketOf, doubleElimination, playOut, poolsOf, roundRobin, won } from '../../testing/played-draw.ts';
import type { Elimination } from '../event/event.ts';
import type { Side } from '../match/match.ts';
import { chartSizes } from './bracket.ts';
import type { DrawMatch, LoserPlacing } from './draw.ts';
import { playDraw, startedAfter } from './draw-play.ts';
import type { DrawResult } from './draw-result.ts';
import { makeDraw } from './make-draw.ts';
import { placesOf } from './match-placing.ts';

interface Drawn {
  readonly elimination: Elimination;
  readonly seeds: number;
  readonly matches: readonly DrawMatch[];
}

/** What fast-check says of a counterexample: the set-up, not hundreds of matches. */
class Draw implements Drawn {
  readonly elimination: Elimination;
  readonly seeds: number;
  readonly matches: readonly DrawMatch[];

  constructor(elimination: Elimination, seeds: number) {
    this.elimination = elimination;
    this.seeds = seeds;
    this.matches = makeDraw(elimination, seeds);
  }

  toString(): string {
    return `${this.seeds} in ${JSON.stringify(this.elimination)}`;
  }
}

const draw = (elimination: Elimination, seeds: number): Drawn => new Draw(elimination, seeds);

const bracket = fc
  .record({ chart: fc.constantFrom(...chartSizes), share: fc.nat(99), log: fc.integer({ min: 1, max: 7 }) })
  .map(({ chart, share, log }) => draw(bracketOf(chart, 2 ** log), 2 + Math.round(((chart - 2) * share) / 99)));
const double = fc.integer({ min: 2, max: 64 }).map((seeds) => draw(doubleElimination, seeds));
const robin = fc.integer({ min: 2, max: 12 }).map((seeds) => draw(roundRobin, seeds));
const pools = fc
  .record({
    pools: fc.integer({ min: 1, max: 8 }),
    advance: fc.integer({ min: 1, max: 4 }),
    seeds: fc.integer({ min: 2, max: 32 }),
    log: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ pools: count, advance, seeds, log }) => draw(poolsOf(count, advance, 2 ** log), seeds));
const anyDraw = fc.oneof({ weight: 2, arbitrary: bracket }, double, robin, pools);

const side = fc.constantFrom<Side>('a', 'b');
const shot = fc.record({ a: fc.nat(6), b: fc.nat(6) });
const played = fc
  .tuple(side, shot, shot)
  .map(([winner, points, totals]) => won(winner, { points, totals, arrows: { a: 9, b: 9 } }));
const outcomes = fc.infiniteStream(fc.oneof({ weight: 12, arbitrary: played }, fc.constant(won('none'))));
const rule = fc.constantFrom<LoserPlacing>('byPhase', 'byAverage');

function playTo({ matches, seeds }: Drawn, stream: Iterable<DrawResult>, most?: number): Map<string, DrawResult> {
  const next = stream[Symbol.iterator]();
  return playOut(matches, seeds, () => next.next().value ?? won('a'), most);
}

test('a draw that is shot out places every seed once, and one winner at most', () => {
  fc.assert(
    fc.property(anyDraw, outcomes, rule, (each, stream, by) => {
      const places = placesOf(each.matches, each.seeds, playTo(each, stream), by);
      assert.deepEqual(
        places.map(({ seed }) => seed).sort((x, y) => x - y),
        Array.from({ length: each.seeds }, (_, index) => index + 1),
      );
      assert.ok(places.filter(({ place }) => place === 1).length <= 1);
    }),
    { numRuns: 200 },
  );
});

test('where everybody came, places are a ranking: the best is 1, and a place counts those before it', () => {
  fc.assert(
    fc.property(anyDraw, fc.infiniteStream(played), rule, (each, stream, by) => {
      const places = placesOf(each.matches, each.seeds, playTo(each, stream), by).map(({ place }) => place);
      for (const [index, place] of places.entries())
        assert.ok(place === index + 1 || place === places[index - 1], `${each.elimination.system} ${places}`);
    }),
  );
});

test('half-way: nobody stands in two places of a round, and what is placed stays so', () => {
  fc.assert(
    fc.property(
      anyDraw,
      fc.array(played, { minLength: 500, maxLength: 500 }),
      fc.nat(60),
      ({ matches, ...each }, stream, most) => {
        const early = playTo({ matches, ...each }, stream, most);
        const states = [...playDraw(matches, each.seeds, early).values()];
        for (const round of Map.groupBy(states, ({ match }) => `${match.section} ${match.level}`).values()) {
          const seeds = round.flatMap(({ a, b }) => [a, b]).filter((seed) => typeof seed === 'number');
          assert.equal(new Set(seeds).size, seeds.length);
        }
        // Half of them are the first results of the whole, and so are the places that they give.
        const whole = placesOf(matches, each.seeds, playTo({ matches, ...each }, stream), 'byPhase');
        const end = new Map(whole.map(({ seed, place }) => [seed, place]));
        for (const { seed, place } of placesOf(matches, each.seeds, early, 'byPhase'))
          assert.equal(end.get(seed), place);
      },
    ),
    { numRuns: 60 },
  );
});

test('a result is open until somebody else would stand in a match that has begun', () => {
  fc.assert(
    fc.property(anyDraw, outcomes, fc.nat(), fc.nat(), (each, stream, one, most) => {
      const { matches, seeds } = each;
      const results = playTo(each, stream, most % 200);
      const id = [...results.keys()].at(one % Math.max(results.size, 1));
      if (id === undefined) return;
      const other = won(results.get(id)?.winner === 'a' ? 'b' : 'a');
      const started = new Set(results.keys());
      assert.equal(startedAfter(matches, seeds, results, new Set(), id, other), undefined);
      assert.equal(startedAfter(matches, seeds, results, started, id, results.get(id)), undefined);
      const later = startedAfter(matches, seeds, results, started, id, other);
      const [before, after] = [results, new Map(results).set(id, other)].map((all) => playDraw(matches, seeds, all));
      const moved = [...started].filter((match) => {
        const [x, y] = [before?.get(match), after?.get(match)];
        return x?.a !== y?.a || x?.b !== y?.b;
      });
      assert.equal(later === undefined, moved.length === 0);
      if (later !== undefined) assert.ok(moved.includes(later) && later !== id);
    }),
    { numRuns: 60 },
  );
});
