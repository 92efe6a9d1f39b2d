import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import type { AthleteSheet } from '../../src/domain/card/athlete-sheet.ts';
import type { BracketView, MatchInBracketView } from '../../src/wire/api-matches.ts';
import { type News, newsOfAthlete, newsOfBracket, withNews } from './news.ts';

function sheet(ends: readonly string[], ranks: readonly number[]): AthleteSheet {
  return {
    competitionName: 'Cup',
    categoryName: 'Recurve Men',
    archers: [
      {
        ...{ entry: 7, name: 'Adi', club: 'Elang', category: 'RM', target: '1A', roundId: 'wa720-70' },
        ends: ends.map((end) => end.split(' ').map((each) => (each === '-' ? null : (each as ArrowValue)))),
      },
    ],
    ranks: ranks.map((rank, index) => ({ end: index + 1, rank, of: 9 })),
    hits: [],
  };
}

const nines = '9 9 9 9 9 9';

test('an end that is complete is news, with the rank and the places gained', () => {
  const before = sheet([nines, '9 9 - - - -'], [4]);
  assert.deepEqual(newsOfAthlete(before, sheet([nines, '9 9 9 9 9 8'], [4, 2])), [
    { kind: 'end', key: 'end/7/2', name: 'Adi', end: 2, points: 53, rank: 2, moved: 2 },
  ]);
  assert.deepEqual(newsOfAthlete(sheet([], []), sheet([nines], [3])), [
    { kind: 'end', key: 'end/7/1', name: 'Adi', end: 1, points: 54, rank: 3, moved: 0 },
  ]);
});

test('arrows on the way, corrections and others’ scores are none', () => {
  const now = sheet([nines, '9 - - - - -'], [4]);
  assert.deepEqual(newsOfAthlete(sheet([nines], [4]), now), []);
  assert.deepEqual(newsOfAthlete(sheet([nines], [4]), sheet(['9 9 9 9 9 8'], [5])), []);
  assert.deepEqual(newsOfAthlete(now, now), []);
});

type Change = Partial<Pick<MatchInBracketView, 'hasBegun' | 'winner' | 'kind'>>;

function bracket(change: Change): BracketView {
  const seat = (entry: number, name: string) =>
    ({
      kind: 'competitor',
      source: { from: 'seed', seed: entry },
      seed: entry,
      key: String(entry),
      name,
      entries: [entry],
    }) as never;
  const { winner = null } = change;
  const match: MatchInBracketView = {
    ...{ id: '2/1', section: 'bracket', level: 2, number: 1, topPlace: 1, pool: null, formatId: 'set-individual' },
    ...{ kind: 'match', seats: { a: seat(7, 'Adi'), b: seat(8, 'Budi') }, attendance: { a: 'present', b: 'present' } },
    status:
      winner === null
        ? { kind: 'end', number: 1, winner: null, by: null }
        : { kind: 'over', number: null, winner, by: 'score' },
    ...{ points: { a: 0, b: 0 }, totals: { a: 0, b: 0 }, ends: [], shootOffs: [], projection: null, slot: null },
    hasBegun: false,
    ...change,
    winner,
  };
  return {
    ...{ position: { epoch: 'e', seq: 1 }, event: 'RM', name: 'Recurve men', system: 'bracket', isDrawn: true },
    ...{ competitors: [], pools: [], matches: [match] },
  };
}

test('a match that begins and how it ends are news for those who stand in it', () => {
  const kinds = (before: Change, now: Change, ...favourites: number[]) =>
    newsOfBracket(bracket(before), bracket(now), new Set(favourites)).map(({ kind, name }) => [kind, name]);
  assert.deepEqual(kinds({}, { hasBegun: true }, 7), [['matchBegins', 'Adi']]);
  assert.deepEqual(kinds({ hasBegun: true }, { hasBegun: true, winner: 'a' }, 7, 8), [
    ['matchWon', 'Adi'],
    ['matchLost', 'Budi'],
  ]);
  assert.deepEqual(kinds({}, { hasBegun: true, winner: 'b' }, 7), [['matchLost', 'Adi']], 'over at once');
  assert.deepEqual(kinds({}, { hasBegun: true }, 9), [], 'somebody else’s');
  assert.deepEqual(kinds({ hasBegun: true }, { hasBegun: true }, 7), []);
  assert.deepEqual(kinds({}, { winner: 'a', kind: 'bye' }, 7), [], 'a bye is no match');
});

test('no more than can be read, the newest last, nothing twice', () => {
  const news = (key: string) => ({ kind: 'end', key, name: '', end: 1, points: 1, rank: 1, moved: 0 }) satisfies News;
  const keys = (all: readonly News[]) => all.map(({ key }) => key).join('');
  assert.equal(keys(withNews([news('a'), news('b'), news('c')], [news('d')])), 'bcd');
  assert.equal(keys(withNews([news('a'), news('b')], [news('a')])), 'ba');
});
