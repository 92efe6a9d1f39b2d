import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arrowValues } from '../arrow-value.ts';
import { faces, findFace, pointsOf } from '../rounds/faces.ts';
import { highestPoints, meanOf, pointChances, sumChances } from './arrow-model.ts';
import { type BySide, createMatch, type Match, otherSide, type Side, scoreOf } from './match.ts';
import { type MatchFormat, matchFormatsOf } from './match-format.ts';
import { scoreMatchArrows } from './match-scoring.ts';
import { type ArrowForm, winChances } from './win-chance.ts';

const face = findFace('122') ?? assert.fail();
const format = fc.constantFrom<MatchFormat>(...matchFormatsOf('wa-2026'));
const form: fc.Arbitrary<BySide<ArrowForm>> = fc.record({
  a: fc.record({ arrows: fc.constant(72), points: fc.integer({ min: 0, max: 720 }) }),
  b: fc.record({ arrows: fc.integer({ min: 0, max: 72 }), points: fc.constant(0) }),
});
const evenForm = form.map(({ a, b }) => ({ a, b: { ...b, points: b.arrows * 8 } }));
const value = fc.constantFrom(...arrowValues.filter((each) => pointsOf(face, each) !== undefined));
const near = (one: number, other: number, why?: string) =>
  assert.ok(Math.abs(one - other) < 1e-9, `${one} ${other} ${why}`);

/** Arrows one by one, whichever side; a judge who measures finds both equal. */
function shoot(match: Match, arrows: readonly { readonly side: Side; readonly value: (typeof arrowValues)[number] }[]) {
  return arrows.reduce((now, each) => {
    const { status } = scoreOf(now);
    if (status.kind !== 'end' && status.kind !== 'shootOff') return now;
    const place = { part: status.kind, number: status.kind === 'end' ? status.end : status.number } as const;
    const pair = place.part === 'end' ? now.ends[place.number - 1] : now.shootOffs[place.number - 1]?.arrows;
    for (const side of [each.side, otherSide(each.side)]) {
      const first = pair?.[side].indexOf(null) ?? 0;
      if (first < 0) continue;
      const answer = scoreMatchArrows(now, { side, place, first, arrows: [each.value] });
      if (answer.kind === 'match') return answer.match;
    }
    return now;
  }, match);
}

const anyMatch = fc
  .record({
    format,
    arrows: fc.array(fc.record({ side: fc.constantFrom<Side>('a', 'b'), value }), { maxLength: 60, size: 'max' }),
  })
  .map(({ format: each, arrows }) => shoot(createMatch(each, '122'), arrows));

function mirrored(match: Match): Match {
  const swap = <T>({ a, b }: BySide<T>): BySide<T> => ({ a: b, b: a });
  return {
    ...match,
    ends: match.ends.map(swap),
    shootOffs: match.shootOffs.map(({ arrows }) => ({ arrows: swap(arrows), closest: undefined })),
  };
}

test('chances are from 0 to 1 and together 1, and a match that is over leaves none', () => {
  fc.assert(
    fc.property(anyMatch, evenForm, (match, each) => {
      const chances = winChances(match, each) ?? assert.fail();
      near(chances.a + chances.b, 1);
      assert.ok(chances.a >= 0 && chances.a <= 1, `${chances.a}`);
      const { status } = scoreOf(match);
      if (status.kind === 'over') assert.deepEqual(chances, status.winner === 'a' ? { a: 1, b: 0 } : { a: 0, b: 1 });
    }),
    { numRuns: 60 },
  );
});

test('who stands on which side changes nothing', () => {
  fc.assert(
    fc.property(anyMatch, evenForm, (match, each) => {
      const chances = winChances(match, each) ?? assert.fail();
      const other = winChances(mirrored(match), { a: each.b, b: each.a }) ?? assert.fail();
      near(chances.a, other.b);
    }),
    { numRuns: 60 },
  );
});

test('the higher average has the better chance, and equals have half each', () => {
  fc.assert(
    fc.property(format, fc.integer({ min: 100, max: 700 }), fc.integer({ min: 0, max: 20 }), (each, points, more) => {
      const at = (total: number): ArrowForm => ({ arrows: 72, points: total });
      const chance = winChances(createMatch(each, '122'), { a: at(points + more), b: at(points) })?.a ?? assert.fail();
      if (more === 0) near(chance, 0.5);
      else assert.ok(chance > 0.5, `${chance}`);
    }),
    { numRuns: 60 },
  );
});

test('a better arrow never lowers the chance of who shot it', () => {
  fc.assert(
    fc.property(anyMatch, evenForm, (match, each) => {
      const after = (arrow: '10' | '1') => winChances(shoot(match, [{ side: 'a', value: arrow }]), each)?.a ?? 0;
      const { status } = scoreOf(match);
      const isOpen = (status.kind === 'end' && match.ends[status.end - 1]?.a.includes(null)) ?? false;
      if (isOpen) assert.ok(after('10') >= after('1') - 1e-9, `${after('10')} ${after('1')}`);
    }),
    { numRuns: 60 },
  );
});

test('what the next arrow makes of the chance is on average the chance before it', () => {
  // So many arrows that one more changes no average.
  const many = 1e12;
  const averages = fc.record({ a: fc.integer({ min: 2, max: 9 }), b: fc.integer({ min: 2, max: 9 }) });
  const byPoints = (points: number) => (points === 0 ? 'M' : arrowValues.find((each) => each === String(points)));
  fc.assert(
    fc.property(anyMatch, averages, fc.constantFrom<Side>('a', 'b'), (match, { a, b }, side) => {
      const { status } = scoreOf(match);
      if (status.kind !== 'end' && status.kind !== 'shootOff') return;
      const pair = status.kind === 'end' ? match.ends[status.end - 1] : match.shootOffs[status.number - 1]?.arrows;
      if (pair && !pair[side].includes(null)) return;
      const each = { a: { arrows: many, points: a * many }, b: { arrows: many, points: b * many } };
      const before = winChances(match, each)?.a ?? assert.fail();
      const after = pointChances(face, side === 'a' ? a : b).reduce((sum, chance, points) => {
        const next = shoot(match, [{ side, value: byPoints(points) ?? assert.fail() }]);
        return sum + chance * (winChances(next, each)?.a ?? assert.fail());
      }, 0);
      assert.ok(Math.abs(before - after) < 1e-6, `${before} ${after}`);
    }),
    { numRuns: 150 },
  );
});

test('arrows of every face: chances sum to 1 and make the average that was asked for', () => {
  fc.assert(
    fc.property(fc.constantFrom(...faces), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (each, share) => {
      const average = share * highestPoints(each);
      const chances = pointChances(each, average);
      near(
        chances.reduce((sum, chance) => sum + chance, 0),
        1,
      );
      assert.ok(chances.every((chance) => chance >= 0));
      assert.ok(Math.abs(meanOf(chances) - average) < 0.01, `${each.id}: ${meanOf(chances)} for ${average}`);
      near(meanOf(sumChances(chances, 3)), 3 * meanOf(chances));
    }),
  );
});
