import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { after, ask, newEntry, smallCompetition } from '../../testing/small-competition.ts';
import { arrowValues } from '../arrow-value.ts';
import { scorecardOf } from '../competition.ts';
import type { Face, Zone } from './faces.ts';
import { findRoundProblem } from './round-check.ts';
import { countArrows, countEnds, type Distance, distanceOfEnd, maximumScore, pointsAt, type Round } from './rounds.ts';

const values = fc.uniqueArray(fc.constantFrom(...arrowValues.slice(0, -1)), { minLength: 1, maxLength: 12 });
const face: fc.Arbitrary<Face> = fc
  .tuple(values, fc.array(fc.nat(100), { minLength: 12, maxLength: 12 }), fc.constantFrom<Face['spots']>(1, 3, 5))
  .map(([each, points, spots]) => {
    const falling = points.toSorted((a, b) => b - a);
    const zones = each.map((value, index): Zone => {
      return { value, points: falling[index] ?? 0, colour: 'gold', diameterCm: index + 1 };
    });
    return { id: 'own-face', name: 'Own', diameterCm: 12, spots, zones };
  });
const distancesWith = (own: Face): fc.Arbitrary<Distance> =>
  fc.record({
    metres: fc.integer({ min: 1, max: 1999 }).map((tenths) => tenths / 10),
    faceId: fc.constant(own.id),
    face: fc.constant(own),
    ends: fc.integer({ min: 1, max: 4 }),
    arrowsPerEnd: fc.integer({ min: 1, max: 12 }),
  });
const round: fc.Arbitrary<Round> = face.chain((own) =>
  fc.record({
    id: fc.constant('own'),
    name: fc.constant('Own'),
    discipline: fc.constantFrom('outdoor' as const, 'indoor' as const, 'field' as const, '3d' as const),
    distances: fc.array(distancesWith(own), { minLength: 1, maxLength: 4 }),
  }),
);

const start = smallCompetition();

test('any round that passes is shot to its end without code: its best score is its maximum, and nothing comes after it', () => {
  fc.assert(
    fc.property(round, (own) => {
      assert.equal(findRoundProblem(own), undefined);
      const category = { code: 'OWN', name: 'Own', roundId: 'own' };
      const entries = [newEntry('Sari Dewi', 'OWN')];
      let state = after(after(start, { kind: 'setRound', round: own }), {
        kind: 'importEntries',
        categories: [category],
        entries,
      });
      const ends = countEnds(own);
      for (let end = 1; end <= ends; end += 1) {
        const distance = distanceOfEnd(own, end);
        const best = distance?.face?.zones[0]?.value;
        assert.ok(distance && best);
        const arrows = Array.from({ length: distance.arrowsPerEnd }, () => best);
        state = after(state, { kind: 'scoreArrows', entry: 6, end, first: 0, arrows });
        const absent = arrowValues.find((value) => pointsAt(distance, value) === undefined);
        if (!absent) continue;
        const wrong = { kind: 'correctEnd', entry: 6, end, was: arrows, arrows: [absent, ...arrows.slice(1)] } as const;
        assert.equal(ask(state, { ...wrong, reason: '' }).rejection?.code, 'valueNotOnFace');
      }
      const { tally } = scorecardOf(state, 6);
      assert.deepEqual([tally.total, tally.arrows], [maximumScore(own), countArrows(own)]);
      const beyond = { kind: 'scoreArrows', entry: 6, end: ends + 1, first: 0, arrows: ['M'] } as const;
      assert.deepEqual(ask(state, beyond).rejection, { code: 'noSuchEnd', end: ends + 1, ends });
    }),
  );
});
