import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { valuesOnFace } from '../../testing/small-competition.ts';
import type { ArrowValue } from '../arrow-value.ts';
import { faces } from '../rounds/faces.ts';
import { pointsAt } from '../rounds/rounds.ts';
import type { Ruling } from './card-notes.ts';
import { applyRuling } from './judging.ts';
import { type End, isEndComplete } from './scorecard.ts';

const box = fc.integer({ min: -1, max: 6 });
const onFace = fc.constantFrom(...faces).chain((face) => {
  const value = fc.constantFrom(...valuesOnFace(face));
  const end: fc.Arbitrary<End> = fc.array(fc.option(value, { freq: 8 }), { minLength: 1, maxLength: 6 });
  const shot = fc.tuple(end, fc.array(value, { maxLength: 6 }));
  return fc.record({
    on: fc.constant({ faceId: face.id }),
    end,
    ruling: fc.oneof<fc.Arbitrary<Ruling>[]>(
      fc.record({ kind: fc.constant('outOfTime'), arrows: fc.integer({ min: 0, max: 7 }) }),
      fc.record({ kind: fc.constant('sameSpot'), boxes: fc.array(box, { maxLength: 4 }) }),
      fc.record({ kind: fc.constantFrom('bouncer', 'passThrough'), box, value }),
    ),
    shot,
  });
});

function totalOf(end: End, on: { readonly faceId: string }): number {
  return end.reduce((sum, value) => sum + (value === null ? 0 : (pointsAt(on, value) ?? 0)), 0);
}

test('no ruling raises a total but the hole of a bouncer or pass-through, and that in its own box only', () => {
  fc.assert(
    fc.property(onFace, ({ on, end, ruling }) => {
      const after = applyRuling(end, ruling, on);
      if (!after) return;
      assert.equal(after.length, end.length);
      if (ruling.kind === 'bouncer' || ruling.kind === 'passThrough') {
        assert.deepEqual(after.with(ruling.box, null), end.with(ruling.box, null));
        assert.equal(after[ruling.box], ruling.value);
        return;
      }
      assert.ok(totalOf(after, on) <= totalOf(end, on));
      assert.ok(after.every((value, at) => value === end[at] || value === 'M'));
    }),
  );
});

test('too many arrows: whichever of them were written, the same end comes out, and no arrow left out is lower', () => {
  fc.assert(
    fc.property(onFace, fc.boolean(), ({ on, shot: [written, more] }, blank) => {
      const arrows = written.filter((value) => value !== null);
      const shot: ArrowValue[] = [...more, ...arrows];
      const end = blank ? written.map(() => null) : written;
      const after = applyRuling(end, { kind: 'tooManyArrows', shot }, on);
      if (shot.length <= end.length) return assert.equal(after, undefined);
      assert.ok(after && isEndComplete(after));
      const reversed = applyRuling(end.toReversed(), { kind: 'tooManyArrows', shot: shot.toReversed() }, on);
      assert.deepEqual(reversed, after);
      const lowest = shot.map((value) => pointsAt(on, value) ?? 0).sort((a, b) => a - b);
      assert.equal(
        totalOf(after, on),
        lowest.slice(0, end.length).reduce((sum, points) => sum + points, 0),
      );
      if (isEndComplete(end)) assert.ok(totalOf(after, on) <= totalOf(end, on));
    }),
  );
});
