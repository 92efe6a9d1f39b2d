// RULES 1.9.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bracketOf,
  eventOf,
  type ShotEntry,
  shortCompetition,
  standing,
  withFacts,
} from '../../testing/short-competition.ts';
import { after } from '../../testing/small-competition.ts';
import type { TeamPart } from '../event/event.ts';
import { qualificationOf } from './qualification.ts';
import type { TeamContest } from './teams.ts';

const three: TeamContest = { kind: 'team', parts: [{ categories: ['RM'], archers: 2 }], teamsOf: 'club', teamsEach: 1 };
const mixed: TeamContest = {
  kind: 'mixed',
  parts: [
    { categories: ['RM'], archers: 1 },
    { categories: ['RW'], archers: 1 },
  ],
  teamsOf: 'country',
  teamsEach: 1,
};

function rowsOf(shot: readonly ShotEntry[], contest: TeamContest, dnfKeepsRank = true): readonly string[] {
  const state = withFacts(shortCompetition(shot), eventOf(bracketOf(8), { id: 'T', contest, dnfKeepsRank }));
  const rows = qualificationOf(state, 'T')?.rows ?? [];
  return rows.map((row) => `${row.rank} ${row.key} ${row.entries.join('+')}=${row.total}/${row.counts.join()}`);
}

const shot = (club: string, ...arrows: readonly string[]): ShotEntry[] =>
  arrows.map((each) => ({ club, arrows: each }));

test('the best of each club; a club with too few has no team', () => {
  const field = [...shot('Elang', '7', 'X', '9'), ...shot('Rajawali', '10', '9'), ...shot('Merpati', 'X X X')];
  assert.deepEqual(rowsOf(field, three), ['1 Elang#1 2+3=19/1,1', '2 Rajawali#1 4+5=19/0,1']);
});

test('the next best make the second team', () => {
  const field = shot('Elang', '10', '9', '8', '7', '6');
  const row = ['1 Elang#1 1+2=19/0,1', '2 Elang#2 3+4=15/0,0'];
  assert.deepEqual(rowsOf(field, { ...three, teamsEach: 5 }), row);
  assert.deepEqual(rowsOf(field, three), row.slice(0, 1));
});

test('only archers with a rank count', () => {
  const field = [...shot('Elang', '10', '9', '8'), ...shot('Rajawali', '10', '9')];
  const with_ = (status: 'DSQ' | 'DNF') =>
    field.map((each, at) => (at % 3 === 0 ? { ...each, standing: status } : each));
  assert.deepEqual(rowsOf(with_('DSQ'), three), ['1 Elang#1 2+3=17/0,0']);
  assert.deepEqual(rowsOf(with_('DNF'), three, false), ['1 Elang#1 2+3=17/0,0']);
  assert.equal(rowsOf(with_('DNF'), three, true).length, 2);
});

test('a mixed team is the best man and the best woman of a country; without a country there is none', () => {
  const field: ShotEntry[] = [
    { arrows: '9', country: 'INA' },
    { arrows: 'X', country: 'INA' },
    { arrows: '8', country: 'INA', category: 'RW' },
    { arrows: 'X', country: 'MAS' },
    { arrows: 'X', category: 'RW' },
    { arrows: 'X' },
  ];
  assert.deepEqual(rowsOf(field, mixed), ['1 INA#1 2+3=18/1,1']);
});

test('archers who may fill two parts are placed so that the team has the most points', () => {
  const parts: readonly TeamPart[] = [
    { categories: ['RM'], archers: 1 },
    { categories: ['U21'], archers: 1 },
  ];
  // The best of RM is the only one of U21: the second best of RM takes the other place.
  const field: ShotEntry[] = [{ arrows: '10', also: ['U21'] }, { arrows: '9' }, { arrows: '8' }];
  assert.deepEqual(rowsOf(field, { ...three, parts }), ['1 Garuda#1 2+1=19/0,1']);
});

test('equal teams: the sums of the counts, then a toss, and at the cut a shoot-off of an arrow each', () => {
  const field = [...shot('A', 'X', '9'), ...shot('B', '10', '9'), ...shot('C', '10', '9'), ...shot('D', '10', '9')];
  const at = (cut: number) => withFacts(shortCompetition(field), eventOf(bracketOf(cut), { id: 'T', contest: three }));
  assert.deepEqual(qualificationOf(at(8), 'T')?.openTies, [
    { reason: 'CT', keys: ['B#1', 'C#1', 'D#1'], from: 2, to: 4 },
  ]);
  const keys = ['A#1', 'B#1', 'C#1', 'D#1'];
  assert.deepEqual(qualificationOf(at(3), 'T')?.openTies, [{ reason: 'SO', keys, from: 1, to: 4 }]);
  const round = keys.map((key, index) => ({ key, arrows: ['10', index === 0 ? '5' : '9'] as const, distancesMm: [] }));
  const decided = after(at(3), { kind: 'recordShootOff', event: 'T', rounds: [round], by: 'Hakim' });
  const qualification = qualificationOf(decided, 'T');
  assert.deepEqual(
    qualification?.rows.map(({ key, rank, isIn, name }) => [key, rank, isIn, name]),
    [
      ['B#1', 1, true, 'B'],
      ['C#1', 1, true, 'C'],
      ['D#1', 1, true, 'D'],
      ['A#1', 4, false, 'A'],
    ],
  );
  assert.deepEqual(qualification?.openTies, [{ reason: 'CT', keys: ['B#1', 'C#1', 'D#1'], from: 1, to: 3 }]);
});

test('a team is finished when nobody can change it any more, and stands as its worst archer', () => {
  const field = [...shot('Elang', '10', '9', ''), ...shot('Rajawali', '10', '9')];
  const state = withFacts(shortCompetition(field), eventOf(bracketOf(8), { id: 'T', contest: three }));
  assert.deepEqual(qualificationOf(state, 'T')?.unfinished, ['Elang#1']);
  const over = withFacts(state, standing(3, 'DNS'), standing(5, 'DNF'));
  assert.deepEqual(qualificationOf(over, 'T')?.unfinished, []);
  assert.deepEqual(
    qualificationOf(over, 'T')?.rows.map((row) => row.standing),
    ['competing', 'DNF'],
  );
});

test('equal teams stand by name; a club has the country that all its archers have', () => {
  const field: ShotEntry[] = [
    ...shot('Rajawali', '9', '9').map((each) => ({ ...each, country: 'INA' })),
    ...shot('Elang', '9', '9').map((each, index) => ({ ...each, country: index === 0 ? 'INA' : 'MAS' })),
  ];
  const state = withFacts(shortCompetition(field), eventOf(undefined, { id: 'T', contest: three }));
  const rows = (of: 'club' | 'country') => {
    const now = withFacts(state, eventOf(undefined, { id: 'T', contest: { ...three, teamsOf: of } }));
    return qualificationOf(now, 'T')?.rows.map(({ rank, name, club, country }) => `${rank} ${name}/${club}/${country}`);
  };
  assert.deepEqual(rows('club'), ['1 Elang/Elang/', '1 Rajawali/Rajawali/INA']);
  assert.deepEqual(rows('country'), ['1 INA//INA']);
});
