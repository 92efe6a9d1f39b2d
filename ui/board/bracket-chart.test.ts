import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MatchInBracketView } from '../../src/wire/api-matches.ts';
import { chartOf, tvPagesOf } from './bracket-chart.ts';

function seats(kind: 'competitor' | 'pending') {
  const seat = { kind, name: null, seed: null } as MatchInBracketView['seats']['a'];
  return { a: seat, b: seat };
}

/** A bracket of 2 ** `rounds`, whose rounds from `open` on are still to be shot. */
function bracket(rounds: number, open: number) {
  const matches: Partial<MatchInBracketView>[] = [];
  for (let level = rounds; level >= 1; level -= 1) {
    for (let number = 1; number <= 2 ** (level - 1); number += 1)
      matches.push({
        id: `${level}/${number}`,
        section: 'bracket',
        level,
        topPlace: 1,
        kind: 'match',
        winner: level > open ? 'a' : null,
        seats: level >= open ? seats('competitor') : seats('pending'),
      });
  }
  matches.push({
    id: '1/2',
    section: 'bracket',
    level: 1,
    topPlace: 3,
    kind: 'match',
    winner: null,
    seats: seats('pending'),
  });
  return { system: 'bracket' as const, matches: matches as MatchInBracketView[] };
}

const shape = (rounds: number, open: number, most: number) =>
  chartOf(bracket(rounds, open), most).map(({ level, matches }) => `${level}:${matches.length}`);

test('rounds from the first that fits to the final, with the match for the third place beside it', () => {
  assert.deepEqual(shape(3, 3, 8), ['3:4', '2:2', '1:2']);
  assert.deepEqual(shape(5, 2, 8), ['4:8', '3:4', '2:2', '1:2']);
});

test('the round that is being shot is never left out', () => {
  assert.deepEqual(shape(5, 5, 8)[0], '5:16');
  assert.deepEqual(shape(5, 4, 4)[0], '4:8');
});

test('what is no bracket has no chart', () => {
  assert.deepEqual(chartOf({ system: 'pools', matches: bracket(2, 2).matches }, 8), []);
  assert.deepEqual(chartOf({ system: 'bracket', matches: [] }, 8), []);
});

test('on a TV a long chart comes in sections, and the later rounds once somebody is known there', () => {
  const pages = (rounds: number, open: number) =>
    tvPagesOf(bracket(rounds, open)).map((page) => page.map(({ level, matches }) => `${level}:${matches.length}`));
  assert.deepEqual(pages(3, 3), [['3:4', '2:2', '1:2']]);
  assert.deepEqual(pages(4, 4), [
    ['4:4', '3:2', '2:1'],
    ['4:4', '3:2', '2:1'],
  ]);
  assert.equal(pages(7, 7).length, 16);
  assert.deepEqual(pages(7, 7)[15], ['7:4', '6:2', '5:1']);
  assert.deepEqual(pages(7, 3), [['3:4', '2:2', '1:2']]);
  const [, second] = tvPagesOf(bracket(5, 5));
  assert.deepEqual(
    second?.map(({ matches }) => matches[0]?.id),
    ['5/5', '4/3', '3/2'],
  );
  const shown = new Set(tvPagesOf(bracket(7, 7)).flatMap((page) => page.flatMap(({ matches }) => matches)));
  assert.equal(shown.size, 64 + 32 + 16, 'every match with somebody in it, and where its winner goes');
});

test('a winner who waits for the others makes the page of the later rounds', () => {
  const { matches, ...rest } = bracket(4, 4);
  const known = matches.map((match) =>
    match.id === '2/1'
      ? { ...match, seats: { ...match.seats, a: { ...match.seats.a, kind: 'competitor' as const } } }
      : match,
  );
  const pages = tvPagesOf({ ...rest, matches: known });
  assert.deepEqual(
    pages.map((page) => page[0]?.level),
    [4, 4, 2],
  );
});
