import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCard, nextInOrder } from './find-card.ts';

const entries = [
  { number: 1, target: '2A' },
  { number: 2, target: '10B' },
  { number: 3, target: '2B' },
  { number: 4, target: null },
];

test('a card is found by target, by number, and by the address of the printed code', () => {
  assert.equal(findCard(' 10b ', entries), 2);
  assert.equal(findCard('#3', entries), 3);
  assert.equal(findCard('http://192.168.1.5:8000/desk#/cup/cards/3', entries), 3);
  assert.equal(findCard('https://tenring.local/desk#/cup/cards/99', entries), undefined);
  for (const text of ['', '2', '2C', '#', 'somebody']) assert.equal(findCard(text, entries), undefined, text);
});

test('the next card is that of the next archer on the field, and there is none after the last', () => {
  assert.equal(nextInOrder(entries, 1)?.number, 3);
  assert.equal(nextInOrder(entries, 3)?.number, 2);
  assert.equal(nextInOrder(entries, 2), undefined);
  assert.equal(nextInOrder(entries, 4), undefined);
});
