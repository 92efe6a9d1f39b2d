import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ShotEntry, shortCompetition, shortRound, standing, withFacts } from '../../testing/short-competition.ts';
import type { RecordMark } from '../setup/records.ts';
import { recordFlagsOf } from './record-flags.ts';

const mark = (kind: string, total: number, more: Partial<RecordMark> = {}): RecordMark => {
  return { kind, category: 'RM', roundId: shortRound.id, name: '', club: '', total, ...more };
};

function flags(marks: readonly RecordMark[], shot: ShotEntry = { arrows: 'X X 10' }): readonly string[] {
  const state = withFacts(shortCompetition([shot]), { kind: 'recordsSet', records: marks });
  return recordFlagsOf(state, 1).map(({ kind, how, mark: { total } }) => `${kind} ${total} ${how}`);
}

test('beaten, equalled, and not', () => {
  assert.deepEqual(flags([mark('WR', 31), mark('NR', 30), mark('Club', 29)]), ['NR 30 equalled', 'Club 29 beaten']);
});

test('Xs decide equal totals where the table has them', () => {
  const marks = [mark('A', 30, { x: 1 }), mark('B', 30, { x: 2 }), mark('C', 30, { x: 3 }), mark('D', 29, { x: 6 })];
  assert.deepEqual(flags(marks), ['A 30 beaten', 'B 30 equalled', 'D 29 beaten']);
});

test('of the same round, and of a category in which the card is ranked', () => {
  const marks = [
    mark('A', 1, { roundId: 'wa720-70' }),
    mark('B', 1, { category: 'RW' }),
    mark('C', 1, { category: 'U21' }),
    mark('D', 1, { category: '' }),
  ];
  assert.deepEqual(flags(marks), []);
  assert.deepEqual(flags(marks, { arrows: '9', also: ['U21'] }), ['C 1 beaten']);
});

test("a personal best is its athlete's alone, in any category where none is named", () => {
  const marks = [
    mark('PB', 10, { name: 'Archer 1', club: 'Garuda', category: '' }),
    mark('PB', 11, { name: 'Archer 1', club: 'Elang' }),
    mark('PB', 12, { name: 'Archer 2', club: 'Garuda' }),
    mark('PB', 13, { name: 'Archer 1' }),
    mark('PB', 14, { name: '' }),
  ];
  assert.deepEqual(flags(marks), ['PB 10 beaten', 'PB 13 beaten']);
});

test('only a complete card of who is still in it', () => {
  assert.deepEqual(flags([mark('NR', 0)], { arrows: '' }), []);
  for (const out of ['DNF', 'DSQ', 'DQB'] as const)
    assert.deepEqual(flags([mark('NR', 1)], { arrows: 'X', standing: out }), []);
  const state = withFacts(shortCompetition([{ arrows: 'X' }]), standing(1, 'competing'));
  assert.deepEqual(recordFlagsOf(state, 1), [], 'no table');
  assert.deepEqual(recordFlagsOf(withFacts(state, { kind: 'recordsSet', records: [mark('NR', 0)] }), 9), []);
});
