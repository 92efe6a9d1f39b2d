import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRound } from './rounds.ts';
import { secondsForEnd } from './shooting-times.ts';

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
