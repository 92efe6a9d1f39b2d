import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emptyScorecard, scorecardOfEnds } from '../../src/domain/card/scorecard.ts';
import type { Round } from '../../src/domain/rounds/rounds.ts';
import { endsOfDistance, totalsWith } from './end-totals.ts';

const round: Round = {
  id: 'two',
  name: 'Two distances',
  discipline: 'outdoor',
  distances: [
    { metres: 30, faceId: '80', ends: 2, arrowsPerEnd: 3 },
    { metres: 20, faceId: '122-x11', ends: 1, arrowsPerEnd: 3 },
  ],
};
const first = scorecardOfEnds(round, [
  ['X', '9', '8'],
  ['7', '7', 'M'],
]);

describe('totals beside an end', () => {
  it('are of the end, of its distance and of the round', () => {
    assert.deepEqual(totalsWith(first, round, 3, { slots: ['X', '9', null] }), {
      end: 20,
      distance: 20,
      running: 61,
      arrows: 8,
      arrowsOfRound: 9,
    });
  });

  it('take a corrected end in the place of what it was', () => {
    assert.deepEqual(totalsWith(first, round, 1, { slots: ['9', '9', '8'] }), {
      end: 26,
      distance: 40,
      running: 40,
      arrows: 6,
      arrowsOfRound: 9,
    });
  });

  it('name no distance where there is one only', () => {
    const short: Round = { ...round, distances: round.distances.slice(0, 1) };
    const totals = totalsWith(emptyScorecard, short, 1, { slots: ['M', null, null] });
    assert.deepEqual([totals.distance, totals.running, totals.arrows], [undefined, 0, 1]);
  });

  it('know the ends of a distance', () => {
    assert.deepEqual(endsOfDistance(round, 2), { fromEnd: 1, toEnd: 2 });
    assert.deepEqual(endsOfDistance(round, 3), { fromEnd: 3, toEnd: 3 });
  });
});
