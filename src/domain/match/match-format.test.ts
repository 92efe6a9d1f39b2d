import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ruleSets } from '../rule-sets.ts';
import { findMatchFormat, matchFormatsOf, targetFormatId } from './match-format.ts';

test('target archery has its six formats in every rule set (12.1.4)', () => {
  const expected = {
    'set-individual': [5, 3, 1, 6],
    'set-team': [4, 6, 3, 5],
    'set-mixed': [4, 4, 2, 5],
    'cumulative-individual': [5, 3, 1, undefined],
    'cumulative-team': [4, 6, 3, undefined],
    'cumulative-mixed': [4, 4, 2, undefined],
  };
  for (const { id } of ruleSets) {
    for (const [formatId, numbers] of Object.entries(expected)) {
      const format = findMatchFormat(id, formatId);
      assert.ok(format);
      const points = format.system === 'set' ? format.pointsToWin : undefined;
      assert.deepEqual([format.ends, format.arrowsPerEnd, format.shootOffArrows, points], numbers, formatId);
    }
  }
});

test('a set-system match that goes its full length can end level, and is won by more than half of its set points', () => {
  for (const format of matchFormatsOf('wa-2026')) {
    if (format.system === 'set') assert.equal(format.pointsToWin, format.ends + 1);
  }
});

test('every archer of a side shoots as often as the others', () => {
  for (const format of matchFormatsOf('wa-2026')) {
    // Field and 3D teams of three share three or four arrows a target.
    if (!format.id.startsWith('3d')) assert.equal(format.arrowsPerEnd % format.archers, 0, format.id);
    assert.equal(format.shootOffArrows, format.archers, format.id);
  }
});

test('times of teams are those of the rule book: 2 min for six arrows, 80 s for four, 60 s for a shoot-off of three', () => {
  assert.deepEqual(findMatchFormat('wa-2026', 'set-team')?.times, { end: 120, shootOff: 60, alternateArrow: 20 });
  assert.equal(findMatchFormat('wa-2026', 'set-mixed')?.times.end, 80);
  assert.deepEqual(findMatchFormat('wa-2026', 'set-individual')?.times, { end: 120, shootOff: 40, alternateArrow: 20 });
});

test('ids are unique; unknown rule sets and formats are not found', () => {
  const ids = matchFormatsOf('wa-2026').map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(matchFormatsOf('wa-1999'), []);
  assert.equal(findMatchFormat('wa-2026', 'duel'), undefined);
  assert.equal(targetFormatId('cumulative', 'mixed'), 'cumulative-mixed');
});
