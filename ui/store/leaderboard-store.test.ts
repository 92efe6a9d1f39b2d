import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Leaderboard, LeaderboardRow, ScoreLine } from '../../src/domain/ranking/leaderboard.ts';
import { boardOfSnapshot, cutLineOf, foldBoard, movementOfBoard } from './leaderboard-store.ts';

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
  });

  it('knows who gained a place in the end that is being shot', () => {
    const nines = ['9', '9', '9', '9', '9', '9'] as const;
    const first = boardOfSnapshot({ head, rows: [row(line(1, 100, 2, nines)), row(line(2, 99, 2, nines))] });
    const with12 = (board: typeof first) => ({ ...board, rows: board.rows.map((each) => ({ ...each, arrows: 12 })) });
    assert.deepEqual([...movementOfBoard(with12(first))], []);
    const third = { ...line(2, 109, 3, ['10', null, null, null, null, null]), arrows: 13 };
    const next = foldBoard(with12(first), { scores: [third], rows: [] });
    assert.deepEqual([...movementOfBoard(next)].sort(), [
      [1, -1],
      [2, 1],
    ]);
    assert.equal(movementOfBoard(next), movementOfBoard(next), 'worked out once');
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

  it('shows who was disqualified at the end, without a rank, and gives it back', () => {
    const first = boardOfSnapshot({ head, rows: [row(line(1, 20)), row(line(2, 10))] });
    const gone = foldBoard(first, { scores: [{ ...line(1, 20), standing: 'DSQ' }], rows: [] });
    const places = (board: typeof first) => board.rows.map(({ entry, rank }) => [entry, rank]);
    assert.deepEqual(places(gone), [
      [2, 1],
      [1, 0],
    ]);
    const back = foldBoard(gone, { scores: [line(1, 20)], rows: [] });
    assert.deepEqual(places(back), [
      [1, 1],
      [2, 2],
    ]);
    assert.equal(back.rows[0]?.standing, undefined);
  });

  it('takes away the rank of who retired only where the event says so', () => {
    const rows = [row({ ...line(1, 20), standing: 'DNF' }), row(line(2, 10))];
    const ranks = (board: ReturnType<typeof boardOfSnapshot>) => board.rows.map(({ entry, rank }) => [entry, rank]);
    assert.deepEqual(ranks(boardOfSnapshot({ head, rows })), [
      [1, 1],
      [2, 2],
    ]);
    assert.deepEqual(ranks(boardOfSnapshot({ head: { ...head, dnfLosesRank: true }, rows })), [
      [2, 1],
      [1, 0],
    ]);
  });

  it('puts a tie in the order that a shoot-off gave it, and lets go of it when the scores change', () => {
    const tied = { ...head, ties: [{ reason: 'SO', order: [2, 1] }] as const };
    const first = boardOfSnapshot({ head: tied, rows: [row(line(1, 20)), row(line(2, 20))] });
    const places = (board: typeof first) => board.rows.map(({ entry, rank, decidedBy }) => [entry, rank, decidedBy]);
    assert.deepEqual(places(first), [
      [2, 1, 'SO'],
      [1, 2, 'SO'],
    ]);
    const corrected = foldBoard(first, { scores: [line(2, 25)], rows: [] });
    assert.deepEqual(places(corrected), [
      [2, 1, undefined],
      [1, 2, undefined],
    ]);
  });

  describe('the line of the cut', () => {
    const shot = (entry: number, total: number, arrows = 72) => row({ ...line(entry, total), arrows });
    const lineOf = (cut: number | undefined, ...rows: readonly LeaderboardRow[]) =>
      cutLineOf(boardOfSnapshot({ head: cut === undefined ? head : { ...head, cut }, rows }));

    it('is drawn below the last who goes on', () => {
      const rows = [shot(1, 30), shot(2, 20), shot(3, 10)];
      assert.deepEqual(lineOf(2, ...rows), { below: 2, goOn: 2, tied: undefined });
      assert.equal(lineOf(undefined, ...rows), undefined, 'no elimination');
      assert.equal(lineOf(3, ...rows), undefined, 'nobody is left out');
      assert.equal(lineOf(8, ...rows), undefined, 'fewer than go on');
    });

    it('leaves out those without a rank, and waits for arrows', () => {
      const absent = row({ ...line(3, 0), standing: 'DNS' });
      assert.equal(lineOf(2, shot(1, 30), shot(2, 20), absent), undefined);
      assert.equal(lineOf(1, row(line(1, 0)), row(line(2, 0))), undefined);
    });

    it('stands below everybody who is level, and says what a shoot-off is about once all have shot', () => {
      const rows = [shot(1, 30), shot(2, 20), shot(3, 20), shot(4, 20), shot(5, 10)];
      assert.deepEqual(lineOf(3, ...rows), { below: 4, goOn: 3, tied: { archers: 3, places: 2 } });
      const running = [...rows.slice(0, 3), shot(4, 20, 66), shot(5, 10)];
      assert.deepEqual(lineOf(3, ...running), { below: 4, goOn: 3, tied: undefined });
      assert.deepEqual(lineOf(4, ...rows), { below: 4, goOn: 4, tied: undefined }, 'a tie inside parts nobody');
    });
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
