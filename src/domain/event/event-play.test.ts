import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bracketOf8,
  drawn,
  drawnCompetition,
  individualEvent,
  playedMatch,
  scoreMatch,
  shootPair,
  shotCompetition,
  winMatch,
} from '../../testing/drawn-event.ts';
import { after, ask, creation, fold } from '../../testing/small-competition.ts';
import type { Competition } from '../competition.ts';
import type { Side } from '../match/match.ts';
import type { Elimination, EventSetup } from './event.ts';
import { playEvent, poolTablesOf, resultsOf } from './event-play.ts';

const event = 'RM';
const start = drawnCompetition();

function chosen(state: Competition, match: string, begins: Side): Competition {
  return after(state, { kind: 'chooseBeginner', event, match, begins });
}

test('events that are unknown, not drawn, ranked only', () => {
  assert.equal(playEvent(start, 'XX'), undefined);
  assert.equal(resultsOf(start, 'XX').size, 0);
  assert.equal(poolTablesOf(start, 'XX').size, 0);
  const created = after(undefined, creation);
  assert.equal(playEvent(created, event), undefined);
  const ranked = after(shotCompetition([{ total: 99 }]), { kind: 'setEvent', setup: individualEvent(undefined) });
  assert.deepEqual(playEvent(ranked, event), []);
});

test('matches stand in the order of the draw, each with what is known of it', () => {
  const played = playEvent(start, event) ?? assert.fail();
  assert.equal(played.length, 8);
  const first = playedMatch(start, '3/1');
  assert.deepEqual([first.kind, first.hasBegun, first.begins, first.slot], ['match', false, [], undefined]);
  assert.deepEqual(first.score?.status, { kind: 'end', end: 1 });
  const final = playedMatch(start, '1/1');
  assert.deepEqual([final.match, final.score, final.winner], [undefined, undefined, undefined]);
  assert.equal(playEvent(start, event), played, 'kept while nothing happens in the event');
  assert.notEqual(playEvent(after(start, scoreMatch('3/1', 'a', '1', ['9'])), event), played);
  assert.equal(playEvent(start, event), played);
});

test('byes and empty places are over before they begin; nothing is shot in them', () => {
  const five = drawnCompetition(5);
  const kinds = playEvent(five, event)?.map(({ drawn: { id }, kind, winner }) => `${id} ${kind} ${winner ?? '-'}`);
  assert.deepEqual(kinds?.slice(0, 4), ['3/1 bye a', '3/2 match -', '3/3 bye a', '3/4 bye b']);
  assert.equal(playedMatch(five, '3/1').match?.attendance.b, 'nobody');
  assert.deepEqual([playedMatch(five, '3/1').hasBegun, resultsOf(five, event).size], [false, 0]);
  const two = drawnCompetition(2, { ...bracketOf8, placesShot: 2 });
  assert.deepEqual(playedMatch(two, '2/1').kind, 'bye');
  assert.equal(playedMatch(two, '1/1').seats.b.kind, 'competitor');
  const bronze = playedMatch(drawnCompetition(2), '1/2');
  assert.deepEqual([bronze.kind, bronze.winner], ['empty', undefined]);
});

test('a match has begun with an arrow or with a side that is not there; an arrow taken back is none', () => {
  const shot = after(start, scoreMatch('3/1', 'b', '1', ['9']));
  assert.equal(playedMatch(shot, '3/1').hasBegun, true);
  const blank = [null, null, null];
  const back = after(shot, {
    kind: 'correctMatch',
    event,
    match: '3/1',
    side: 'b',
    part: 'end',
    number: 1,
    was: ['9', null, null],
    arrows: blank,
    by: '',
    reason: 'sum',
  });
  assert.equal(playedMatch(back, '3/1').hasBegun, false);
  for (const side of ['a', 'b'] as const) {
    const by = { by: 'Sri', reason: '' };
    const away = after(start, { kind: 'setMatchAttendance', event, match: '3/1', side, attendance: 'absent', ...by });
    assert.equal(playedMatch(away, '3/1').hasBegun, true, side);
  }
});

test('a journal with a match format that this version does not know still folds: such a match has no score', () => {
  const draw = start.events.get(event)?.draw ?? assert.fail();
  const matches = draw.matches.map((each) => ({ ...each, formatId: 'of-another-year' }));
  const state = fold(start, [{ kind: 'eventDrawn', event, draw: { ...draw, matches } }]) ?? assert.fail();
  const { seats, match, score } = playedMatch(state, '3/1');
  assert.deepEqual([seats.a.kind, match, score], ['competitor', undefined, undefined]);
  assert.equal(ask(state, scoreMatch('3/1', 'a', '1', ['9'])).rejection?.code, 'sidesNotKnown');
});

test('"needs 28 to win", as soon as one side has shot', () => {
  const state = after(shootPair(start, '3/1', '1', 20, 30), scoreMatch('3/1', 'b', '2', ['9', '9', '9']));
  const { projection } = playedMatch(state, '3/1');
  assert.deepEqual([projection?.side, projection?.toWin, projection?.toDraw], ['a', 28, 27]);
  assert.equal(playedMatch(start, '3/1').projection, undefined);
  assert.equal(playedMatch(state, '2/1').projection, undefined);
});

test('alternate shooting: the chosen side, then whoever has fewer set points; level, as the event says', () => {
  const rows = [
    [27, 28],
    [28, 27],
    [27, 27],
    [27, 28],
    [28, 27],
  ] as const;
  const shoot = (state: Competition, count: number) =>
    rows.slice(0, count).reduce((next, [a, b], at) => shootPair(next, '3/1', String(at + 1), a, b), state);
  const tied = chosen(shoot(start, 5), '3/1', 'b');
  assert.deepEqual(playedMatch(shoot(chosen(start, '3/1', 'b'), 1), '3/1').begins, ['b', 'a']);
  assert.deepEqual(playedMatch(tied, '3/1').begins, ['b', 'a', 'b', 'b', 'a', 'b']);
  const previous = drawnCompetition(8, { ...bracketOf8, whenLevel: 'previousEnd' });
  const others = chosen(shoot(previous, 5), '3/1', 'b');
  assert.deepEqual(playedMatch(others, '3/1').begins, ['b', 'a', 'a', 'a', 'a', 'a']);
  const again = after(shootPair(tied, '3/1', 'SO1', 0, 0), scoreMatch('3/1', 'a', 'SO2', ['9']));
  assert.deepEqual(playedMatch(again, '3/1').begins, ['b', 'a', 'b', 'b', 'a', 'b', 'b'], 'a second shoot-off');
  const over = after(again, scoreMatch('3/1', 'b', 'SO2', ['8']));
  assert.equal(playedMatch(over, '3/1').winner, 'a');
  assert.equal(playedMatch(over, '3/1').begins.length, 7, 'no end after the last');
  assert.deepEqual(playedMatch(winMatch(chosen(start, '3/2', 'a'), '3/2', 'a'), '3/2').begins, ['a', 'b', 'b']);
});

function teams(formatId: string): Competition {
  const archers = ['A', 'B'].flatMap((club, at) => [110, 105, 100].map((total) => ({ club, total: total - at })));
  const setup: EventSetup = {
    id: event,
    name: 'Teams',
    contest: {
      kind: 'team',
      parts: [{ categories: ['RM'], archers: 3 }],
      teamsOf: 'club',
      teamsEach: 1,
    },
    elimination: { ...bracketOf8, chart: 2, qualifiers: 2, placesShot: 2, formatId },
    dnfKeepsRank: false,
  };
  return drawn(shotCompetition(archers), setup);
}

test('teams shoot off with three arrows; equal, the closest decides', () => {
  let state = teams('set-team');
  for (const end of ['1', '2', '3', '4']) state = shootPair(state, '1/1', end, 54, 54);
  assert.deepEqual(playedMatch(state, '1/1').score?.status, { kind: 'shootOff', number: 1 });
  state = after(state, scoreMatch('1/1', 'a', 'SO1', ['10', '9', '8']));
  assert.deepEqual([playedMatch(state, '1/1').projection?.toWin, playedMatch(state, '1/1').winner], [28, undefined]);
  state = after(state, scoreMatch('1/1', 'b', 'SO1', ['9', '9', '9']));
  assert.deepEqual(playedMatch(state, '1/1').score?.status, { kind: 'measure', number: 1 });
  state = after(state, { kind: 'measureShootOff', event, match: '1/1', number: 1, closest: 'b', by: 'Sri' });
  assert.deepEqual(playedMatch(state, '1/1').score?.points, { a: 4, b: 5 });
  assert.deepEqual(resultsOf(state, event).get('1/1')?.shootOffArrows, { a: 3, b: 3 });
});

test('cumulative teams: the total, and a shoot-off that leaves it as it is', () => {
  let state = teams('cumulative-team');
  for (const end of ['1', '2', '3', '4']) state = shootPair(state, '1/1', end, 54, 54);
  state = shootPair(state, '1/1', 'SO1', 28, 27);
  const { score, winner } = playedMatch(state, '1/1');
  assert.deepEqual([score?.points, winner], [{ a: 216, b: 216 }, 'a']);
});

test('a double elimination needs its second final only if the winner of the losers wins the first', () => {
  const { chart: _, placesShot: __, ...rest } = bracketOf8;
  let state = drawnCompetition(4, { ...rest, system: 'doubleElimination' } satisfies Elimination);
  const shootAll = (last: string) => {
    for (const { drawn: each } of playEvent(state, event) ?? []) {
      if (each.id === last) return;
      if (playedMatch(state, each.id).kind === 'match') state = winMatch(state, each.id, 'a');
    }
  };
  shootAll('F/1');
  const once = winMatch(state, 'F/1', 'a');
  assert.deepEqual([playedMatch(once, 'F/2').kind, playedMatch(once, 'F/2').match], ['notNeeded', undefined]);
  const twice = winMatch(winMatch(state, 'F/1', 'b'), 'F/2', 'b');
  assert.equal(playedMatch(twice, 'F/2').winner, 'b');
  const other = after(once, {
    kind: 'correctMatch',
    event,
    match: 'F/1',
    side: 'b',
    part: 'end',
    number: 3,
    was: playedMatch(once, 'F/1').card.ends[2]?.b ?? [],
    arrows: ['10', '10', '10'],
    by: '',
    reason: 'sum',
  });
  assert.equal(playedMatch(other, 'F/1').winner, undefined, 'open again, and then the second final too');
  assert.equal(playedMatch(other, 'F/2').kind, 'match');
});

test('pools have tables, and the bracket after them waits for the last match of a pool', () => {
  const { chart: _, ...rest } = bracketOf8;
  let state = drawnCompetition(6, { ...rest, qualifiers: 6, system: 'pools', pools: 2, advance: 1, placesShot: 2 });
  const inPool = (pool: string) => playEvent(state, event)?.filter(({ drawn: each }) => each.pool === pool) ?? [];
  assert.deepEqual([...poolTablesOf(state, event).keys()], ['A', 'B']);
  const [first, ...others] = inPool('A');
  const last = first?.drawn.id ?? assert.fail();
  for (const { drawn: each } of others) state = winMatch(state, each.id, 'a');
  const final = () => playEvent(state, event)?.at(-1) ?? assert.fail();
  assert.equal(final().seats.a.kind, 'pending');
  state = winMatch(state, last, 'a');
  assert.equal(final().seats.a.kind, 'competitor');
  const [best] = poolTablesOf(state, event).get('A') ?? [];
  assert.deepEqual([best?.place, best?.matches], [1, 2]);
  assert.ok(
    poolTablesOf(state, event)
      .get('B')
      ?.every(({ matches }) => matches === 0),
  );
});
