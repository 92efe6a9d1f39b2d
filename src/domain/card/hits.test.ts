import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortCompetition } from '../../testing/card-attempts.ts';
import { after, ask, tabletAt1 } from '../../testing/small-competition.ts';
import type { ArrowValue } from '../arrow-value.ts';
import type { ScoreArrows } from '../commands.ts';
import { type Competition, notesOf } from '../competition.ts';
import type { Hit } from './card-notes.ts';

const start = shortCompetition();

function plot(first: number, arrows: readonly ArrowValue[], hits: readonly Hit[]): ScoreArrows {
  return { kind: 'scoreArrows', entry: 1, end: 1, first, arrows, hits };
}

function hitsOf(state: Competition) {
  return notesOf(state, 1).hits.get(1);
}

const near = { x: 10, y: -20 };
const far = { x: -2_000, y: 2_000 };

test('where arrows struck is kept by box, also of those that come later', () => {
  const one = after(start, plot(1, ['10'], [near]), tabletAt1);
  assert.deepEqual(hitsOf(one), [null, near, null]);
  const two = after(one, plot(0, ['M'], [far]), tabletAt1);
  assert.deepEqual(hitsOf(two), [far, near, null]);
  const three = after(two, { kind: 'scoreArrows', entry: 1, end: 1, first: 2, arrows: ['9'] }, tabletAt1);
  assert.deepEqual(hitsOf(three), [far, near, null]);
  assert.equal(notesOf(three, 2).hits.size, 0);
});

test('the value is the person’s to say, wherever the arrow was plotted', () => {
  const state = after(start, plot(0, ['M', '10'], [near, far]), tabletAt1);
  assert.deepEqual(hitsOf(state), [near, far, null]);
});

test('zero has no sign: a file keeps none', () => {
  const [fact] = ask(start, plot(0, ['10'], [{ x: -0, y: -0 }])).facts;
  assert.ok(fact?.kind === 'arrowsScored');
  assert.deepEqual(fact.hits, [{ x: 0, y: 0 }]);
});

test('nothing is kept where nothing was plotted', () => {
  const [fact] = ask(start, plot(0, ['9', '8'], [null, null])).facts;
  assert.deepEqual(fact, { kind: 'arrowsScored', entry: 1, end: 1, first: 0, arrows: ['9', '8'] });
  assert.equal(hitsOf(after(start, plot(0, ['9'], []), tabletAt1)), undefined);
});

test('a correction and a ruling let go of what was plotted in the boxes that they change, and of no other', () => {
  const was = ['10', '9', '8'] as const;
  const state = after(start, plot(0, was, [near, far, near]), tabletAt1);
  const corrected = after(
    state,
    { kind: 'correctEnd', entry: 1, end: 1, was, arrows: ['10', 'M', '8'], reason: 'misread' },
    tabletAt1,
  );
  assert.deepEqual(hitsOf(corrected), [near, null, near]);
  const ruling = { kind: 'outOfTime', arrows: 3 } as const;
  const ruled = after(state, { kind: 'ruleOnEnd', entry: 1, end: 1, was, ruling, by: 'Sri', reason: 'late' });
  assert.equal(hitsOf(ruled), undefined);
  assert.equal(notesOf(ruled, 1).hits.size, 0);
});

test('a hit is one for each arrow, in whole thousandths, not beyond two radii', () => {
  const wrong: readonly (readonly Hit[])[] = [
    [near],
    [near, near, near],
    [{ x: 2_001, y: 0 }, null],
    [null, { x: 0, y: -2_001 }],
    [{ x: 0.5, y: 0 }, null],
    [{ x: Number.NaN, y: 0 }, null],
  ];
  for (const hits of wrong) {
    const { facts, rejection, state } = ask(start, plot(0, ['9', '8'], hits), tabletAt1);
    assert.deepEqual([facts, rejection, state], [[], { code: 'hitsWrong', end: 1 }, start], JSON.stringify(hits));
  }
});
