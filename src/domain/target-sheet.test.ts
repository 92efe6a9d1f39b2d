import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, score, smallCompetition } from '../testing/small-competition.ts';
import { sheetEndOf, targetSheetOf } from './target-sheet.ts';

test('a sheet shows the archers of one butt and what is on their cards', () => {
  const state = after(smallCompetition(), score(3, 1, 0, 'X', '9'));
  const sheet = targetSheetOf(state, 2);
  assert.deepEqual(
    sheet?.archers.map(({ entry, target, roundId, ends }) => ({ entry, target, roundId, ends })),
    [
      { entry: 3, target: '2A', roundId: 'wa720-50-compound', ends: [['X', '9', null, null, null, null]] },
      { entry: 4, target: '2B', roundId: 'wa720-50-compound', ends: [] },
    ],
  );
  assert.equal(sheet?.competitionName, 'Piala Uji');
});

test('a butt where nobody shoots has no sheet', () => {
  for (const butt of [0, 3, 9999]) assert.equal(targetSheetOf(smallCompetition(), butt), undefined);
});

test('one end as it now is, blank while it is not begun', () => {
  const state = after(smallCompetition(), score(1, 1, 1, '7'));
  assert.deepEqual(sheetEndOf(state, 1, 1), { entry: 1, end: 1, arrows: [null, '7', null, null, null, null] });
  assert.deepEqual(sheetEndOf(state, 2, 1)?.arrows, [null, null, null, null, null, null]);
  assert.equal(sheetEndOf(state, 99, 1), undefined);
});
