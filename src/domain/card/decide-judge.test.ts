import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, ask, organiser, score, smallCompetition, system, tabletAt1 } from '../../testing/small-competition.ts';
import type { Actor } from '../actor.ts';
import type { Command } from '../commands.ts';
import { type Competition, notesOf, scorecardOf } from '../competition.ts';
import type { Rejection } from '../rejections.ts';
import { type HoldCause, noNotes, type Ruling, type Standing } from './card-notes.ts';
import type { End } from './scorecard.ts';

const second: Actor = { role: 'scorer', device: 'tablet-1b' };
const state = after(smallCompetition(), {
  kind: 'pairDevice',
  device: 'tablet-1b',
  butt: 1,
  tokenHash: 'cd',
  label: 'Second card',
});
const nines: End = ['9', '9', '9', '9', '9', '9'];
const blank: End = [null, null, null, null, null, null];
const judge = 'Rina Wulandari';

const check = (end: number, arrows: End, entry = 1): Command => ({ kind: 'checkEnd', entry, end, arrows });
const rule = (end: number, was: End, ruling: Ruling, by = judge, reason = 'seen by both judges'): Command => {
  return { kind: 'ruleOnEnd', entry: 1, end, was, ruling, by, reason };
};
const hold = (end: number, cause: HoldCause = 'equipment', by = judge, reason = 'string'): Command => {
  return { kind: 'holdEnd', entry: 1, end, cause, by, reason };
};
const lock = (entry = 1, by = judge): Command => ({ kind: 'lockCard', entry, by });
const unlock = (by = judge, reason = 'appeal', entry = 1): Command => ({ kind: 'unlockCard', entry, by, reason });
const stand = (standing: Standing, by = '', reason = '', entry = 1): Command => {
  return { kind: 'setStanding', entry, standing, by, reason };
};
const correct = (end: number, was: End, arrows: End): Command => {
  return { kind: 'correctEnd', entry: 1, end, was, arrows, reason: 'sum' };
};

function assertRejected(from: Competition, command: Command, rejection: Rejection, actor: Actor = organiser) {
  const answer = ask(from, command, actor);
  assert.deepEqual(answer.rejection, rejection);
  assert.deepEqual(answer.facts, []);
  assert.equal(answer.state, from);
}

const nineEnd = (from: Competition, end: number, actor: Actor = tabletAt1) =>
  after(from, score(1, end, 0, '9', '9', '9', '9', '9', '9'), actor);

function shot(ends: number, from = state): Competition {
  let next = from;
  for (let end = 1; end <= ends; end += 1) next = nineEnd(next, end);
  return next;
}

const linesOf = (from: Competition) => notesOf(from, 1).changes.map(({ kind, by, reason }) => [kind, by, reason]);
const name = 'Adi Pranata';

test('rulings, holds, signing and standings are the desk’s', () => {
  const commands = [rule(1, nines, { kind: 'outOfTime', arrows: 1 }), hold(2), lock(), unlock(), stand('DNF')];
  for (const command of commands) {
    assertRejected(shot(1), command, { code: 'notAllowed', role: 'scorer' }, tabletAt1);
  }
  assert.equal(ask(state, stand('DNS'), system).rejection, undefined);
});

test('a ruling changes the end and keeps what it was, who ruled and why', () => {
  const { facts, state: next } = ask(shot(2), rule(1, nines, { kind: 'outOfTime', arrows: 1 }, ` ${judge} `));
  const ruled: End = ['M', '9', '9', '9', '9', '9'];
  const line = { end: 1, was: nines, ruling: 'outOfTime', by: judge, reason: 'seen by both judges' } as const;
  assert.deepEqual(facts, [{ kind: 'endRuled', entry: 1, arrows: ruled, ...line }]);
  assert.ok(next);
  assert.deepEqual(scorecardOf(next, 1).ends, [ruled, nines]);
  assert.equal(scorecardOf(next, 1).tally.total, 99);
  const change = { at: 0, actor: organiser, kind: 'ruled', now: ruled, standing: undefined, ...line };
  assert.deepEqual(notesOf(next, 1).changes, [change]);
  assert.equal(notesOf(next, 2), noNotes);
});

test('a ruling needs a judge, a reason, an end as the judge saw it, and something to rule', () => {
  const from = shot(1);
  const struck: Ruling = { kind: 'outOfTime', arrows: 1 };
  assertRejected(from, rule(1, nines, struck, '  '), { code: 'judgeMissing' });
  assertRejected(from, rule(1, nines, struck, judge, ' '), { code: 'reasonMissing' });
  const changed = { code: 'changedMeanwhile', end: 1, now: '9 9 9 9 9 9' } as const;
  assertRejected(from, rule(1, ['X', '9', '9', '9', '9', '9'], struck), changed);
  assertRejected(from, rule(13, blank, struck), { code: 'noSuchEnd', end: 13, ends: 12 });
  assertRejected(from, rule(3, blank, { kind: 'bouncer', box: 0, value: '9' }), {
    code: 'endOutOfOrder',
    end: 3,
    expected: 2,
  });
  const misfit = { code: 'rulingDoesNotFit', end: 1 } as const;
  assertRejected(from, rule(1, nines, { kind: 'sameSpot', boxes: [0, 1] }), { ...misfit, ruling: 'sameSpot' });
  assertRejected(from, rule(1, nines, { kind: 'outOfTime', arrows: 7 }), { ...misfit, ruling: 'outOfTime' });
  const same: Ruling = { kind: 'passThrough', box: 0, value: '9' };
  assertRejected(from, rule(1, nines, same), { code: 'rulingChangesNothing', end: 1 });
});

test('a bouncer: the box is held open, shooting goes on, the judge gives the hole its value', () => {
  let next = after(shot(1), score(1, 2, 0, '9', '9', '9', '9', '9'), tabletAt1);
  assertRejected(next, score(1, 3, 0, '9'), { code: 'endOutOfOrder', end: 3, expected: 2 }, tabletAt1);
  next = after(next, hold(2, 'bouncer', judge, 'hole not marked'));
  assert.deepEqual([...notesOf(next, 1).held], [[2, 'bouncer']]);
  next = nineEnd(next, 3);
  const was: End = ['9', '9', '9', '9', '9', null];
  next = after(next, rule(2, was, { kind: 'bouncer', box: 5, value: '8' }));
  assert.deepEqual(scorecardOf(next, 1).ends[1], ['9', '9', '9', '9', '9', '8']);
  assert.equal(notesOf(next, 1).held.size, 0);
  assert.deepEqual(
    linesOf(next).map(([kind]) => kind),
    ['held', 'ruled'],
  );
});

test('arrows are made up later, in an end that was never begun too', () => {
  let next = after(shot(1), hold(2));
  assertRejected(next, score(1, 4, 0, '9'), { code: 'endOutOfOrder', end: 4, expected: 3 }, tabletAt1);
  next = nineEnd(next, 3);
  assert.equal(scorecardOf(next, 1).tally.arrows, 12);
  next = after(next, score(1, 2, 4, 'X', '10'), tabletAt1);
  assert.deepEqual([...notesOf(next, 1).held.keys()], [2]);
  next = after(next, score(1, 2, 0, '7', '7', '7', '7'), tabletAt1);
  assert.deepEqual(scorecardOf(next, 1).ends, [nines, ['7', '7', '7', '7', 'X', '10'], nines]);
  assert.equal(notesOf(next, 1).held.size, 0);
});

test('a held end may be corrected with its boxes still open; a blank one has nothing to correct', () => {
  let next = after(shot(1), score(1, 2, 0, '9', '9', '9'), tabletAt1);
  next = nineEnd(after(next, hold(2)), 3);
  const [was, now]: readonly End[] = [
    ['9', '9', '9', null, null, null],
    ['9', '9', '8', null, null, null],
  ];
  assert.ok(was && now);
  assertRejected(next, correct(1, nines, [...nines.slice(1), null]), { code: 'noArrows' });
  next = after(next, correct(2, was, now));
  assert.deepEqual(scorecardOf(next, 1).ends[1], now);
  const blankHeld = nineEnd(after(shot(1), hold(2)), 3);
  assertRejected(blankHeld, correct(2, blank, nines), { code: 'nothingToCorrect', end: 2 });
});

test('what cannot be held', () => {
  const from = shot(1);
  assertRejected(from, hold(1), { code: 'nothingToHold', end: 1 });
  assertRejected(after(from, hold(2)), hold(2, 'medical'), { code: 'nothingToHold', end: 2 });
  assertRejected(from, hold(3), { code: 'endOutOfOrder', end: 3, expected: 2 });
  assertRejected(from, hold(13), { code: 'noSuchEnd', end: 13, ends: 12 });
  assertRejected(from, hold(2, 'medical', ''), { code: 'judgeMissing' });
  assertRejected(from, hold(2, 'medical', judge, ''), { code: 'reasonMissing' });
  assertRejected(after(from, stand('DNF')), hold(2), { code: 'notCompeting', name, standing: 'DNF' });
});

test('the second card may come first, and a later one replaces it; nobody keeps both', () => {
  let next = after(state, check(1, ['X', '9', '9', '9', '9', '9']), second);
  assert.deepEqual(scorecardOf(next, 1).ends, []);
  assertRejected(next, score(1, 1, 0, '9'), { code: 'sameScorer', end: 1 }, second);
  next = nineEnd(next, 1);
  assertRejected(next, check(1, nines), { code: 'sameScorer', end: 1 }, tabletAt1);
  assertRejected(next, correct(1, nines, ['X', '9', '9', '9', '9', '9']), { code: 'sameScorer', end: 1 }, second);
  next = after(next, check(1, nines), second);
  assert.deepEqual([...notesOf(next, 1).checks], [[1, { at: 0, actor: second, arrows: nines }]]);
  assert.equal(ask(next, check(1, nines), organiser).rejection, undefined);
  assert.deepEqual(notesOf(next, 1).changes, []);
  // The desk's check leaves the end to every device of the butt.
  const byDesk = after(state, check(2, nines));
  assert.equal(ask(nineEnd(byDesk, 1), score(1, 2, 0, '9'), second).rejection, undefined);
});

test('who corrected an end has written it: somebody else keeps its second card', () => {
  const x: End = ['X', '9', '9', '9', '9', '9'];
  const corrected = after(shot(1), correct(1, nines, x), second);
  assertRejected(corrected, check(1, x), { code: 'sameScorer', end: 1 }, second);
  assert.equal(ask(corrected, check(1, x), tabletAt1).rejection, undefined);
  const byDesk = after(corrected, correct(1, x, nines));
  assert.equal(ask(byDesk, check(1, nines), second).rejection, undefined);
});

test('a second card is of this butt, of a whole end, of values of the face', () => {
  assertRejected(state, check(1, nines, 3), { code: 'notYourTarget', butt: 1, target: '2A' }, second);
  assertRejected(state, check(13, nines), { code: 'noSuchEnd', end: 13, ends: 12 }, second);
  assertRejected(state, check(1, ['9']), { code: 'noArrows' }, second);
  assertRejected(state, check(1, [...nines.slice(1), null]), { code: 'noArrows' }, second);
  assertRejected(state, check(1, [...nines, '9']), { code: 'tooManyArrows', arrowsPerEnd: 6 }, second);
  const eleven = { code: 'valueNotOnFace', value: '11', face: '122 cm' } as const;
  assertRejected(state, check(1, [...nines.slice(1), '11']), eleven, second);
});

test('a card is signed when it is complete and both cards agree', () => {
  assertRejected(state, lock(9), { code: 'unknownEntry', entry: 9 });
  assertRejected(shot(11), lock(), { code: 'cardIncomplete', name, end: 12 });
  const open = nineEnd(after(shot(10), hold(11)), 12);
  assertRejected(open, lock(), { code: 'cardIncomplete', name, end: 11 });
  const differs = after(shot(12), check(3, ['X', '9', '9', '9', '9', '9']), second);
  assertRejected(differs, lock(), { code: 'cardsDiffer', name, end: 3 });
  const agreed = after(differs, check(3, nines), second);
  assertRejected(agreed, lock(1, ' '), { code: 'judgeMissing' });
  const locked = after(agreed, lock(1, ` ${judge}`));
  assert.deepEqual(notesOf(locked, 1).lock, { at: 0, actor: organiser, by: judge });
  assertRejected(locked, lock(), { code: 'cardLocked', name });
  assert.deepEqual(linesOf(locked), [['locked', judge, '']]);
});

test('who retired signs for what was shot', () => {
  const locked = after(after(shot(2), stand('DNF')), lock());
  assert.equal(notesOf(locked, 1).lock?.by, judge);
});

test('nothing is written on a signed card until a judge opens it', () => {
  const locked = after(shot(12), lock());
  const x: End = ['X', '9', '9', '9', '9', '9'];
  const closed = { code: 'cardLocked', name } as const;
  const writing = [
    score(1, 12, 0, '9'),
    correct(12, nines, x),
    rule(12, nines, { kind: 'outOfTime', arrows: 1 }),
    check(12, nines),
    hold(12),
  ];
  for (const command of writing) assertRejected(locked, command, closed);
  assertRejected(locked, correct(12, nines, x), closed, tabletAt1);
  assertRejected(locked, unlock(''), { code: 'judgeMissing' });
  assertRejected(locked, unlock(judge, ''), { code: 'reasonMissing' });
  assertRejected(locked, unlock(judge, 'appeal', 2), { code: 'cardNotLocked', name: 'Bayu Lesmana' });
  assertRejected(locked, unlock(judge, 'appeal', 9), { code: 'unknownEntry', entry: 9 });
  const opened = after(locked, unlock());
  assertRejected(opened, unlock(), { code: 'cardNotLocked', name });
  assert.equal(ask(opened, correct(12, nines, x), tabletAt1).rejection, undefined);
  assert.deepEqual(linesOf(opened), [
    ['locked', judge, ''],
    ['unlocked', judge, 'appeal'],
  ]);
});

test('who does not compete gets no arrows; who retired may still be put right', () => {
  const x: End = ['X', '9', '9', '9', '9', '9'];
  for (const standing of ['DNS', 'DNF', 'DSQ', 'DQB'] as const) {
    const from = after(shot(1), stand(standing, judge, 'article 15'));
    const out = { code: 'notCompeting', name, standing } as const;
    assertRejected(from, score(1, 2, 0, '9'), out, tabletAt1);
    const changes = [correct(1, nines, x), rule(1, nines, { kind: 'outOfTime', arrows: 1 }), check(1, nines)];
    for (const command of changes) {
      if (standing === 'DNF') assert.equal(ask(from, command).rejection, undefined);
      else assertRejected(from, command, out);
    }
    assertRejected(from, stand(standing, judge, 'again'), { code: 'standingUnchanged', name, standing });
    const back = after(from, stand('competing'));
    assert.equal(ask(back, score(1, 2, 0, '9'), tabletAt1).rejection, undefined);
  }
});

test('disqualified by whom, and why; retired and absent need no judge', () => {
  for (const standing of ['DSQ', 'DQB'] as const) {
    assertRejected(state, stand(standing, '', 'article 15'), { code: 'judgeMissing' });
    assertRejected(state, stand(standing, judge, ' '), { code: 'reasonMissing' });
  }
  assertRejected(state, stand('competing'), { code: 'standingUnchanged', name, standing: 'competing' });
  assertRejected(state, stand('DNS', '', '', 9), { code: 'unknownEntry', entry: 9 });
  const from = after(after(shot(12), lock()), stand('DQB', judge, 'article 15'));
  assert.equal(notesOf(from, 1).standing, 'DQB');
  assert.equal(scorecardOf(from, 1).tally.total, 648);
});
