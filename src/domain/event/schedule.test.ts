import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bracketOf8,
  drawn,
  drawnCompetition,
  individualEvent,
  playedMatch,
  shotCompetition,
  winMatch,
} from '../../testing/drawn-event.ts';
import { after, ask } from '../../testing/small-competition.ts';
import type { Competition } from '../competition.ts';
import type { Elimination, MatchSlot } from './event.ts';
import { playEvent } from './event-play.ts';
import { proposeSchedule, type SchedulePlan, scheduleOf } from './schedule.ts';

const event = 'RM';
const plan: SchedulePlan = {
  start: '2026-05-02T09:00',
  minutesPerMatch: 20,
  minutesBetweenPhases: 10,
  firstButt: 11,
  butts: 8,
  buttsPerMatch: 2,
};

function propose(state: Competition, change: Partial<SchedulePlan> = {}): readonly MatchSlot[] | undefined {
  return proposeSchedule(playEvent(state, event) ?? [], { ...plan, ...change });
}

const written = (slots: readonly MatchSlot[] | undefined) =>
  slots?.map(({ match, at, butts }) => `${match} ${at.slice(11)} ${butts.a}-${butts.b}`);

test('phase by phase from the left, bronze before the final, the final alone', () => {
  assert.deepEqual(written(propose(drawnCompetition())), [
    '3/1 09:00 11-12',
    '3/2 09:00 13-14',
    '3/3 09:00 15-16',
    '3/4 09:00 17-18',
    '2/1 09:30 11-12',
    '2/2 09:30 13-14',
    '1/2 10:00 11-12',
    '1/1 10:30 11-12',
  ]);
});

test('one butt for both, and waves where butts are few', () => {
  const slots = written(propose(drawnCompetition(), { buttsPerMatch: 1, butts: 3, minutesBetweenPhases: 0 }));
  assert.deepEqual(slots?.slice(0, 6), [
    '3/1 09:00 11-11',
    '3/2 09:00 12-12',
    '3/3 09:00 13-13',
    '3/4 09:20 11-11',
    '2/1 09:40 11-11',
    '2/2 09:40 12-12',
  ]);
  const oneMatch = written(propose(drawnCompetition(), { butts: 3 }));
  assert.deepEqual(oneMatch?.slice(0, 2), ['3/1 09:00 11-12', '3/2 09:20 11-12'], 'the third butt is no match');
});

test('byes take no butt; a plan goes over midnight', () => {
  const slots = written(propose(drawnCompetition(5), { start: '2026-05-02T23:30' }));
  assert.deepEqual(slots, [
    '3/2 23:30 11-12',
    '2/1 00:00 11-12',
    '2/2 00:00 13-14',
    '1/2 00:30 11-12',
    '1/1 01:00 11-12',
  ]);
});

test('in pools nobody shoots twice at a time, and the bracket waits for all of them', () => {
  const { chart: _, ...rest } = bracketOf8;
  const pools: Elimination = { ...rest, system: 'pools', pools: 2, advance: 2, placesShot: 4 };
  const systems: readonly Elimination[] = [
    pools,
    { ...rest, system: 'roundRobin' },
    { ...rest, system: 'doubleElimination' },
  ];
  for (const elimination of systems) {
    const state = drawnCompetition(8, elimination);
    const slots = propose(state) ?? assert.fail();
    assert.equal(slots.length, playEvent(state, event)?.length, elimination.system);
    const { rejection } = ask(state, { kind: 'scheduleMatches', event, slots });
    assert.equal(rejection, undefined);
    const timeOf = new Map(slots.map(({ match, at }) => [match, at]));
    const seen = new Set<string>();
    for (const { drawn: each } of playEvent(state, event) ?? []) {
      const at = timeOf.get(each.id) ?? assert.fail();
      for (const source of [each.a, each.b]) {
        if (source.from === 'seed') {
          assert.ok(!seen.has(`${source.seed} ${at}`), `${elimination.system}: ${source.seed} shoots twice at ${at}`);
          seen.add(`${source.seed} ${at}`);
        }
        if (source.from === 'winner' || source.from === 'loser') assert.ok((timeOf.get(source.match) ?? '') < at);
        if (source.from === 'pool')
          for (const { drawn: inPool } of playEvent(state, event) ?? [])
            if (inPool.pool === source.pool) assert.ok((timeOf.get(inPool.id) ?? '') < at);
      }
    }
  }
});

test('a plan that gives no match a place is none', () => {
  const wrong: readonly Partial<SchedulePlan>[] = [
    { start: '2026-05-02 09:00' },
    { minutesPerMatch: 0 },
    { minutesPerMatch: 7.5 },
    { minutesBetweenPhases: -1 },
    { minutesPerMatch: 1e15 },
    { minutesBetweenPhases: 1441 },
    { firstButt: 0 },
    { firstButt: 9999 },
    { butts: 1 },
    { butts: Number.NaN },
  ];
  for (const change of wrong) assert.equal(propose(drawnCompetition(), change), undefined, JSON.stringify(change));
  assert.deepEqual(proposeSchedule([], plan), []);
  assert.equal(propose(drawnCompetition(), { firstButt: 9992 })?.length, 8, 'up to the last butt');
  assert.equal(propose(drawnCompetition(), { firstButt: 9993 }), undefined);
});

const slot = (match: string, a: number, b = a, at = plan.start): MatchSlot => ({ match, at, butts: { a, b } });
const schedule = (...slots: readonly MatchSlot[]) => ({ kind: 'scheduleMatches', event, slots }) as const;

test('slots are held to the calendar, the butts and the matches that there are', () => {
  const state = drawnCompetition();
  const refusal = (...slots: readonly MatchSlot[]) => ask(state, schedule(...slots)).rejection;
  const undrawn = after(state, { kind: 'undrawEvent', event, reason: 'x' });
  assert.deepEqual(ask(undrawn, schedule(slot('3/1', 1))).rejection, { code: 'eventNotDrawn', event });
  assert.deepEqual(refusal(slot('4/1', 1)), { code: 'unknownMatch', match: '4/1' });
  assert.deepEqual(refusal(), { code: 'slotWrong', match: '', at: '' });
  for (const wrong of [slot('3/1', 0), slot('3/1', 1, 1.5), slot('3/1', 10_000), slot('3/1', 1, 1, '2026-02-30T10:00')])
    assert.deepEqual(refusal(wrong), { code: 'slotWrong', match: '3/1', at: wrong.at });
  assert.equal(refusal(slot('3/1', 1, 9999)), undefined);
  assert.equal(refusal(slot('3/1', 1), slot('3/1', 2))?.code, 'slotWrong', 'one place a match');
});

test('two matches are not shot at one butt at one time, in any event', () => {
  const archers = ['RM', 'RW'].flatMap((category) => [110, 108, 106, 104].map((total) => ({ category, total })));
  const ofFour = { ...bracketOf8, chart: 4, qualifiers: 4 } as const;
  const women = { ...individualEvent(ofFour), id: 'RW', contest: { kind: 'individual', category: 'RW' } } as const;
  const both = drawn(drawn(shotCompetition(archers), individualEvent(ofFour)), women);
  const state = after(both, schedule(slot('2/1', 1, 2), slot('2/2', 3)));
  const refusal = (of: string, ...slots: readonly MatchSlot[]) =>
    ask(state, { ...schedule(...slots), event: of }).rejection;
  assert.deepEqual(refusal('RW', slot('2/1', 2)), { code: 'buttTaken', butt: 2, at: plan.start, match: '2/1' });
  assert.equal(refusal('RW', slot('2/1', 4, 3))?.code, 'buttTaken');
  assert.equal(refusal('RW', slot('2/1', 4), slot('2/2', 5, 4))?.code, 'buttTaken', 'within one command');
  assert.equal(refusal('RW', slot('2/1', 4), slot('2/2', 5)), undefined);
  assert.equal(refusal('RW', slot('2/1', 2, 2, '2026-05-02T09:20')), undefined, 'another time');
  assert.equal(refusal('RM', slot('2/1', 3), slot('2/2', 1)), undefined, 'they change places');
  assert.deepEqual(refusal('RM', slot('2/1', 3)), { code: 'buttTaken', butt: 3, at: plan.start, match: '2/2' });
});

test('the whole plan in order of time, from the left, with who is in it', () => {
  let state = after(
    drawnCompetition(),
    schedule(slot('3/1', 3), slot('3/2', 1), slot('2/1', 1, 2, '2026-05-02T08:59')),
  );
  state = winMatch(state, '3/1', 'a');
  const all = scheduleOf(state);
  assert.deepEqual(
    all.map((each) => each.slot.match),
    ['2/1', '3/2', '3/1'],
  );
  assert.deepEqual([all[0]?.event, all[0]?.eventName], ['RM', 'Recurve men']);
  const [seat] = all.map(({ played }) => played.seats.a);
  assert.ok(seat?.kind === 'competitor' && seat.competitor.key === '1');
  assert.deepEqual(playedMatch(state, '3/2').slot, slot('3/2', 1));
});

test('a match loses its place, and the others keep theirs', () => {
  const slots = ['2/1', '2/2'].map((match, index) => ({
    ...{ match, at: '2026-05-02T09:00', butts: { a: 1 + index, b: 1 + index } },
  }));
  const four = { ...bracketOf8, qualifiers: 4, chart: 4 } as const;
  const state = after(drawnCompetition(4, four), { kind: 'scheduleMatches', event, slots });
  const { facts, state: without } = ask(state, { kind: 'unscheduleMatches', event, matches: ['2/1'] });
  assert.deepEqual(facts, [{ kind: 'matchesUnscheduled', event, matches: ['2/1'] }]);
  assert.deepEqual([...(without?.events.get(event)?.schedule.keys() ?? [])], ['2/2']);
  const codeOf = (matches: readonly string[]) =>
    ask(state, { kind: 'unscheduleMatches', event, matches }).rejection?.code;
  assert.equal(codeOf([]), 'slotWrong');
  assert.equal(codeOf(['9/9']), 'unknownMatch');
  const undrawn = after(state, { kind: 'undrawEvent', event, reason: 'again' });
  assert.equal(ask(undrawn, { kind: 'unscheduleMatches', event, matches: ['2/1'] }).rejection?.code, 'eventNotDrawn');
});

test('medal matches one by one on one butt, bronze before gold; placement matches go on beside each other', () => {
  const state = drawnCompetition(8, { ...bracketOf8, placesShot: 8 });
  const slots = propose(state, { medalsAlone: true }) ?? [];
  const late = slots.filter(({ match }) => match.startsWith('1/'));
  assert.deepEqual(
    late.map(({ match, at, butts }) => [match, at.slice(11), butts.a, butts.b]),
    [
      ['1/4', '10:00', 11, 12],
      ['1/3', '10:00', 13, 14],
      ['1/2', '10:30', 11, 11],
      ['1/1', '11:00', 11, 11],
    ],
  );
  assert.equal(ask(state, { kind: 'scheduleMatches', event, slots }).rejection, undefined);
  const usual = propose(state) ?? [];
  assert.equal(usual.find(({ match }) => match === '1/2')?.at, usual.find(({ match }) => match === '1/4')?.at);
});

test('the finals of a double elimination are shot on one butt too', () => {
  const { chart: _, placesShot: __, ...common } = bracketOf8;
  const state = drawnCompetition(4, { ...common, system: 'doubleElimination', qualifiers: 4 });
  const slots = propose(state, { medalsAlone: true }) ?? [];
  const finals = slots.filter(({ match }) => match.startsWith('F/'));
  assert.deepEqual(
    finals.map(({ butts }) => [butts.a, butts.b]),
    [
      [11, 11],
      [11, 11],
    ],
  );
  assert.equal(new Set(finals.map(({ at }) => at)).size, 2);
});
