import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cardOf } from '../../testing/small-competition.ts';
import type { ArrowValue } from '../arrow-value.ts';
import { countEnds, type Round, rounds } from '../rounds/rounds.ts';
import {
  type End,
  emptyScorecard,
  endPoints,
  runningTotals,
  scorecardOfEnds,
  sortedArrows,
  type Tally,
  tallyOfEnds,
  withEnd,
} from './scorecard.ts';

const roundWithCard = fc
  .constantFrom(...rounds)
  .chain((round) => fc.tuple(fc.constant(round), cardOf(round, countEnds(round))));

/** What an X is worth where it is not ten. */
function pointsOfX(round: Round): number {
  if (round.id.startsWith('wa660-')) return 11;
  return round.id.startsWith('nfaa-') ? 5 : 10;
}

/** Counted without the faces' data: a second opinion. */
function countByHand(round: Round, ends: readonly (readonly ArrowValue[])[]): Tally {
  const arrows = ends.flat();
  const points = (value: ArrowValue) => (value === 'X' ? pointsOfX(round) : value === 'M' ? 0 : Number(value));
  return {
    total: arrows.reduce((sum, value) => sum + points(value), 0),
    arrows: arrows.length,
    x: arrows.filter((value) => value === 'X').length,
    ten: arrows.filter((value) => value === '10' || (value === 'X' && pointsOfX(round) >= 10)).length,
    nine: arrows.filter((value) => value === '9').length,
    eleven: arrows.filter((value) => value === '11').length,
    six: arrows.filter((value) => value === '6').length,
    five: arrows.filter((value) => value === '5').length,
    sixOrFive: arrows.filter((value) => value === '6' || value === '5').length,
  };
}

test('counts are those of the arrows', () => {
  fc.assert(
    fc.property(roundWithCard, ([round, ends]) => {
      const card = scorecardOfEnds(round, ends);
      assert.deepEqual(card.tally, countByHand(round, ends));
      assert.equal(runningTotals(card, round).at(-1) ?? 0, card.tally.total);
      assert.equal(
        ends.reduce((sum, end, index) => sum + endPoints(round, index + 1, end), 0),
        card.tally.total,
      );
    }),
  );
});

/** One arrow after the other into its box, in the order given. */
function enter(round: Round, ends: readonly End[], boxes: readonly (readonly [number, number])[]) {
  let card = emptyScorecard;
  for (const [end, box] of boxes) {
    const now = card.ends[end]?.slice() ?? ends[end]?.map(() => null) ?? [];
    now[box] = ends[end]?.[box] ?? null;
    card = withEnd(card, round, end + 1, now);
  }
  return card;
}

test('arrows in any order of entry make the same card', () => {
  const shuffled = roundWithCard.chain(([round, ends]) => {
    const boxes = ends.flatMap((end, index) => end.map((_, box) => [index, box] as const));
    return fc.tuple(fc.constant(round), fc.constant(ends), fc.shuffledSubarray(boxes, { minLength: boxes.length }));
  });
  fc.assert(
    fc.property(shuffled, ([round, ends, boxes]) => {
      assert.deepEqual(enter(round, ends, boxes), scorecardOfEnds(round, ends));
    }),
  );
});

test('the order of arrows within an end never matters to any count', () => {
  const shuffled = roundWithCard.chain(([round, ends]) =>
    fc.tuple(
      fc.constant(round),
      fc.constant(ends),
      fc.tuple(...ends.map((end) => fc.shuffledSubarray([...end], { minLength: end.length }))),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([round, ends, others]) => {
      const [card, other] = [scorecardOfEnds(round, ends), scorecardOfEnds(round, others)];
      assert.deepEqual(other.tally, card.tally);
      assert.deepEqual(runningTotals(other, round), runningTotals(card, round));
      assert.deepEqual(others.map(sortedArrows), ends.map(sortedArrows));
      const half = { fromEnd: 2, toEnd: Math.ceil(ends.length / 2) };
      assert.deepEqual(tallyOfEnds(round, others, half), tallyOfEnds(round, ends, half));
    }),
  );
});

test('parts of a card add up to the card', () => {
  fc.assert(
    fc.property(roundWithCard, fc.nat(30), ([round, ends], at) => {
      const parts = [
        { fromEnd: 1, toEnd: at },
        { fromEnd: at + 1, toEnd: countEnds(round) },
      ].map((part) => tallyOfEnds(round, ends, part));
      const { tally } = scorecardOfEnds(round, ends);
      for (const count of Object.keys(tally) as (keyof Tally)[]) {
        assert.equal(
          parts.reduce((sum, part) => sum + part[count], 0),
          tally[count],
          count,
        );
      }
    }),
  );
});

test('an end replaced twice is the end replaced last, whatever it was before', () => {
  fc.assert(
    fc.property(roundWithCard, fc.nat(11), ([round, ends], at) => {
      const card = scorecardOfEnds(round, ends);
      const end = ends[at];
      if (!end) return;
      const wrong = withEnd(
        card,
        round,
        at + 1,
        end.map(() => 'M' as const),
      );
      assert.deepEqual(withEnd(wrong, round, at + 1, end), card);
      assert.deepEqual(card, scorecardOfEnds(round, ends));
    }),
  );
});
