// RULES 1.5: boards while athletes are at different ends.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { standing, withFacts } from '../../testing/short-competition.ts';
import { after, score, smallCompetition } from '../../testing/small-competition.ts';
import type { ArrowValue } from '../arrow-value.ts';
import type { Competition } from '../competition.ts';
import { type RunningBasis, runningRankingOf } from './running-ranking.ts';

function shoot(state: Competition, entry: number, ...ends: readonly string[]): Competition {
  return ends.reduce(
    (before, end, index) => after(before, score(entry, index + 1, 0, ...(end.split(' ') as ArrowValue[]))),
    state,
  );
}

const nines = '9 9 9 9 9 9';
const eights = '8 8 8 8 8 8';
const tens = '10 10 10 10 10 10';

const show = (state: Competition, basis: RunningBasis) =>
  runningRankingOf(state, 'RM', basis)?.rows.map(
    ({ rank = '-', entry, total, arrows }) => `${rank}:${entry} ${total}/${arrows}`,
  );

test('who has shot more has more points, but not the better average, nor the better common ends', () => {
  let state = shoot(smallCompetition(), 1, eights, eights, '9 9 9');
  state = shoot(state, 2, nines);
  assert.deepEqual(show(state, 'total'), ['1:1 123/15', '2:2 54/6', '3:5 0/0']);
  assert.deepEqual(show(state, 'average'), ['1:2 54/6', '2:1 123/15', '-:5 0/0']);
  assert.deepEqual(show(state, 'sameEnd'), ['1:2 54/6', '2:1 48/6', '-:5 0/0']);
  assert.deepEqual(runningRankingOf(state, 'RM', 'sameEnd')?.ends, [1]);
});

test('averages are fractions: nothing is rounded, and counts are an arrow too', () => {
  let state = shoot(smallCompetition(), 1, '10 9 9');
  state = shoot(state, 2, '10 9 9 10 9 9');
  state = shoot(state, 5, '10 10 9 9 9 9', '10 9 9');
  assert.deepEqual(show(state, 'average'), ['1:1 28/3', '1:2 56/6', '1:5 84/9']);
  const more = shoot(smallCompetition(), 1, '10 9 9');
  assert.deepEqual(show(shoot(more, 2, '10 10 8 9 9 10'), 'average'), ['1:2 56/6', '2:1 28/3', '-:5 0/0']);
});

test('moves are told by the last end that everybody has shot', () => {
  let state = shoot(smallCompetition(), 1, nines, eights, tens);
  state = shoot(state, 2, eights, tens);
  const ranking = runningRankingOf(state, 'RM', 'sameEnd');
  assert.deepEqual(ranking?.ends, [1, 2]);
  assert.deepEqual(
    ranking?.rows.map(({ entry, rank, moved }) => [entry, rank, moved]),
    [
      [2, 1, 1],
      [1, 2, -1],
      [5, undefined, undefined],
    ],
  );
});

test('who retired holds nobody back, and keeps what he shot in the common ends', () => {
  let state = shoot(smallCompetition(), 1, nines, nines);
  state = shoot(state, 2, tens);
  state = shoot(state, 5, eights, eights);
  assert.deepEqual(runningRankingOf(state, 'RM', 'sameEnd')?.ends, [1]);
  const retired = withFacts(state, standing(2, 'DNF'));
  assert.deepEqual(runningRankingOf(retired, 'RM', 'sameEnd')?.ends, [1, 2]);
  assert.deepEqual(show(retired, 'sameEnd'), ['1:1 108/12', '2:5 96/12', '3:2 60/6']);
  const out = withFacts(state, standing(2, 'DSQ'));
  assert.deepEqual(show(out, 'sameEnd'), ['1:1 108/12', '2:5 96/12', '-:2 60/6']);
  assert.deepEqual(show(out, 'average')?.at(-1), '-:2 60/6');
});

test('an end that is not full counts for nobody', () => {
  const state = shoot(shoot(smallCompetition(), 1, tens, tens), 2, nines, '10 10');
  assert.deepEqual(runningRankingOf(state, 'RM', 'sameEnd')?.ends, [1]);
});

test('nobody has shot, and no such category', () => {
  assert.deepEqual(show(smallCompetition(), 'sameEnd'), ['-:1 0/0', '-:2 0/0', '-:5 0/0']);
  assert.deepEqual(show(smallCompetition(), 'total'), ['1:1 0/0', '1:2 0/0', '1:5 0/0']);
  assert.equal(runningRankingOf(smallCompetition(), 'BM', 'total'), undefined);
});

test('after the same end all three say the same', () => {
  const end = fc
    .array(fc.constantFrom('X', '10', '9', 'M'), { minLength: 6, maxLength: 6 })
    .map((each) => each.join(' '));
  fc.assert(
    fc.property(fc.tuple(end, end), fc.tuple(end, end), fc.tuple(end, end), (first, second, third) => {
      const state = shoot(shoot(shoot(smallCompetition(), 1, ...first), 2, ...second), 5, ...third);
      const total = show(state, 'total');
      assert.deepEqual(show(state, 'average'), total);
      assert.deepEqual(show(state, 'sameEnd'), total);
    }),
    { numRuns: 40 },
  );
});
