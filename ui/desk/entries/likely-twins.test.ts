import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeskEntry } from '../../../src/wire/api-entry-changes.ts';
import { findTwins } from './likely-twins.ts';

function found(...entries: readonly (readonly [string, Partial<DeskEntry>?])[]) {
  const listed = entries.map(([name, more], index): DeskEntry => {
    return { number: index + 1, name, club: '', category: 'RM', target: null, ...more };
  });
  return findTwins(listed).map(({ one, other, because }) => `${one.number} ${other.number} ${because}`);
}

test('case, accents, order of the parts and membership', () => {
  assert.deepEqual(found(['Åsa Öberg'], ['ASA OBERG'], ['Dewi']), ['1 2 name']);
  assert.deepEqual(found(['Siti Rahma'], ['Rahma, Siti']), ['1 2 swapped']);
  assert.deepEqual(found(['A', { licence: 'x-7' }], ['B', { licence: 'X-7' }]), ['1 2 licence']);
  assert.deepEqual(found(['A'], ['B'], ['', { licence: '' }], ['', {}]), []);
});

test('each pair once, with the strongest reason; three of a kind are two pairs', () => {
  assert.deepEqual(found(['Adi', { licence: '1' }], ['Adi', { licence: '1' }]), ['1 2 licence']);
  assert.deepEqual(found(['Adi'], ['adi'], ['ADI']), ['1 2 name', '1 3 name']);
});

test('those of one category come first: in two categories somebody may shoot', () => {
  assert.deepEqual(found(['Adi'], ['Adi', { category: 'CM' }], ['Bayu'], ['Bayu']), ['3 4 name', '1 2 name']);
});
