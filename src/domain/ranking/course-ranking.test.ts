// Field and 3D from the arrows to the leaderboard: what breaks a tie there is what the rule set says (RULES 1.5).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, creation, newEntry, score } from '../../testing/small-competition.ts';
import type { ArrowValue } from '../arrow-value.ts';
import type { Discipline } from '../rounds/rounds.ts';
import { composeCategory } from '../setup/categories.ts';
import { leaderboardOf, rankRows } from './leaderboard.ts';

function rankOf(discipline: Discipline, ruleSetId: string, ends: readonly (readonly ArrowValue[])[]) {
  const category = composeCategory({ bowStyle: 'B', ageClass: '', gender: 'M' }, discipline);
  let state = after(undefined, { ...creation, discipline, ruleSetId });
  const entries = ends.map((_, index) => newEntry(`Pemanah ${index + 1}`, 'BM', `${index + 1}A`));
  state = after(state, { kind: 'importEntries', categories: [category], entries });
  for (const [index, arrows] of ends.entries()) state = after(state, score(index + 1, 1, 0, ...arrows));
  const board = leaderboardOf(state, 'BM');
  assert.ok(board);
  return rankRows(board.rows).map(({ rank, entry, total, counts }) => ({ rank, entry, total, counts }));
}

test('field: sixes, then fives; before 2026 both together first', () => {
  const ends: ArrowValue[][] = [
    ['5', '5', '5'],
    ['6', '5', '4'],
    ['6', '6', '3'],
  ];
  const places = (ruleSetId: string) => rankOf('field', ruleSetId, ends).map(({ entry }) => entry);
  assert.deepEqual(places('wa-2026'), [3, 2, 1]);
  assert.deepEqual(places('wa-2025'), [1, 3, 2]);
});

test('3D: elevens, then tens, and a full tie shares the place', () => {
  const ranked = rankOf('3d', 'wa-2026', [
    ['8', '8'],
    ['11', '5'],
    ['5', '11'],
  ]);
  assert.deepEqual(ranked, [
    { rank: 1, entry: 2, total: 16, counts: [1, 0] },
    { rank: 1, entry: 3, total: 16, counts: [1, 0] },
    { rank: 3, entry: 1, total: 16, counts: [0, 0] },
  ]);
});
