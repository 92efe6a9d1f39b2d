import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { End } from '../card/scorecard.ts';
import type { SheetArcher } from '../card/target-sheet.ts';
import { sessionOfSheet } from './sheet-session.ts';

const sessions = [
  { number: 1, categories: ['RM'], fromEnd: 1, toEnd: 6 },
  { number: 2, categories: ['CM'], fromEnd: 1, toEnd: 12 },
  { number: 3, categories: ['RM'], fromEnd: 7, toEnd: 12 },
];
const full: End = ['9', '9', '9', '9', '9', '9'];

function archer(category: string, endsShot: number, more: Partial<SheetArcher> = {}): SheetArcher {
  const ends = Array.from({ length: endsShot }, () => full);
  return { entry: 1, name: '', club: '', category, target: '1A', roundId: 'wa720-70', ends, ...more };
}

test('the session in which the archers of a target shoot next', () => {
  const of = (...archers: readonly SheetArcher[]) => sessionOfSheet({ archers, sessions });
  assert.equal(of(archer('RM', 0)), 1);
  assert.equal(of(archer('RM', 5)), 1);
  assert.equal(of(archer('RM', 6)), 3);
  assert.equal(of(archer('CM', 11)), 2);
  assert.equal(of(archer('RM', 6), archer('RM', 5)), 1, 'somebody is late');
  assert.equal(of(archer('RM', 6), archer('RM', 0, { standing: 'DNS' })), 3, 'nobody waits for who is not there');
  assert.equal(of(archer('RM', 5, { held: [6] })), 3, 'a held end is made up later');
});

test('the last one after the round, and none where there are none', () => {
  assert.equal(sessionOfSheet({ archers: [archer('RM', 12)], sessions }), 3);
  assert.equal(sessionOfSheet({ archers: [archer('BM', 0)], sessions }), undefined);
  assert.equal(sessionOfSheet({ archers: [archer('RM', 0)] }), undefined);
  assert.equal(sessionOfSheet({ archers: [], sessions }), undefined);
});
