import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ask, contextOf, fold, organiser, smallCompetition, tabletAt1 } from '../testing/small-competition.ts';
import type { Actor } from './actor.ts';
import { type ArrowValue, arrowValues } from './arrow-value.ts';
import type { Command } from './commands.ts';
import { type Competition, roundOfEntry, scorecardOf } from './competition.ts';
import { decide } from './decide.ts';
import type { Fact } from './facts.ts';
import { leaderboardOf, rankRows } from './leaderboard.ts';
import { type RejectionCode, rejectionCodes } from './rejections.ts';
import { type End, isEndComplete, lastEndBegun, scorecardOfEnds } from './scorecard.ts';
import { competitionToSnapshot, snapshotToCompetition } from './snapshot.ts';

const start = smallCompetition();
const value = fc.constantFrom<ArrowValue>(...arrowValues);
const likelyValue = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<ArrowValue>('X', '10', '9', '8', '7', 'M') },
  value,
);
const actor = fc.constantFrom<Actor>(tabletAt1, organiser, { role: 'scorer', device: 'x' });

// Mostly sensible, so that runs get far, and often not.
const scoring = fc.record({
  kind: fc.constant('scoreArrows' as const),
  entry: fc.constantFrom(1, 1, 2, 3, 4, 5, 6),
  end: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }) }, fc.constantFrom(0, 4, 13)),
  first: fc.oneof(fc.constant(0), fc.integer({ min: -1, max: 6 })),
  arrows: fc.oneof(fc.array(likelyValue, { minLength: 6, maxLength: 6 }), fc.array(likelyValue, { maxLength: 7 })),
});
const correcting = fc.record({
  kind: fc.constant('correctEnd' as const),
  entry: fc.constantFrom(1, 1, 1, 2, 3),
  end: fc.integer({ min: 1, max: 4 }),
  arrows: fc.array(fc.option(likelyValue), { minLength: 5, maxLength: 7 }),
  reason: fc.string({ maxLength: 5 }),
});
const attempts = fc.array(fc.tuple(fc.oneof({ weight: 4, arbitrary: scoring }, correcting), actor, fc.boolean()), {
  maxLength: 40,
  size: 'max',
});

interface Run {
  readonly state: Competition;
  readonly facts: readonly Fact[];
  readonly codes: ReadonlySet<RejectionCode>;
}

/** `was` of a correction is what stands there now, or (when `stale`) something else. */
function play(
  steps: readonly [Omit<Extract<Command, { kind: 'correctEnd' }>, 'was'> | Command, Actor, boolean][],
): Run {
  let state = start;
  const facts: Fact[] = [];
  const codes = new Set<RejectionCode>();
  for (const [step, who, stale] of steps) {
    const now: End = stale
      ? []
      : (scorecardOf(state, 'entry' in step ? step.entry : 0).ends['end' in step ? step.end - 1 : 0] ?? []);
    const command: Command = step.kind === 'correctEnd' ? { ...step, was: now } : step;
    const answer = ask(state, command, who);
    if (answer.rejection) codes.add(answer.rejection.code);
    facts.push(...answer.facts);
    assert.ok(answer.state);
    state = answer.state;
  }
  return { state, facts, codes };
}

const allFolded = (facts: readonly Fact[]) => fold(start, facts);

test('whatever is asked, cards stay in order and their counts are those of their arrows', () => {
  fc.assert(
    fc.property(attempts, (steps) => {
      const { state } = play(steps);
      for (const [entry, card] of state.scorecards.entries()) {
        const round = roundOfEntry(state, entry);
        assert.ok(round);
        assert.deepEqual(card, scorecardOfEnds(round, card.ends));
        const last = lastEndBegun(card);
        for (const [index, end] of card.ends.entries()) {
          assert.equal(end.length, 6);
          if (index + 1 < last) assert.ok(isEndComplete(end), `end ${index + 1} of ${last}`);
        }
      }
    }),
  );
});

test('the state is the fold of the facts, and deciding changes nothing by itself', () => {
  fc.assert(
    fc.property(attempts, (steps) => {
      const before = competitionToSnapshot(start);
      const { state, facts } = play(steps);
      assert.deepEqual(allFolded(facts), state);
      assert.deepEqual(competitionToSnapshot(start), before);
    }),
  );
});

test('a snapshot, through JSON, is the same competition', () => {
  fc.assert(
    fc.property(attempts, (steps) => {
      const { state } = play(steps);
      const json = JSON.stringify(competitionToSnapshot(state));
      const restored = snapshotToCompetition(JSON.parse(json));
      assert.deepEqual(restored && competitionToSnapshot(restored), competitionToSnapshot(state));
      assert.deepEqual(restored, state);
    }),
  );
});

test('archers do not disturb each other: their facts may come in any order between them', () => {
  fc.assert(
    fc.property(attempts, (steps) => {
      const { state, facts } = play(steps);
      const entryOf = (fact: Fact) => ('entry' in fact ? fact.entry : 0);
      const regrouped = facts.toSorted((a, b) => entryOf(b) - entryOf(a));
      const folded = allFolded(regrouped);
      assert.deepEqual(folded && [...folded.scorecards.entries()], [...state.scorecards.entries()]);
      for (const category of state.categories.keys()) {
        const rows = leaderboardOf(state, category)?.rows ?? [];
        assert.deepEqual(
          rankRows((folded && leaderboardOf(folded, category)?.rows) ?? []),
          rankRows(rows.toReversed()),
        );
      }
    }),
  );
});

test('asking the same again is refused or changes the same nothing: no command counts twice', () => {
  fc.assert(
    fc.property(attempts, (steps) => {
      const { state } = play(steps);
      for (const [step, who] of steps) {
        if (step.kind !== 'scoreArrows') continue;
        const first = ask(state, step, who);
        if (first.rejection) continue;
        assert.equal(decide(first.state, step, contextOf(who)).kind, 'rejected');
      }
    }),
  );
});

test('these runs meet every rule of scoring (or they would prove little)', () => {
  const met = new Set<RejectionCode>();
  fc.assert(
    fc.property(attempts, (steps) => {
      for (const code of play(steps).codes) met.add(code);
    }),
    { seed: 20261123, numRuns: 300 },
  );
  const scoringCodes: RejectionCode[] = rejectionCodes.slice(rejectionCodes.indexOf('notYourTarget'));
  assert.deepEqual(
    scoringCodes.filter((code) => !met.has(code)),
    [],
  );
});
