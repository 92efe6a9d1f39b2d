import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, ask, organiser, score, smallCompetition, tabletAt1 } from '../../testing/small-competition.ts';
import type { Actor } from '../actor.ts';
import type { Command } from '../commands.ts';
import { type Competition, scorecardOf } from '../competition.ts';
import type { Rejection } from '../rejections.ts';
import { type End, emptyTally } from './scorecard.ts';

const state = smallCompetition();
const nines = ['9', '9', '9', '9', '9', '9'] as const;

function correct(entry: number, end: number, was: End, arrows: End, reason = ' misread '): Command {
  return { kind: 'correctEnd', entry, end, was, arrows, reason };
}

function assertRejected(from: Competition, command: Command, rejection: Rejection, actor: Actor = tabletAt1) {
  const answer = ask(from, command, actor);
  assert.deepEqual(answer.rejection, rejection);
  assert.deepEqual(answer.facts, []);
  assert.equal(answer.state, from);
}

function ends(from: Competition, entry: number): readonly End[] {
  return scorecardOf(from, entry).ends;
}

test('arrows are written one by one or an end at a time, in the order of entry', () => {
  let next = after(state, score(1, 1, 0, '8', 'X'), tabletAt1);
  assert.deepEqual(ends(next, 1), [['8', 'X', null, null, null, null]]);
  next = after(next, score(1, 1, 2, '10', 'M', '1', '9'), tabletAt1);
  assert.deepEqual(ends(next, 1), [['8', 'X', '10', 'M', '1', '9']]);
  assert.deepEqual(scorecardOf(next, 1).tally, { ...emptyTally, total: 38, arrows: 6, x: 1, ten: 2, nine: 1 });
  assert.deepEqual(ends(next, 2), []);
  assert.deepEqual(ends(state, 1), []);
});

test('a box may be left open and filled later, as after an equipment failure', () => {
  let next = after(state, score(1, 1, 3, '7', '7', '7'), tabletAt1);
  assert.deepEqual(ends(next, 1), [[null, null, null, '7', '7', '7']]);
  assertRejected(next, score(1, 2, 0, '9'), { code: 'endOutOfOrder', end: 2, expected: 1 });
  next = after(next, score(1, 1, 0, '10', '10', 'M'), tabletAt1);
  assert.equal(ask(next, score(1, 2, 0, '9'), tabletAt1).rejection, undefined);
});

test('a tablet writes at its own butt only, while it is paired', () => {
  assertRejected(state, score(3, 1, 0, '9'), { code: 'notYourTarget', butt: 1, target: '2A' });
  assertRejected(state, score(5, 1, 0, '9'), { code: 'notYourTarget', butt: 1, target: '' });
  assertRejected(state, score(1, 1, 0, '9'), { code: 'unknownDevice', device: 'x' }, { role: 'scorer', device: 'x' });
  const revoked = after(state, { kind: 'revokeDevice', device: 'tablet-1' });
  assertRejected(revoked, score(1, 1, 0, '9'), { code: 'deviceRevoked' });
  assert.equal(ask(state, score(3, 1, 0, '9'), organiser).rejection, undefined);
  assert.equal(ask(revoked, score(5, 1, 0, '9'), organiser).rejection, undefined);
});

test('an entry that nobody is, and ends that the round has not', () => {
  for (const entry of [0, 6, -1, 0.5, 4294967295]) {
    assertRejected(state, score(entry, 1, 0, '9'), { code: 'unknownEntry', entry });
  }
  for (const end of [0, 13, -1, 1.5, 4294967295]) {
    assertRejected(state, score(1, end, 0, '9'), { code: 'noSuchEnd', end, ends: 12 });
  }
});

test('no arrow beyond the end of an end, and none before its beginning', () => {
  const tooMany = { code: 'tooManyArrows', arrowsPerEnd: 6 } as const;
  assertRejected(state, score(1, 1, 0, ...nines, '9'), tooMany);
  for (const first of [6, 5, -1, 0.5, 4294967295]) assertRejected(state, score(1, 1, first, '9', '9'), tooMany);
  assertRejected(state, score(1, 1, 0), { code: 'noArrows' });
});

test('a value that the face has not', () => {
  const compound = after(state, { kind: 'pairDevice', device: 'tablet-1', butt: 2, tokenHash: '', label: '' });
  const face = '80 cm, six rings';
  assertRejected(compound, score(3, 1, 0, '9', '4'), { code: 'valueNotOnFace', value: '4', face });
  assertRejected(state, score(1, 1, 0, '11'), { code: 'valueNotOnFace', value: '11', face: '122 cm' });
  assert.equal(ask(compound, score(3, 1, 0, '5', 'M'), tabletAt1).rejection, undefined);
});

test('an arrow that is written is not written over, not even by the same', () => {
  const next = after(state, score(1, 1, 1, '9'), tabletAt1);
  const written = { code: 'arrowAlreadyScored', end: 1, arrow: 2, value: '9' } as const;
  assertRejected(next, score(1, 1, 1, '9'), written);
  assertRejected(next, score(1, 1, 0, '8', '8'), written);
  const missed = after(next, score(1, 1, 0, 'M'), tabletAt1);
  assertRejected(missed, score(1, 1, 0, '8'), { code: 'arrowAlreadyScored', end: 1, arrow: 1, value: 'M' });
});

test('ends are scored in order, each full before the next; nothing comes after the last', () => {
  assertRejected(state, score(1, 2, 0, '9'), { code: 'endOutOfOrder', end: 2, expected: 1 });
  let next = state;
  for (let end = 1; end <= 12; end += 1) next = after(next, score(1, end, 0, ...nines), tabletAt1);
  assert.equal(scorecardOf(next, 1).tally.total, 648);
  assertRejected(next, score(1, 13, 0, '9'), { code: 'noSuchEnd', end: 13, ends: 12 });
  assertRejected(next, score(1, 12, 5, '9'), { code: 'arrowAlreadyScored', end: 12, arrow: 6, value: '9' });
});

test('archers of one butt do not wait for each other', () => {
  let next = after(state, score(1, 1, 0, ...nines), tabletAt1);
  next = after(next, score(1, 2, 0, ...nines), tabletAt1);
  assert.equal(ask(next, score(2, 1, 0, '9'), tabletAt1).rejection, undefined);
});

const tens = ['10', '10', '10', '10', '10', '10'] as const;
const twoEnds = after(after(state, score(1, 1, 0, ...nines)), score(1, 2, 0, ...nines));

test('a correction replaces the end and keeps what it was, and why', () => {
  const { facts, state: next } = ask(twoEnds, correct(1, 2, nines, tens), tabletAt1);
  assert.deepEqual(facts, [{ kind: 'endCorrected', entry: 1, end: 2, was: nines, arrows: tens, reason: 'misread' }]);
  assert.ok(next);
  assert.deepEqual(ends(next, 1), [nines, tens]);
  assert.equal(scorecardOf(next, 1).tally.total, 114);
  assert.equal(scorecardOf(twoEnds, 1).tally.total, 108);
});

test('a tablet corrects the last end only; the desk any end that was begun', () => {
  assertRejected(twoEnds, correct(1, 1, nines, tens), { code: 'onlyLastEnd', end: 1, last: 2 });
  assert.equal(ask(twoEnds, correct(1, 1, nines, tens), organiser).rejection, undefined);
  const blank = [null, null, null, null, null, null];
  assertRejected(twoEnds, correct(1, 3, blank, tens), { code: 'nothingToCorrect', end: 3 });
  assertRejected(state, correct(1, 1, blank, tens), { code: 'nothingToCorrect', end: 1 }, organiser);
  assertRejected(twoEnds, correct(3, 1, nines, tens), { code: 'notYourTarget', butt: 1, target: '2A' });
});

test('further up the card a tablet corrects what the two cards do not agree on, until they do', () => {
  const check = (arrows: End): Command => ({ kind: 'checkEnd', entry: 1, end: 1, arrows });
  const agreed = after(twoEnds, check(nines));
  assertRejected(agreed, correct(1, 1, nines, tens), { code: 'onlyLastEnd', end: 1, last: 2 });
  const differing = after(twoEnds, check(tens));
  const settled = after(differing, correct(1, 1, nines, tens), tabletAt1);
  assert.deepEqual(ends(settled, 1), [tens, nines]);
  assertRejected(settled, correct(1, 1, tens, nines), { code: 'onlyLastEnd', end: 1, last: 2 });
});

test('where the athlete confirms, an end stays open to the scorer until then', () => {
  const asked = after(twoEnds, { kind: 'setScoring', mode: 'confirmed' });
  assert.equal(ask(asked, correct(1, 1, nines, tens), tabletAt1).rejection, undefined);
  const yes: Command = { kind: 'checkEnd', entry: 1, end: 1, arrows: nines, byAthlete: true };
  const confirmed = after(asked, yes, tabletAt1);
  assertRejected(confirmed, correct(1, 1, nines, tens), { code: 'onlyLastEnd', end: 1, last: 2 });
  const two = after(twoEnds, { kind: 'setScoring', mode: 'two' });
  assertRejected(two, correct(1, 1, nines, tens), { code: 'onlyLastEnd', end: 1, last: 2 });
});

test('two corrections cannot overwrite each other unseen', () => {
  const once = after(twoEnds, correct(1, 2, nines, tens));
  const changed = { code: 'changedMeanwhile', end: 2, now: '10 10 10 10 10 10' } as const;
  assertRejected(once, correct(1, 2, nines, ['8', '8', '8', '8', '8', '8']), changed);
  assertRejected(once, correct(1, 2, ['10'], nines), changed, organiser);
});

test('a correction that changes nothing is none', () => {
  assertRejected(twoEnds, correct(1, 2, nines, nines), { code: 'nothingToCorrect', end: 2 });
});

test('a corrected end has as many boxes as the round says, and values of the face', () => {
  assertRejected(twoEnds, correct(1, 2, nines, [...tens, '10']), { code: 'tooManyArrows', arrowsPerEnd: 6 });
  assertRejected(twoEnds, correct(1, 2, nines, ['10']), { code: 'noArrows' });
  const twelve = correct(1, 2, nines, ['12', '9', '9', '9', '9', '9']);
  assertRejected(twoEnds, twelve, { code: 'valueNotOnFace', value: '12', face: '122 cm' });
});

test('only the last end may get a hole, which is then filled like any other', () => {
  const hole = ['9', '9', null, '9', '9', '9'] as const;
  assertRejected(twoEnds, correct(1, 1, nines, hole), { code: 'noArrows' }, organiser);
  const emptied = after(twoEnds, correct(1, 2, nines, hole), tabletAt1);
  assertRejected(emptied, score(1, 3, 0, '9'), { code: 'endOutOfOrder', end: 3, expected: 2 });
  const filled = after(emptied, score(1, 2, 2, 'M'), tabletAt1);
  assert.deepEqual(ends(filled, 1)[1], ['9', '9', 'M', '9', '9', '9']);
});

test('an end emptied altogether is as if never begun: the one before is the last again', () => {
  const blank = [null, null, null, null, null, null];
  const emptied = after(twoEnds, correct(1, 2, nines, blank), tabletAt1);
  assert.deepEqual(scorecardOf(emptied, 1).tally, { ...emptyTally, total: 54, arrows: 6, x: 0, ten: 0, nine: 6 });
  assertRejected(emptied, correct(1, 2, blank, nines), { code: 'nothingToCorrect', end: 2 });
  assert.equal(ask(emptied, correct(1, 1, nines, tens), tabletAt1).rejection, undefined);
  assert.equal(ask(emptied, score(1, 2, 0, ...nines), tabletAt1).rejection, undefined);
});

test('a correction says why', () => {
  for (const reason of ['', '  '])
    assertRejected(twoEnds, correct(1, 2, nines, tens, reason), { code: 'reasonMissing' });
});
