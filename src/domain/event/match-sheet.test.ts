import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bracketOf8,
  drawn,
  drawnCompetition,
  individualEvent,
  scoreMatch,
  shootPair,
  shotCompetition,
  winMatch,
} from '../../testing/drawn-event.ts';
import { after } from '../../testing/small-competition.ts';
import type { Competition } from '../competition.ts';
import { scoreOf } from '../match/match.ts';
import { matchSheetOf } from './match-sheet.ts';

const start = drawnCompetition();

function sheetOf(state: Competition, match: string, event = 'RM') {
  return matchSheetOf(state, event, match) ?? assert.fail(`${event} ${match}`);
}

test('a match before its first arrow: who stands in it, and what a screen needs to score it', () => {
  const { match, ...rest } = sheetOf(start, '3/1');
  const side = (seed: number) => {
    const name = `Archer ${seed}`;
    const form = { arrows: 12, points: 101 - seed };
    return { name, club: 'Garuda', seed, archers: [name], kind: 'competitor', form };
  };
  assert.deepEqual(rest, {
    competitionName: 'Piala Uji',
    event: 'RM',
    eventName: 'Recurve men',
    matchId: '3/1',
    level: 3,
    topPlace: 1,
    sides: { a: side(1), b: side(8) },
    begins: undefined,
    hits: [],
    whenLevel: 'firstEnd',
    slot: undefined,
  });
  assert.equal(match?.format.id, 'set-individual');
  assert.deepEqual([match?.faceId, match?.ends, match?.shootOffs], ['122', [], []]);
});

test('arrows, who begins and the place are on it, so that its score follows', () => {
  const slots = [{ match: '3/1', at: '2026-05-02T13:30', butts: { a: 1, b: 2 } }];
  let state = after(start, { kind: 'scheduleMatches', event: 'RM', slots });
  state = after(state, { kind: 'chooseBeginner', event: 'RM', match: '3/1', begins: 'b' });
  state = shootPair(state, '3/1', '1', 30, 27);
  state = after(state, scoreMatch('3/1', 'a', '2', ['9']));
  const { match, begins, slot } = sheetOf(state, '3/1');
  assert.ok(match);
  assert.deepEqual([begins, slot], ['b', slots[0]]);
  assert.deepEqual(scoreOf(match).points, { a: 2, b: 0 });
  assert.deepEqual(match.ends[1]?.a, ['9', null, null]);
  assert.deepEqual(sheetOf(state, '3/2'), sheetOf(start, '3/2'), 'no other match is touched');
});

test('a side that is not known yet, and one that nobody takes', () => {
  const pending = { name: '', club: '', seed: 0, archers: [], kind: 'pending', form: { arrows: 0, points: 0 } };
  const later = sheetOf(winMatch(start, '3/1', 'a'), '2/1');
  assert.deepEqual([later.sides.a.name, later.sides.b, later.match], ['Archer 1', pending, undefined]);
  const bye = sheetOf(drawnCompetition(6), '3/1');
  assert.deepEqual([bye.sides.a.seed, bye.sides.b], [1, { ...pending, kind: 'nobody' }]);
});

test('a team has its archers by number, and a club where all are of one', () => {
  const archers = [100, 90, 80, 70].map((total, index) => ({ total, club: index < 2 ? 'Elang' : 'Garuda' }));
  const state = drawn(shotCompetition(archers), {
    ...individualEvent({ ...bracketOf8, chart: 2, placesShot: 2, qualifiers: 2, formatId: 'set-mixed' }),
    id: 'T',
    contest: { kind: 'mixed', parts: [{ categories: ['RM'], archers: 2 }], teamsOf: 'club', teamsEach: 1 },
  });
  const { sides } = sheetOf(state, '1/1', 'T');
  assert.deepEqual([sides.a.archers, sides.a.club], [['Archer 1', 'Archer 2'], 'Elang']);
  assert.deepEqual([sides.b.archers, sides.b.club, sides.b.seed], [['Archer 3', 'Archer 4'], 'Garuda', 2]);
});

test('there is no sheet of a match that there is not', () => {
  assert.equal(matchSheetOf(start, 'RM', '9/9'), undefined);
  assert.equal(matchSheetOf(start, 'XX', '3/1'), undefined);
  assert.equal(matchSheetOf(after(start, { kind: 'undrawEvent', event: 'RM', reason: 'x' }), 'RM', '3/1'), undefined);
});

test('the form of a side is its qualification and its matches that are over, on faces worth the same', () => {
  const shot = winMatch(start, '3/1', 'a');
  const one = sheetOf(start, '3/1').sides.a.form;
  assert.deepEqual(one, { arrows: 12, points: 100 });
  assert.deepEqual(sheetOf(shot, '3/1').sides.a.form, one, 'not what is on the match itself');
  assert.deepEqual(sheetOf(shot, '2/1').sides.a.form, { arrows: 0, points: 0 }, 'the other side is not known yet');
  const both = winMatch(shot, '3/2', 'a');
  const { match } = sheetOf(both, '3/1');
  assert.ok(match);
  const arrows = match.ends.length * 3;
  assert.deepEqual(sheetOf(both, '2/1').sides.a.form, { arrows: 12 + arrows, points: 100 + scoreOf(match).totals.a });
  const field = drawnCompetition(8, { ...bracketOf8, faceId: 'field-60' });
  assert.deepEqual(sheetOf(field, '3/1').sides.a.form, { arrows: 0, points: 0 }, 'tens say nothing about sixes');
});
