import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bracketOf,
  doubleElimination,
  playOut,
  poolsOf,
  results,
  roundRobin,
  won,
  worse,
} from '../../testing/played-draw.ts';
import type { Side } from '../match/match.ts';
import type { DrawMatch } from './draw.ts';
import { type DrawResults, playDraw, poolTables, startedAfter } from './draw-play.ts';
import { makeDraw } from './make-draw.ts';

const eight = makeDraw(bracketOf(8), 8);

test('winners go on, losers of semi-finals to bronze', () => {
  const played = results({ '3/1': 'b', '3/2': 'a', '3/3': 'a', '3/4': 'b', '2/1': 'a', '2/2': 'b' });
  const states = playDraw(eight, 8, played);
  assert.deepEqual([states.get('2/1')?.a, states.get('2/1')?.b], [8, 5]);
  assert.deepEqual([states.get('1/1')?.a, states.get('1/1')?.b], [8, 2]);
  assert.deepEqual([states.get('1/2')?.a, states.get('1/2')?.b], [5, 3]);
  assert.equal(states.get('1/1')?.winner, 'pending');
});

test('where neither came, the next opponent has a bye', () => {
  const states = playDraw(eight, 8, results({ '3/1': 'none', '3/2': 'a' }));
  assert.equal(states.get('2/1')?.kind, 'bye');
  assert.equal(states.get('2/1')?.winner, 5);
  assert.equal(states.get('1/2')?.a, 'nobody');
});

test('a result of a match whose sides are not known (any more) moves nobody', () => {
  const states = playDraw(eight, 8, results({ '3/1': 'a', '2/1': 'a', '1/1': 'b' }));
  assert.deepEqual([states.get('2/1')?.winner, states.get('1/1')?.a], ['pending', 'pending']);
});

test('three in a chart of eight: a match without anybody, and two byes one after the other', () => {
  const states = playDraw(makeDraw(bracketOf(8), 3), 3, new Map());
  assert.deepEqual([states.get('3/2')?.kind, states.get('2/1')?.kind, states.get('1/1')?.a], ['empty', 'bye', 1]);
  assert.equal(states.get('1/2')?.a, 'nobody');
});

test('fewer competitors than drawn: the seeds beyond are nobody', () => {
  const states = playDraw(eight, 7, new Map());
  assert.deepEqual([states.get('3/1')?.kind, states.get('3/1')?.b, states.get('2/1')?.a], ['bye', 'nobody', 1]);
});

/** The match that has begun and stands against another winner of this one. */
const against = (played: DrawResults, started: readonly string[], id: string, winner: Side) =>
  startedAfter(eight, 8, played, new Set(started), id, won(winner));

test('another winner comes too late for whom the next match has begun, and only for that', () => {
  const played = results({ '3/1': 'a', '3/2': 'a', '3/3': 'a' });
  assert.equal(against(played, [], '3/2', 'b'), undefined);
  assert.equal(against(played, ['3/2', '2/1'], '3/2', 'b'), '2/1');
  assert.equal(against(played, ['3/2', '2/1'], '3/2', 'a'), undefined, 'the same result once more changes nothing');
  assert.equal(startedAfter(eight, 8, played, new Set(['2/1']), '3/2', undefined), '2/1', 'nor can it be open again');
  assert.equal(against(played, ['2/1'], '3/3', 'b'), undefined, 'another half of the chart');
});

test('a result stays when the archer has gone on through a bye and begun', () => {
  const played = results({ '3/1': 'none', '3/2': 'a', '3/3': 'a', '3/4': 'a' });
  assert.equal(against(played, ['2/2', '1/1'], '3/2', 'b'), '1/1');
});

test('a result stays when the next match was decided without an arrow and the one after it has begun', () => {
  const played = results({ '3/1': 'a', '3/2': 'a', '3/3': 'a', '3/4': 'a', '2/1': 'a', '2/2': 'a' });
  assert.equal(against(played, ['3/2', '1/2'], '3/2', 'b'), '1/2');
  assert.equal(against(played, ['3/2', '1/1'], '3/2', 'b'), undefined, 'not its match');
});

test('double elimination: two losses are out, and the second final is shot only if the winner of the upper chart has lost the first', () => {
  const four = makeDraw(doubleElimination, 4);
  const before = { 'U1/1': 'a', 'U1/2': 'b', 'U2/1': 'a', 'L1/1': 'a', 'L2/1': 'b' } as const;
  const states = playDraw(four, 4, results({ ...before, 'F/1': 'a' }));
  assert.deepEqual([states.get('L1/1')?.a, states.get('L1/1')?.b], [4, 3]);
  assert.deepEqual([states.get('L2/1')?.a, states.get('L2/1')?.b], [2, 4]);
  assert.deepEqual([states.get('F/1')?.a, states.get('F/1')?.b], [1, 4]);
  assert.deepEqual([states.get('F/2')?.kind, states.get('F/2')?.a], ['notNeeded', 'nobody']);
  const open = playDraw(four, 4, results(before)).get('F/2');
  assert.deepEqual([open?.kind, open?.a, open?.b], ['match', 'pending', 'pending']);
  const again = playDraw(four, 4, results({ ...before, 'F/1': 'b' })).get('F/2');
  assert.deepEqual([again?.kind, again?.a, again?.b], ['match', 1, 4], 'both have lost once; sides stay');
  const neither = playDraw(four, 4, results({ ...before, 'F/1': 'none' })).get('F/2');
  assert.equal(neither?.kind, 'notNeeded');
  assert.equal(
    startedAfter(four, 4, results({ ...before, 'F/1': 'b' }), new Set(['F/1', 'F/2']), 'F/1', won('a')),
    'F/2',
  );
});

test('a final against nobody needs no second one', () => {
  const four = makeDraw(doubleElimination, 4);
  const states = playDraw(four, 4, results({ 'U1/1': 'a', 'U1/2': 'a', 'L1/1': 'a', 'U2/1': 'none' }));
  assert.deepEqual([states.get('F/1')?.kind, states.get('F/1')?.winner], ['bye', 4]);
  assert.equal(states.get('F/2')?.kind, 'notNeeded');
});

const pools = makeDraw(poolsOf(2, 2), 6);
const inPools = (matches: readonly DrawMatch[]) => matches.filter(({ section }) => section === 'pool');

/** The better seed wins every pool match but those named. */
function poolResults(matches: readonly DrawMatch[], but: Readonly<Record<string, Side>> = {}): DrawResults {
  return results(Object.fromEntries(inPools(matches).map(({ id }) => [id, but[id] ?? 'a'])));
}

test('a pool feeds the bracket when its last match is shot, not before', () => {
  const all = poolResults(pools);
  const states = playDraw(pools, 6, all);
  assert.deepEqual([states.get('2/1')?.a, states.get('2/1')?.b], [1, 3]);
  assert.deepEqual([states.get('2/2')?.a, states.get('2/2')?.b], [4, 2]);
  const last = [...all.keys()].filter((id) => id.startsWith('A')).at(-1) ?? assert.fail();
  const early = playDraw(pools, 6, new Map([...all].filter(([id]) => id !== last)));
  assert.deepEqual([early.get('2/1')?.a, early.get('2/1')?.b], ['pending', 3], 'pool B is decided');
});

test('a pool whose bracket has begun keeps its table, and only that', () => {
  const all = poolResults(pools);
  const a = inPools(pools).filter(({ pool }) => pool === 'A');
  const [first, last] = [a.find((m) => seedsIn(m) === '4,5'), a.find((m) => seedsIn(m) === '1,4')];
  assert.ok(first && last);
  const started = new Set(['2/1']);
  assert.equal(startedAfter(pools, 6, all, started, last.id, won('b')), '2/1');
  assert.equal(startedAfter(pools, 6, all, started, first.id, undefined), '2/1', 'an open pool feeds nobody');
  const other = startedAfter(pools, 6, all, started, last.id, won('a', { totals: { a: 90, b: 100 } }));
  assert.equal(other, undefined, 'the same places');
});

function seedsIn({ a, b }: DrawMatch): string {
  return [a, b].map((source) => (source.from === 'seed' ? source.seed : '')).join();
}

test('a pool with a place that nobody is in: the opponent has a bye', () => {
  // Of six only five came to be in it: pool A has two.
  const states = playDraw(makeDraw(poolsOf(2, 3), 6), 5, poolResults(makeDraw(poolsOf(2, 3), 6)));
  const byes = [...states.values()].filter(({ match, kind }) => match.level === 3 && kind === 'bye');
  assert.equal(byes.length, 2 + 1);
  assert.ok([...states.values()].filter(({ match }) => match.pool).some(({ kind }) => kind === 'bye'));
});

test('the table of a round robin as it stands', () => {
  const four = makeDraw(roundRobin, 4);
  assert.deepEqual(
    poolTables(four, 4, new Map())
      .get('A')
      ?.map(({ seed, place, matches }) => [seed, place, matches]),
    [
      [1, 1, 0],
      [2, 2, 0],
      [3, 3, 0],
      [4, 4, 0],
    ],
  );
  const table = poolTables(four, 4, playOut(four, 4, worse)).get('A');
  assert.deepEqual(
    table?.map(({ seed, won: wins }) => [seed, wins]),
    [
      [4, 3],
      [3, 2],
      [2, 1],
      [1, 0],
    ],
  );
  assert.equal(poolTables(eight, 8, new Map()).size, 0, 'a bracket has none');
});
