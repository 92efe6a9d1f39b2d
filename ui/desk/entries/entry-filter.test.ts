import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeskEntry } from '../../../src/wire/api-entry-changes.ts';
import { type Column, columns, everybody, filterEntries, namesOf, sortEntries } from './entry-filter.ts';

const entry = (number: number, more: Partial<DeskEntry> = {}): DeskEntry => ({
  ...{ number, name: `Archer ${number}`, club: 'Garuda', category: 'RM', target: null },
  ...more,
});
const all = [
  entry(1, { name: 'Åsa Öberg', target: '12A', checkedInAt: 5, needs: ['leftHanded'] }),
  entry(2, { club: 'Elang', category: 'CW', also: ['CU21W'], target: '9B', licence: 'ID-77' }),
  entry(3, {
    name: 'Bayu',
    inspection: { result: 'failed', by: 'R', remark: '', at: 1, actor: { role: 'organiser' } },
  }),
  entry(4, { name: 'adi', country: 'INA', bornIn: 1999, target: '12B' }),
];
const numbersOf = (entries: readonly DeskEntry[]) => entries.map(({ number }) => number);

test('words are looked for in all that is said of an archer, without case and accents', () => {
  const found = (query: string) => numbersOf(filterEntries(all, { ...everybody, query }));
  assert.deepEqual(found('asa ob'), [1]);
  assert.deepEqual(found('elang cw'), [2]);
  assert.deepEqual(found('id-77'), [2]);
  assert.deepEqual(found('12'), [1, 4]);
  assert.deepEqual(found('asa elang'), []);
  assert.equal(filterEntries(all, everybody), all);
});

test('filters hold together', () => {
  const found = (filter: object) => numbersOf(filterEntries(all, { ...everybody, ...filter }));
  assert.deepEqual(found({ category: 'CU21W' }), [2]);
  assert.deepEqual(found({ club: 'Garuda', target: 'with' }), [1, 4]);
  assert.deepEqual(found({ target: 'without' }), [3]);
  assert.deepEqual(found({ arrival: 'in' }), [1]);
  assert.deepEqual(found({ arrival: 'out', club: 'Garuda' }), [3, 4]);
  assert.deepEqual(found({ inspection: 'failed' }), [3]);
  assert.deepEqual(found({ inspection: 'open' }), [1, 2, 4]);
  assert.deepEqual(found({ needs: 'leftHanded' }), [1]);
  assert.deepEqual(found({ query: 'archer', needs: 'wheelchair' }), []);
});

test('a session has the archers of its categories, or all', () => {
  const sessions = [
    { number: 1, categories: ['CU21W'] },
    { number: 2, categories: [] },
  ];
  const found = (session: string) => numbersOf(filterEntries(all, { ...everybody, session }, sessions));
  assert.deepEqual([found('1'), found('2')], [[2], [1, 2, 3, 4]]);
});

test('every column sorts both ways, empty ones last', () => {
  const sorted = (by: Column, isDown = false) => numbersOf(sortEntries(all, { by, isDown }));
  assert.deepEqual(sorted('name'), [4, 2, 1, 3]);
  assert.deepEqual(sorted('name', true), [3, 1, 2, 4]);
  assert.deepEqual(sorted('target'), [2, 1, 4, 3]);
  assert.deepEqual(sorted('target', true), [4, 1, 2, 3]);
  assert.deepEqual(sorted('number', true), [4, 3, 2, 1]);
  for (const column of columns) assert.deepEqual(sorted(column).toSorted(), [1, 2, 3, 4], column);
  assert.deepEqual(numbersOf(all), [1, 2, 3, 4]);
});

test('names are offered once, as people read them', () => {
  assert.deepEqual(namesOf(['b', 'Å', 'a', 'b', '']), ['a', 'Å', 'b']);
});
