import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MatchSlot } from '../../../src/domain/event/event.ts';
import { scheduleClashesOf } from '../../../src/domain/event/schedule-clashes.ts';
import { bracketViewOf } from '../../../src/http/views/matches.ts';
import { bracketOf8, drawnCompetition } from '../../../src/testing/drawn-event.ts';
import { after } from '../../../src/testing/small-competition.ts';
import { buttsOf, matchesAt, matchesOf, moveOf, plannedOf, timesOf, undoOf } from './plan-grid.ts';

const [nine, ten] = ['2026-05-02T09:00', '2026-05-02T10:00'];

function bracketWith(...slots: readonly MatchSlot[]) {
  const undrawn = drawnCompetition(3, { ...bracketOf8, qualifiers: 4, chart: 4 });
  const state = slots.length > 0 ? after(undrawn, { kind: 'scheduleMatches', event: 'RM', slots }) : undrawn;
  return bracketViewOf(state, state.events.get('RM') ?? assert.fail(), { epoch: '', seq: 0 });
}

const slot = (match: string, at: string, a: number, b = a): MatchSlot => ({ match, at, butts: { a, b } });
const find = (matches: ReturnType<typeof matchesOf>, id: string) =>
  matches.find(({ match }) => match.id === id) ?? assert.fail(id);

test('byes have no place in the plan; what stands where is found on both butts', () => {
  const matches = matchesOf([bracketWith(slot('2/2', nine, 3, 4))]);
  assert.deepEqual(
    matches.map(({ match }) => match.id),
    ['2/2', '1/1'],
  );
  for (const butt of [3, 4]) assert.equal(matchesAt(matches, nine, butt).length, 1);
  assert.deepEqual([matchesAt(matches, nine, 5), matchesAt(matches, ten, 3)], [[], []]);
});

test('a move on two butts or one, and what takes it back', () => {
  const matches = matchesOf([bracketWith(slot('2/2', nine, 3, 4))]);
  const semi = find(matches, '2/2');
  const step = moveOf(matches, semi, ten, 1, false);
  assert.deepEqual(step, { event: 'RM', slots: [slot('2/2', ten, 1, 2)], removed: [] });
  assert.deepEqual(undoOf(matches, step), { event: 'RM', slots: [slot('2/2', nine, 3, 4)], removed: [] });
  const final = moveOf(matches, find(matches, '1/1'), ten, 1, true);
  assert.deepEqual(final.slots, [slot('1/1', ten, 1)]);
  assert.deepEqual(undoOf(matches, final), { event: 'RM', slots: [], removed: ['1/1'] });
});

test('whoever stands there takes the place that is left, or has none when nothing is left', () => {
  const both = matchesOf([bracketWith(slot('2/2', nine, 1), slot('1/1', ten, 1))]);
  const swapped = moveOf(both, find(both, '1/1'), nine, 1, true);
  assert.deepEqual(swapped.slots, [slot('1/1', nine, 1), slot('2/2', ten, 1)]);
  const one = matchesOf([bracketWith(slot('2/2', nine, 1))]);
  const step = moveOf(one, find(one, '1/1'), nine, 1, true);
  assert.deepEqual(step, { event: 'RM', slots: [slot('1/1', nine, 1)], removed: ['2/2'] });
  assert.deepEqual(undoOf(one, step), { event: 'RM', slots: [slot('2/2', nine, 1)], removed: ['1/1'] });
});

test('the clashes know who is in a match and what it waits for', () => {
  const planned = plannedOf([bracketWith(slot('2/2', ten, 1), slot('1/1', nine, 2))]);
  assert.deepEqual(
    planned.map(({ match, entries, after: before }) => [match, entries, before]),
    [
      ['2/2', [3, 2], []],
      ['1/1', [1], ['2/1', '2/2']],
    ],
  );
  assert.deepEqual(
    scheduleClashesOf(planned, 20).map(({ kind }) => kind),
    ['order'],
  );
});

test('times go on after the last, butts from the first to the last', () => {
  const slots = [slot('2/2', nine, 3, 4), slot('1/1', ten, 3)];
  assert.deepEqual(timesOf(slots, 20, 2, nine), [nine, ten, '2026-05-02T10:20', '2026-05-02T10:40']);
  assert.deepEqual(timesOf([], 30, 2, nine), [nine, '2026-05-02T09:30']);
  assert.deepEqual(buttsOf(slots, 2, 1), [2, 3, 4]);
  assert.deepEqual(buttsOf([], 1, 3), [1, 2, 3]);
});
