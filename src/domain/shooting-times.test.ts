import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRound } from './rounds.ts';
import { secondsForArrows, secondsForEnd } from './shooting-times.ts';

const ofRound = (id: string) => findRound(id)?.distances.map(secondsForEnd);

// RULES 1.7
test('qualification: two minutes for three arrows, four for six', () => {
  assert.deepEqual(ofRound('wa720-70'), [240, 240]);
  assert.deepEqual(ofRound('wa18'), [120, 120]);
  assert.deepEqual(ofRound('wa1440-90'), [240, 240, 120, 120]);
});

// From memory: RULES.md
test('five indoor arrows of NFAA take four minutes, a field target three, a 3D target two', () => {
  assert.deepEqual(ofRound('nfaa-indoor'), [240]);
  assert.deepEqual(new Set(ofRound('wa-field-24-red-marked')), new Set([180]));
  assert.deepEqual(ofRound('wa-3d-24-red'), [120]);
});

// RULES 1.7: teams six arrows in two minutes, mixed teams four in 80 seconds, team shoot-off three in 60.
test('matches: 20 seconds an arrow for teams and one by one, 40 else, 30 at World Ranking Events', () => {
  assert.deepEqual(
    [6, 4, 3].map((arrows) => secondsForArrows(arrows, 'team')),
    [120, 80, 60],
  );
  assert.equal(secondsForArrows(1, 'alternate'), 20);
  assert.equal(secondsForArrows(3, 'match'), 120);
  assert.equal(secondsForArrows(3, 'matchWorldRanking'), 90);
  assert.equal(secondsForArrows(1, 'shootOff'), 40);
});
