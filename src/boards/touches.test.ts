// What each kind of fact touches; a kind that is missing here does not compile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Fact } from '../domain/facts.ts';
import { anyFactOf } from '../testing/any-fact.ts';
import { fold, smallCompetition } from '../testing/small-competition.ts';
import { type Touch, touchesOf } from './touches.ts';

const individual: Fact = {
  kind: 'eventSet',
  setup: {
    id: 'RM',
    name: 'Recurve Men',
    contest: { kind: 'individual', category: 'RM' },
    elimination: undefined,
    dnfKeepsRank: true,
  },
};
const teams: Fact = {
  kind: 'eventSet',
  setup: {
    id: 'RM-team',
    name: 'Recurve Men, teams',
    contest: { kind: 'team', parts: [], teamsOf: 'club', teamsEach: 1 },
    elimination: undefined,
    dnfKeepsRank: true,
  },
};
const state = fold(smallCompetition(), [individual, teams]);
assert.ok(state);
const archer = state.entries.at(1);
assert.ok(archer);

const end: Touch = { kind: 'end', entry: archer, end: 2 };
const card: Touch = { kind: 'card', entry: archer };
const head: Touch = { kind: 'head', category: 'RM' };
const everything: Touch = { kind: 'everything' };
const allHeads: Touch = { kind: 'allHeads' };
const nothing: readonly Touch[] = [];

const expected: { readonly [K in Fact['kind']]: readonly Touch[] } = {
  competitionCreated: [everything],
  competitionImported: [everything],
  roundsAdded: [everything],
  categoriesAdded: [{ kind: 'category', category: 'RM' }],
  entriesRegistered: [{ kind: 'entry', entry: archer }],
  sessionsSet: nothing,
  recordsSet: nothing,
  devicePaired: nothing,
  deviceRevoked: nothing,
  arrowsScored: [end],
  endCorrected: [end],
  endRuled: [end],
  endChecked: nothing,
  endHeld: [card],
  cardLocked: [card],
  cardUnlocked: [card],
  standingSet: [{ kind: 'entry', entry: archer }],
  eventSet: [allHeads],
  eventRemoved: [allHeads],
  tieDecided: [head],
  tieReopened: [head],
  eventDrawn: [head],
  eventReseeded: [head],
  eventUndrawn: [head],
  matchesScheduled: nothing,
  matchArrowsScored: nothing,
  matchEndCorrected: nothing,
  shootOffMeasured: nothing,
  matchAttendanceSet: nothing,
  matchBeginnerChosen: nothing,
};

/** Some fact of the kind, about entry 1, its end 2 and the event RM. */
function about(kind: Fact['kind'], event: string): Fact {
  const arbitrary: fc.Arbitrary<Fact> = anyFactOf[kind];
  const [fact] = fc.sample(arbitrary, { numRuns: 1, seed: 1 });
  assert.ok(fact);
  const named = { entry: 1, end: 2, event, entries: [archer], categories: [{ code: 'RM', name: '', roundId: '' }] };
  const own = Object.entries(named).filter(([key]) => key in fact && kind !== 'eventSet');
  return { ...fact, ...Object.fromEntries(own) };
}

for (const kind of Object.keys(expected) as Fact['kind'][]) {
  test(`${kind} touches what shows it and nothing else`, () => {
    assert.deepEqual(touchesOf(about(kind, 'RM'), state), expected[kind]);
  });
}

test('what is decided of teams, or of an event that is not there any more, touches no board', () => {
  for (const kind of ['tieDecided', 'tieReopened', 'eventDrawn', 'eventReseeded', 'eventUndrawn'] as const) {
    for (const event of ['RM-team', 'gone']) assert.deepEqual(touchesOf(about(kind, event), state), [], event);
  }
});

test('a card of nobody touches nothing', () => {
  assert.deepEqual(touchesOf({ kind: 'cardLocked', entry: 99, by: 'Sari' }, state), []);
});
