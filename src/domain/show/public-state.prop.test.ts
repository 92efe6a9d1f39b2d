// Whatever happens after a freeze, the public sees the frozen part as it stood, everything else as it is, and after the release all of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyBoardFact, eventOf } from '../../testing/board-facts.ts';
import { plainState } from '../../testing/plain-state.ts';
import { desk, smallCompetition } from '../../testing/small-competition.ts';
import type { Competition } from '../competition.ts';
import { playEvent } from '../event/event-play.ts';
import { evolve } from '../evolve.ts';
import type { Fact } from '../facts.ts';
import { leaderboardOf } from '../ranking/leaderboard.ts';
import { rankedAnew } from '../ranking/ranking-index.ts';
import { publicOf } from './public-state.ts';

const facts = fc.array(anyBoardFact, { maxLength: 25 });
const held = { kind: 'category', category: 'RM' } as const;
const freeze: Fact = { kind: 'publicFrozen', held, by: 'Sari', reason: '' };
const release: Fact = { kind: 'publicReleased', held };

function fold(state: Competition, more: readonly Fact[]): Competition {
  return more.reduce((before, fact) => evolve(before, fact, desk), state);
}

/** Freezes and releases of the test's own only. */
const others = (list: readonly Fact[]) =>
  list.filter(({ kind }) => kind !== 'publicFrozen' && kind !== 'publicReleased');

function scoresOf(state: Competition, category: string) {
  return leaderboardOf(state, category)?.rows.map(({ name: _, ...row }) => row);
}

test('a frozen category stands still, the others go on, and its ranking follows from what is shown', () => {
  fc.assert(
    fc.property(facts, facts, (before, after) => {
      const start = fold(fold(smallCompetition(), [eventOf('RM', 2)]), others(before));
      const live = fold(fold(start, [freeze]), others(after));
      const shown = publicOf(live);
      assert.deepEqual(scoresOf(shown, 'RM'), scoresOf(start, 'RM'));
      const onlyRecurve = [...live.entries.values()].filter(({ category }) => category === 'RM');
      for (const { number } of live.entries.values()) {
        if (onlyRecurve.some((each) => each.number === number)) continue;
        assert.equal(shown.scorecards.at(number), live.scorecards.at(number));
      }
      assert.deepEqual(plainState(rankedAnew(shown)).rankings, plainState(shown).rankings);
      const released = fold(live, [release]);
      assert.equal(publicOf(released), released);
    }),
    { numRuns: 300 },
  );
});

test('a frozen match stands still with all that follows from it, whatever is shot', () => {
  const match = { kind: 'match', event: 'E', match: '1' } as const;
  fc.assert(
    fc.property(facts, facts, (before, after) => {
      const start = fold(fold(smallCompetition(), [eventOf('RM', 2)]), others(before));
      const frozen = fold(start, [{ kind: 'publicFrozen', held: match, by: 'Sari', reason: '' }]);
      const redrawn = (fact: Fact) => /^event/.test(fact.kind);
      const live = fold(
        frozen,
        others(after).filter((fact) => !redrawn(fact)),
      );
      const find = (state: Competition) => playEvent(state, 'E')?.find(({ drawn }) => drawn.id === '1');
      const [was, is] = [find(start), find(publicOf(live))];
      assert.deepEqual(is?.card, was?.card);
      assert.deepEqual(is?.winner, was?.winner);
    }),
    { numRuns: 300 },
  );
});

test('nothing frozen: the very same state', () => {
  const state = smallCompetition();
  assert.equal(publicOf(state), state);
});
