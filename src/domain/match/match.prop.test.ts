import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ArrowValue } from '../arrow-value.ts';
import { findFace } from '../rounds/faces.ts';
import { createMatch, type Match, otherSide, type Side, scoreOf, sides } from './match.ts';
import { type MatchFormat, matchFormatsOf } from './match-format.ts';
import { projectMatch } from './match-projection.ts';
import { correctMatchArrows, type MatchPlace, measureShootOff, scoreMatchArrows } from './match-scoring.ts';

const face = findFace('122') ?? assert.fail();
const format = fc.constantFrom<MatchFormat>(...matchFormatsOf('wa-2026'));
// Few values, so that sets and matches are often level.
const value = fc.constantFrom<ArrowValue>('X', '10', '9', '9', '9', 'M');
const points = (arrow: ArrowValue | null) => (arrow === 'X' ? 10 : arrow === 'M' || arrow === null ? 0 : Number(arrow));

/** What a step draws from: values enough for the longest end, and what a judge would measure. */
const step = fc.record({
  values: fc.array(value, { minLength: 12, maxLength: 12 }),
  same: fc.boolean(),
  closest: fc.constantFrom<Side | 'equal'>('a', 'b', 'equal'),
  firstSide: fc.constantFrom<Side>('a', 'b'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const steps = fc.array(step, { minLength: 9, maxLength: 14, size: 'max' });

function take(match: Match, side: Side, place: MatchPlace, arrows: readonly ArrowValue[]): Match {
  const answer = scoreMatchArrows(match, { side, place, first: 0, arrows });
  assert.ok(answer.kind === 'match', JSON.stringify(answer));
  return answer.match;
}

/** One more end, shoot-off or measurement; the same match when it is over. */
function advance(match: Match, { values, same, closest, firstSide }: Step): Match {
  const { status } = scoreOf(match);
  if (status.kind === 'over') return match;
  if (status.kind === 'measure') {
    const answer = measureShootOff(match, status.number, closest);
    assert.ok(answer.kind === 'match');
    return answer.match;
  }
  const { arrowsPerEnd, shootOffArrows } = match.format;
  const [place, count]: [MatchPlace, number] =
    status.kind === 'end'
      ? [{ part: 'end', number: status.end }, arrowsPerEnd]
      : [{ part: 'shootOff', number: status.number }, shootOffArrows];
  const first = take(match, firstSide, place, values.slice(0, count));
  const second = same ? values.slice(0, count) : values.slice(count, 2 * count);
  return take(first, otherSide(firstSide), place, second);
}

function playOut(match: Match, all: readonly Step[]): Match {
  return all.reduce(advance, match);
}

function newMatch(each: MatchFormat): Match {
  return createMatch(each, '122');
}

test('set points always sum right: two for every set shot, one more for a shoot-off', () => {
  fc.assert(
    fc.property(format, steps, (each, all) => {
      const match = playOut(newMatch(each), all);
      const { points: score, status, totals } = scoreOf(match);
      const byShootOff = status.kind === 'over' && status.by === 'shootOff' ? 1 : 0;
      if (each.system === 'set') assert.equal(score.a + score.b, 2 * match.ends.length + byShootOff);
      else assert.deepEqual(score, totals);
      for (const side of sides) {
        const byHand = match.ends.flatMap((pair) => pair[side]).reduce((sum, arrow) => sum + points(arrow), 0);
        assert.equal(totals[side], byHand);
      }
      if (status.kind === 'over' && status.winner && each.system === 'set') {
        assert.equal(Math.max(score.a, score.b), score[status.winner]);
        assert.ok(score[status.winner] >= each.pointsToWin && score[otherSide(status.winner)] < each.pointsToWin);
      }
    }),
  );
});

test('a match that is over stays over: no arrow is taken any more', () => {
  let over = 0;
  fc.assert(
    fc.property(format, steps, fc.constantFrom(...sides), fc.integer({ min: 1, max: 8 }), (each, all, side, number) => {
      const match = playOut(newMatch(each), all);
      const { status } = scoreOf(match);
      if (status.kind !== 'over') return;
      over += 1;
      for (const part of ['end', 'shootOff'] as const) {
        const answer = scoreMatchArrows(match, { side, place: { part, number }, first: 0, arrows: ['9'] });
        assert.equal(answer.kind, 'rejected');
      }
      assert.deepEqual(scoreOf(match).status, status);
    }),
  );
  assert.ok(over > 50, `${over} matches came to an end`);
});

test('changing sides changes nothing but the sides', () => {
  const swap = (match: Match): Match => ({
    ...match,
    ends: match.ends.map(({ a, b }) => ({ a: b, b: a })),
    shootOffs: match.shootOffs.map(({ arrows: { a, b }, closest }) => ({
      arrows: { a: b, b: a },
      closest: closest === 'a' ? 'b' : closest === 'b' ? 'a' : closest,
    })),
  });
  fc.assert(
    fc.property(format, steps, (each, all) => {
      const match = playOut(newMatch(each), all);
      const [one, other] = [scoreOf(match), scoreOf(swap(match))];
      assert.deepEqual([one.points.a, one.points.b], [other.points.b, other.points.a]);
      if (one.status.kind === 'over' && one.status.winner && other.status.kind === 'over')
        assert.equal(other.status.winner, otherSide(one.status.winner));
      else assert.deepEqual(other.status, one.status);
    }),
  );
});

test('the order of arrows in an end never matters; a blank is never a miss', () => {
  const reverse = (match: Match): Match => ({
    ...match,
    ends: match.ends.map(({ a, b }) => ({ a: a.toReversed(), b: b.toReversed() })),
  });
  fc.assert(
    fc.property(format, steps, (each, all) => {
      const match = playOut(newMatch(each), all);
      assert.deepEqual(scoreOf(reverse(match)), scoreOf(match));
      const last = match.ends.at(-1);
      if (!last || match.shootOffs.length > 0) return;
      const blanked = { ...match, ends: match.ends.with(-1, { ...last, a: last.a.with(0, null) }) };
      assert.deepEqual(scoreOf(blanked).status, { kind: 'end', end: match.ends.length });
    }),
  );
});

test('a correction followed by its reverse changes nothing', () => {
  fc.assert(
    fc.property(format, steps, fc.nat(), fc.array(value, { minLength: 6, maxLength: 6 }), (each, all, at, arrows) => {
      const match = playOut(newMatch(each), all);
      const place = { part: 'end', number: (at % match.ends.length) + 1 } as const;
      const was = match.ends[place.number - 1]?.a ?? assert.fail();
      const there = correctMatchArrows(match, { side: 'a', place, arrows: arrows.slice(0, was.length) });
      if (there.kind === 'rejected') {
        assert.equal(there.rejection.code, 'nothingToCorrectInMatch');
        return;
      }
      const back = correctMatchArrows(there.match, { side: 'a', place, arrows: was });
      assert.deepEqual(back, { kind: 'match', match });
    }),
  );
});

test('the projection comes true: what is needed to win wins, one less does not', () => {
  let tried = 0;
  fc.assert(
    fc.property(format, steps, fc.nat(4), (each, all, stop) => {
      const match = playOut(newMatch(each), all.slice(0, stop));
      const { status } = scoreOf(match);
      const next = all[stop];
      if (status.kind !== 'end' || !next) return;
      const place = { part: 'end', number: status.end } as const;
      const half = take(match, next.firstSide, place, next.values.slice(0, each.arrowsPerEnd));
      const projection = projectMatch(half) ?? assert.fail();
      assert.equal(projection.arrowsLeft, each.arrowsPerEnd);
      for (const [total, then] of [
        [projection.toWin, projection.ifWon],
        [projection.toDraw, projection.ifDrawn],
        [projection.toDraw === undefined ? undefined : projection.toDraw - 1, projection.ifLost],
      ] as const) {
        if (total === undefined || total < 0) continue;
        tried += 1;
        const made = scoreOf(take(half, projection.side, place, makeTotal(total, each.arrowsPerEnd))).status;
        const came =
          made.kind === 'over'
            ? made.winner === projection.side
              ? 'winsMatch'
              : 'losesMatch'
            : made.kind === 'end'
              ? 'goesOn'
              : 'shootOff';
        assert.equal(came, then);
      }
    }),
  );
  assert.ok(tried > 50);
});

function makeTotal(total: number, arrows: number): readonly ArrowValue[] {
  return Array.from({ length: arrows }, (_, box) => {
    const worth = Math.floor((total + box) / arrows);
    return face.zones.find((zone) => zone.points === worth)?.value ?? 'M';
  });
}
