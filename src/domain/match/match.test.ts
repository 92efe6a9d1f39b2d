import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArrowValue } from '../arrow-value.ts';
import { createMatch, isOver, type Match, type Side, scoreOf } from './match.ts';
import { findMatchFormat } from './match-format.ts';
import { projectMatch } from './match-projection.ts';
import {
  correctMatchArrows,
  type MatchAnswer,
  type MatchPlace,
  type MatchRejection,
  measureShootOff,
  scoreMatchArrows,
  setAttendance,
} from './match-scoring.ts';

function newMatch(id = 'set-individual', faceId = '122'): Match {
  return createMatch(findMatchFormat('wa-2026', id) ?? assert.fail(id), faceId);
}

function accepted(answer: MatchAnswer): Match {
  return answer.kind === 'match' ? answer.match : assert.fail(JSON.stringify(answer.rejection));
}

function refused(answer: MatchAnswer): MatchRejection {
  return answer.kind === 'rejected' ? answer.rejection : assert.fail('accepted');
}

const values = (text: string) => text.split(' ') as ArrowValue[];
const end = (number: number): MatchPlace => ({ part: 'end', number });
const shootOff = (number: number): MatchPlace => ({ part: 'shootOff', number });

function ask(match: Match, side: Side, place: MatchPlace, arrows: string, first = 0): MatchAnswer {
  return scoreMatchArrows(match, { side, place, first, arrows: values(arrows) });
}

function shoot(match: Match, place: MatchPlace, a: string, b: string): Match {
  return accepted(ask(accepted(ask(match, 'a', place, a)), 'b', place, b));
}

function play(match: Match, ...ends: readonly (readonly [string, string])[]): Match {
  return ends.reduce((state, [a, b], index) => shoot(state, end(index + 1), a, b), match);
}

const aWins = ['10 10 10', '9 9 9'] as const;
const bWins = ['9 9 9', '10 10 10'] as const;
const drawn = ['9 9 9', '9 9 9'] as const;
const level = [drawn, drawn, drawn, drawn, drawn] as const;

test('two for a set, one each for a level one, over at six (12.1.4)', () => {
  const match = play(newMatch(), aWins, drawn, bWins, aWins);
  assert.deepEqual(scoreOf(match).points, { a: 5, b: 3 });
  assert.deepEqual(scoreOf(match).status, { kind: 'end', end: 5 });
  const over = shoot(match, end(5), ...drawn);
  assert.deepEqual(scoreOf(over).points, { a: 6, b: 4 });
  assert.deepEqual(scoreOf(over).status, { kind: 'over', winner: 'a', by: 'score' });
});

test('arrows after the win are refused', () => {
  const match = play(newMatch(), aWins, aWins, aWins);
  assert.deepEqual(refused(ask(match, 'b', end(4), '10 10 10')), { code: 'matchOver', winner: 'a' });
  assert.deepEqual(refused(ask(match, 'b', shootOff(1), '10')), { code: 'matchOver', winner: 'a' });
});

test('three Ms each is a level set at 0-0; blanks are not a set at all', () => {
  const match = play(newMatch(), ['M M M', 'M M M']);
  assert.deepEqual(scoreOf(match).points, { a: 1, b: 1 });
  assert.deepEqual(scoreOf(match).ends[0], { points: { a: 0, b: 0 }, setPoints: { a: 1, b: 1 }, counts: true });
  const half = accepted(ask(newMatch(), 'a', end(1), 'M M M'));
  assert.deepEqual(scoreOf(half).points, { a: 0, b: 0 });
  assert.equal(scoreOf(half).ends[0]?.setPoints, undefined);
  assert.deepEqual(scoreOf(half).status, { kind: 'end', end: 1 });
});

test('arrows come one by one into free boxes', () => {
  let match = accepted(ask(newMatch(), 'a', end(1), 'X'));
  match = accepted(ask(match, 'a', end(1), '9 M', 1));
  assert.deepEqual(match.ends[0], { a: ['X', '9', 'M'], b: [null, null, null] });
  const again = refused(ask(match, 'a', end(1), '8', 1));
  assert.deepEqual(again, { code: 'matchArrowAlreadyScored', arrow: 2, value: '9' });
  assert.deepEqual(refused(ask(match, 'a', end(1), '8', 3)), { code: 'tooManyMatchArrows', arrows: 3 });
  assert.equal(refused(ask(match, 'b', end(1), '8', -1)).code, 'tooManyMatchArrows');
  assert.equal(
    refused(scoreMatchArrows(match, { side: 'b', place: end(1), first: 0, arrows: [] })).code,
    'noMatchArrows',
  );
});

test('only values of the face, only the end that is open', () => {
  const wrong = refused(ask(newMatch('cumulative-individual', '80-6'), 'a', end(1), '10 4 9'));
  assert.deepEqual(wrong, { code: 'valueNotOnFace', value: '4', face: '80 cm, six rings' });
  const half = accepted(ask(newMatch(), 'a', end(1), '9 9 9'));
  assert.deepEqual(refused(ask(half, 'a', end(2), '9 9 9')), {
    code: 'matchPlaceNotOpen',
    part: 'end',
    number: 2,
    openPart: 'end',
    openNumber: 1,
  });
  assert.equal(refused(ask(half, 'a', shootOff(1), '9')).code, 'matchPlaceNotOpen');
  for (const number of [0, 6, 1.5]) {
    assert.deepEqual(refused(ask(half, 'a', end(number), '9')), { code: 'noSuchMatchEnd', end: number, ends: 5 });
  }
});

test('a shoot-off credits the winner one set point: 6-5 and 5-4', () => {
  const match = shoot(play(newMatch(), ...level), shootOff(1), '9', '10');
  assert.deepEqual(scoreOf(match).points, { a: 5, b: 6 });
  assert.deepEqual(scoreOf(match).status, { kind: 'over', winner: 'b', by: 'shootOff' });
  const six = '9 9 9 9 9 9';
  const team = play(newMatch('set-team'), [six, six], [six, six], [six, six], [six, six]);
  assert.deepEqual(scoreOf(shoot(team, shootOff(1), '9 9 9', '9 9 8')).points, { a: 5, b: 4 });
});

test('equal shoot-off arrows: closest to the centre, and X is no more than 10', () => {
  const match = shoot(play(newMatch(), ...level), shootOff(1), 'X', '10');
  assert.deepEqual(scoreOf(match).status, { kind: 'measure', number: 1 });
  assert.deepEqual(refused(ask(match, 'a', shootOff(2), '9')), { code: 'measureFirst', number: 1 });
  const measured = accepted(measureShootOff(match, 1, 'b'));
  assert.deepEqual(scoreOf(measured).points, { a: 5, b: 6 });
  assert.equal(refused(measureShootOff(measured, 1, 'b')).code, 'nothingToCorrectInMatch');
  assert.equal(scoreOf(accepted(measureShootOff(measured, 1, 'a'))).points.a, 6, 'a judge may set it right');
});

test('equal distance, or both missed: shot again, as often as it takes', () => {
  let match = shoot(play(newMatch(), ...level), shootOff(1), '10', '10');
  match = accepted(measureShootOff(match, 1, 'equal'));
  assert.deepEqual(scoreOf(match).status, { kind: 'shootOff', number: 2 });
  match = shoot(match, shootOff(2), 'M', 'M');
  assert.deepEqual(refused(measureShootOff(match, 2, 'a')), { code: 'nothingToMeasure', number: 2 });
  assert.deepEqual(scoreOf(match).status, { kind: 'shootOff', number: 3 });
  match = shoot(match, shootOff(3), '1', 'M');
  assert.deepEqual(scoreOf(match).status, { kind: 'over', winner: 'a', by: 'shootOff' });
  assert.deepEqual(scoreOf(match).points, { a: 6, b: 5 }, 'one point, not one for each shoot-off');
  assert.deepEqual(refused(measureShootOff(match, 1, 'b')), { code: 'nothingToMeasure', number: 1 });
  assert.deepEqual(refused(measureShootOff(newMatch(), 1, 'b')), { code: 'nothingToMeasure', number: 1 });
});

test('cumulative: all ends are shot, the higher total wins, a shoot-off leaves the total as it is', () => {
  const rows = [aWins, aWins, aWins, aWins] as const;
  const match = play(newMatch('cumulative-individual', '80-6'), ...rows);
  assert.deepEqual(scoreOf(match).status, { kind: 'end', end: 5 });
  const over = shoot(match, end(5), 'M M M', 'M M M');
  assert.deepEqual(scoreOf(over).points, { a: 120, b: 108 });
  assert.deepEqual(scoreOf(over).status, { kind: 'over', winner: 'a', by: 'score' });
  const tied = shoot(play(newMatch('cumulative-individual', '80-6'), ...level), shootOff(1), '8', '9');
  assert.deepEqual(scoreOf(tied).points, { a: 135, b: 135 });
  assert.deepEqual(scoreOf(tied).status, { kind: 'over', winner: 'b', by: 'shootOff' });
});

test('byes, absent sides and forfeits', () => {
  const format = newMatch().format;
  const status = (a: Match['attendance']['a'], b: Match['attendance']['b']) =>
    scoreOf(createMatch(format, '122', { a, b })).status;
  assert.deepEqual(status('present', 'nobody'), { kind: 'over', winner: 'a', by: 'bye' });
  assert.deepEqual(status('absent', 'present'), { kind: 'over', winner: 'b', by: 'absence' });
  assert.deepEqual(status('absent', 'absent'), { kind: 'over', winner: undefined, by: 'absence' });
  assert.deepEqual(status('nobody', 'nobody'), { kind: 'over', winner: undefined, by: 'bye' });
  const started = play(newMatch(), aWins, aWins);
  const left = accepted(setAttendance(started, 'a', 'forfeited'));
  assert.deepEqual(scoreOf(left).status, { kind: 'over', winner: 'b', by: 'forfeit' });
  assert.deepEqual(refused(ask(left, 'b', end(3), '9')), { code: 'matchOver', winner: 'b' });
  assert.deepEqual(scoreOf(accepted(setAttendance(left, 'a', 'present'))).status, { kind: 'end', end: 3 });
  assert.equal(refused(setAttendance(started, 'a', 'present')).code, 'attendanceUnchanged');
  const absentAtShootOff = accepted(setAttendance(play(newMatch(), ...level), 'b', 'absent'));
  assert.deepEqual(scoreOf(absentAtShootOff).status, { kind: 'over', winner: 'a', by: 'absence' });
  const bye = createMatch(format, '122', { a: 'present', b: 'nobody' });
  assert.equal(refused(setAttendance(bye, 'b', 'present')).code, 'matchOver');
  assert.equal(refused(setAttendance(play(newMatch(), aWins, aWins, aWins), 'a', 'forfeited')).code, 'matchOver');
});

test('a correction may end a match earlier: what was shot later counts nothing, and counts again when it is undone', () => {
  const match = play(newMatch(), aWins, aWins, drawn, bWins);
  const earlier = accepted(correctMatchArrows(match, { side: 'a', place: end(3), arrows: ['10', '9', '9'] }));
  assert.deepEqual(scoreOf(earlier).status, { kind: 'over', winner: 'a', by: 'score' });
  assert.deepEqual(scoreOf(earlier).points, { a: 6, b: 0 });
  assert.deepEqual(
    scoreOf(earlier).ends.map(({ counts }) => counts),
    [true, true, true, false],
  );
  const undone = accepted(correctMatchArrows(earlier, { side: 'a', place: end(3), arrows: ['9', '9', '9'] }));
  assert.deepEqual(undone, match);
});

test('corrections that are refused', () => {
  const match = play(newMatch(), aWins, drawn);
  const correct = (place: MatchPlace, arrows: readonly (ArrowValue | null)[]) =>
    refused(correctMatchArrows(match, { side: 'a', place, arrows })).code;
  assert.equal(correct(end(3), values('9 9 9')), 'nothingToCorrectInMatch');
  assert.equal(correct(end(1), values('10 10 10')), 'nothingToCorrectInMatch');
  assert.equal(correct(end(1), values('10 10 10 10')), 'tooManyMatchArrows');
  assert.equal(correct(end(1), values('10 10')), 'noMatchArrows');
  assert.equal(correct(end(1), ['10', '10', null]), 'noMatchArrows');
  assert.equal(correct(end(1), values('10 10 12')), 'valueNotOnFace');
  const emptied = accepted(correctMatchArrows(match, { side: 'a', place: end(2), arrows: ['9', '9', null] }));
  assert.equal(isOver(emptied), false);
  assert.deepEqual(scoreOf(emptied).status, { kind: 'end', end: 2 });
});

test('a corrected shoot-off arrow has to be measured anew', () => {
  const match = accepted(measureShootOff(shoot(play(newMatch(), ...level), shootOff(1), '9', '9'), 1, 'a'));
  const corrected = accepted(correctMatchArrows(match, { side: 'b', place: shootOff(1), arrows: ['10'] }));
  assert.deepEqual(scoreOf(corrected).status, { kind: 'over', winner: 'b', by: 'shootOff' });
  const back = accepted(correctMatchArrows(corrected, { side: 'b', place: shootOff(1), arrows: ['9'] }));
  assert.deepEqual(scoreOf(back).status, { kind: 'measure', number: 1 });
});

test('needs 28 to win the set, 27 to draw it', () => {
  const match = accepted(ask(play(newMatch(), bWins, bWins), 'b', end(3), '9 9 9'));
  assert.deepEqual(projectMatch(match), {
    side: 'a',
    arrowsLeft: 3,
    toWin: 28,
    toDraw: 27,
    ifWon: 'goesOn',
    ifDrawn: 'goesOn',
    ifLost: 'losesMatch',
  });
  const twoLeft = projectMatch(accepted(ask(match, 'a', end(3), 'M')));
  assert.deepEqual([twoLeft?.toWin, twoLeft?.toDraw, twoLeft?.arrowsLeft], [undefined, undefined, 2]);
});

test('the projection knows the last set, and that nothing is needed when the other is beaten', () => {
  const last = accepted(ask(play(newMatch(), aWins, bWins, drawn, drawn), 'a', end(5), '9 9 9'));
  const { ifWon, ifDrawn, ifLost } = projectMatch(last) ?? assert.fail();
  assert.deepEqual([ifWon, ifDrawn, ifLost], ['winsMatch', 'shootOff', 'losesMatch']);
  const easy = accepted(ask(accepted(ask(newMatch(), 'a', end(1), 'M M M')), 'b', end(1), '5'));
  assert.deepEqual([projectMatch(easy)?.toWin, projectMatch(easy)?.toDraw], [0, undefined]);
  assert.equal(projectMatch(newMatch()), undefined);
  assert.equal(projectMatch(play(newMatch(), aWins, aWins, aWins)), undefined);
});

test('the projection of totals and of shoot-offs', () => {
  const rows = [aWins, drawn, drawn, drawn] as const;
  const lastEnd = accepted(ask(play(newMatch('cumulative-individual', '80-6'), ...rows), 'a', end(5), '9 9 8'));
  const projection = projectMatch(lastEnd) ?? assert.fail();
  assert.deepEqual([projection.toWin, projection.toDraw], [30, 29]);
  assert.deepEqual([projection.ifWon, projection.ifDrawn, projection.ifLost], ['winsMatch', 'shootOff', 'losesMatch']);
  const off = projectMatch(accepted(ask(play(newMatch(), ...level), 'b', shootOff(1), '9'))) ?? assert.fail();
  assert.deepEqual([off.side, off.toWin, off.toDraw, off.ifDrawn], ['a', 10, 9, 'measure']);
  const missed = projectMatch(accepted(ask(play(newMatch(), ...level), 'b', shootOff(1), 'M')));
  assert.deepEqual([missed?.toWin, missed?.toDraw, missed?.ifDrawn], [1, 0, 'shootOff']);
});

test('the box of a set may not be emptied under a shoot-off, and nothing counts after a set with a blank', () => {
  const match = shoot(play(newMatch(), ...level), shootOff(1), '9', '9');
  const answer = correctMatchArrows(match, { side: 'a', place: end(5), arrows: ['9', '9', null] });
  assert.equal(refused(answer).code, 'noMatchArrows');
  const full = play(newMatch(), aWins, aWins);
  const holed: Match = { ...full, ends: full.ends.with(0, { a: ['10', '10', null], b: ['9', '9', '9'] }) };
  assert.deepEqual(scoreOf(holed).status, { kind: 'end', end: 1 });
  assert.deepEqual(scoreOf(holed).points, { a: 0, b: 0 });
  assert.equal(scoreOf(holed).ends[1]?.counts, false);
});

test('a shoot-off that a correction made needless is not measured any more', () => {
  const match = shoot(play(newMatch(), ...level), shootOff(1), '9', '9');
  const decided = accepted(correctMatchArrows(match, { side: 'b', place: end(2), arrows: ['10', '9', '9'] }));
  assert.deepEqual(scoreOf(decided).status, { kind: 'over', winner: 'b', by: 'score' });
  assert.deepEqual(refused(measureShootOff(decided, 1, 'a')), { code: 'nothingToMeasure', number: 1 });
});

test('what arrows have decided stays so, whoever leaves afterwards', () => {
  const match: Match = { ...play(newMatch(), aWins, aWins, aWins), attendance: { a: 'forfeited', b: 'present' } };
  assert.deepEqual(scoreOf(match).status, { kind: 'over', winner: 'a', by: 'score' });
});
