// RULES 1.6; WA Book 3, 12.5.2.2.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArrowValue } from '../arrow-value.ts';
import type { ShootOffRound, ShootOffShot, TieDecision } from '../event/event.ts';
import { findFace, pointsOf } from '../rounds/faces.ts';
import { decidedTieOf, faultOfShootOff, orderOfShootOff, shootOffFaults } from './cut-shoot-off.ts';

const face = findFace('122');
assert.ok(face);
const points = (value: ArrowValue) => pointsOf(face, value) ?? 0;
const rules = { arrows: 1, face };

/** `a:10`, `b:9/12` with 12 mm from the centre, `c:` absent, `t:10,9,M/30,41` of a team. */
function shot(text: string): ShootOffShot {
  const [key = '', rest = ''] = text.split(':');
  const [arrows = '', distances = ''] = rest.split('/');
  const list = (part: string) => part.split(',').filter((each) => each !== '');
  return { key, arrows: list(arrows) as ArrowValue[], distancesMm: list(distances).map(Number) };
}

const round = (text: string): ShootOffRound => text.split(' ').map(shot);
const order = (...rounds: readonly string[]) => orderOfShootOff(rounds.map(round), points);

test('points first, then the distance from the centre, several at once', () => {
  assert.deepEqual(order('a:9 b:10 c:8'), [['b'], ['a'], ['c']]);
  assert.deepEqual(order('a:9/40 b:9/12 c:9/25 d:10'), [['d'], ['b'], ['c'], ['a']]);
  assert.deepEqual(order('a:X b:10'), [['a', 'b']], 'an X is worth ten');
});

test('still level is shot again, by those only', () => {
  assert.deepEqual(order('a:9 b:9 c:10'), [['c'], ['a', 'b']]);
  assert.deepEqual(order('a:9/20 b:9/20 c:10', 'a:7 b:8'), [['c'], ['b'], ['a']]);
  assert.deepEqual(order('a:9 b:9 c:8 d:8', 'c:M d:1', 'a:1 b:2'), [['b'], ['a'], ['d'], ['c']]);
});

test('a distance that was not measured of everybody decides nothing', () => {
  assert.deepEqual(order('a:9/20 b:9'), [['a', 'b']]);
});

test('whoever is absent loses, also against a miss; all missed or all absent are level', () => {
  assert.deepEqual(order('a: b:M'), [['b'], ['a']]);
  assert.deepEqual(order('a:M b:M'), [['a', 'b']]);
  assert.deepEqual(order('a: b: c:5'), [['c'], ['a', 'b']]);
});

test('teams: the total, then the nearest arrow, the second, the third', () => {
  assert.deepEqual(order('t:10,9,8 u:9,9,10'), [['u'], ['t']]);
  assert.deepEqual(order('t:10,9,9/15,40,80 u:9,9,10/15,39,90'), [['u'], ['t']]);
  assert.deepEqual(order('t:10,9,9/15,40,80 u:9,9,10/15,40,80'), [['t', 'u']]);
  assert.deepEqual(order('t:10,9,9/15 u:9,9,10/16,20,30'), [['t'], ['u']], 'only the nearest was measured of both');
});

test('nobody has shot: no order', () => {
  assert.deepEqual(order(), []);
});

const faultOf = (tied: string, ...rounds: readonly string[]) =>
  faultOfShootOff(tied.split(''), rounds.map(round), rules);

test('every fault of a round is named, with the round', () => {
  const found = [
    faultOf('ab'),
    faultOf('ab', 'a: b:'),
    faultOf('ab', 'a:9 b:8 a:7'),
    faultOf('abc', 'a:9 b:8'),
    faultOf('ab', 'a:9 b:8', 'a:9 b:8'),
    faultOf('abcd', 'a:9 b:9 c:9 d:8', 'a:9 b:8'),
    faultOf('ab', 'a:9,9 b:8'),
    faultOf('ab', 'a:9 b:12'),
    faultOf('ab', 'a:9/1,2 b:9/1'),
    faultOf('ab', 'a:M/1 b:9/1'),
    faultOf('ab', 'a:9/-1 b:9/1'),
    faultOf('ab', 'a:9/1.5 b:9/1'),
  ];
  assert.deepEqual(
    found.map((fault) => `${fault?.round} ${fault?.why}`),
    [
      '1 noShots',
      '1 noShots',
      '1 twice',
      '1 notTheTied',
      '2 notTheTied',
      '2 notTheTied',
      '1 arrowCount',
      '1 valueNotOnFace',
      '1 distances',
      '1 distances',
      '1 distances',
      '1 distances',
    ],
  );
  assert.deepEqual(new Set(found.map((fault) => fault?.why)), new Set(shootOffFaults));
});

test('what may be shot is not refused', () => {
  assert.equal(faultOf('abc', 'a:9 b:9 c:', 'a:M b:X'), undefined);
  assert.equal(faultOf('abcd', 'a:9 b:9 c:8 d:8', 'c:9/3 d:9/2 a:1 b:2'), undefined);
  const team = { arrows: 3, face };
  assert.equal(faultOfShootOff(['t', 'u'], [round('t:10,9,M/3,4 u:8,8,8/5,5,9')], team), undefined);
  assert.equal(faultOfShootOff(['t', 'u'], [round('t:10,9,M/4,3 u:8,8,8')], team)?.why, 'distances');
});

test('a decision without its rounds, or whose rounds are of others, is its order', () => {
  const decision = (text: string): TieDecision => ({
    reason: 'SO',
    order: ['a', 'b'],
    shootOff: text === '' ? [] : [round(text)],
    by: 'Hakim',
    at: 0,
    actor: { role: 'organiser' },
  });
  assert.deepEqual(decidedTieOf(decision(''), undefined).levels, [['a'], ['b']]);
  assert.deepEqual(decidedTieOf(decision('a:9 c:8'), undefined).levels, [['a'], ['b']]);
});
