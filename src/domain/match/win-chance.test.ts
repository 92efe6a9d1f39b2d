import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArrowValue } from '../arrow-value.ts';
import { createMatch, type Match, type Side } from './match.ts';
import { findMatchFormat } from './match-format.ts';
import { measureShootOff, scoreMatchArrows } from './match-scoring.ts';
import { winChances } from './win-chance.ts';

const start = (formatId = 'set-individual') =>
  createMatch(findMatchFormat('wa-2026', formatId) ?? assert.fail(formatId), '122');
const at = (average: number, arrows = 72) => ({ arrows, points: average * arrows });

function take(match: Match, side: Side, part: 'end' | 'shootOff', number: number, text: string): Match {
  const arrows = text.split(' ') as ArrowValue[];
  const answer = scoreMatchArrows(match, { side, place: { part, number }, first: 0, arrows });
  return answer.kind === 'match' ? answer.match : assert.fail(JSON.stringify(answer));
}

const end = (match: Match, number: number, a: string, b: string) =>
  take(take(match, 'a', 'end', number, a), 'b', 'end', number, b);
const chance = (match: Match, a = 9, b = 9) => winChances(match, { a: at(a), b: at(b) })?.a ?? assert.fail();
const percent = (match: Match, a = 9, b = 9) => Math.round(chance(match, a, b) * 100);

test('nobody knows anything before the first arrow', () => {
  assert.equal(winChances(start(), { a: at(0, 0), b: at(0, 0) }), undefined);
  assert.equal(winChances({ ...start(), faceId: 'unheard-of' }, { a: at(9), b: at(9) }), undefined);
  assert.equal(winChances({ ...start(), attendance: { a: 'absent', b: 'absent' } }, { a: at(9), b: at(9) }), undefined);
  assert.deepEqual(
    winChances({ ...start(), attendance: { a: 'present', b: 'absent' } }, { a: at(0, 0), b: at(0, 0) }),
    {
      a: 1,
      b: 0,
    },
  );
});

test('a tenth of a ring an arrow is a small favourite, half a ring a clear one', () => {
  assert.equal(percent(start()), 50);
  assert.ok(percent(start(), 9.1, 9) > 52 && percent(start(), 9.1, 9) < 65, `${percent(start(), 9.1, 9)}`);
  assert.ok(percent(start(), 9.5, 9) > 80 && percent(start(), 9.5, 9) < 96, `${percent(start(), 9.5, 9)}`);
});

test('sets count by the rules: two ahead is better than one, one set from losing is bad', () => {
  const one = end(start(), 1, '10 10 10', '9 9 9');
  const two = end(one, 2, '10 10 10', '9 9 9');
  assert.ok(percent(one) > 50 && percent(two) > percent(one));
  const level = end(end(start(), 1, '9 9 9', '9 9 9'), 2, '9 9 9', '9 9 9');
  assert.equal(percent(level), 50);
  const over = end(two, 3, '10 10 10', '9 9 9');
  assert.equal(chance(over), 1);
});

test('arrows of the set that is being shot count at once', () => {
  const begun = take(start(), 'a', 'end', 1, '10 10');
  assert.ok(chance(begun) > 0.5);
  assert.ok(chance(take(start(), 'b', 'end', 1, 'M')) > 0.6);
  // Needs a ten to level and win by nothing: a shoot-off at best.
  const last = [1, 2, 3, 4].reduce((match, number) => end(match, number, '9 9 9', '9 9 9'), start());
  const behind = take(take(last, 'b', 'end', 5, '10 10 10'), 'a', 'end', 5, '10 9');
  assert.equal(chance(behind), 0);
});

test('totals: what is ahead and how many arrows are left', () => {
  const ahead = end(start('cumulative-individual'), 1, '10 10 10', '9 9 9');
  assert.ok(chance(ahead) > 0.6 && chance(ahead) < 0.95, `${chance(ahead)}`);
  const late = [2, 3, 4].reduce((match, number) => end(match, number, '9 9 9', '9 9 9'), ahead);
  assert.ok(chance(late) > chance(ahead));
});

test('a shoot-off: half each before it, the arrow that is shot counts, measuring is anybody’s', () => {
  const level = [1, 2, 3, 4, 5].reduce((match, number) => end(match, number, '9 9 9', '9 9 9'), start());
  assert.equal(percent(level), 50);
  const ten = take(level, 'a', 'shootOff', 1, 'X');
  assert.ok(chance(ten) > 0.65, `${chance(ten)}`);
  const measured = take(ten, 'b', 'shootOff', 1, '10');
  assert.equal(chance(measured), 0.5);
  const answer = measureShootOff(measured, 1, 'b');
  assert.ok(answer.kind === 'match');
  assert.equal(chance(answer.match), 0);
  const missed = take(take(level, 'a', 'shootOff', 1, 'M'), 'b', 'shootOff', 1, 'M');
  assert.equal(percent(missed), 50);
});

test('few arrows say little', () => {
  const few = winChances(start(), { a: at(10, 3), b: at(9) })?.a ?? 0;
  const many = winChances(start(), { a: at(10, 72), b: at(9) })?.a ?? 0;
  assert.ok(few > 0.5 && few < many, `${few} ${many}`);
  const both = winChances(start(), { a: at(10, 3), b: at(0, 0) })?.a ?? 0;
  assert.ok(Math.abs(both - 0.5) < 1e-9, 'of the other nothing is known: no favourite');
});
