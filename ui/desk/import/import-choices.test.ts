import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noChoices, queryOf, rangesOf, withField } from './import-choices.ts';

test('numbers are said as ranges', () => {
  assert.equal(rangesOf([]), '');
  assert.equal(rangesOf([7, 3, 22, 20, 21]), '3,7,20-22');
});

test('only what was decided is said', () => {
  assert.equal(queryOf(noChoices, 'gone').toString(), 'assignTargets=true');
  const lines = new Map([
    [4, 'leave'],
    [5, 'leave'],
    [9, 'asNew'],
  ] as const);
  const query = queryOf(
    { assign: false, sheet: 'List 1', fields: ['name', null, 'category'], lines, withdraw: new Set([2]) },
    'not in the list',
    'abc',
  );
  assert.deepEqual(Object.fromEntries(query), {
    assignTargets: 'false',
    sheet: 'List 1',
    columns: 'name,,category',
    leave: '4-5',
    asNew: '9',
    withdraw: '2',
    reason: 'not in the list',
    plan: 'abc',
  });
});

test('a field has one column', () => {
  assert.deepEqual(withField(['name', 'club', null], 2, 'name'), [null, 'club', 'name']);
  assert.deepEqual(withField(['name', null], 0, null), [null, null]);
});
