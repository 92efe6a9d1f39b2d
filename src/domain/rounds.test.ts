import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFace } from './faces.ts';
import { countArrows, countEnds, distanceOfEnd, faceOfEnd, findRound, rounds } from './rounds.ts';

test('every round has its own id, whole ends, and faces that exist', () => {
  assert.equal(new Set(rounds.map((round) => round.id)).size, rounds.length);
  for (const round of rounds) {
    assert.equal(findRound(round.id), round);
    assert.ok(countEnds(round) > 0);
    for (const { faceId, arrowsPerEnd } of round.distances) {
      assert.ok(findFace(faceId), `${round.id}: ${faceId}`);
      assert.ok(Number.isInteger(arrowsPerEnd) && arrowsPerEnd > 0);
    }
  }
  assert.equal(findRound('wa720-71'), undefined);
});

test('the rounds of 2026 have the arrows of the rule book (RULES 1.2)', () => {
  for (const round of rounds) {
    const arrows = round.id.startsWith('wa720') ? 72 : round.id.startsWith('wa18') ? 60 : 30;
    assert.equal(countArrows(round), arrows, round.id);
  }
});

test('ends are numbered through the round from 1 and there is none beyond the last', () => {
  const round = {
    id: 'two',
    name: '',
    discipline: 'outdoor',
    distances: [
      { metres: 50, faceId: '122', ends: 2, arrowsPerEnd: 6 },
      { metres: 30, faceId: '80-6', ends: 1, arrowsPerEnd: 3 },
    ],
  } as const;
  assert.deepEqual(
    [1, 2, 3].map((end) => distanceOfEnd(round, end)?.metres),
    [50, 50, 30],
  );
  assert.equal(faceOfEnd(round, 3)?.id, '80-6');
  for (const end of [0, -1, 4, 1.5, Number.NaN, 4294967295]) {
    assert.equal(distanceOfEnd(round, end), undefined, String(end));
    assert.equal(faceOfEnd(round, end), undefined, String(end));
  }
});
