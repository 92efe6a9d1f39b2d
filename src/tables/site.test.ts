// Results as pages in a zip.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leaderboardOf } from '../domain/ranking/leaderboard.ts';
import { wholeCompetition } from '../testing/whole-competition.ts';
import { writeSite } from './write-tables.ts';
import { openZip } from './zip-reader.ts';

test('an index, a page for each category, and nobody’s name taken for HTML', () => {
  const state = wholeCompetition();
  const { venue, from, to, discipline, ruleSetId, isClosed, scoring } = state;
  const board = leaderboardOf(state, 'RM');
  assert.ok(board);
  const about = {
    ...{ id: 'cup', name: '<b>Cup</b>', venue, from, to, discipline, ruleSetId, isClosed, scoring, entryCount: 11 },
    journal: { facts: 1, head: '0'.repeat(64) },
    categories: [
      { code: 'RM', name: 'Recurve Men', roundId: 'short', roundName: 'Short', entries: 8, isOfficial: false },
    ],
  };
  const known = { about, boards: new Map([['RM', board]]), brackets: [], announcements: [], underReview: [] };
  const zip = openZip(Buffer.concat([...writeSite({ known, language: 'fr' })]), 1_000_000);
  assert.deepEqual([...zip.names].sort(), ['cup.html', 'cup.json', 'cup.rm.html', 'cup.rm.json', 'index.html']);
  const index = zip.read('index.html')?.toString() ?? '';
  assert.match(index, /&lt;b&gt;Cup&lt;\/b&gt;/);
  assert.match(index, /href="cup\.RM\.html"/);
  assert.match(zip.read('cup.rm.html')?.toString() ?? '', /Archer 1/);
});
