import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { emptyCompetition } from '../../domain/competition.ts';
import type { CommittedFacts, CompetitionView } from '../../intake/intake.ts';
import { noHash } from '../../journal/record-chain.ts';
import { creation } from '../../testing/small-competition.ts';
import { createWatching, type Pace } from './watch-committed.ts';

/** Time that stands until it is moved; what was due is called in its order. */
function createHandPace() {
  let now = 0;
  let timers: { readonly at: number; readonly callback: () => void }[] = [];
  const pace: Pace = {
    now: () => now,
    after(milliseconds, callback) {
      const timer = { at: now + milliseconds, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
  };
  function advance(milliseconds: number): void {
    const end = now + milliseconds;
    for (;;) {
      const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      timers = timers.filter((each) => each !== next);
      now = Math.max(now, next.at);
      next.callback();
    }
    now = end;
  }
  return { pace, advance, timers: () => timers.length };
}

/** Competitions whose state is told by their venue. */
function createHandIntake() {
  const views = new Map<string, CompetitionView>();
  let listener: ((committed: CommittedFacts) => void) | undefined;
  function commit(id: string, venue: string): void {
    const seq = (views.get(id)?.at.seq ?? 0) + 1;
    const view = { id, at: { epoch: 'e1', seq }, state: { ...emptyCompetition(creation), venue }, head: noHash };
    views.set(id, view);
    listener?.({ competition: id, epoch: 'e1', facts: [], state: view.state });
  }
  const intake = {
    find: (id: string) => views.get(id),
    onCommitted(added: (committed: CommittedFacts) => void) {
      listener = added;
    },
  };
  return { intake, commit };
}

function openWatching(pushesPerTurn = 20) {
  const hand = createHandPace();
  const { intake, commit } = createHandIntake();
  const watching = createWatching(intake, { pushEveryMs: 100, pushesPerTurn }, hand.pace);
  commit('a', 'one');
  let reads = 0;
  function watchVenue(competition: string, onEnd?: () => void) {
    const values = watching.watch(
      {
        competition,
        dependsOn: ({ venue }) => [venue],
        read({ state: { venue } }) {
          reads += 1;
          return venue === 'gone' ? undefined : venue.toLowerCase();
        },
        isSame: (before, now) => before === now,
      },
      onEnd,
    );
    assert.ok(values);
    return values;
  }
  return { ...hand, commit, watching, watchVenue, reads: () => reads };
}

/** What a reader has got so far, reading on and on. */
function readOn<T>(values: AsyncIterableIterator<T, undefined>) {
  const got: T[] = [];
  const over = (async () => {
    for await (const value of values) got.push(value);
    return 'over';
  })();
  return { got, over };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('the present value first, the first change at once, then the newest every 100 ms', async () => {
  const { watchVenue, commit, advance } = openWatching();
  const { got } = readOn(watchVenue('a'));
  await settled();
  assert.deepEqual(got, ['one']);
  commit('a', 'two');
  advance(0);
  await settled();
  assert.deepEqual(got, ['one', 'two']);
  for (const venue of ['three', 'four', 'five']) commit('a', venue);
  advance(99);
  await settled();
  assert.deepEqual(got, ['one', 'two'], 'not yet');
  advance(1);
  await settled();
  assert.deepEqual(got, ['one', 'two', 'five']);
});

test('nothing comes when nothing that is read changed', async () => {
  const { watchVenue, commit, advance, reads, timers } = openWatching();
  const { got } = readOn(watchVenue('a'));
  await settled();
  commit('b', 'elsewhere');
  assert.equal(timers(), 0, 'another competition is nobody’s here');
  commit('a', 'one');
  advance(1_000);
  assert.equal(reads(), 1, 'the same parts are not read again');
  commit('a', 'ONE');
  advance(1_000);
  await settled();
  assert.equal(reads(), 2);
  assert.deepEqual(got, ['one'], 'another part, the same value');
  assert.equal(timers(), 0);
});

test('a slow reader gets the newest when it comes back, and only that', async () => {
  const { watchVenue, commit, advance } = openWatching();
  const values = watchVenue('a');
  assert.deepEqual(await values.next(), { value: 'one', done: false });
  for (const venue of ['two', 'three', 'four']) {
    commit('a', venue);
    advance(200);
  }
  const next = values.next();
  advance(0);
  assert.deepEqual(await next, { value: 'four', done: false });
});

test('a commit between two readings is not lost', async () => {
  const { watchVenue, commit, advance } = openWatching();
  const values = watchVenue('a');
  await values.next();
  commit('a', 'two');
  const next = values.next();
  advance(0);
  assert.deepEqual(await next, { value: 'two', done: false });
});

test('with more to send than fits into a turn, each gets fewer and everybody gets the last', async () => {
  const { watchVenue, commit, advance } = openWatching(2);
  const readers = Array.from({ length: 5 }, () => readOn(watchVenue('a')));
  await settled();
  commit('a', 'two');
  advance(0);
  await settled();
  const having = (venue: string) => readers.filter(({ got }) => got.at(-1) === venue).length;
  assert.equal(having('two'), 2);
  advance(100);
  await settled();
  assert.equal(having('two'), 4);
  commit('a', 'three');
  for (let turn = 0; turn < 4; turn += 1) {
    advance(100);
    await settled();
  }
  assert.equal(having('three'), 5);
});

test('a quiet subscription does not wait for the timer of a busy one', async () => {
  const { watchVenue, commit, advance } = openWatching();
  commit('b', 'one');
  const busy = readOn(watchVenue('a'));
  const quiet = readOn(watchVenue('b'));
  await settled();
  commit('a', 'two');
  advance(0);
  await settled();
  commit('a', 'three');
  commit('b', 'two');
  advance(0);
  await settled();
  assert.deepEqual(
    [busy.got, quiet.got],
    [
      ['one', 'two'],
      ['one', 'two'],
    ],
  );
});

test('it ends by return, with what it watches, and with all others; each end is told once', async () => {
  const { watchVenue, watching, commit, advance, timers } = openWatching();
  const ends: string[] = [];
  commit('b', 'one');
  commit('c', 'one');
  const [returned, gone, closed] = ['a', 'b', 'c'].map((id) => {
    const values = watchVenue(id, () => ends.push(id));
    return { values, ...readOn(values) };
  });
  assert.ok(returned && gone && closed);
  await settled();
  assert.equal(watching.count, 3);
  await returned.values.return?.();
  assert.equal(await returned.over, 'over');
  commit('a', 'two');
  assert.equal(timers(), 0, 'nobody looks any more');
  commit('b', 'gone');
  advance(100);
  assert.equal(await gone.over, 'over');
  watching.close();
  watching.close();
  assert.equal(await closed.over, 'over');
  await closed.values.return?.();
  assert.deepEqual([ends, watching.count], [['a', 'b', 'c'], 0]);
  assert.deepEqual(await closed.values.next(), { value: undefined, done: true });
});

test('there is nothing to watch where there is nothing', () => {
  const { watching } = openWatching();
  const watched = { dependsOn: () => [], isSame: () => true };
  assert.equal(watching.watch({ competition: 'none', read: () => 1, ...watched }), undefined);
  assert.equal(watching.watch({ competition: 'a', read: () => undefined, ...watched }), undefined);
  assert.equal(watching.count, 0);
});

test('whatever the order of commits, readings and time, every reader ends with the last value', async () => {
  const step = fc.oneof(
    fc.record({ commit: fc.constantFrom('one', 'two', 'three', 'THREE') }),
    fc.record({ advance: fc.integer({ min: 0, max: 150 }) }),
    fc.record({ settle: fc.constant(true) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.integer({ min: 1, max: 3 }), async (steps, perTurn) => {
      const { watchVenue, commit, advance } = openWatching(perTurn);
      const readers = Array.from({ length: 3 }, () => readOn(watchVenue('a')));
      let last = 'one';
      for (const each of steps) {
        if ('commit' in each) {
          last = each.commit;
          commit('a', last);
        } else if ('advance' in each) advance(each.advance);
        else await settled();
      }
      for (let turn = 0; turn < 8; turn += 1) {
        await settled();
        advance(100);
      }
      await settled();
      for (const { got } of readers) {
        assert.equal(got.at(-1), last.toLowerCase());
        assert.ok(
          got.every((value, index) => value !== got[index - 1]),
          'never the same twice',
        );
      }
    }),
    { numRuns: 300 },
  );
});
