// Whatever is typed and settled: what counts is never above the arrows or the paper, and the ranking is that of what counts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shortCompetition } from '../../testing/short-competition.ts';
import { ask } from '../../testing/small-competition.ts';
import type { ReconcileCommand } from '../commands.ts';
import { type Competition, notesOf, scorecardOf } from '../competition.ts';
import { rankedAnew } from '../ranking/ranking-index.ts';
import { arrowFiguresOf, isOfficial, paperStateOf } from './paper-card.ts';

const arrows = fc.array(fc.constantFrom('X', '10', '9', '8', 'M'), { minLength: 1, maxLength: 6 });
const entry = fc.integer({ min: 1, max: 4 });
const words = { by: fc.constant('Hakim'), reason: fc.constant('seen') };

type Asked = (state: Competition) => ReconcileCommand;
const step: fc.Arbitrary<Asked> = fc.oneof(
  fc
    .record({
      kind: fc.constant('countPaper' as const),
      ...{ entry, total: fc.nat(60), counts: fc.tuple(fc.nat(6), fc.nat(6)), by: words.by },
    })
    .map((command) => () => command),
  // As it is on the arrows, so that some agree.
  entry.map((number) => (state: Competition) => ({
    kind: 'countPaper' as const,
    ...{ entry: number, ...arrowFiguresOf(state, number), by: 'Hakim' },
  })),
  entry.map((number) => (state: Competition) => ({
    kind: 'settlePaper' as const,
    ...{ entry: number, arrows: arrowFiguresOf(state, number), by: 'Hakim', reason: 'seen' },
    paper: notesOf(state, number).paper?.count ?? { total: 0, counts: [] },
  })),
  fc
    .record({ kind: fc.constant('waivePaper' as const), entries: fc.array(entry, { maxLength: 2 }), ...words })
    .map((command) => () => command),
  fc.record({ kind: fc.constant('takeBackPaper' as const), entry, ...words }).map((command) => () => command),
);

test('what counts is the smaller of arrows and paper; ranking trees are those of the state made anew', () => {
  let settled = 0;
  let official = 0;
  fc.assert(
    fc.property(fc.array(arrows, { minLength: 4, maxLength: 4 }), fc.array(step, { maxLength: 25 }), (cards, steps) => {
      let state = shortCompetition(cards.map((each) => ({ arrows: each.join(' ') })));
      for (const command of steps) state = ask(state, command(state)).state ?? state;
      for (const number of [1, 2, 3, 4]) {
        const [found, card] = [paperStateOf(state, number), scorecardOf(state, number)];
        const given = arrowFiguresOf(state, number);
        const paper = notesOf(state, number).paper?.count;
        if (found === 'settled') {
          settled += 1;
          assert.equal(card.tally.total, Math.min(given.total, paper?.total ?? 0));
          assert.ok(card.tally.x <= (given.counts[0] ?? 0) && card.tally.ten <= (given.counts[1] ?? 0));
        } else {
          assert.equal(card.tally.total, given.total);
          assert.equal(card.byPaper, undefined);
        }
      }
      const ok = [1, 2, 3, 4].every((number) => ['agrees', 'settled', 'waived'].includes(paperStateOf(state, number)));
      assert.equal(isOfficial(state, 'RM'), ok);
      if (ok) official += 1;
      const order = (each: Competition) => [...(each.rankings.get('RM')?.values() ?? [])];
      assert.deepEqual(order(state), order(rankedAnew(state)));
    }),
    { numRuns: 300 },
  );
  assert.ok(settled > 0 && official > 0, `${settled} settled, ${official} official`);
});
