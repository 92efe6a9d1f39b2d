import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bracketOf8,
  drawn,
  individualEvent,
  shootCard,
  shortRound,
  shotCompetition,
  winMatch,
} from '../../testing/drawn-event.ts';
import { after, newEntry } from '../../testing/small-competition.ts';
import type { Competition } from '../competition.ts';
import { eventProgressOf } from './event-stage.ts';

const ofFour = individualEvent({ ...bracketOf8, qualifiers: 4, chart: 4 });
const stageOf = (state: Competition) => eventProgressOf(state, 'RM')?.stage;
const withEvent = (state: Competition, setup = ofFour) => after(state, { kind: 'setEvent', setup });
const totals = (...all: readonly number[]) => shotCompetition(all.map((total) => ({ total })));

test('an event on its way from the set-up to its medals', () => {
  const empty = after(totals(100), { kind: 'setEvent', setup: ofFour });
  assert.equal(stageOf(empty), 'setUp', 'one archer shoots against nobody');
  const entered = after(empty, {
    kind: 'importEntries',
    categories: [],
    entries: ['B', 'C', 'D'].map((name) => newEntry(name, 'RM', undefined, 'Elang')),
  });
  assert.equal(stageOf(entered), 'waiting');
  assert.equal(eventProgressOf(entered, 'RM')?.unfinished, 3);
  const shot = [2, 3, 4].reduce(
    (state, entry) =>
      shootCard(
        state,
        entry,
        Array.from({ length: 12 }, () => '8'),
        shortRound,
      ),
    entered,
  );
  assert.equal(stageOf(shot), 'tie');
  assert.equal(eventProgressOf(shot, 'RM')?.openTies, 1);
  const ready = after(shot, { kind: 'recordToss', event: 'RM', order: ['4', '3', '2'], by: 'Hakim' });
  assert.equal(stageOf(ready), 'ready');
  const state = after(ready, { kind: 'drawEvent', event: 'RM' });
  assert.equal(stageOf(state), 'drawn');
  const semi = winMatch(state, '2/1', 'a');
  assert.equal(stageOf(semi), 'underWay');
  assert.deepEqual(eventProgressOf(semi, 'RM'), {
    ...{ event: 'RM', stage: 'underWay', unfinished: 0, openTies: 0, matches: 4, over: 1 },
  });
  const done = ['2/2', '1/2', '1/1'].reduce((next, match) => winMatch(next, match, 'a'), semi);
  assert.equal(stageOf(done), 'done');
});

test('byes are no matches, and without an elimination an event is ranked only', () => {
  const byes = drawn(totals(100, 99, 98), ofFour);
  assert.equal(eventProgressOf(byes, 'RM')?.matches, 2, 'a semi-final and the final: nobody is left for bronze');
  assert.equal(stageOf(withEvent(totals(100, 99), { ...ofFour, elimination: undefined })), 'rankedOnly');
  assert.equal(eventProgressOf(totals(100), 'RM'), undefined);
});

test('a tie that a correction brings or takes away is seen at once', () => {
  const state = withEvent(totals(100, 99, 98, 97));
  assert.equal(stageOf(state), 'ready');
  const { ends } = state.scorecards.at(2) ?? { ends: [] };
  const [first = []] = ends;
  const better = first.map((value, box) => (box === 0 ? '9' : value));
  const level = after(state, { kind: 'correctEnd', entry: 2, end: 1, was: first, arrows: better, reason: 'misheard' });
  assert.equal(stageOf(level), 'tie');
  assert.equal(stageOf(state), 'ready', 'the state before is as it was');
  const back = after(level, {
    kind: 'correctEnd',
    entry: 2,
    end: 1,
    was: better,
    arrows: first,
    reason: 'heard right',
  });
  assert.equal(stageOf(back), 'ready');
});
