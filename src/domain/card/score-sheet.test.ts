import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, organiser, score, smallCompetition, tabletAt1 } from '../../testing/small-competition.ts';
import type { Competition } from '../competition.ts';
import { type ScoreSheet, scoreSheetOf } from './score-sheet.ts';
import { emptyTally } from './scorecard.ts';

function sheetOf(state: Competition, entry = 1): ScoreSheet {
  const sheet = scoreSheetOf(state, entry);
  assert.ok(sheet);
  return sheet;
}

const planned = after(smallCompetition(), {
  kind: 'setSessions',
  sessions: [
    { number: 1, name: 'Pagi', day: '2026-05-01', start: '08:30', categories: [], fromEnd: 1, toEnd: 2 },
    { number: 2, name: 'Siang', day: '2026-05-01', start: '', categories: ['CW'], fromEnd: 3, toEnd: 12 },
    { number: 3, name: 'Esok', day: '2026-05-02', start: '', categories: ['RM'], fromEnd: 3, toEnd: 12 },
  ],
});

/** Eight ends: six at the first distance and two at the second, the seventh held with one box open. */
function shot(): Competition {
  let state = planned;
  for (let end = 1; end <= 6; end += 1)
    state = after(state, score(1, end, 0, '7', 'X', '8', 'M', '10', '9'), tabletAt1);
  state = after(state, score(1, 7, 0, '5', '5', '5', '5', '5'), tabletAt1);
  state = after(state, { kind: 'holdEnd', entry: 1, end: 7, cause: 'bouncer', by: 'Rina', reason: 'no hole marked' });
  return after(state, score(1, 8, 0, '9', '9', '9', '9', '9', '9'), tabletAt1);
}

test('a card that nobody has written on has all its ends, blank', () => {
  const sheet = sheetOf(planned);
  assert.equal(sheet.ends.length, 12);
  assert.deepEqual(sheet.tally, emptyTally);
  assert.deepEqual(
    [sheet.nextEnd, sheet.isComplete, sheet.standing, sheet.lock, sheet.changes],
    [1, false, 'competing', undefined, []],
  );
  assert.deepEqual(sheet.ends[11], {
    end: 12,
    distance: 2,
    metres: 70,
    faceId: '122',
    arrows: [null, null, null, null, null, null],
    sorted: [],
    points: 0,
    runningTotal: 0,
    isComplete: false,
    held: undefined,
    check: 'unchecked',
    checked: undefined,
    isConfirmed: false,
    isVerified: false,
    hits: [],
    differences: [],
    seconds: 240,
  });
});

test('nobody has no card', () => {
  assert.equal(scoreSheetOf(planned, 9), undefined);
  assert.equal(scoreSheetOf({ ...planned, categories: new Map() }, 1), undefined);
});

test('arrows as entered and as shown, running totals, what is next past the held end', () => {
  const { ends, nextEnd, tally, entry, roundId } = sheetOf(shot());
  assert.deepEqual([entry.name, roundId], ['Adi Pranata', 'wa720-70']);
  assert.deepEqual(ends[0]?.arrows, ['7', 'X', '8', 'M', '10', '9']);
  assert.deepEqual(ends[0]?.sorted, ['X', '10', '9', '8', '7', 'M']);
  assert.deepEqual(
    ends.map(({ points }) => points),
    [44, 44, 44, 44, 44, 44, 25, 54, 0, 0, 0, 0],
  );
  assert.deepEqual(
    ends.map(({ runningTotal }) => runningTotal),
    [44, 88, 132, 176, 220, 264, 289, 343, 343, 343, 343, 343],
  );
  assert.deepEqual(
    [ends[6]?.held, ends[6]?.isComplete, ends[7]?.held, ends[7]?.isComplete],
    ['bouncer', false, undefined, true],
  );
  assert.equal(nextEnd, 9);
  assert.deepEqual([tally.total, tally.arrows], [343, 47]);
});

test('subtotals by distance and by the sessions of the category add up to the card', () => {
  const { distances, sessions, tally } = sheetOf(shot());
  assert.deepEqual(
    distances.map(({ number, fromEnd, toEnd, tally: { total, x, ten } }) => [number, fromEnd, toEnd, total, x, ten]),
    [
      [1, 1, 6, 264, 6, 12],
      [2, 7, 12, 79, 0, 0],
    ],
  );
  assert.deepEqual(
    sessions.map(({ session, tally: { total, arrows } }) => [session.name, total, arrows]),
    [
      ['Pagi', 88, 12],
      ['Esok', 255, 35],
    ],
  );
  assert.equal(
    sessions.reduce((sum, each) => sum + each.tally.total, 0),
    tally.total,
  );
});

test('the second card beside the first, and the record of what was changed', () => {
  const check = { kind: 'checkEnd', entry: 1 } as const;
  let state = after(shot(), { ...check, end: 8, arrows: ['9', '9', '9', '9', '9', '9'] }, organiser);
  state = after(state, { ...check, end: 1, arrows: ['X', '10', '9', '8', '8', 'M'] }, organiser);
  state = after(state, { ...check, end: 9, arrows: ['9', '9', '9', '9', '9', '9'] }, organiser);
  state = after(state, { kind: 'setStanding', entry: 1, standing: 'DNF', by: '', reason: 'shoulder' });
  const { ends, changes, standing } = sheetOf(state);
  assert.deepEqual(
    [1, 2, 8, 9].map((end) => ends[end - 1]?.check),
    ['differs', 'unchecked', 'equal', 'waiting'],
  );
  assert.deepEqual(ends[0]?.differences, [{ box: 0, card: '7', check: '8' }]);
  assert.deepEqual([ends[7]?.differences, ends[8]?.differences], [[], []]);
  assert.equal(standing, 'DNF');
  assert.deepEqual(
    changes.map(({ kind, reason }) => [kind, reason]),
    [
      ['held', 'no hole marked'],
      ['standing', 'shoulder'],
    ],
  );
});

test('a complete card that is signed', () => {
  let state = planned;
  for (let end = 1; end <= 12; end += 1)
    state = after(state, score(1, end, 0, 'X', 'X', 'X', 'X', 'X', 'X'), tabletAt1);
  state = after(state, { kind: 'lockCard', entry: 1, by: 'Rina' });
  const sheet = sheetOf(state);
  assert.deepEqual([sheet.isComplete, sheet.nextEnd, sheet.lock?.by], [true, undefined, 'Rina']);
  assert.equal(sheet.ends.at(-1)?.runningTotal, 720);
  assert.equal(sheetOf(state, 2).isComplete, false);
});
