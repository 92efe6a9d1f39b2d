import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArrowValue } from '../arrow-value.ts';
import type { Face } from '../rounds/faces.ts';
import type { Ruling } from './card-notes.ts';
import { applyRuling } from './judging.ts';
import type { End } from './scorecard.ts';

const full = { faceId: '122' };
const triple = { faceId: '40-triple' };

function ruled(end: End, ruling: Ruling, on: Parameters<typeof applyRuling>[2] = full) {
  const before = structuredClone(end);
  const after = applyRuling(end, ruling, on);
  assert.deepEqual(end, before);
  return after;
}

test('shot out of time: the highest of the end is a miss, the others stay where they are', () => {
  assert.deepEqual(ruled(['8', '9', 'X', '10'], { kind: 'outOfTime', arrows: 1 }), ['8', '9', 'M', '10']);
  assert.deepEqual(ruled(['8', '9', 'X', '10'], { kind: 'outOfTime', arrows: 2 }), ['8', '9', 'M', 'M']);
  assert.deepEqual(ruled(['9', '9', '8'], { kind: 'outOfTime', arrows: 1 }), ['M', '9', '8']);
  assert.deepEqual(ruled(['9', 'M', '8'], { kind: 'outOfTime', arrows: 3 }), ['M', 'M', 'M']);
  // Worth eleven, not ten: the face says which is the highest.
  assert.deepEqual(ruled(['10', 'X'], { kind: 'outOfTime', arrows: 1 }, { faceId: '122-x11' }), ['10', 'M']);
});

test('too many arrows: only the lowest count (12.2.2), highest first', () => {
  const shot: readonly ArrowValue[] = ['7', 'X', '9', '10'];
  assert.deepEqual(ruled(['7', 'X', '9'], { kind: 'tooManyArrows', shot }), ['10', '9', '7']);
  assert.deepEqual(ruled([null, null, null], { kind: 'tooManyArrows', shot }), ['10', '9', '7']);
  assert.deepEqual(ruled(['9', null, null], { kind: 'tooManyArrows', shot: ['M', '9', '9', '9', 'M'] }), [
    '9',
    'M',
    'M',
  ]);
});

test('several on one spot: the lowest counts, the others miss', () => {
  assert.deepEqual(ruled(['9', '8', '10'], { kind: 'sameSpot', boxes: [2, 0] }, triple), ['9', '8', 'M']);
  assert.deepEqual(ruled(['9', '9', '10'], { kind: 'sameSpot', boxes: [0, 1] }, triple), ['9', 'M', '10']);
  assert.deepEqual(ruled(['9', '8', '10'], { kind: 'sameSpot', boxes: [0, 1, 2] }, triple), ['M', '8', 'M']);
});

test('a bouncer or pass-through has the value of its hole, whether its box was blank or a miss', () => {
  assert.deepEqual(ruled(['9', null, null], { kind: 'bouncer', box: 2, value: 'X' }), ['9', null, 'X']);
  assert.deepEqual(ruled(['9', 'M'], { kind: 'passThrough', box: 1, value: '7' }), ['9', '7']);
});

const ownTriple: Face = {
  id: 'own',
  name: 'Own',
  diameterCm: 40,
  spots: 3,
  zones: [{ value: '3', points: 3, colour: 'red', diameterCm: 40 }],
};

test('an own face says for itself what it has', () => {
  const on = { faceId: 'own', face: ownTriple };
  assert.deepEqual(ruled(['3', '3', 'M'], { kind: 'sameSpot', boxes: [0, 1] }, on), ['3', 'M', 'M']);
  assert.equal(ruled(['3', null, 'M'], { kind: 'bouncer', box: 1, value: '9' }, on), undefined);
});

const unfit: readonly (readonly [string, End, Ruling, { readonly faceId: string }?])[] = [
  ['no arrow out of time', ['9', '8'], { kind: 'outOfTime', arrows: 0 }],
  ['half an arrow', ['9', '8'], { kind: 'outOfTime', arrows: 0.5 }],
  ['more than the end has', ['9', '8'], { kind: 'outOfTime', arrows: 3 }],
  ['an end not written in full', ['9', null], { kind: 'outOfTime', arrows: 1 }],
  ['as many as allowed', ['9', '8'], { kind: 'tooManyArrows', shot: ['9', '8'] }],
  ['shot, not on the face', ['9', '8'], { kind: 'tooManyArrows', shot: ['9', '8', '11'] }],
  ['written, not shot', ['9', '8'], { kind: 'tooManyArrows', shot: ['9', '7', '7'] }],
  ['written twice, shot once', ['9', '9'], { kind: 'tooManyArrows', shot: ['9', '7', '8'] }],
  ['one face only', ['9', '8'], { kind: 'sameSpot', boxes: [0, 1] }],
  ['an unknown face', ['9', '8'], { kind: 'sameSpot', boxes: [0, 1] }, { faceId: 'none' }],
  ['one arrow on the spot', ['9', '8'], { kind: 'sameSpot', boxes: [0] }, triple],
  ['the same box twice', ['9', '8'], { kind: 'sameSpot', boxes: [0, 0] }, triple],
  ['a box that is none', ['9', '8'], { kind: 'sameSpot', boxes: [0, 2] }, triple],
  ['a blank box', ['9', '8', null], { kind: 'sameSpot', boxes: [0, 2] }, triple],
  ['a hole outside the end', ['9', '8'], { kind: 'bouncer', box: 2, value: '9' }],
  ['before the first box', ['9', '8'], { kind: 'bouncer', box: -1, value: '9' }],
  ['between two boxes', ['9', '8'], { kind: 'passThrough', box: 0.5, value: '9' }],
  ['a hole that the face has not', ['9', null], { kind: 'passThrough', box: 1, value: '11' }],
];
for (const [what, end, ruling, on] of unfit) {
  test(`does not fit: ${what}`, () => assert.equal(ruled(end, ruling, on), undefined));
}
