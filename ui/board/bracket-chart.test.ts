import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MatchInBracketView } from '../../src/wire/api-matches.ts';
import { chartOf } from './bracket-chart.ts';

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
      });
  }
  matches.push({ id: '1/2', section: 'bracket', level: 1, topPlace: 3, kind: 'match', winner: null });
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
