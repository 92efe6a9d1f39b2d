import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bracketOf8,
  drawn,
  drawnCompetition,
  individualEvent,
  shotCompetition,
  winMatch,
} from '../../testing/drawn-event.ts';
import { after } from '../../testing/small-competition.ts';
import type { Standing } from '../card/card-notes.ts';
import type { Competition } from '../competition.ts';
import type { EventSetup } from './event.ts';
import { playEvent } from './event-play.ts';
import { finalRankingOf, medalTableOf } from './final-ranking.ts';

const rows = (state: Competition, event = 'RM') => finalRankingOf(state, event) ?? assert.fail(event);
const places = (state: Competition, event = 'RM') => rows(state, event).map(({ key, place }) => [key, place]);
const medalists = (state: Competition, event = 'RM') =>
  rows(state, event).flatMap(({ key, medal }) => (medal ? [[key, medal]] : []));

/** Every match that is shot, won by its upper side. */
function playAll(state: Competition, event = 'RM', until?: string): Competition {
  let next = state;
  for (const { drawn: match } of playEvent(state, event) ?? []) {
    if (match.id === until) break;
    const now = playEvent(next, event)?.find((each) => each.drawn.id === match.id);
    if (now?.kind === 'match') next = winMatch(next, match.id, 'a', event);
  }
  return next;
}

function standing(state: Competition, entry: number, as: Standing): Competition {
  return after(state, { kind: 'setStanding', entry, standing: as, by: 'Sri', reason: 'test' });
}

test('ten archers, eight in the bracket: its places first, then the ranking of the others', () => {
  const state = drawnCompetition(10);
  const before = rows(state);
  assert.deepEqual(
    before.map(({ key, place }) => [key, place]),
    [...['1', '2', '3', '4', '5', '6', '7', '8'].map((key) => [key, undefined]), ['9', 9], ['10', 10]],
  );
  assert.ok(before.every(({ medal }) => medal === undefined));
  // Upper sides: 1, 5, 3, 7; then 1, 3.
  const shot = playAll(state);
  assert.deepEqual(places(shot), [
    ['1', 1],
    ['3', 2],
    ['5', 3],
    ['7', 4],
    ['2', 5],
    ['4', 5],
    ['6', 5],
    ['8', 5],
    ['9', 9],
    ['10', 10],
  ]);
  assert.deepEqual(medalists(shot), [
    ['1', 'gold'],
    ['3', 'silver'],
    ['5', 'bronze'],
  ]);
  assert.deepEqual(
    rows(shot).map(({ qualificationRank }) => qualificationRank),
    [1, 3, 5, 7, 2, 4, 6, 8, 9, 10],
  );
});

test('while it is going on: those still in it come first, bronze is given before the final is shot', () => {
  const semi = playAll(drawnCompetition(9), 'RM', '2/1');
  assert.deepEqual(places(semi).slice(0, 5), [...['1', '3', '5', '7'].map((key) => [key, undefined]), ['2', 5]]);
  const quarter = playAll(drawnCompetition(8), 'RM', '3/4');
  assert.deepEqual(
    places(quarter),
    ['1', '2', '3', '5', '7', '4', '6', '8'].map((key) => [key, undefined]),
    'who has lost is listed after who is in it',
  );
  const final = playAll(drawnCompetition(8), 'RM', '1/1');
  assert.deepEqual(places(final).slice(0, 4), [
    ['1', undefined],
    ['3', undefined],
    ['5', 3],
    ['7', 4],
  ]);
  assert.deepEqual(medalists(final), [['5', 'bronze']]);
});

test('without a match for bronze both losers of the semi-finals have bronze', () => {
  const state = playAll(drawnCompetition(4, { ...bracketOf8, chart: 4, placesShot: 2, qualifiers: 4 }));
  assert.deepEqual(medalists(state), [
    ['1', 'gold'],
    ['3', 'silver'],
    ['2', 'bronze'],
    ['4', 'bronze'],
  ]);
});

test('double elimination: who has lost is listed by the round of the lower chart', () => {
  const { chart: _, placesShot: __, ...rest } = bracketOf8;
  const state = playAll(drawnCompetition(4, { ...rest, system: 'doubleElimination', qualifiers: 4 }), 'RM', 'F/1');
  assert.deepEqual(
    places(state).map(([, place]) => place),
    [undefined, undefined, 3, 4],
  );
  assert.equal(medalists(state).length, 1);
  assert.deepEqual(
    places(playAll(state)).map(([, place]) => place),
    [1, 2, 3, 4],
  );
});

test('ranked only: the qualification decides, once everybody has shot', () => {
  const setup = individualEvent(undefined);
  const state = after(shotCompetition([{ total: 90 }, { total: 99 }, { total: 80 }, { total: 90 }]), {
    kind: 'setEvent',
    setup: { ...setup, elimination: undefined },
  });
  assert.deepEqual(places(state), [
    ['2', 1],
    ['1', 2],
    ['4', 2],
    ['3', 4],
  ]);
  assert.deepEqual(medalists(state), [
    ['2', 'gold'],
    ['1', 'silver'],
    ['4', 'silver'],
  ]);
  const late = after(state, {
    kind: 'importEntries',
    categories: [],
    entries: [{ name: 'Late', club: 'Garuda', category: 'RM', target: undefined }],
  });
  assert.ok(rows(late).every(({ place, medal }) => place === undefined && medal === undefined));
  const away = standing(late, 5, 'DNS');
  assert.deepEqual(places(away).slice(-2), [
    ['3', 4],
    ['5', undefined],
  ]);
});

test('an elimination that is not drawn has no places yet; an unknown event none', () => {
  const state = after(shotCompetition([{ total: 90 }, { total: 99 }]), { kind: 'setEvent', setup: individualEvent() });
  assert.deepEqual(places(state), [
    ['2', undefined],
    ['1', undefined],
  ]);
  assert.equal(finalRankingOf(state, 'XX'), undefined);
});

test('disqualified: last, without place or medal, and nobody moves up', () => {
  for (const as of ['DSQ', 'DQB'] as const) {
    const state = standing(playAll(drawnCompetition(10)), 3, as);
    assert.deepEqual(places(state).slice(0, 2), [
      ['1', 1],
      ['5', 3],
    ]);
    assert.deepEqual(places(state).at(-1), ['3', undefined]);
    assert.deepEqual(medalists(state), [
      ['1', 'gold'],
      ['5', 'bronze'],
    ]);
    const ninth = standing(playAll(drawnCompetition(10)), 9, as);
    assert.deepEqual(places(ninth).slice(-2), [
      ['10', 9],
      ['9', undefined],
    ]);
  }
  const retired = standing(playAll(drawnCompetition(10)), 3, 'DNF');
  assert.deepEqual(medalists(retired)[1], ['3', 'silver'], 'who retires from the qualification later keeps the place');
});

function teams(): EventSetup {
  return {
    id: 'RM-team',
    name: 'Teams',
    contest: { kind: 'team', parts: [{ categories: ['RM'], archers: 3 }], teamsOf: 'club', teamsEach: 1 },
    elimination: { ...bracketOf8, chart: 2, qualifiers: 2, placesShot: 2, formatId: 'set-team' },
    dnfKeepsRank: false,
  };
}

test('medals by club: gold before silver before bronze, a team once, equal clubs share a place', () => {
  const clubs = ['Garuda', 'Rajawali', 'Elang', 'Rajawali', 'Garuda', 'Rajawali', 'Garuda', 'Merpati'];
  const shot = shotCompetition(clubs.map((club, index) => ({ club, total: 100 - index })));
  assert.deepEqual(medalTableOf(shot, 'club'), []);
  const individual = playAll(drawn(shot, individualEvent()));
  // 1 Garuda, 3 Elang, 5 Garuda.
  assert.deepEqual(medalTableOf(individual, 'club'), [
    { name: 'Garuda', place: 1, gold: 1, silver: 0, bronze: 1 },
    { name: 'Elang', place: 2, gold: 0, silver: 1, bronze: 0 },
  ]);
  const withTeams = winMatch(drawn(individual, teams()), '1/1', 'b', 'RM-team');
  const second = rows(withTeams, 'RM-team')[1] ?? assert.fail();
  assert.deepEqual([second.medal, second.entries.length], ['silver', 3]);
  const first = rows(withTeams, 'RM-team')[0]?.club ?? assert.fail();
  const table = medalTableOf(withTeams, 'club');
  assert.equal(
    table.reduce((sum, { gold, silver, bronze }) => sum + gold + silver + bronze, 0),
    5,
  );
  assert.equal(table.find(({ name }) => name === first)?.gold, first === 'Garuda' ? 2 : 1);
  assert.deepEqual(medalTableOf(withTeams, 'country'), [], 'nobody has a country here');
  const [gold] = rows(withTeams, 'RM-team');
  const without = rows(standing(withTeams, gold?.entries[2] ?? 0, 'DSQ'), 'RM-team');
  assert.deepEqual(
    without.map(({ club, place }) => [club, place]),
    [
      [second.club, 2],
      [first, undefined],
    ],
    'a team goes with its archer',
  );
});

test('equal medals share a place in the table, by name', () => {
  const shot = shotCompetition(['B', 'D', 'C', 'A'].map((club, index) => ({ club, total: 100 - index })));
  const state = playAll(drawn(shot, individualEvent({ ...bracketOf8, chart: 4, qualifiers: 4, placesShot: 2 })));
  assert.deepEqual(
    medalTableOf(state, 'club').map(({ name, place }) => [name, place]),
    [
      ['B', 1],
      ['C', 2],
      ['A', 3],
      ['D', 3],
    ],
  );
});
