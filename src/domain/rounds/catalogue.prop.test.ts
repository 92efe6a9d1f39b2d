// What is true of every round and every face. The catalogue is small enough to look at all of it, so nothing is drawn at random but
// the ends that are asked for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arrowValues, compareArrowValues, isArrowValue } from '../arrow-value.ts';
import { type End, scorecardOfEnds } from '../card/scorecard.ts';
import { faces, findFace, pointsOnFace } from './faces.ts';
import { lengthOf } from './round.ts';
import { countArrows, countEnds, distanceOfEnd, faceOfEnd, findRound, maximumScore, rounds } from './rounds.ts';
import { secondsForEnd } from './shooting-times.ts';

test('every round has its own id and name, whole ends, true distances, and faces that exist', () => {
  assert.equal(new Set(rounds.map((round) => round.id)).size, rounds.length);
  assert.equal(new Set(rounds.map((round) => round.name)).size, rounds.length);
  for (const round of rounds) {
    assert.equal(findRound(round.id), round);
    assert.match(round.id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.ok(round.distances.length > 0, round.id);
    for (const distance of round.distances) {
      assert.ok(findFace(distance.faceId), `${round.id}: ${distance.faceId}`);
      for (const count of [distance.arrowsPerEnd, distance.ends, secondsForEnd(distance)]) {
        assert.ok(Number.isInteger(count) && count > 0, `${round.id}: ${count}`);
      }
      assert.ok(distance.metres >= 4 && distance.metres < 100, `${round.id}: ${distance.metres}`);
      assert.ok(lengthOf(distance).amount <= 100, round.id);
    }
  }
});

test('a card of best arrows has the arrows of ends times arrows and the best score, no other card has more', () => {
  for (const round of rounds) {
    const ends: End[] = [];
    for (let end = 1; end <= countEnds(round); end += 1) {
      const best = faceOfEnd(round, end)?.zones[0]?.value ?? 'M';
      ends.push(Array.from({ length: distanceOfEnd(round, end)?.arrowsPerEnd ?? 0 }, () => best));
    }
    const { tally } = scorecardOfEnds(round, ends);
    assert.deepEqual([tally.arrows, tally.total], [countArrows(round), maximumScore(round)], round.id);
    const most = Math.max(
      ...round.distances.flatMap(({ faceId }) => findFace(faceId)?.zones.map((z) => z.points) ?? []),
    );
    assert.ok(maximumScore(round) <= most * countArrows(round), round.id);
  }
});

test('an end has a distance exactly when it is one of the round', () => {
  fc.assert(
    fc.property(fc.constantFrom(...rounds), fc.integer({ min: -5, max: 80 }), (round, end) => {
      assert.equal(distanceOfEnd(round, end) !== undefined, end >= 1 && end <= countEnds(round));
    }),
  );
});

test('zones widen outwards, their points never rise, no value stands twice, and keys stand in the order of a card', () => {
  assert.equal(new Set(faces.map((face) => face.id)).size, faces.length);
  assert.equal(new Set(faces.map((face) => face.name)).size, faces.length);
  for (const { id, diameterCm, zones } of faces) {
    assert.ok(zones.length > 0, id);
    assert.equal(new Set(zones.map((zone) => zone.value)).size, zones.length, id);
    for (const [index, zone] of zones.entries()) {
      assert.ok(isArrowValue(zone.value) && zone.value !== 'M', `${id}: ${zone.value}`);
      assert.ok(Number.isInteger(zone.points) && zone.points > 0, id);
      assert.ok(zone.diameterCm > 0 && zone.diameterCm <= diameterCm + 1e-9, id);
      const inner = zones[index - 1];
      if (!inner) continue;
      assert.ok(inner.diameterCm < zone.diameterCm, `${id}: ${zone.value}`);
      // Only an X may be worth no more than the zone around it.
      assert.ok(inner.value === 'X' ? inner.points >= zone.points : inner.points > zone.points, `${id}: ${zone.value}`);
      assert.ok(compareArrowValues(inner.value, zone.value) < 0, id);
    }
  }
});

test('a number is worth itself on every face; an X ten, eleven or five; a miss nothing', () => {
  for (const { id, zones } of faces) {
    for (const value of arrowValues) {
      const points = pointsOnFace(id, value);
      const isThere = zones.some((zone) => zone.value === value);
      if (value === 'M') assert.equal(points, 0, id);
      else if (!isThere) assert.equal(points, undefined, id);
      else if (value === 'X') assert.equal(points, id.includes('x11') ? 11 : id.startsWith('nfaa') ? 5 : 10, id);
      else assert.equal(points, Number(value), id);
    }
  }
});

test('every face is shot in some round', () => {
  const shot = new Set(rounds.flatMap((round) => round.distances.map((distance) => distance.faceId)));
  const unused = faces.map((face) => face.id).filter((id) => !shot.has(id));
  assert.deepEqual(unused, []);
});
