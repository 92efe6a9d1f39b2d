import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ArrowValue } from '../arrow-value.ts';
import { scorecardOfEnds } from '../card/scorecard.ts';
import { findRound } from '../rounds/rounds.ts';
import { type LeaderboardHead, type LeaderboardRow, rankRows } from './leaderboard.ts';
import { averageArrowOf, movementOf } from './movement.ts';

const round = findRound('wa720-70') ?? assert.fail();
const head: LeaderboardHead = {
  competitionName: 'Cup',
  category: 'RM',
  categoryName: 'Recurve Men',
  roundName: round.name,
  roundId: round.id,
  tieBreak: ['ten', 'x'],
  arrows: 72,
};

/** Each end so many points: six arrows, as even as they come. */
function card(entry: number, ends: readonly (number | readonly ArrowValue[])[], more: Partial<LeaderboardRow> = {}) {
  const arrows = ends.map((end) =>
    typeof end === 'number'
      ? Array.from({ length: 6 }, (_, box) => String(Math.floor((end + box) / 6)) as ArrowValue)
      : end,
  );
  const { tally } = scorecardOfEnds(round, arrows);
  const row: LeaderboardRow = {
    ...{ entry, name: `Archer ${entry}`, club: 'Elang', target: '' },
    ...{ total: tally.total, counts: [tally.ten, tally.x], arrows: tally.arrows },
    ...{ end: ends.length, endArrows: arrows.at(-1) ?? [] },
    ...more,
  };
  return row;
}

const moves = (rows: readonly LeaderboardRow[], other: Partial<LeaderboardHead> = {}) => {
  const now = { ...head, ...other };
  return Object.fromEntries(movementOf(now, rankRows(rows, now.ties, now.dnfLosesRank)));
};

test('nobody moves in the first end', () => {
  assert.deepEqual(moves([card(1, [50]), card(2, [58])]), {});
  assert.deepEqual(moves([card(1, []), card(2, [])]), {});
});

test('places gained and lost since the ranking before the end', () => {
  assert.deepEqual(moves([card(1, [50, 50]), card(2, [49, 52]), card(3, [30, 30])]), { 2: 1, 1: -1 });
  assert.deepEqual(moves([card(1, [50, 50]), card(2, [49, 50])]), {});
});

test('arrow by arrow: who has not begun the end stands as before it', () => {
  assert.deepEqual(moves([card(1, [50]), card(2, [49, ['10']])]), { 2: 1, 1: -1 });
});

test('counts that break ties are set back too', () => {
  // Level by points before and after; the tens turn round.
  const first = card(1, [['10', '10', '9', '9', '9', '1'], 48]);
  assert.deepEqual(moves([first, card(2, [48, 48])]), {});
  assert.deepEqual(moves([first, card(2, [48, ['X', 'X', 'X', '6', '6', '6']])]), { 2: 1, 1: -1 });
});

test('a group that has finished does not move while another shoots its first ends', () => {
  const whole = (points: number) => Array.from({ length: 12 }, () => points);
  const early = [card(1, [...whole(50).slice(1), 60]), card(2, whole(51))];
  assert.deepEqual(moves(early.slice()), {}, 'the last end changed nothing');
  const late = [card(3, [50, 50]), card(4, [49, 52])];
  assert.deepEqual(moves([...early, ...late]), { 4: 1, 3: -1 });
});

test('the last end of all still counts when nobody shoots any more', () => {
  const whole = (points: number) => Array.from({ length: 12 }, () => points);
  assert.deepEqual(moves([card(1, [...whole(50).slice(1), 30]), card(2, whole(49))]), { 2: 1, 1: -1 });
});

test('nobody moves to or from having no rank', () => {
  assert.deepEqual(moves([card(1, [50, 50], { standing: 'DSQ' }), card(2, [40, 40])]), {});
  assert.deepEqual(moves([card(1, [50, 50], { standing: 'DNF' }), card(2, [40, 55])], { dnfLosesRank: true }), {});
});

test('a round that this page does not know moves nobody', () => {
  assert.deepEqual(moves([card(1, [50, 50]), card(2, [49, 52])], { roundId: 'of-tomorrow' }), {});
});

test('what is set back is the ranking of before, whatever was shot', () => {
  const arrow = fc.constantFrom<ArrowValue>('X', '10', '9', '5', 'M');
  const end = fc.array(arrow, { minLength: 6, maxLength: 6 });
  const all = fc.array(fc.tuple(end, end, end), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(all, (ends) => {
      const at = (count: number) => rankRows(ends.map((each, index) => card(index + 1, each.slice(0, count))));
      const [before, now] = [at(2), at(3)];
      const moved = movementOf(head, now);
      for (const row of now) {
        const then = before.find(({ entry }) => entry === row.entry)?.rank ?? 0;
        assert.equal(moved.get(row.entry) ?? 0, then - row.rank);
      }
    }),
  );
});

test('the average arrow', () => {
  assert.equal(averageArrowOf({ total: 0, arrows: 0 }), undefined);
  assert.equal(averageArrowOf({ total: 55, arrows: 6 })?.toFixed(2), '9.17');
});
