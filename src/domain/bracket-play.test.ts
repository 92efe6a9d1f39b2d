import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BracketMatchId, createBracket } from './bracket.ts';
import { type BracketResult, playBracket, whyNoReseeding, whyNoResult } from './bracket-play.ts';
import { compareLosers, type LostMatch, placesOf } from './match-placing.ts';

const eight = createBracket({ chart: 8, qualifiers: 8 });
const results = (all: Partial<Record<BracketMatchId, BracketResult>>) =>
  new Map(Object.entries(all) as [BracketMatchId, BracketResult][]);
const none: ReadonlySet<BracketMatchId> = new Set();

test('winners go on, losers of semi-finals to bronze', () => {
  const states = playBracket(
    eight,
    results({ '3/1': 'b', '3/2': 'a', '3/3': 'a', '3/4': 'b', '2/1': 'a', '2/2': 'b' }),
  );
  assert.deepEqual([states.get('2/1')?.a, states.get('2/1')?.b], [8, 5]);
  assert.deepEqual([states.get('1/1')?.a, states.get('1/1')?.b], [8, 2]);
  assert.deepEqual([states.get('1/2')?.a, states.get('1/2')?.b], [5, 3]);
  assert.equal(states.get('1/1')?.winner, 'pending');
});

test('where neither came, the next opponent has a bye', () => {
  const states = playBracket(eight, results({ '3/1': 'none', '3/2': 'a' }));
  assert.equal(states.get('2/1')?.kind, 'bye');
  assert.equal(states.get('2/1')?.winner, 5);
  assert.equal(states.get('1/2')?.a, 'nobody');
});

test('three in a chart of four: the first has a bye, the loser of the other semi-final is third', () => {
  const bracket = createBracket({ chart: 4, qualifiers: 3 });
  const played = results({ '2/2': 'b', '1/1': 'a' });
  assert.deepEqual(
    placesOf(bracket, played, () => undefined),
    [
      { place: 1, seed: 1 },
      { place: 2, seed: 2 },
      { place: 3, seed: 3 },
    ],
  );
});

test('results that are refused', () => {
  const bracket = createBracket({ chart: 8, qualifiers: 7 });
  const played = results({ '3/2': 'a', '3/3': 'a' });
  const why = (id: BracketMatchId, started: ReadonlySet<BracketMatchId> = none, result: BracketResult = 'b') =>
    whyNoResult(bracket, played, started, id, result);
  assert.equal(why('4/1')?.code, 'unknownBracketMatch');
  assert.equal(why('3/1')?.code, 'byeNeedsNoResult');
  assert.equal(why('2/2')?.code, 'sidesNotKnown');
  assert.equal(why('3/4'), undefined);
  assert.equal(why('3/2'), undefined);
  const started = new Set<BracketMatchId>(['2/1']);
  assert.deepEqual(why('3/2', started), { code: 'laterMatchStarted', match: '3/2', later: '2/1' });
  assert.equal(why('3/2', started, 'a'), undefined, 'the same result once more changes nothing');
});

test('a result stays when the archer has gone on through a bye and begun', () => {
  const bracket = createBracket({ chart: 8, qualifiers: 8 });
  const played = results({ '3/1': 'none', '3/2': 'a', '3/3': 'a', '3/4': 'a' });
  const started = new Set<BracketMatchId>(['2/2', '1/1']);
  assert.deepEqual(whyNoResult(bracket, played, started, '3/2', 'b'), {
    code: 'laterMatchStarted',
    match: '3/2',
    later: '1/1',
  });
});

test('a result stays when the next match was forfeited without an arrow and the one after it has begun', () => {
  const played = results({ '3/1': 'a', '3/2': 'a', '3/3': 'a', '3/4': 'a', '2/1': 'a', '2/2': 'a' });
  const why = whyNoResult(eight, played, new Set<BracketMatchId>(['3/2', '1/2']), '3/2', 'b');
  assert.deepEqual(why, { code: 'laterMatchStarted', match: '3/2', later: '1/2' });
});

test('an empty match of the chart takes no result', () => {
  const bracket = createBracket({ chart: 8, qualifiers: 3 });
  assert.equal(whyNoResult(bracket, new Map(), none, '3/2', 'a')?.code, 'byeNeedsNoResult');
});

test('a corrected qualification: the bracket goes on before a match of those seeds has begun, and refuses after', () => {
  const before = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
  const after = ['A', 'B', 'D', 'C', 'E', 'F', 'G', 'H'];
  assert.deepEqual(whyNoReseeding(eight, new Map(), new Set(['3/1']), before, after), []);
  assert.deepEqual(whyNoReseeding(eight, new Map(), new Set(['3/2']), before, after), [
    { code: 'seedHasStarted', seed: 4, match: '3/2' },
  ]);
  assert.deepEqual(whyNoReseeding(eight, new Map(), new Set(['3/2', '3/3']), before, before), []);
  const withBye = createBracket({ chart: 8, qualifiers: 7 });
  const [first, changed] = [before.slice(0, 7), ['B', 'A', 'C', 'D', 'E', 'F', 'G']];
  assert.deepEqual(whyNoReseeding(withBye, new Map(), new Set(['3/4']), first, changed), [
    { code: 'seedHasStarted', seed: 2, match: '3/4' },
  ]);
});

const lost = (points: number, total: number, arrows = 15, shootOffTotal = 0): LostMatch => ({
  points,
  total,
  arrows,
  shootOffTotal,
  shootOffArrows: shootOffTotal > 0 ? 1 : 0,
});

test('quarter-final losers by set points, then total; earlier phases share (default)', () => {
  const all = results({ '3/1': 'a', '3/2': 'b', '3/3': 'a', '3/4': 'b' });
  const shot = new Map([
    [8, lost(4, 130)],
    [5, lost(4, 131)],
    [6, lost(5, 120)],
    [7, lost(4, 130)],
  ]);
  const places = placesOf(eight, all, (seed) => shot.get(seed));
  assert.deepEqual(places, [
    { place: 5, seed: 6 },
    { place: 6, seed: 5 },
    { place: 7, seed: 7 },
    { place: 7, seed: 8 },
  ]);
  assert.equal(compareLosers(lost(6, 140), lost(0, 100), 4, 'byPhase'), 0);
  assert.deepEqual(
    placesOf(eight, results({ '3/1': 'a' }), () => undefined),
    [],
    'nobody is placed half-way',
  );
});

test('by average, of fewer arrows too, then of the shoot-off (option)', () => {
  assert.ok(compareLosers(lost(0, 85, 9), lost(4, 140, 15), 4, 'byAverage') < 0);
  assert.ok(compareLosers(lost(0, 0, 0), lost(0, 60, 9), 4, 'byAverage') > 0);
  assert.ok(compareLosers(lost(5, 140, 15, 9), lost(5, 140, 15, 8), 2, 'byAverage') < 0);
  assert.equal(compareLosers(lost(5, 140), lost(3, 140), 3, 'byAverage'), 0);
});

test('without a match for bronze the losers of the semi-finals share the third place', () => {
  const bracket = createBracket({ chart: 4, qualifiers: 4, placesShot: 2 });
  const places = placesOf(bracket, results({ '2/1': 'a', '2/2': 'a', '1/1': 'b' }), () => undefined);
  assert.deepEqual(
    places.map(({ place, seed }) => [place, seed]),
    [
      [1, 3],
      [2, 1],
      [3, 2],
      [3, 4],
    ],
  );
});

test('sides that both stayed away share the last place of their part', () => {
  const all = results({ '3/1': 'none', '3/2': 'a', '3/3': 'a', '3/4': 'a', '2/2': 'a', '1/1': 'a' });
  const places = placesOf(eight, all, () => undefined);
  assert.deepEqual(
    places.map(({ place, seed }) => [place, seed]),
    [
      [1, 5],
      [2, 3],
      [3, 7],
      [5, 2],
      [5, 4],
      [5, 6],
      [8, 1],
      [8, 8],
    ],
  );
});
