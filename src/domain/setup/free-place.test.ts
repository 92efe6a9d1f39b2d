import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatTarget, parseTarget } from '../target.ts';
import { findFreePlace } from './free-place.ts';

/** `RM 1A 1B, CW 3A` */
function field(text: string) {
  return text.split(', ').flatMap((part) => {
    const [category = '', ...places] = part.split(' ');
    return places.map((place) => ({ category, target: parseTarget(place) ?? assert.fail(place) }));
  });
}

function freeIn(text: string, category: string): string | undefined {
  const place = findFreePlace(field(text), category);
  return place && formatTarget(place);
}

test('beside the others of the category, at the first butt with a free letter', () => {
  assert.equal(freeIn('RM 1A 1B 1D 2A', 'RM'), '1C');
  assert.equal(freeIn('RM 1A 1B 1C 1D 2A, CW 3A', 'RM'), '2B');
  assert.equal(freeIn('RM 2A 1A, CW 2B 2C 1B 1C', 'RM'), '3A');
  // Letters that another category has at the same butt are taken.
  assert.equal(freeIn('RM 2A, CW 2B 1A 1D', 'RM'), '2C');
});

test('where its butts are full, at the next empty one', () => {
  assert.equal(freeIn('RM 1A 1B, CW 2A 2B, BM 4A 4B', 'RM'), '3A');
  assert.equal(freeIn('RM 1A 1B, CW 2A 2B', 'BM'), '3A');
});

test('before anybody has a target there is none to propose', () => {
  assert.equal(findFreePlace([], 'RM'), undefined);
  assert.equal(freeIn('RM 9999A', 'CW'), undefined);
});
