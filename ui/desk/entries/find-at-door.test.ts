import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeskEntry } from '../../../src/wire/api-entry-changes.ts';
import { findAtDoor, numberIn } from './find-at-door.ts';

const entry = (number: number, name: string, target: string | null = null): DeskEntry => ({
  ...{ number, name, club: 'Garuda', category: 'RM', target },
});
const all = [entry(1, 'Adi', '12A'), entry(2, 'Bayu', '1A'), entry(12, 'Citra', '2A'), entry(21, 'Åsa')];
const found = (text: string) => findAtDoor(all, text).map(({ number }) => number);

test('a number is an entry before it is anything else', () => {
  assert.deepEqual(found('12'), [12, 1]);
  assert.deepEqual(found(' 21 '), [21]);
  assert.deepEqual(found('7'), []);
});

test('a scanned address means the athlete in it and nobody else', () => {
  assert.deepEqual(found('http://192.168.1.10:8000/athlete/abcd1234/12'), [12]);
  assert.deepEqual(found('/athlete/abcd1234/99'), []);
  assert.deepEqual(found('https://elsewhere.example/'), []);
});

test('targets and names', () => {
  assert.deepEqual(found('2a'), [12, 1]);
  assert.deepEqual(found('asa'), [21]);
  assert.deepEqual(found('garuda bayu'), [2]);
});

test('what is no number', () => {
  assert.deepEqual(['12A', 'a 12', '', '123456', '1/2/x'].map(numberIn), Array(5).fill(undefined));
  assert.deepEqual(['12', '/3', 'x/4/', '00012'].map(numberIn), [12, 3, 4, 12]);
});
