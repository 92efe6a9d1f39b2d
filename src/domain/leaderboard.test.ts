import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, categoryOf, creation, newEntry, score, smallCompetition } from '../testing/small-competition.ts';
import { leaderboardOf, leaderboardRowOf, rankRows, scoreLineOf } from './leaderboard.ts';

test('a leaderboard holds the whole category, those who have not shot yet included', () => {
  const state = after(smallCompetition(), score(2, 1, 0, 'X', '9', 'M'));
  const board = leaderboardOf(state, 'RM');
  assert.deepEqual(board?.head, {
    competitionName: 'Piala Uji',
    category: 'RM',
    categoryName: 'Recurve Men',
    roundName: 'WA 720, 70 m',
    roundId: 'wa720-70',
    tieBreak: ['x', 'ten'],
    arrows: 72,
  });
  const ranked = rankRows(board?.rows ?? []).map((row) => [row.rank, row.entry, row.total, row.counts, row.target]);
  assert.deepEqual(ranked, [
    [1, 2, 19, [1, 1], '1B'],
    [2, 1, 0, [0, 0], '1A'],
    [2, 5, 0, [0, 0], ''],
  ]);
});

test('a score line tells the end that is being shot', () => {
  const state = after(smallCompetition(), score(1, 1, 0, 'M'));
  assert.deepEqual(scoreLineOf(state, 1), {
    entry: 1,
    total: 0,
    counts: [0, 0],
    arrows: 1,
    end: 1,
    endArrows: ['M', null, null, null, null, null],
  });
  assert.deepEqual(scoreLineOf(state, 2)?.endArrows, []);
});

test('the year of the rule set decides which counts a board shows first', () => {
  for (const [ruleSetId, tieBreak] of [
    ['wa-2025', ['ten', 'x']],
    ['wa-2026', ['x', 'ten']],
  ] as const) {
    const created = after(undefined, { ...creation, ruleSetId });
    const state = after(created, {
      kind: 'importEntries',
      categories: [categoryOf('RM')],
      entries: [newEntry('A', 'RM')],
    });
    assert.deepEqual(leaderboardOf(state, 'RM')?.head.tieBreak, tieBreak);
  }
});

test('what is not there has no row and no board', () => {
  const state = smallCompetition();
  assert.equal(leaderboardOf(state, 'BM'), undefined);
  assert.equal(scoreLineOf(state, 99), undefined);
  assert.equal(leaderboardRowOf(state, 0), undefined);
});
