import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bracketOf,
  eventOf,
  type ShotEntry,
  scored,
  shortCompetition,
  standing,
  withFacts,
} from '../../testing/short-competition.ts';
import { smallCompetition } from '../../testing/small-competition.ts';
import { categoryQualificationOf, qualificationOf } from './qualification.ts';

const rowsOf = (qualification: ReturnType<typeof qualificationOf>) =>
  qualification?.rows.map(
    ({ key, rank, isIn }) => `${rank ?? '-'}:${key}${isIn === undefined ? '' : isIn ? '+' : '-'}`,
  );

const field: readonly ShotEntry[] = [
  { arrows: '9 9', standing: 'DSQ' },
  { arrows: '10 9', standing: 'DNF' },
  { arrows: '', standing: 'DNS' },
  { arrows: '8 8' },
  { arrows: 'X X', category: 'RW', also: ['RM'] },
  { arrows: '8 8' },
];

test('did not start and disqualified stand at the end without a rank; retired by the option of the event', () => {
  const state = shortCompetition(field);
  const kept = qualificationOf(withFacts(state, eventOf(bracketOf(2))), 'RM');
  assert.deepEqual(rowsOf(kept), ['1:5+', '2:2+', '3:4-', '3:6-', '-:3-', '-:1-']);
  const lost = qualificationOf(withFacts(state, eventOf(bracketOf(2), { dnfKeepsRank: false })), 'RM');
  assert.deepEqual(rowsOf(lost), ['1:5+', '2:4', '2:6', '-:2-', '-:3-', '-:1-']);
  assert.deepEqual(lost?.openTies, [{ reason: 'SO', keys: ['4', '6'], from: 2, to: 3 }]);
  assert.deepEqual(
    lost?.rows.map((row) => row.standing),
    ['competing', 'competing', 'competing', 'DNF', 'DNS', 'DSQ'],
  );
});

test('a standing taken back gives the rank back', () => {
  const state = withFacts(shortCompetition(field), standing(1, 'competing'));
  assert.deepEqual(rowsOf(categoryQualificationOf(state, 'RM')), ['1:5', '2:2', '3:1', '4:4', '4:6', '-:3']);
});

test('a card counts in every category that it is ranked in', () => {
  const state = shortCompetition(field);
  assert.deepEqual(rowsOf(categoryQualificationOf(state, 'RW')), ['1:5']);
  const [row] = categoryQualificationOf(state, 'RW')?.rows ?? [];
  assert.deepEqual(row, {
    key: '5',
    name: 'Archer 5',
    entries: [5],
    club: 'Garuda',
    country: '',
    total: 20,
    counts: [2, 2],
    arrows: 6,
    standing: 'competing',
    rank: 1,
    rankByScore: 1,
    decidedBy: undefined,
    isIn: undefined,
  });
});

test('a category has the decisions and the cut of its individual event, and of no other', () => {
  const team = { kind: 'team', parts: [{ categories: ['RM'], archers: 2 }], teamsOf: 'club', teamsEach: 1 } as const;
  const state = withFacts(shortCompetition(field), eventOf(bracketOf(8), { id: 'RM-team', contest: team }));
  assert.equal(categoryQualificationOf(state, 'RM')?.cut, undefined);
  const withBoth = withFacts(state, eventOf(bracketOf(2)));
  assert.equal(categoryQualificationOf(withBoth, 'RM')?.cut, 2);
  assert.deepEqual(categoryQualificationOf(withBoth, 'RM'), qualificationOf(withBoth, 'RM'));
});

test('who still shoots is named; who gave up is not waited for', () => {
  const half = withFacts(smallCompetition(), standing(5, 'DNS'));
  assert.deepEqual(categoryQualificationOf(half, 'RM')?.unfinished, ['1', '2']);
  assert.deepEqual(categoryQualificationOf(shortCompetition(field), 'RM')?.unfinished, []);
  const late = withFacts(shortCompetition([{ arrows: '' }]));
  assert.deepEqual(categoryQualificationOf(late, 'RM')?.unfinished, ['1']);
  assert.deepEqual(categoryQualificationOf(withFacts(late, scored(1, 'X')), 'RM')?.unfinished, []);
});

test('fewer than the cut: all are in, and no tie is at the cut', () => {
  const state = withFacts(shortCompetition([{ arrows: '9' }, { arrows: '9' }]), eventOf(bracketOf(8)));
  assert.deepEqual(rowsOf(qualificationOf(state, 'RM')), ['1:1+', '1:2+']);
  assert.deepEqual(qualificationOf(state, 'RM')?.openTies, [{ reason: 'CT', keys: ['1', '2'], from: 1, to: 2 }]);
});

test('ties that end at the cut or begin below it are no shoot-off', () => {
  const shot = ['X', '9', '9', '8', '8'].map((arrows) => ({ arrows }));
  const state = withFacts(shortCompetition(shot), eventOf(bracketOf(3)));
  assert.deepEqual(qualificationOf(state, 'RM')?.openTies, [{ reason: 'CT', keys: ['2', '3'], from: 2, to: 3 }]);
  assert.deepEqual(rowsOf(qualificationOf(state, 'RM')), ['1:1+', '2:2+', '2:3+', '4:4-', '4:5-']);
});

test('an old competition keeps its rules: the same arrows, ranked by the year of its rule set', () => {
  const shot = [{ arrows: '10 10 8' }, { arrows: 'X 9 9' }];
  const places = (ruleSetId: string) => rowsOf(categoryQualificationOf(shortCompetition(shot, ruleSetId), 'RM'));
  assert.deepEqual(places('wa-2025'), ['1:1', '2:2']);
  assert.deepEqual(places('wa-2026'), ['1:2', '2:1']);
});

test('unknown events and categories', () => {
  assert.equal(qualificationOf(smallCompetition(), 'RM'), undefined);
  assert.equal(categoryQualificationOf(smallCompetition(), 'BM'), undefined);
});
