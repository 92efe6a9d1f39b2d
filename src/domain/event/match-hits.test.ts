// Plotted arrows of a match: kept by side, end and box, and let go with the arrow that they belong to.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnCompetition, scoreMatch } from '../../testing/drawn-event.ts';
import { after, ask } from '../../testing/small-competition.ts';
import type { ArrowValue } from '../arrow-value.ts';
import type { Hit } from '../card/card-notes.ts';
import type { Command } from '../commands.ts';
import type { Competition } from '../competition.ts';
import type { Side } from '../match/match.ts';
import { matchSheetOf } from './match-sheet.ts';

const start = drawnCompetition();
const near = { x: 10, y: -20 };
const far = { x: -2_000, y: 2_000 };

function plot(side: Side, first: number, arrows: readonly ArrowValue[], hits: readonly Hit[]): Command {
  return { ...scoreMatch('3/1', side, '1', arrows), first, hits };
}

function hitsIn(state: Competition, match = '3/1') {
  return state.events.get('RM')?.cards.get(match)?.hits;
}

const placeOf = (side: Side) => ({ side, part: 'end', number: 1 }) as const;

test('where arrows of a match struck is kept by side and box, and is on its sheet', () => {
  const one = after(start, plot('a', 1, ['9'], [near]));
  const two = after(one, plot('a', 0, ['M'], [far]));
  const three = after(two, plot('b', 0, ['10', '9', '8'], [null, near, null]));
  const all = [
    { ...placeOf('a'), hits: [far, near, null] },
    { ...placeOf('b'), hits: [null, near, null] },
  ];
  assert.deepEqual(hitsIn(three), all);
  assert.deepEqual(matchSheetOf(three, 'RM', '3/1')?.hits, all);
  assert.deepEqual(matchSheetOf(three, 'RM', '3/2')?.hits, []);
});

test('nothing is kept where nothing was plotted, and the score is the same', () => {
  const { facts } = ask(start, plot('a', 0, ['9', '8'], [null, null]));
  assert.deepEqual(
    facts.map((fact) => 'hits' in fact),
    [false],
  );
  const plotted = after(start, plot('a', 0, ['9', '8'], [near, far]));
  const typed = after(start, scoreMatch('3/1', 'a', '1', ['9', '8']));
  assert.deepEqual(hitsIn(typed), []);
  assert.deepEqual(matchSheetOf(plotted, 'RM', '3/1')?.match, matchSheetOf(typed, 'RM', '3/1')?.match);
});

test('a correction and a ruling let go of what was plotted in the boxes that they change', () => {
  const was = ['10', '9', '8'] as const;
  const state = after(start, plot('a', 0, was, [near, far, near]));
  const about = { event: 'RM', match: '3/1', ...placeOf('a'), was, by: 'Sri', reason: 'misread' } as const;
  const corrected = after(state, { kind: 'correctMatch', ...about, arrows: ['10', 'M', '8'] });
  assert.deepEqual(hitsIn(corrected), [{ ...placeOf('a'), hits: [near, null, near] }]);
  const ruled = after(state, { kind: 'ruleOnMatch', ...about, ruling: { kind: 'outOfTime', arrows: 3 } });
  assert.deepEqual(hitsIn(ruled), [], 'all three are misses now');
});

test('hits that are not one for each arrow, or off the drawing, are refused and nothing is written', () => {
  const wrong: readonly (readonly Hit[])[] = [
    [near],
    [near, near, near],
    [{ x: 2_001, y: 0 }, null],
    [{ x: 0.5, y: 0 }, null],
  ];
  for (const hits of wrong) {
    const { rejection, facts } = ask(start, plot('a', 0, ['9', '8'], hits));
    assert.deepEqual([rejection, facts], [{ code: 'hitsWrong', end: 1 }, []]);
  }
});
