import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScoringCommand } from '../domain/commands.ts';
import { type Competition, scorecardOf } from '../domain/competition.ts';
import { decide } from '../domain/decide.ts';
import { findRound } from '../domain/rounds/rounds.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { after, ask, contextOf, fold, organiser, smallCompetition } from '../testing/small-competition.ts';
import { endMsFor, planEnd, presentEnd, runScoringDay, type SimulatedArcher, shootEnd } from './scoring-day.ts';
import type { Answer } from './simulated-tablet.ts';

const [recurve, compound] = [findRound('wa720-70'), findRound('wa720-50-compound')];
assert.ok(recurve && compound);
const archers: readonly SimulatedArcher[] = [
  { entry: 1, butt: 1, category: 'RM', round: recurve },
  { entry: 2, butt: 1, category: 'RM', round: recurve },
  { entry: 3, butt: 2, category: 'CW', round: compound },
  { entry: 4, butt: 2, category: 'CW', round: compound },
];
const endMs = 60_000;

test('an end is planned arrow by arrow: each box once, called from high to low, within the time', () => {
  const plan = planEnd(archers, { seed: 1, end: 3, endMs });
  assert.equal(plan.length, 24);
  assert.deepEqual(plan, planEnd(archers, { seed: 1, end: 3, endMs }));
  assert.notDeepEqual(plan, planEnd(archers, { seed: 1, end: 4, endMs }));
  let before = 0;
  for (const { atMs } of plan) {
    assert.ok(atMs >= before && atMs > 0 && atMs < endMs * 0.9);
    before = atMs;
  }
  for (const archer of archers) {
    const own = plan.filter(({ entry }) => entry === archer.entry);
    assert.deepEqual(
      own.map(({ box }) => box),
      [0, 1, 2, 3, 4, 5],
    );
    assert.deepEqual(
      own.map(({ arrow }) => arrow),
      shootEnd(1, archer, 3),
    );
  }
  // Butts are not in lockstep.
  assert.ok(new Set(plan.slice(0, 14).map(({ butt }) => butt)).size > 1);
});

test('a round that is over has no further end to plan', () => {
  assert.deepEqual(planEnd(archers, { seed: 1, end: 13, endMs }), []);
  assert.equal(endMsFor(archers, 12), 60_000);
});

/** A competition that tablets write into at once. */
function createField(state: Competition) {
  const saved: ScoringCommand[] = [];
  const refused: ScoringCommand[] = [];
  const field = {
    state,
    saved,
    refused,
    tablet: {
      async submit(command: ScoringCommand): Promise<Answer> {
        const decision = decide(field.state, command, contextOf(organiser));
        if (decision.kind === 'rejected') {
          refused.push(command);
          return { kind: 'rejected', commandId: '', rejection: { code: decision.rejection.code, details: {} } };
        }
        saved.push(command);
        field.state = fold(field.state, decision.facts) ?? field.state;
        return { kind: 'saved', commandId: '', at: { epoch: 'e', seq: saved.length } };
      },
    },
    cardOf: (entry: number) => scorecardOf(field.state, entry),
  };
  return field;
}

test('a whole day is scored in its time, every arrow once, each end after the one before', async () => {
  const field = createField(smallCompetition());
  const clock = createManualClock();
  const began = clock.now();
  const ends: number[] = [];
  const { signal } = new AbortController();
  const tablets = new Map([
    [1, field.tablet],
    [2, field.tablet],
  ]);
  let finishedAfter: number | undefined;
  const day = runScoringDay({
    archers,
    tablets,
    cardOf: field.cardOf,
    seed: 1,
    endMs,
    signal,
    clock,
    onEnd: (end) => ends.push(end),
  });
  const timed = day.then((outcome) => {
    finishedAfter = clock.now() - began;
    return outcome;
  });
  await clock.advance(13 * endMs);
  assert.equal(await timed, 'finished');
  assert.equal(finishedAfter, 12 * endMs);
  assert.deepEqual(
    ends,
    Array.from({ length: 12 }, (_, index) => index + 1),
  );
  assert.equal(field.saved.length, 4 * 72);
  assert.deepEqual(field.refused, []);
  for (const { entry } of archers) assert.equal(field.cardOf(entry).tally.arrows, 72);
});

test('an interrupted day goes on where it was, with the arrows it would have had', async () => {
  const whole = createField(smallCompetition());
  const broken = createField(smallCompetition());
  for (const [field, stops] of [
    [whole, []],
    [broken, [90_000, 301_234]],
  ] as const) {
    const tablets = new Map([
      [1, field.tablet],
      [2, field.tablet],
    ]);
    for (const stopAfter of [...stops, undefined]) {
      const stopping = new AbortController();
      const clock = createManualClock();
      const day = runScoringDay({
        archers,
        tablets,
        cardOf: field.cardOf,
        seed: 9,
        endMs,
        signal: stopping.signal,
        clock,
      });
      await clock.advance(stopAfter ?? 14 * endMs);
      if (stopAfter !== undefined) stopping.abort();
      assert.equal(await day, stopAfter === undefined ? 'finished' : 'stopped');
      assert.equal(clock.sleepers, 0);
    }
  }
  assert.deepEqual(broken.refused, []);
  for (const { entry } of archers) assert.deepEqual(broken.cardOf(entry), whole.cardOf(entry));
});

test('a field goes on from the archer who is furthest behind; boxes that people filled are left alone', async () => {
  let state = smallCompetition();
  for (const entry of [1, 2, 3])
    state = after(state, { kind: 'scoreArrows', entry, end: 1, first: 0, arrows: Array(6).fill('M') });
  const field = createField(state);
  assert.equal(presentEnd(archers, field.cardOf), 1);
  const clock = createManualClock();
  const tablets = new Map([
    [1, field.tablet],
    [2, field.tablet],
  ]);
  const day = runScoringDay({
    archers,
    tablets,
    cardOf: field.cardOf,
    seed: 1,
    endMs,
    signal: new AbortController().signal,
    clock,
  });
  await clock.advance(14 * endMs);
  assert.equal(await day, 'finished');
  assert.deepEqual(field.refused, []);
  assert.deepEqual(field.cardOf(1).ends[0], Array(6).fill('M'));
  assert.equal(field.saved.length, 4 * 72 - 18);
});

test('a butt without a working tablet is left alone and the day ends for the others', async () => {
  const field = createField(smallCompetition());
  const gone = { submit: async (): Promise<Answer> => ({ kind: 'unanswered', commandId: '' }) };
  for (const tablets of [
    new Map([[1, field.tablet]]),
    new Map([
      [1, field.tablet],
      [2, gone],
    ]),
  ]) {
    field.state = smallCompetition();
    const clock = createManualClock();
    const day = runScoringDay({
      archers,
      tablets,
      cardOf: field.cardOf,
      seed: 1,
      endMs,
      signal: new AbortController().signal,
      clock,
    });
    await clock.advance(40 * endMs);
    assert.equal(await day, 'finished');
    assert.equal(field.cardOf(1).tally.arrows, 72);
    assert.equal(field.cardOf(3).tally.arrows, 0);
  }
});

test('arrows that a tablet never gets an answer for do not hold up a stop', async () => {
  const field = createField(smallCompetition());
  const silent = { submit: () => new Promise<Answer>(() => undefined) };
  const stopping = new AbortController();
  const clock = createManualClock();
  const tablets = new Map([
    [1, field.tablet],
    [2, silent],
  ]);
  const day = runScoringDay({ archers, tablets, cardOf: field.cardOf, seed: 1, endMs, signal: stopping.signal, clock });
  await clock.advance(5 * endMs);
  assert.equal(field.cardOf(1).tally.arrows, 6, 'the field waits');
  stopping.abort();
  assert.equal(await day, 'stopped');
  assert.equal(
    ask(field.state, { kind: 'scoreArrows', entry: 3, end: 1, first: 0, arrows: ['9'] }).rejection,
    undefined,
  );
});
