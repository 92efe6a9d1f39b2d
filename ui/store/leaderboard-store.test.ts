import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Leaderboard, LeaderboardRow, ScoreLine } from '../../src/domain/leaderboard.ts';
import { boardOfSnapshot, foldBoard } from './leaderboard-store.ts';

const head: Leaderboard['head'] = {
  competitionName: 'Cup',
  category: 'RM',
  categoryName: 'Recurve Men',
  roundName: 'WA 720, 70 m',
  roundId: 'wa720-70',
  tieBreak: ['x', 'ten'],
  arrows: 72,
};
const line = (entry: number, total: number, end = 0, endArrows: ScoreLine['endArrows'] = []): ScoreLine => ({
  entry,
  total,
  counts: [0, 0],
  arrows: endArrows.length,
  end,
  endArrows,
});
const row = (score: ScoreLine): LeaderboardRow => ({
  ...score,
  name: `Archer ${score.entry}`,
  club: 'Club',
  target: '1A',
});

describe('leaderboard in the page', () => {
  it('ranks a snapshot and keeps names when scores change', () => {
    const first = boardOfSnapshot({ head, rows: [row(line(1, 10)), row(line(2, 30))] });
    assert.deepEqual(
      first.rows.map(({ entry, rank }) => [entry, rank]),
      [
        [2, 1],
        [1, 2],
      ],
    );
    const next = foldBoard(first, { scores: [line(1, 40, 1, ['X', '10'])], rows: [] });
    assert.deepEqual(
      next.rows.map(({ entry, rank, name }) => [entry, rank, name]),
      [
        [1, 1, 'Archer 1'],
        [2, 2, 'Archer 2'],
      ],
    );
    assert.equal(next.rows[0]?.moved, 1);
  });

  it('lights up the arrows that are new, and those that were corrected', () => {
    const first = boardOfSnapshot({ head, rows: [row(line(1, 19, 1, ['10', '9', null]))] });
    assert.deepEqual(first.rows[0]?.fresh, []);
    const more = foldBoard(first, { scores: [line(1, 27, 1, ['10', '9', '8'])], rows: [] });
    assert.deepEqual(more.rows[0]?.fresh, [2]);
    const corrected = foldBoard(more, { scores: [line(1, 26, 1, ['10', '8', '8'])], rows: [] });
    assert.deepEqual(corrected.rows[0]?.fresh, [1]);
    const newEnd = foldBoard(corrected, { scores: [line(1, 36, 2, ['10', null, null])], rows: [] });
    assert.deepEqual(newEnd.rows[0]?.fresh, [0]);
  });

  it('takes new archers and ignores scores of archers it does not know', () => {
    const first = boardOfSnapshot({ head, rows: [row(line(1, 10))] });
    const next = foldBoard(first, { scores: [line(9, 99)], rows: [row(line(2, 20))] });
    assert.deepEqual(
      next.rows.map(({ entry }) => entry),
      [2, 1],
    );
  });

  it('is the same board whichever way the scores came', () => {
    const scores = fc.array(
      fc.record({ entry: fc.integer({ min: 1, max: 6 }), total: fc.integer({ min: 0, max: 60 }) }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(scores, (list) => {
        const entries = [1, 2, 3, 4, 5, 6];
        let state = boardOfSnapshot({ head, rows: entries.map((entry) => row(line(entry, 0))) });
        const last = new Map(entries.map((entry) => [entry, 0]));
        for (const { entry, total } of list) {
          state = foldBoard(state, { scores: [line(entry, total)], rows: [] });
          last.set(entry, total);
        }
        const whole = boardOfSnapshot({ head, rows: entries.map((entry) => row(line(entry, last.get(entry) ?? 0))) });
        const places = (board: typeof whole) => board.rows.map(({ entry, rank, total }) => [entry, rank, total]);
        assert.deepEqual(places(state), places(whole));
      }),
    );
  });
});
