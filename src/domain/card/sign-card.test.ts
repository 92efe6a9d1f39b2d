import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secondTabletAt1, shortCompetition } from '../../testing/card-attempts.ts';
import { after, ask, organiser, score, tabletAt1 } from '../../testing/small-competition.ts';
import type { Actor } from '../actor.ts';
import type { CheckEnd, Command, SignCard } from '../commands.ts';
import { type Competition, notesOf } from '../competition.ts';
import type { ScoringMode, Signer } from './card-notes.ts';
import { scoreSheetOf } from './score-sheet.ts';

const name = 'Adi Pranata';
const athlete = sign('athlete', ' Adi Pranata ', [1, 2, 255, 3]);
const scorer = sign('scorer', 'Rina');

function sign(as: Signer, by: string, strokes: readonly number[] = []): SignCard {
  return { kind: 'signCard', entry: 1, as, name: by, strokes };
}

function check(end: number, byAthlete = false): CheckEnd {
  const arrows = ['10', '9', '8'] as const;
  return { kind: 'checkEnd', entry: 1, end, arrows, ...(byAthlete && { byAthlete }) };
}

function refused(state: Competition, command: Command, actor: Actor = tabletAt1) {
  const answer = ask(state, command, actor);
  assert.deepEqual(answer.facts, []);
  assert.equal(answer.state, state);
  return answer.rejection;
}

/** Three ends of three arrows, which is the whole round. */
function shot(mode: ScoringMode = 'one', ends = 3): Competition {
  let state = after(shortCompetition(), { kind: 'setScoring', mode });
  for (let end = 1; end <= ends; end += 1) state = after(state, score(1, end, 0, '10', '9', '8'), tabletAt1);
  return state;
}

test('two signatures close a card, in whichever order they come, by both names', () => {
  for (const [first, second] of [
    [athlete, scorer],
    [scorer, athlete],
  ] as const) {
    const half = after(shot(), first, tabletAt1);
    assert.equal(notesOf(half, 1).lock, undefined);
    assert.deepEqual(ask(half, second, tabletAt1).facts, [
      { ...second, kind: 'cardSigned', name: second.name.trim() },
      { kind: 'cardLocked', entry: 1, by: 'Adi Pranata, Rina' },
    ]);
    const closed = after(half, second, tabletAt1);
    assert.deepEqual(notesOf(closed, 1).signatures.get('athlete'), {
      ...{ at: 0, actor: tabletAt1, name, strokes: [1, 2, 255, 3] },
    });
    assert.equal(notesOf(closed, 1).lock?.by, 'Adi Pranata, Rina');
    assert.deepEqual(refused(closed, second), { code: 'cardLocked', name });
    assert.deepEqual(refused(closed, score(1, 3, 0, 'M')), { code: 'cardLocked', name });
  }
});

test('nobody signs twice: what was signed stays', () => {
  const once = after(shot(), athlete, tabletAt1);
  const again = sign('athlete', 'Somebody');
  assert.deepEqual(refused(once, again), { code: 'alreadySigned', name, as: 'athlete' });
  assert.equal(notesOf(once, 1).signatures.get('athlete')?.name, name);
});

test('a signature is of somebody at the butt or at the desk, with a name and no more than a drawing', () => {
  assert.deepEqual(refused(shot(), { ...athlete, entry: 3 }), { code: 'notYourTarget', butt: 1, target: '2A' });
  assert.deepEqual(refused(shot(), { ...athlete, entry: 9 }), { code: 'unknownEntry', entry: 9 });
  const unknown: Actor = { role: 'scorer', device: 'x' };
  assert.deepEqual(refused(shot(), athlete, unknown), { code: 'unknownDevice', device: 'x' });
  const revoked = after(shot(), { kind: 'revokeDevice', device: 'tablet-1' });
  assert.deepEqual(refused(revoked, athlete), { code: 'deviceRevoked' });
  assert.equal(ask(shot(), athlete, organiser).rejection, undefined);
  assert.deepEqual(refused(shot(), sign('athlete', ' ')), { code: 'nameMissing' });
  for (const bad of ['A'.repeat(101), 'A\nB'])
    assert.equal(refused(shot(), sign('athlete', bad))?.code, 'signatureWrong');
  const most = Array.from({ length: 200 }, () => 255);
  assert.equal(ask(shot(), sign('athlete', 'A', most), tabletAt1).rejection, undefined);
  for (const strokes of [[...most, 0], [256], [-1], [0.5], [Number.NaN]])
    assert.deepEqual(
      refused(shot(), sign('athlete', 'A', strokes)),
      { code: 'signatureWrong' },
      String(strokes.length),
    );
});

test('only a card without gaps is signed; of who retired, as far as it goes', () => {
  const two = shot('one', 2);
  assert.deepEqual(refused(two, athlete), { code: 'cardIncomplete', name, end: 3 });
  const held = after(two, { kind: 'holdEnd', entry: 1, end: 3, cause: 'bouncer', by: 'Sri', reason: 'x' });
  assert.deepEqual(refused(held, athlete), { code: 'cardIncomplete', name, end: 3 });
  const retired = after(two, { kind: 'setStanding', entry: 1, standing: 'DNF', by: '', reason: '' });
  assert.equal(ask(retired, athlete, tabletAt1).rejection, undefined);
});

test('where two cards are kept, both have every end and the same', () => {
  let state = shot('two');
  assert.deepEqual(refused(state, athlete), { code: 'endNotChecked', name, end: 1, mode: 'two' });
  for (const end of [1, 3]) state = after(state, check(end), secondTabletAt1);
  assert.deepEqual(refused(state, athlete), { code: 'endNotChecked', name, end: 2, mode: 'two' });
  const differing = after(state, { ...check(2), arrows: ['10', '9', '7'] }, secondTabletAt1);
  assert.deepEqual(refused(differing, athlete), { code: 'cardsDiffer', name, end: 2 });
  assert.deepEqual(verified(differing), [true, false, true]);
  const equal = after(differing, check(2), secondTabletAt1);
  assert.equal(ask(equal, athlete, tabletAt1).rejection, undefined);
  assert.deepEqual(verified(equal), [true, true, true]);
  assert.equal(scoreSheetOf(equal, 1)?.isVerified, true);
  assert.equal(
    ask(shot('two'), { kind: 'lockCard', entry: 1, by: 'Sri' }).rejection,
    undefined,
    'the desk answers for it',
  );
});

function verified(state: Competition) {
  return scoreSheetOf(state, 1)?.ends.map(({ isVerified }) => isVerified);
}

test('where the athlete confirms, the scorer’s own device takes that, and may still correct', () => {
  let state = shot('confirmed', 2);
  assert.deepEqual(refused(state, check(1)), { code: 'sameScorer', end: 1 }, 'a second card is somebody else’s');
  state = after(state, check(1, true), tabletAt1);
  state = after(state, score(1, 3, 0, '10', '9', '8'), tabletAt1);
  assert.deepEqual(refused(state, athlete), { code: 'endNotChecked', name, end: 2, mode: 'confirmed' });
  for (const end of [2, 3]) state = after(state, check(end, true), tabletAt1);
  assert.deepEqual(
    scoreSheetOf(state, 1)?.ends.map(({ isConfirmed, isVerified }) => [isConfirmed, isVerified]),
    Array.from({ length: 3 }, () => [true, true]),
  );
  const was = ['10', '9', '8'] as const;
  const correction = { kind: 'correctEnd', entry: 1, end: 3, was, arrows: ['10', '9', '9'], reason: 'line' } as const;
  const corrected = after(state, correction, tabletAt1);
  assert.deepEqual(refused(corrected, athlete), { code: 'cardsDiffer', name, end: 3 }, 'it is confirmed anew');
  const anew = after(corrected, { ...check(3, true), arrows: ['10', '9', '9'] }, tabletAt1);
  assert.equal(ask(anew, athlete, tabletAt1).rejection, undefined);
});

test('confirming is no second card, and a second card is as good as confirming', () => {
  for (const mode of ['one', 'two'] as const)
    for (const actor of [tabletAt1, secondTabletAt1, organiser])
      assert.deepEqual(refused(shot(mode), check(1, true), actor), { code: 'sameScorer', end: 1 }, mode);
  let state = shot('confirmed');
  for (const end of [1, 2, 3]) state = after(state, check(end, true), tabletAt1);
  const two = after(state, { kind: 'setScoring', mode: 'two' });
  assert.deepEqual(refused(two, athlete), { code: 'endNotChecked', name, end: 1, mode: 'two' });
  assert.deepEqual(verified(two), [false, false, false]);
  const mixed = after(state, check(1), secondTabletAt1);
  assert.deepEqual(verified(mixed), [true, true, true]);
  assert.equal(notesOf(mixed, 1).checks.get(1)?.byAthlete, undefined);
});

test('what changes on the card, or a judge’s opening it, takes the signatures back', () => {
  const half = after(shot(), athlete, tabletAt1);
  const was = ['10', '9', '8'] as const;
  const correction = { kind: 'correctEnd', entry: 1, end: 3, was, arrows: ['10', '9', '9'], reason: 'line' } as const;
  assert.equal(notesOf(after(half, correction, tabletAt1), 1).signatures.size, 0);
  const ruling = { kind: 'outOfTime', arrows: 1 } as const;
  const ruled = after(half, { kind: 'ruleOnEnd', entry: 1, end: 1, was, ruling, by: 'Sri', reason: 'late' });
  assert.equal(notesOf(ruled, 1).signatures.size, 0);
  const closed = after(half, scorer, tabletAt1);
  const opened = after(closed, { kind: 'unlockCard', entry: 1, by: 'Sri', reason: 'an arrow was misread' });
  assert.equal(notesOf(opened, 1).signatures.size, 0);
  assert.equal(ask(opened, athlete, tabletAt1).rejection, undefined);
  assert.equal(notesOf(after(half, check(1), secondTabletAt1), 1).signatures.size, 1, 'a check changes nothing');
});
