import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bracket, type BracketMatchId, chartSizes, createBracket } from './bracket.ts';
import { type BracketResult, type BracketResults, playBracket, whyNoResult } from './bracket-play.ts';
import type { LoserPlacing } from './draw.ts';
import { type LostMatch, placesOf } from './match-placing.ts';

const bracket = fc
  .record({
    chart: fc.constantFrom(...chartSizes),
    share: fc.double({ min: 0.1, max: 1, noNaN: true }),
    log: fc.integer({ min: 1, max: 7 }),
  })
  .map(({ chart, share, log }) =>
    createBracket({ chart, qualifiers: Math.max(2, Math.round(chart * share)), placesShot: 2 ** log }),
  );
const outcomes = fc.infiniteStream(
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom<BracketResult>('a', 'b') }, fc.constant<BracketResult>('none')),
);

/** Results for every match of two, in the order of the bracket, up to a number of them. */
function playOut(each: Bracket, stream: Iterable<BracketResult>, most = Number.POSITIVE_INFINITY): BracketResults {
  const results = new Map<BracketMatchId, BracketResult>();
  const next = stream[Symbol.iterator]();
  for (let played = true; played; ) {
    played = false;
    for (const { match, kind, a, b } of playBracket(each, results).values()) {
      if (results.size >= most || results.has(match.id) || kind !== 'match' || a === 'pending' || b === 'pending')
        continue;
      results.set(match.id, next.next().value ?? 'a');
      played = true;
    }
  }
  return results;
}

const lostMatch = (seed: number): LostMatch => ({
  points: seed % 5,
  total: 100 + (seed % 7),
  arrows: 15,
  shootOffTotal: 0,
  shootOffArrows: 0,
});

test('an elimination that is shot out places every seed once, and no place is shared by more than there are', () => {
  fc.assert(
    fc.property(bracket, outcomes, fc.constantFrom<LoserPlacing>('byPhase', 'byAverage'), (each, stream, rule) => {
      const places = placesOf(each, playOut(each, stream), lostMatch, rule);
      assert.deepEqual(
        places.map(({ seed }) => seed).sort((x, y) => x - y),
        Array.from({ length: each.qualifiers }, (_, index) => index + 1),
      );
      assert.ok(places.filter(({ place }) => place === 1).length <= 1);
    }),
  );
});

test('half-way: nobody stands in two places of a round, and what is placed stays so', () => {
  fc.assert(
    fc.property(
      bracket,
      fc.array(fc.constantFrom<BracketResult>('a', 'b'), { minLength: 130, maxLength: 130 }),
      fc.nat(60),
      (each, stream, most) => {
        const early = playOut(each, stream, most);
        for (const states of Map.groupBy(playBracket(each, early).values(), ({ match }) => match.level).values()) {
          const seeds = states.flatMap(({ a, b }) => [a, b]).filter((seed) => typeof seed === 'number');
          assert.equal(new Set(seeds).size, seeds.length);
        }
        // Half of them are the first results of the whole, and so are the places that they give.
        const end = new Map(placesOf(each, playOut(each, stream), lostMatch).map(({ seed, place }) => [seed, place]));
        for (const { seed, place } of placesOf(each, early, lostMatch)) assert.equal(end.get(seed), place);
      },
    ),
  );
});

test('a result is open until a match after it has begun', () => {
  fc.assert(
    fc.property(bracket, outcomes, (each, stream) => {
      const results = playOut(each, stream);
      const started = new Set(results.keys());
      for (const [id, result] of results) {
        assert.equal(whyNoResult(each, results, new Set(), id, result === 'a' ? 'b' : 'a'), undefined);
        assert.equal(whyNoResult(each, results, started, id, result), undefined);
        const code = whyNoResult(each, results, started, id, result === 'a' ? 'b' : 'a')?.code;
        assert.ok(code === undefined || code === 'laterMatchStarted');
      }
      const final = results.get('1/1') && whyNoResult(each, results, started, '1/1', 'none');
      assert.equal(final ?? undefined, undefined, 'after the final comes nothing');
    }),
    { numRuns: 20 },
  );
});
