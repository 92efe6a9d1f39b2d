import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arrowsOf, shortCompetition } from '../../testing/short-competition.ts';
import { after, score, smallCompetition, tabletAt1 } from '../../testing/small-competition.ts';
import type { Command } from '../commands.ts';
import type { Competition } from '../competition.ts';
import type { ScoringMode } from './card-notes.ts';
import { cardFilters, cardStateOf, cardStatesOf, countCards, isCardShown } from './card-state.ts';
import { scoreSheetOf } from './score-sheet.ts';
import type { End } from './scorecard.ts';

const nines: End = ['9', '9', '9', '9', '9', '9'];
const eights: End = ['8', '8', '8', '8', '8', '8'];

const check = (entry: number, end: number, arrows: End): Command => ({ kind: 'checkEnd', entry, end, arrows });
const sign = (entry: number, as: 'athlete' | 'scorer'): Command => ({
  ...{ kind: 'signCard', entry, as, name: as, strokes: [] },
});

function told(state: Competition, entry: number) {
  const { entry: _, ...rest } = cardStateOf(state, entry) ?? assert.fail('no card');
  return rest;
}

test('a card says what is shot, where the two differ and what waits for the first', () => {
  let state = after(smallCompetition(), { kind: 'setScoring', mode: 'two' });
  for (const end of [1, 2, 3]) state = after(state, score(1, end, 0, '9', '9', '9', '9', '9', '9'), tabletAt1);
  for (const [end, arrows] of [
    [5, nines],
    [3, eights],
    [1, nines],
    [4, nines],
  ] as const) {
    state = after(state, check(1, end, arrows));
  }
  assert.deepEqual(told(state, 1), {
    ...{ standing: 'competing', total: 162, ends: 12, shot: 3, verified: 1 },
    ...{ differing: [3], waiting: [4, 5], signed: [], isLocked: false },
  });
  assert.deepEqual(told(after(state, check(1, 3, nines)), 1).differing, []);
  assert.deepEqual(told(state, 2).shot, 0);
  assert.equal(cardStateOf(state, 99), undefined);
});

test('a card is found by what it still needs: a second card, signatures, nothing', () => {
  const shot = shortCompetition([{ arrows: '9 9 9' }, { arrows: '8' }, { arrows: '' }, { arrows: '7' }]);
  let state = after(shot, { kind: 'setScoring', mode: 'two' });
  state = after(state, check(1, 1, arrowsOf('9 9 9')));
  state = after(state, check(2, 1, arrowsOf('10')));
  const found = (filter: (typeof cardFilters)[number]) =>
    cardStatesOf(state)
      .filter((card) => isCardShown(card, filter))
      .map(({ entry }) => entry.number);
  assert.deepEqual(
    cardFilters.map((filter) => [filter, found(filter)]),
    [
      ['all', [1, 2, 3, 4]],
      ['differing', [2]],
      ['unverified', [2, 4]],
      ['unsigned', [1, 2, 4]],
      ['signed', []],
    ],
  );
  state = after(after(state, sign(1, 'athlete')), sign(1, 'scorer'));
  assert.deepEqual([found('signed'), found('unsigned')], [[1], [2, 4]]);
  assert.deepEqual(told(state, 1).signed, ['athlete', 'scorer']);
  assert.deepEqual(countCards(cardStatesOf(state)), { all: 4, differing: 1, unverified: 2, unsigned: 2, signed: 1 });
});

test('who has retired is to be signed when something was shot, and not before', () => {
  const state = shortCompetition([
    { arrows: '9', standing: 'DNF' },
    { arrows: '', standing: 'DNS' },
  ]);
  const unsigned = cardStatesOf(state).filter((card) => isCardShown(card, 'unsigned'));
  assert.deepEqual(
    unsigned.map(({ entry }) => entry.number),
    [1],
  );
});

test('the list says of every card what the card says of itself', () => {
  const arrows = fc.constantFrom('9 9 9', '9 9 8', '');
  fc.assert(
    fc.property(
      fc.array(fc.record({ arrows, checked: fc.option(arrows, { nil: undefined }) }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom<ScoringMode>('one', 'confirmed', 'two'),
      (archers, mode) => {
        let state = after(shortCompetition(archers), { kind: 'setScoring', mode });
        for (const [index, { checked }] of archers.entries()) {
          if (checked) state = after(state, check(index + 1, 1, arrowsOf(checked)));
        }
        for (const card of cardStatesOf(state)) {
          const sheet = scoreSheetOf(state, card.entry.number) ?? assert.fail('no sheet');
          const ends = sheet.ends.filter(({ isVerified }) => isVerified);
          assert.equal(card.verified, ends.length);
          assert.equal(card.differing.length, sheet.ends.filter((end) => end.check === 'differs').length);
          assert.equal(card.waiting.length, sheet.ends.filter((end) => end.check === 'waiting').length);
        }
      },
    ),
    { numRuns: 60 },
  );
});
