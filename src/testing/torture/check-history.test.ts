import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArrowValue } from '../../domain/arrow-value.ts';
import type { RecordedFact } from '../../domain/facts.ts';
import { judge } from './check-history.ts';
import type { LedgerLine } from './ledger.ts';

const competition = 'cup';

function typed(commandId: string, first: number, arrow: ArrowValue): LedgerLine {
  return { kind: 'typed', competition, commandId, entry: 1, end: 1, first, arrow };
}

function saved(commandId: string, seq: number): LedgerLine {
  return { kind: 'saved', competition, commandId, seq };
}

function fact(seq: number, commandId: string, first: number, ...arrows: ArrowValue[]): RecordedFact {
  const scored = { kind: 'arrowsScored', entry: 1, end: 1, first, arrows } as const;
  return { seq, at: 0, commandId, actor: { role: 'scorer', device: 'tablet-1' }, fact: scored };
}

const ledger = [typed('a', 0, '10'), typed('b', 1, '9'), saved('a', 1), saved('b', 2), typed('c', 2, '8')];
const facts = [fact(1, 'a', 0, '10'), fact(2, 'b', 1, '9')];
const right = { acks: 2, lost: [], doubled: [], wrong: [] };

test('all is right, also with an arrow whose answer is still due, there or not', () => {
  assert.deepEqual(judge(ledger, facts), right);
  assert.deepEqual(judge(ledger, [...facts, fact(3, 'c', 2, '8')]), right);
});

test('the same answer twice is one ack', () => {
  assert.deepEqual(judge([...ledger, saved('b', 2)], facts), right);
});

test('an acknowledged arrow that is not there is lost', () => {
  const { lost, doubled, wrong } = judge(ledger, facts.slice(0, 1));
  assert.deepEqual([lost.length, doubled.length, wrong.length], [1, 0, 0]);
});

test('an arrow of another value, or another number of arrows, is lost', () => {
  assert.equal(judge(ledger, [fact(1, 'a', 0, '10'), fact(2, 'b', 1, '8')]).lost.length, 1);
  assert.equal(judge(ledger, [fact(1, 'a', 0, '10'), fact(2, 'b', 1, '9', '9')]).lost.length, 1);
});

test('an arrow that took effect twice is doubled', () => {
  assert.equal(judge(ledger, [...facts, fact(3, 'b', 1, '9')]).doubled.length, 1);
});

test('what was typed after an acknowledged arrow stands after it; two on their way together may change places', () => {
  const together = [typed('a', 0, '10'), typed('b', 1, '9'), saved('b', 1), saved('a', 2)];
  const changed = [fact(1, 'b', 1, '9'), fact(2, 'a', 0, '10')];
  assert.deepEqual(judge(together, changed), right);
  const oneByOne = [typed('a', 0, '10'), saved('a', 2), typed('b', 1, '9'), saved('b', 1)];
  assert.match(judge(oneByOne, changed).wrong.join(), /b is fact 1, and 2 was acknowledged before it was typed/);
});

test('an end before an earlier one of the same archer', () => {
  const later: LedgerLine = { kind: 'typed', competition, commandId: 'z', entry: 1, end: 2, first: 0, arrow: '7' };
  const scored = { kind: 'arrowsScored', entry: 1, end: 2, first: 0, arrows: ['7'] } as const;
  const changed = [{ ...fact(1, 'z', 0), fact: scored }, fact(2, 'a', 0, '10')];
  assert.match(judge([typed('a', 0, '10'), later], changed).wrong.join(), /z stands before an earlier end/);
});

test('numbers with a gap, arrows that nobody typed, a refusal, two answers', () => {
  assert.match(judge(ledger, [fact(1, 'a', 0, '10'), fact(3, 'b', 1, '9')]).wrong.join(), /fact 3 stands where 2/);
  assert.match(judge(ledger, [...facts, fact(3, 'x', 2, '8')]).wrong.join(), /x \(fact 3\) was never typed/);
  const refused: LedgerLine = { kind: 'refused', competition, commandId: 'c', code: 'boxFilled' };
  assert.match(judge([...ledger, refused], facts).wrong.join(), /c was refused: boxFilled/);
  assert.match(judge([...ledger, saved('b', 3)], facts).wrong.join(), /acknowledged as 2 and as 3/);
});
