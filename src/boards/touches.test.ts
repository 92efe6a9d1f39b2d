// What each kind of fact touches; a kind that is missing here does not compile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Entry, Fact } from '../domain/facts.ts';
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
const entries: readonly Entry[] = [archer];

const end: Touch = { kind: 'end', entry: archer, end: 2 };
const card: Touch = { kind: 'card', entry: archer };
const head: Touch = { kind: 'head', category: 'RM' };
const everything: Touch = { kind: 'everything' };
const allHeads: Touch = { kind: 'allHeads' };
const show: Touch = { kind: 'show' };
const allSheets: Touch = { kind: 'allSheets' };
const allClocks: Touch = { kind: 'allClocks' };
const match: Touch = { kind: 'match', event: 'RM', match: 'M1' };
const ofEvent: readonly Touch[] = [{ kind: 'event', event: 'RM' }, allSheets];
const nothing: readonly Touch[] = [];

const expected: { readonly [K in Fact['kind']]: readonly Touch[] } = {
  competitionCreated: [everything],
  competitionImported: [everything],
  competitionClosed: nothing,
  competitionReopened: nothing,
  roundsAdded: [everything],
  categoriesAdded: [{ kind: 'category', category: 'RM' }],
  entriesRegistered: [{ kind: 'entry', entry: archer }],
  entriesChanged: [{ kind: 'entry', entry: archer }, head, { kind: 'sheet', butt: 7 }],
  entriesWithdrawn: [{ kind: 'entry', entry: archer }, head, { kind: 'sheet', butt: 1 }],
  entriesRestored: [{ kind: 'entry', entry: archer }],
  entriesCheckedIn: nothing,
  equipmentInspected: nothing,
  sessionsSet: [allSheets, allClocks],
  recordsSet: nothing,
  officialsSet: nothing,
  certificateSet: nothing,
  logoSet: nothing,
  devicePaired: nothing,
  deviceRevoked: nothing,
  arrowsScored: [end],
  endCorrected: [end],
  endRuled: [end],
  endChecked: [card],
  endHeld: [card],
  cardSigned: [card],
  cardLocked: [card],
  cardUnlocked: [card],
  standingSet: [{ kind: 'entry', entry: archer }],
  scoringSet: [allSheets],
  clockSet: [{ kind: 'clock', session: 3 }],
  matchClockSet: [{ kind: 'matchClock', event: 'RM', match: 'M1' }],
  screenSet: [show],
  screenReleased: [show],
  playlistSet: [show],
  playlistRemoved: [show],
  announced: [show],
  announcementWithdrawn: [show],
  publicFrozen: [show],
  publicReleased: [everything],
  eventSet: [allHeads, ...ofEvent],
  eventRemoved: [allHeads, ...ofEvent, allClocks],
  tieDecided: [head],
  tieReopened: [head],
  eventDrawn: [head, ...ofEvent, allClocks],
  eventReseeded: [head, ...ofEvent],
  eventUndrawn: [head, ...ofEvent, allClocks],
  matchesScheduled: ofEvent,
  matchesUnscheduled: ofEvent,
  drawSwapped: ofEvent,
  teamChanged: ofEvent,
  noteWritten: nothing,
  noteClosed: nothing,
  noteReopened: nothing,
  paperCounted: [{ kind: 'entry', entry: archer }, head],
  paperSettled: [{ kind: 'entry', entry: archer }, head],
  paperWaived: [head],
  paperTakenBack: [{ kind: 'entry', entry: archer }, head],
  matchArrowsScored: [match],
  matchEndCorrected: [match],
  shootOffMeasured: [match],
  matchAttendanceSet: [match],
  matchBeginnerChosen: [match],
};

/** Some fact of the kind, about entry 1, its end 2, the event RM and its match M1. */
function about(kind: Fact['kind'], event: string): Fact {
  const arbitrary: fc.Arbitrary<Fact> = anyFactOf[kind];
  const [fact] = fc.sample(arbitrary, { numRuns: 1, seed: 1 });
  assert.ok(fact);
  if (fact.kind === 'entriesChanged') return { kind: fact.kind, entries, left: { categories: ['RM'], butts: [7] } };
  if (fact.kind === 'entriesWithdrawn') return { ...fact, entries: [1] };
  if (fact.kind === 'eventSet') return { ...fact, setup: { ...fact.setup, id: event } };
  const named = {
    ...{
      entry: 1,
      end: 2,
      event,
      match: 'M1',
      entries: typeof (fact as { entries?: unknown[] }).entries?.[0] === 'number' ? [1] : [archer],
      session: 3,
    },
    categories: [{ code: 'RM', name: '', roundId: '' }],
    slots: [{ match: 'M1', at: '2026-05-02T13:30', butts: { a: 1, b: 2 } }],
  };
  const own = Object.entries(named).filter(([key]) => key in fact);
  return { ...fact, ...Object.fromEntries(own) };
}

for (const kind of Object.keys(expected) as Fact['kind'][]) {
  test(`${kind} touches what shows it and nothing else`, () => {
    assert.deepEqual(touchesOf(about(kind, 'RM'), state), expected[kind]);
  });
}

test('what is decided of teams, or of an event that is not there any more, touches no leaderboard', () => {
  for (const kind of ['tieDecided', 'tieReopened', 'eventDrawn', 'eventReseeded', 'eventUndrawn'] as const) {
    for (const event of ['RM-team', 'gone']) {
      const touches = touchesOf(about(kind, event), state);
      assert.ok(
        touches.every(
          (touch) =>
            ['allSheets', 'allClocks'].includes(touch.kind) || (touch.kind === 'event' && touch.event === event),
        ),
        `${kind} of ${event}`,
      );
    }
  }
});

test('a card of nobody touches nothing', () => {
  assert.deepEqual(touchesOf({ kind: 'cardLocked', entry: 99, by: 'Sari' }, state), []);
});

test('where a paper card is typed, whatever may take “official” back touches the head of the board too', () => {
  const typed = fold(state, [{ kind: 'paperCounted', entry: 1, total: 1, counts: [0, 0], by: 'Hakim' }]);
  assert.ok(typed);
  const plain = [
    'arrowsScored',
    'endCorrected',
    'endRuled',
    'standingSet',
    'entriesRegistered',
    'entriesRestored',
  ] as const;
  for (const kind of plain) {
    const isHead = ({ kind: touched }: Touch) => touched === 'head';
    assert.deepEqual(touchesOf(about(kind, 'RM'), state).filter(isHead), [], kind);
    assert.deepEqual(touchesOf(about(kind, 'RM'), typed).filter(isHead), [head], kind);
  }
});
