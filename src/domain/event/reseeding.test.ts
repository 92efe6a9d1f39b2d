import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  arrowsFor,
  bracketOf8,
  drawn,
  drawnCompetition,
  individualEvent,
  playedMatch,
  scoreMatch,
  shotCompetition,
  toValue,
  winMatch,
} from '../../testing/drawn-event.ts';
import { after, ask, fold } from '../../testing/small-competition.ts';
import type { Command } from '../commands.ts';
import { type Competition, scorecardOf } from '../competition.ts';
import { rejected } from '../decision.ts';
import type { EventSetup } from './event.ts';
import { withReseeding } from './reseeding.ts';

const event = 'RM';
const ofFour = { ...bracketOf8, chart: 4, qualifiers: 4 } as const;

function keysOf(state: Competition | undefined, of = event): readonly string[] {
  return state?.events.get(of)?.draw?.competitors.map(({ key }) => key) ?? assert.fail();
}

/** The second end shot anew, so that the whole card comes to a total. */
function correctTotal(state: Competition, entry: number, total: number): Command {
  const { ends, tally } = scorecardOf(state, entry);
  const was = ends[1] ?? assert.fail();
  const now = was.reduce((sum, arrow) => sum + (arrow === 'X' ? 10 : arrow === 'M' ? 0 : Number(arrow)), 0);
  return { kind: 'correctEnd', entry, end: 2, was, arrows: arrowsFor(total - tally.total + now, 6), reason: 'sum' };
}

const standing = (entry: number, how: 'DSQ' | 'competing'): Command => ({
  kind: 'setStanding',
  entry,
  standing: how,
  by: 'Sri',
  reason: 'equipment',
});

// Totals 100, 99 … of entries 1, 2 …
const start = drawnCompetition();

test('a corrected score before the first match: the same chart, other seeds', () => {
  const command = correctTotal(start, 4, 101);
  const { facts, state } = ask(start, command);
  assert.deepEqual(
    facts.map(({ kind }) => kind),
    ['endCorrected', 'eventReseeded'],
  );
  assert.deepEqual(keysOf(state), ['4', '1', '2', '3', '5', '6', '7', '8']);
  assert.equal(state?.events.get(event)?.draw?.matches, start.events.get(event)?.draw?.matches);
  assert.deepEqual(fold(start, facts), state, 'facts alone say it');
  const back = after(state, correctTotal(state ?? start, 4, 97));
  assert.deepEqual(keysOf(back), keysOf(start));
});

test('a correction that moves nobody adds nothing', () => {
  const { facts } = ask(start, correctTotal(start, 8, 92));
  assert.deepEqual(
    facts.map(({ kind }) => kind),
    ['endCorrected'],
  );
});

test('seeds whose match has begun are fixed; others may still change', () => {
  // 1 v 8, 5 v 4, 3 v 6, 7 v 2.
  const begun = after(start, scoreMatch('3/1', 'a', '1', ['9']));
  const toFirst = ask(begun, correctTotal(begun, 4, 101));
  assert.deepEqual(toFirst.rejection, { code: 'seedingFixed', name: 'Archer 1', event, match: '3/1' });
  assert.deepEqual(toFirst.facts, []);
  assert.equal(toFirst.state, begun, 'the score is not corrected either');
  const further = after(winMatch(winMatch(start, '3/1', 'a'), '3/2', 'a'), scoreMatch('2/1', 'a', '1', ['9']));
  const { rejection } = ask(further, correctTotal(further, 3, 101));
  assert.ok(rejection?.code === 'seedingFixed' && rejection.match === '3/1', 'the first of his matches is named');
  const others = after(begun, correctTotal(begun, 5, 99));
  assert.deepEqual(keysOf(others), ['1', '2', '5', '3', '4', '6', '7', '8'], 'level with the second, and behind him');
});

test('a seed is fixed through a bye too', () => {
  const state = drawnCompetition(6);
  const begun = after(winMatch(state, '3/2', 'a'), scoreMatch('2/1', 'a', '1', ['9']));
  assert.deepEqual(ask(begun, correctTotal(begun, 2, 101)).rejection, {
    code: 'seedingFixed',
    name: 'Archer 1',
    event,
    match: '2/1',
  });
});

test('whoever comes into the cut takes the seed; who was disqualified leaves it, and may come back', () => {
  const state = drawnCompetition(6, ofFour);
  const sixth = after(state, correctTotal(state, 6, 98));
  assert.deepEqual(keysOf(sixth), ['1', '2', '3', '6']);
  assert.ok(!keysOf(after(state, correctTotal(state, 6, 101))).includes('4'));
  const without = after(state, standing(2, 'DSQ'));
  assert.deepEqual(keysOf(without), ['1', '3', '4', '5']);
  assert.deepEqual(keysOf(after(without, standing(2, 'competing'))), ['1', '2', '3', '4']);
});

test('a judge may disqualify at any time: once a match has begun the seat stays, and he forfeits', () => {
  // 1 v 8, 5 v 4, 3 v 6, 7 v 2.
  const begun = after(start, scoreMatch('3/1', 'a', '1', ['9']));
  for (const entry of [1, 2, 8]) {
    const { facts, state } = ask(begun, standing(entry, 'DSQ'));
    assert.deepEqual(
      facts.map(({ kind }) => kind),
      ['standingSet'],
      'nobody moves up',
    );
    assert.deepEqual(keysOf(state), keysOf(start));
    // The others are held to their seeds as before, and he may come back.
    assert.equal(ask(state, correctTotal(begun, 5, 99)).rejection, undefined);
    assert.deepEqual(keysOf(after(state, standing(entry, 'competing'))), keysOf(start));
  }
  const first = after(begun, standing(1, 'DSQ'));
  assert.equal(ask(first, correctTotal(first, 8, 101)).rejection?.code, 'seedingFixed');
});

test('with nobody behind, the last seed stays empty, until he is back', () => {
  const state = drawnCompetition(4, ofFour);
  const without = after(state, standing(2, 'DSQ'));
  assert.deepEqual(keysOf(without), ['1', '3', '4']);
  assert.equal(playedMatch(without, '2/1').kind, 'bye');
  assert.deepEqual(keysOf(after(without, standing(2, 'competing'))), ['1', '2', '3', '4']);
  const begun = after(without, scoreMatch('2/2', 'a', '1', ['9']));
  assert.equal(ask(begun, standing(2, 'competing')).rejection?.code, 'seedingFixed');
});

test('nobody comes back into a place whose bye has led somebody on to a match that has begun', () => {
  const state = drawnCompetition(4, ofFour);
  const without = winMatch(after(state, standing(4, 'DSQ')), '2/2', 'a');
  assert.deepEqual(keysOf(without), ['1', '2', '3']);
  assert.deepEqual(keysOf(after(without, standing(4, 'competing'))), ['1', '2', '3', '4']);
  const begun = after(without, scoreMatch('1/1', 'b', '1', ['9']));
  assert.deepEqual(ask(begun, standing(4, 'competing')).rejection, {
    code: 'seedingFixed',
    name: 'Archer 4',
    event,
    match: '1/1',
  });
});

test('a tie that a correction makes keeps the order of the draw, at the cut and inside it', () => {
  const state = drawnCompetition(6, ofFour);
  const atCut = ask(state, { ...correctTotal(state, 5, 97), reason: 'now as many as the fourth' } as Command);
  assert.deepEqual(keysOf(atCut.state), ['1', '2', '3', '4']);
  const inside = after(state, correctTotal(state, 3, 99));
  assert.deepEqual(keysOf(inside), ['1', '2', '3', '4']);
  // The same where the better ones were registered later.
  const shot = shotCompetition([90, 96, 98, 100, 92].map((total) => ({ total })));
  const reversed = drawn(shot, individualEvent(ofFour));
  assert.deepEqual(keysOf(reversed), ['4', '3', '2', '5']);
  assert.deepEqual(keysOf(after(reversed, correctTotal(reversed, 1, 92))), ['4', '3', '2', '5'], 'at the cut');
  assert.deepEqual(keysOf(after(reversed, correctTotal(reversed, 2, 98))), ['4', '3', '2', '5'], 'inside');
});

test('nothing depends on who is in another category, in no event, or whose decision was refused', () => {
  const shot = shotCompetition([{ total: 110 }, { total: 108 }, { total: 60, category: 'RW' }]);
  const state = drawn(shot, individualEvent({ ...ofFour, chart: 2, qualifiers: 2 }));
  const { facts } = ask(state, correctTotal(state, 3, 70));
  assert.equal(facts.length, 1);
  const refusal = rejected({ code: 'reasonMissing' });
  assert.equal(withReseeding(state, refusal, 1), refusal);
  const happened = { kind: 'facts', facts: [] } as const;
  assert.equal(withReseeding(state, happened, 1), happened);
  assert.equal(withReseeding(state, happened, 99), happened);
});

test('teams are seeded anew by their archers’ scores; a team that shoots stays as it was drawn', () => {
  const archers = ['A', 'B', 'C', 'D'].flatMap((club, at) =>
    [90, 89, 80, 70].map((total) => ({ club, total: total - 2 * at })),
  );
  const teams: EventSetup = {
    id: event,
    name: 'Teams',
    contest: { kind: 'team', parts: [{ categories: ['RM'], archers: 3 }], teamsOf: 'club', teamsEach: 1 },
    elimination: { ...ofFour, formatId: 'set-team' },
    dnfKeepsRank: false,
  };
  const state = drawn(shotCompetition(archers), teams);
  assert.deepEqual(keysOf(state), ['A#1', 'B#1', 'C#1', 'D#1']);
  const better = after(state, correctTotal(state, 7, 86));
  assert.deepEqual(keysOf(better), ['B#1', 'A#1', 'C#1', 'D#1']);
  // The fourth archer of A is now better than the third.
  const other = after(state, correctTotal(state, 4, 81));
  assert.deepEqual(other.events.get(event)?.draw?.competitors[0]?.entries.toSorted(), [1, 2, 4]);
  const begun = after(state, scoreMatch('2/1', 'a', '1', [toValue(9)]));
  const shooting = ask(begun, correctTotal(begun, 4, 81));
  assert.deepEqual(
    shooting.facts.map(({ kind }) => kind),
    ['endCorrected'],
  );
});
