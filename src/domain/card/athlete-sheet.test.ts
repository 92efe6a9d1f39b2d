import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortCompetition } from '../../testing/card-attempts.ts';
import { after, newEntry, score, smallCompetition, tabletAt1 } from '../../testing/small-competition.ts';
import type { Competition } from '../competition.ts';
import { athleteSheetOf } from './athlete-sheet.ts';

/** Entries 1, 2 and 5 shoot three ends of three arrows in RM. */
function shoot(state: Competition, entry: number, ...ends: readonly string[]): Competition {
  return ends.reduce((next, text, index) => {
    const arrows = text.split(' ') as Parameters<typeof score>[3][];
    return after(next, score(entry, index + 1, 0, ...arrows));
  }, state);
}

const ranksOf = (state: Competition, entry: number) =>
  athleteSheetOf(state, entry)?.ranks.map(({ end, rank, of }) => `${end}: ${rank}/${of}`);

test('the rank after every end is among those who have shot as many', () => {
  let state = shoot(shortCompetition(), 1, '9 9 9', '10 10 10', '8 8 8');
  assert.deepEqual(ranksOf(state, 1), ['1: 1/1', '2: 1/1', '3: 1/1']);
  state = shoot(state, 2, '10 10 10', '9 9 8');
  state = shoot(state, 5, '9 9 10');
  assert.deepEqual(ranksOf(state, 1), ['1: 3/3', '2: 1/2', '3: 1/1']);
  assert.deepEqual(ranksOf(state, 2), ['1: 1/3', '2: 2/2']);
  assert.deepEqual(ranksOf(state, 5), ['1: 2/3']);
  assert.deepEqual(ranksOf(state, 3), [], 'another category, nothing shot');
});

test('equal scores share a rank; what breaks ties breaks them here too', () => {
  let state = shoot(shortCompetition(), 1, '10 9 8');
  state = shoot(state, 2, '9 9 9');
  state = shoot(state, 5, '8 10 9');
  assert.deepEqual(
    [1, 2, 5].map((entry) => ranksOf(state, entry)),
    [['1: 1/3'], ['1: 3/3'], ['1: 1/3']],
  );
});

test('a correction changes the ranks from that end on, and only an end that is full has one', () => {
  let state = shoot(shortCompetition(), 1, '9 9 9', '9 9 9');
  state = shoot(state, 2, '9 9 8', '9 9 9');
  assert.deepEqual(ranksOf(state, 2), ['1: 2/2', '2: 2/2']);
  const was = ['9', '9', '8'] as const;
  state = after(state, { kind: 'correctEnd', entry: 2, end: 1, was, arrows: ['9', '9', '10'], reason: 'x' });
  assert.deepEqual(
    [ranksOf(state, 1), ranksOf(state, 2)],
    [
      ['1: 2/2', '2: 2/2'],
      ['1: 1/2', '2: 1/2'],
    ],
  );
  state = after(state, score(1, 3, 0, '9', '9'));
  assert.equal(ranksOf(state, 1)?.length, 2);
});

test('who is without a rank has none, and stands in nobody’s way', () => {
  let state = shoot(shortCompetition(), 1, '9 9 9');
  state = shoot(state, 2, '10 10 10');
  state = after(state, { kind: 'setStanding', entry: 2, standing: 'DSQ', by: 'Sri', reason: 'rules' });
  assert.deepEqual([ranksOf(state, 1), ranksOf(state, 2)], [['1: 1/1'], []]);
  const retired = after(state, { kind: 'setStanding', entry: 2, standing: 'DNF', by: '', reason: '' });
  assert.deepEqual([ranksOf(retired, 1), ranksOf(retired, 2)], [['1: 2/2'], ['1: 1/2']]);
});

test('an athlete without a target is followed too, with the round, the hits and the notes', () => {
  const hits = [{ x: 1, y: 2 }, null, null];
  const scored = { kind: 'scoreArrows', entry: 5, end: 1, first: 0, arrows: ['9', '9', '9'], hits } as const;
  const state = after(after(shortCompetition(), scored), {
    kind: 'checkEnd',
    entry: 5,
    end: 1,
    arrows: ['9', '9', '9'],
  });
  const sheet = athleteSheetOf(state, 5);
  assert.ok(sheet);
  const { archers, ownRounds, ...rest } = sheet;
  assert.deepEqual(rest, {
    competitionName: 'Piala Uji',
    categoryName: 'Recurve Men',
    ranks: [{ end: 1, rank: 1, of: 1 }],
    hits: [{ end: 1, hits }],
  });
  assert.equal(ownRounds?.[0]?.id, 'short');
  assert.deepEqual(archers, [
    {
      ...{ entry: 5, name: 'Eko Wirawan', club: 'Garuda', category: 'RM', target: '', roundId: 'short' },
      ends: [['9', '9', '9']],
      checks: [{ end: 1, arrows: ['9', '9', '9'] }],
    },
  ]);
});

test('nobody is followed where there is nobody', () => {
  assert.equal(athleteSheetOf(smallCompetition(), 9), undefined);
  const more = after(smallCompetition(), { kind: 'importEntries', categories: [], entries: [newEntry('Fajar', 'CW')] });
  assert.deepEqual(athleteSheetOf(after(more, score(1, 1, 0, '9'), tabletAt1), 6)?.ranks, []);
});
