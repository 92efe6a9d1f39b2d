import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bracketOf8,
  drawn,
  drawnCompetition,
  individualEvent,
  playedMatch,
  scoreMatch,
  shotCompetition,
  winMatch,
} from '../../testing/drawn-event.ts';
import { after, ask, categoryOf, newEntry, tabletAt1 } from '../../testing/small-competition.ts';
import type { Competition } from '../competition.ts';
import { findFace } from '../rounds/faces.ts';
import { eventProblems } from './check-event-setup.ts';
import type { Elimination, EventSetup, TeamPart } from './event.ts';
import { playEvent } from './event-play.ts';

const ofEight = shotCompetition(Array.from({ length: 8 }, (_, index) => ({ total: 110 - index })));

function whyNot(setup: EventSetup, state: Competition = ofEight) {
  const { rejection, facts } = ask(state, { kind: 'setEvent', setup });
  assert.deepEqual(facts, []);
  return rejection?.code === 'eventWrong' ? rejection.why : rejection?.code;
}

function changed(change: object, base: Elimination = bracketOf8): EventSetup {
  return individualEvent({ ...base, ...change });
}

function teamEvent(parts: readonly TeamPart[], change: Partial<EventSetup> & { formatId?: string } = {}): EventSetup {
  const { formatId = 'set-team', ...rest } = change;
  return {
    id: 'RM-team',
    name: 'Teams',
    contest: { kind: 'team', parts, teamsOf: 'club', teamsEach: 1 },
    elimination: { ...bracketOf8, formatId },
    dnfKeepsRank: false,
    ...rest,
  };
}

test('an event is set, set anew before its draw, and removed', () => {
  const { facts, state } = ask(ofEight, { kind: 'setEvent', setup: { ...individualEvent(), name: ' Men ' } });
  assert.deepEqual(facts, [{ kind: 'eventSet', setup: { ...individualEvent(), name: 'Men' } }]);
  const renamed = after(state, { kind: 'setEvent', setup: { ...individualEvent(undefined), name: 'Gentlemen' } });
  assert.equal(renamed.events.size, 1);
  assert.equal(renamed.events.get('RM')?.setup.name, 'Gentlemen');
  assert.deepEqual(playEvent(renamed, 'RM'), [], 'nothing is drawn');
  assert.equal(after(renamed, { kind: 'removeEvent', event: 'RM' }).events.size, 0);
  assert.equal(playEvent(renamed, 'CW'), undefined);
});

test('what an event cannot be', () => {
  const met = new Set<string | undefined>();
  const refuses = (why: string, ...setups: readonly EventSetup[]) => {
    for (const setup of setups) assert.equal(whyNot(setup), why, JSON.stringify(setup));
    met.add(why);
  };
  const longId = 'x'.repeat(33);
  refuses('id', ...['', '..', '-x', 'R M', 'R/M', longId].map((id) => ({ ...individualEvent(), id })));
  refuses('nameMissing', { ...individualEvent(), name: ' ' });
  refuses('unknownCategory', { ...individualEvent(), contest: { kind: 'individual', category: 'CW' } });
  refuses('unknownMatchFormat', changed({ formatId: 'golf' }), changed({ finalsFormatId: 'golf' }));
  refuses('unknownFace', changed({ faceId: 'moon' }));
  refuses('formatKind', changed({ formatId: 'set-team' }), changed({ finalsFormatId: 'set-mixed' }));
  refuses(
    'face',
    changed({ face: findFace('122') }),
    changed({ faceId: 'own', face: { ...findFace('122'), zones: [] } }),
  );
  refuses('qualifiers', ...[1, 0, -8, 2.5, 129].map((qualifiers) => changed({ qualifiers })));
  refuses('chart', changed({ chart: 12 }));
  refuses('chartTooSmall', changed({ qualifiers: 9 }));
  refuses('placesShot', ...[1, 3, 0, 256].map((placesShot) => changed({ placesShot })));
  refuses('tooManyForRoundRobin', changed({ system: 'roundRobin', qualifiers: 33 }));
  const pools = { system: 'pools', pools: 2, advance: 2 };
  refuses('tooManyForRoundRobin', changed({ ...pools, qualifiers: 66 }));
  refuses('pools', ...[0, 1, 5, 1.5].map((count) => changed({ ...pools, pools: count })));
  refuses('advance', ...[0, 5, 1.5].map((advance) => changed({ ...pools, advance })));
  refuses('placesShot', changed({ ...pools, placesShot: 6 }));
  const three = { categories: ['RM'], archers: 3 };
  refuses('teamParts', teamEvent([]), teamEvent([{ categories: [], archers: 3 }]), teamEvent([three, three]));
  refuses('teamParts', ...[0, 1, 1.5, 13].map((archers) => teamEvent([{ ...three, archers }])));
  refuses('teamSize', teamEvent([{ ...three, archers: 4 }]), teamEvent([three], { formatId: 'set-mixed' }));
  refuses('formatKind', teamEvent([three], { formatId: 'set-individual' }));
  refuses(
    'teamsEach',
    ...[0, 1.5].map((teamsEach) =>
      teamEvent([three], { contest: { kind: 'team', parts: [three], teamsOf: 'club', teamsEach } }),
    ),
  );
  assert.deepEqual(
    eventProblems.filter((why) => !met.has(why)),
    [],
  );
  for (const system of ['doubleElimination', 'roundRobin'] as const)
    assert.equal(rejectionOf(changed({ system })), undefined);
  const teams = [teamEvent([three]), teamEvent([{ ...three, archers: 2 }], { formatId: 'set-mixed' })];
  const largest = [
    changed({ qualifiers: 128, chart: 128, placesShot: 128 }),
    changed({ system: 'roundRobin', qualifiers: 32 }),
    changed({ ...pools, qualifiers: 64 }),
  ];
  for (const setup of [changed(pools), ...teams, ...largest]) assert.equal(rejectionOf(setup), undefined);
});

function rejectionOf(setup: EventSetup) {
  return ask(ofEight, { kind: 'setEvent', setup }).rejection;
}

test('a category has one individual event; teams of it may be many', () => {
  const state = after(ofEight, { kind: 'setEvent', setup: individualEvent() });
  const again = { ...individualEvent(), id: 'RM-again' };
  assert.deepEqual(ask(state, { kind: 'setEvent', setup: again }).rejection, {
    code: 'categoryHasEvent',
    category: 'RM',
    event: 'RM',
  });
  const parts = [{ categories: ['RM'], archers: 3 }];
  const teams = after(state, { kind: 'setEvent', setup: teamEvent(parts) });
  assert.equal(after(teams, { kind: 'setEvent', setup: teamEvent(parts, { id: 'other' }) }).events.size, 3);
});

test('nothing is asked of an event that there is not, and a scorer organises none', () => {
  const event = 'XX';
  const commands = [
    { kind: 'removeEvent', event },
    { kind: 'drawEvent', event },
    { kind: 'undrawEvent', event, reason: 'x' },
    { kind: 'scheduleMatches', event, slots: [] },
    { kind: 'recordToss', event, order: [], by: '' },
    { kind: 'recordShootOff', event, rounds: [], by: '' },
    { kind: 'reopenTie', event, order: [] },
  ] as const;
  for (const command of commands) {
    assert.deepEqual(ask(ofEight, command).rejection, { code: 'unknownEvent', event }, command.kind);
    assert.equal(ask(ofEight, command, tabletAt1).rejection?.code, 'notAllowed');
  }
  assert.equal(ask(ofEight, { kind: 'setEvent', setup: individualEvent() }, tabletAt1).rejection?.code, 'notAllowed');
});

test('a draw is made of the ranking, once, and is data from then on', () => {
  const state = drawnCompetition(6);
  const draw = state.events.get('RM')?.draw ?? assert.fail();
  assert.deepEqual(
    draw.competitors.map(({ key, entries }) => [key, ...entries]),
    [1, 2, 3, 4, 5, 6].map((entry) => [String(entry), entry]),
  );
  assert.deepEqual(
    draw.matches.map(({ id }) => id),
    ['3/1', '3/2', '3/3', '3/4', '2/1', '2/2', '1/2', '1/1'],
  );
  const again = ask(state, { kind: 'drawEvent', event: 'RM' });
  assert.deepEqual(again.rejection, { code: 'eventIsDrawn', event: 'RM' });
  for (const command of [
    { kind: 'setEvent', setup: individualEvent() },
    { kind: 'removeEvent', event: 'RM' },
  ] as const)
    assert.deepEqual(ask(state, command).rejection, { code: 'eventIsDrawn', event: 'RM' });
});

test('only the best go on, and nobody who was disqualified', () => {
  const shot = shotCompetition([110, 118, 112, 116, 114].map((total) => ({ total })));
  const dq = { kind: 'setStanding', entry: 4, standing: 'DSQ', by: 'Judge', reason: 'behaviour' } as const;
  const state = drawn(after(shot, dq), individualEvent({ ...bracketOf8, chart: 4, qualifiers: 3 }));
  assert.deepEqual(
    state.events.get('RM')?.draw?.competitors.map(({ key }) => key),
    ['2', '5', '3'],
  );
  assert.equal(playedMatch(state, '2/1').kind, 'bye');
  assert.equal(playedMatch(state, '2/1').winner, 'a');
});

test('no draw without an elimination, of unfinished cards, of fewer than two, or over an open tie', () => {
  const draw = { kind: 'drawEvent', event: 'RM' } as const;
  const set = (state: Competition, elimination?: Elimination) =>
    after(state, { kind: 'setEvent', setup: { ...individualEvent(), elimination } });
  assert.deepEqual(ask(set(ofEight), draw).rejection, { code: 'noElimination', event: 'RM' });

  const late = after(ofEight, {
    kind: 'importEntries',
    categories: [],
    entries: [newEntry('Late', 'RM'), newEntry('Later', 'RM')],
  });
  assert.deepEqual(ask(set(late, bracketOf8), draw).rejection, {
    code: 'cardsNotFinished',
    event: 'RM',
    name: 'Late',
    others: 1,
  });
  const absent = [9, 10].reduce(
    (state, entry) => after(state, { kind: 'setStanding', entry, standing: 'DNS', by: 'Judge', reason: 'absent' }),
    set(late, bracketOf8),
  );
  assert.equal(ask(absent, draw).state?.events.get('RM')?.draw?.competitors.length, 8);

  assert.deepEqual(ask(set(shotCompetition([{ total: 100 }]), bracketOf8), draw).rejection, {
    code: 'tooFewToDraw',
    event: 'RM',
    found: 1,
  });
  const tied = shotCompetition([110, 100, 100, 90].map((total) => ({ total })));
  const toTwo = { ...bracketOf8, chart: 2, qualifiers: 2 } as const;
  assert.deepEqual(ask(set(tied, toTwo), draw).rejection, {
    code: 'tieAtCut',
    event: 'RM',
    names: 'Archer 2, Archer 3',
  });
  const inside = set(tied, { ...toTwo, chart: 4, qualifiers: 4 });
  assert.deepEqual(ask(inside, draw).rejection, { code: 'tieInBracket', event: 'RM', names: 'Archer 2, Archer 3' });
  const tossed = after(inside, { kind: 'recordToss', event: 'RM', order: ['3', '2'], by: 'Judge' });
  assert.deepEqual(
    ask(tossed, draw)
      .state?.events.get('RM')
      ?.draw?.competitors.map(({ key }) => key),
    ['1', '3', '2', '4'],
  );
});

test('two are enough for a draw', () => {
  const state = shotCompetition([{ total: 100 }, { total: 99 }]);
  assert.equal(drawn(state, individualEvent()).events.get('RM')?.draw?.competitors.length, 2);
});

test('a draw is taken back with a reason, until a match has begun', () => {
  const undraw = (reason: string) => ({ kind: 'undrawEvent', event: 'RM', reason }) as const;
  assert.deepEqual(ask(after(ofEight, { kind: 'setEvent', setup: individualEvent() }), undraw('x')).rejection, {
    code: 'eventNotDrawn',
    event: 'RM',
  });
  const state = drawnCompetition();
  assert.deepEqual(ask(state, undraw(' ')).rejection, { code: 'reasonMissing' });
  assert.equal(after(state, undraw('wrong chart')).events.get('RM')?.draw, undefined);
  const begun = after(state, scoreMatch('3/2', 'a', '1', ['9']));
  assert.deepEqual(ask(begun, undraw('x')).rejection, { code: 'matchHasBegun', event: 'RM', match: '3/2' });
  const absent = after(state, {
    kind: 'setMatchAttendance',
    event: 'RM',
    match: '3/1',
    side: 'b',
    attendance: 'absent',
    by: 'Judge',
    reason: '',
  });
  assert.deepEqual(ask(absent, undraw('x')).rejection, { code: 'matchHasBegun', event: 'RM', match: '3/1' });
});

test('teams of three by club and mixed teams, drawn and shot', () => {
  const archers = ['A', 'B', 'C'].flatMap((club, index) =>
    ['RM', 'RM', 'RM', 'RW'].map((category, at) => ({ club, category, total: 110 - 9 * index - at })),
  );
  const shot = shotCompetition(archers);
  const ofThree = drawn(shot, teamEvent([{ categories: ['RM'], archers: 3 }]));
  const mixed = drawn(ofThree, {
    ...teamEvent([]),
    id: 'RX',
    contest: {
      kind: 'mixed',
      parts: [
        { categories: ['RM'], archers: 1 },
        { categories: ['RW'], archers: 1 },
      ],
      teamsOf: 'club',
      teamsEach: 1,
    },
    elimination: { ...bracketOf8, formatId: 'set-mixed', chart: 4, qualifiers: 4 },
  });
  assert.deepEqual(
    mixed.events.get('RX')?.draw?.competitors.map(({ key, entries }) => [key, entries]),
    [
      ['A#1', [1, 4]],
      ['B#1', [5, 8]],
      ['C#1', [9, 12]],
    ],
  );
  const won = winMatch(mixed, '2/2', 'b', 'RX');
  const { b } = playedMatch(won, '1/1', 'RX').seats;
  assert.deepEqual(b.kind === 'competitor' && [b.seed, b.competitor.key], [2, 'B#1']);
  assert.equal(playedMatch(won, '1/1', 'RM-team').seats.b.kind, 'pending', 'another event is another');
});

test('categories of other rounds may have events side by side', () => {
  const state = after(ofEight, {
    kind: 'importEntries',
    categories: [categoryOf('CW')],
    entries: [newEntry('Citra', 'CW')],
  });
  const setup = { ...individualEvent(undefined), id: 'CW', contest: { kind: 'individual', category: 'CW' } } as const;
  assert.equal(
    after(after(state, { kind: 'setEvent', setup: individualEvent() }), { kind: 'setEvent', setup }).events.size,
    2,
  );
});
