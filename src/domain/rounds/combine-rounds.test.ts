import assert from 'node:assert/strict';
import { test } from 'node:test';
import { combineRounds } from './combine-rounds.ts';
import { findRoundProblem } from './round-check.ts';
import { countArrows, countEnds, findRound, maximumScore } from './rounds.ts';

function catalogued(id: string) {
  const round = findRound(id);
  assert.ok(round, id);
  return round;
}

test('twice 720 is 144 arrows in one round, one part after the other', () => {
  const half = catalogued('wa720-70');
  const double = combineRounds('double-720', 'Double 720', [half, half]);
  assert.ok(double);
  assert.equal(findRoundProblem(double), undefined);
  assert.deepEqual([countEnds(double), countArrows(double), maximumScore(double)], [24, 144, 1440]);
  assert.deepEqual(double.distances, [...half.distances, ...half.distances]);
});

test('25 and 18 m combined is what the catalogue has as one round', () => {
  const [at25, at18, both] = [catalogued('wa25'), catalogued('wa18'), catalogued('wa25-18')];
  assert.deepEqual(combineRounds('own', 'Own', [at25, at18])?.distances, both.distances);
});

test('nothing, and rounds of different disciplines, are no round', () => {
  assert.equal(combineRounds('own', 'Own', []), undefined);
  assert.equal(combineRounds('own', 'Own', [catalogued('wa18'), catalogued('wa720-70')]), undefined);
});
