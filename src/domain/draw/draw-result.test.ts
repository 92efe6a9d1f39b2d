import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { End } from '../card/scorecard.ts';
import { createMatch, type Match, type ShootOff } from '../match/match.ts';
import { findMatchFormat } from '../match/match-format.ts';
import { drawResultOf } from './draw-result.ts';

const formatOf = (id: string) => findMatchFormat('wa-2026', id) ?? assert.fail(id);
const set = formatOf('set-individual');
const total = formatOf('cumulative-individual');

const high: End = ['10', '10', '10'];
const low: End = ['9', '9', 'M'];
const [won, lost, level] = [
  { a: high, b: low },
  { a: low, b: high },
  { a: high, b: high },
];

function shot(match: Match, ends: Match['ends'], shootOffs: readonly ShootOff[] = []): Match {
  return { ...match, ends, shootOffs };
}

const oneArrow = (a: End[number], b: End[number], closest?: ShootOff['closest']): ShootOff => ({
  arrows: { a: [a], b: [b] },
  closest,
});

test('by sets: set points, and the arrows of the sets that count', () => {
  const over = shot(createMatch(set, '122'), [won, won, won]);
  assert.deepEqual(drawResultOf(over), {
    winner: 'a',
    points: { a: 6, b: 0 },
    totals: { a: 90, b: 54 },
    arrows: { a: 9, b: 9 },
    shootOffTotals: { a: 0, b: 0 },
    shootOffArrows: { a: 0, b: 0 },
  });
  const more = shot(over, [won, won, won, lost]);
  assert.deepEqual(drawResultOf(more), drawResultOf(over), 'a set after the win counts nothing');
  assert.equal(drawResultOf(shot(over, [won, won])), undefined, 'still open');
});

test('by a shoot-off: its arrows apart, those shot again too, and none that a correction made needless', () => {
  const ends = [won, lost, level, won, lost];
  const twice = [oneArrow('9', '9', 'equal'), oneArrow('10', '8')];
  const result = drawResultOf(shot(createMatch(set, '122'), ends, twice));
  assert.deepEqual(result?.points, { a: 6, b: 5 });
  assert.deepEqual(result?.arrows, { a: 15, b: 15 });
  assert.deepEqual(
    [result?.shootOffTotals, result?.shootOffArrows],
    [
      { a: 19, b: 17 },
      { a: 2, b: 2 },
    ],
  );
  const decided = drawResultOf(shot(createMatch(set, '122'), ends, [oneArrow('9', '8'), oneArrow('1', '10')]));
  assert.deepEqual([decided?.winner, decided?.shootOffTotals], ['a', { a: 9, b: 8 }]);
  const needless = drawResultOf(shot(createMatch(set, '122'), [won, lost, won, won], twice));
  assert.deepEqual([needless?.winner, needless?.shootOffArrows], ['a', { a: 0, b: 0 }]);
  assert.equal(drawResultOf(shot(createMatch(set, '122'), ends, [oneArrow('9', '9')])), undefined, 'to be measured');
});

test('by totals: a shoot-off leaves them as they are', () => {
  const ends = [won, lost, level, won, lost];
  const result = drawResultOf(shot(createMatch(total, '122'), ends, [oneArrow('9', '10')]));
  assert.deepEqual([result?.winner, result?.points, result?.totals], ['b', { a: 126, b: 126 }, { a: 126, b: 126 }]);
});

test('given up half-way: what was shot so far; nobody there: nobody goes on; a bye is no result', () => {
  const half = { ...shot(createMatch(set, '122'), [won, { a: ['10', null, null], b: ['9', '9', null] }]) };
  const result = drawResultOf({ ...half, attendance: { a: 'forfeited', b: 'present' } });
  assert.deepEqual([result?.winner, result?.points], ['b', { a: 2, b: 0 }]);
  assert.deepEqual(
    [result?.totals, result?.arrows],
    [
      { a: 40, b: 36 },
      { a: 4, b: 5 },
    ],
  );
  const again = shot(createMatch(set, '122'), [won, lost, level, won, lost], [oneArrow('9', '9', 'equal')]);
  const left = drawResultOf({ ...again, attendance: { a: 'present', b: 'forfeited' } });
  assert.deepEqual([left?.winner, left?.shootOffTotals], ['a', { a: 9, b: 9 }], 'gave up before the second shoot-off');
  assert.equal(drawResultOf(createMatch(set, '122', { a: 'absent', b: 'absent' }))?.winner, 'none');
  assert.equal(drawResultOf(createMatch(set, '122', { a: 'present', b: 'nobody' })), undefined);
});
