import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFace, pointsOnFace } from '../domain/rounds/faces.ts';
import { findRound } from '../domain/rounds/rounds.ts';
import { createRandom } from './random.ts';
import { dispersionMrad, shootArrow, skillGroupOf, spreads, valueAt } from './skill.ts';

test('a hole has the value of the ring it lies in, its line included', () => {
  const face = findFace('122');
  assert.ok(face);
  const at = (radius: number) => valueAt(face, radius);
  assert.deepEqual([0, 3.05, 3.06, 6.1, 6.11, 12.2, 54.9, 61, 61.01].map(at), [
    'X',
    'X',
    '10',
    '10',
    '9',
    '9',
    '2',
    '1',
    'M',
  ]);
  const sixRings = findFace('80-6');
  assert.ok(sixRings);
  assert.deepEqual(
    [24, 24.01].map((radius) => valueAt(sixRings, radius)),
    ['5', 'M'],
  );
  const innerTen = findFace('40-compound-triple');
  assert.ok(innerTen);
  assert.deepEqual(
    [1, 1.01, 4, 10, 10.01].map((radius) => valueAt(innerTen, radius)),
    ['10', '9', '9', '6', 'M'],
  );
});

test('codes tell the group, whatever the age class; an own category shoots like recurve men', () => {
  assert.deepEqual(['RM', 'CU18W', 'B50M', ' rw ', 'Umum Pa'].map(skillGroupOf), ['RM', 'CW', 'BM', 'RW', 'RM']);
});

test('a steadier hand scores more, on every face a round has', () => {
  for (const id of ['wa720-70', 'wa720-50-compound', 'wa18-triple', 'wa18-compound', 'school-300']) {
    const round = findRound(id);
    const distance = round?.distances[0];
    assert.ok(round && distance);
    const totals = [0.2, 1, 3, 9].map((mrad) => {
      const random = createRandom(1);
      let total = 0;
      for (let arrow = 0; arrow < 300; arrow += 1) {
        const value = shootArrow({ distance, discipline: round.discipline, dispersionMrad: mrad }, random);
        const points = pointsOnFace(distance.faceId, value);
        assert.ok(points !== undefined, `${value} on ${distance.faceId}`);
        total += points;
      }
      return total;
    });
    assert.deepEqual(
      totals,
      totals.toSorted((a, b) => b - a),
      id,
    );
    assert.ok((totals[0] ?? 0) > 2950, `${id}: ${totals}`);
  }
});

test('half of a field is better than the middle, and by as much as its spread says', () => {
  const spread = spreads.outdoor.RM;
  assert.equal(dispersionMrad(spread, 0), spread.medianMrad);
  assert.ok(dispersionMrad(spread, -1) < spread.medianMrad && dispersionMrad(spread, 1) > spread.medianMrad);
});

test('a face that nobody knows is missed', () => {
  const distance = { metres: 70, faceId: 'none', ends: 1, arrowsPerEnd: 3 };
  assert.equal(shootArrow({ distance, discipline: 'outdoor', dispersionMrad: 1 }, createRandom(1)), 'M');
});
