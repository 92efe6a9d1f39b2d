import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  arrowsOf,
  bracketOf,
  eventOf,
  shortCompetition,
  shortRound,
  withFacts,
} from '../../testing/short-competition.ts';
import { after, categoryOf, creation, newEntry, score, smallCompetition } from '../../testing/small-competition.ts';
import {
  leaderboardHeadOf,
  leaderboardOf,
  leaderboardPageOf,
  leaderboardRowOf,
  rankRows,
  scoreLineOf,
} from './leaderboard.ts';

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

test('who has no rank stands at the end with rank 0; who retired by the option of the event', () => {
  const state = shortCompetition([
    { arrows: 'X', standing: 'DSQ' },
    { arrows: '9', standing: 'DNF' },
    { arrows: '8' },
    { arrows: '', standing: 'DNS' },
  ]);
  const ranked = (dnfKeepsRank: boolean) => {
    const board = leaderboardOf(withFacts(state, eventOf(undefined, { dnfKeepsRank })), 'RM');
    assert.equal(board?.head.dnfLosesRank, dnfKeepsRank ? undefined : true);
    return rankRows(board?.rows ?? [], board?.head.ties, board?.head.dnfLosesRank).map(
      (row) => `${row.rank} ${row.entry} ${row.standing ?? ''}`,
    );
  };
  assert.deepEqual(ranked(true), ['1 2 DNF', '2 3 ', '0 4 DNS', '0 1 DSQ']);
  assert.deepEqual(ranked(false), ['1 3 ', '0 2 DNF', '0 4 DNS', '0 1 DSQ']);
});

test('the head tells the round of the organiser, the cut, and the ties that were decided', () => {
  const state = withFacts(
    shortCompetition([{ arrows: '9' }, { arrows: '9' }, { arrows: '9' }, { arrows: '8' }]),
    eventOf(bracketOf(1)),
  );
  const { ownRound, cut, ...rest } = leaderboardHeadOf(state, 'RM') ?? {};
  assert.deepEqual([ownRound, cut], [shortRound, 1]);
  assert.equal('ties' in rest || 'dnfLosesRank' in rest, false);
  const shots = ['8', '9', '8'].map((value, index) => {
    return { key: `${index + 1}`, arrows: arrowsOf(value).slice(0, 1), distancesMm: [] };
  });
  const decided = after(state, { kind: 'recordShootOff', event: 'RM', rounds: [shots], by: 'Hakim' });
  const board = leaderboardOf(decided, 'RM');
  assert.deepEqual(board?.head.ties, [{ reason: 'SO', order: [2, 1, 3], levels: [1, 2] }]);
  const ranked = rankRows(board?.rows ?? [], board?.head.ties).map(
    ({ rank, entry, decidedBy = '' }) => `${rank} ${entry} ${decidedBy}`,
  );
  assert.deepEqual(ranked, ['1 2 SO', '2 1 SO', '2 3 SO', '4 4 ']);
});

test('a page is a part of the list, best first', () => {
  const state = shortCompetition(['7', '9', 'X', '8', '9'].map((arrows) => ({ arrows })));
  const entries = (from: number, count: number) =>
    leaderboardPageOf(state, 'RM', from, count)?.rows.map(({ entry }) => entry);
  assert.deepEqual(entries(0, 2), [3, 2]);
  assert.deepEqual(entries(1, 3), [2, 5, 4]);
  assert.deepEqual(entries(4, 9), [1]);
  assert.deepEqual(entries(5, 9), []);
  assert.deepEqual(leaderboardPageOf(state, 'RW', 0, 5)?.rows, []);
  assert.equal(leaderboardPageOf(state, 'BM', 0, 5), undefined);
});

test('a card is on the board of every category that it counts in', () => {
  const state = shortCompetition([
    { arrows: '9', also: ['U21'] },
    { arrows: '8', category: 'U21' },
  ]);
  assert.deepEqual(
    leaderboardOf(state, 'U21')?.rows.map(({ entry }) => entry),
    [1, 2],
  );
  assert.deepEqual(
    leaderboardOf(state, 'RM')?.rows.map(({ entry }) => entry),
    [1],
  );
});
