import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeskEntry } from '../../../src/wire/api-entry-changes.ts';
import { bodyOf } from './entry-text.ts';
import { differingFields, mergeOf, usualChoice } from './merge-entries.ts';

const one: DeskEntry = { number: 3, name: 'Adi', club: 'Garuda', category: 'RM', target: null, country: 'INA' };
const other: DeskEntry = { number: 8, name: 'ADI', club: 'Garuda', category: 'RM', target: '2A', licence: '7' };
const twins = { one, other, because: 'name' } as const;

test('the card that is written on stays, else who has a target, else the older', () => {
  assert.equal(usualChoice(twins).keep, 'other');
  assert.equal(usualChoice({ ...twins, one: { ...one, isWritten: true } }).keep, 'one');
  assert.equal(usualChoice({ ...twins, other: { ...other, target: null } }).keep, 'one');
  assert.equal(usualChoice({ ...twins, one: { ...one, target: '1A' } }).keep, 'one');
  assert.equal(
    usualChoice({ ...twins, one: { ...one, target: '1A' }, other: { ...other, isWritten: true } }).keep,
    'other',
  );
});

test('what is missing in the one that stays comes from the other', () => {
  assert.deepEqual(usualChoice(twins).from, { country: 'one' });
  assert.deepEqual(differingFields(twins), ['name', 'target', 'country', 'licence']);
});

test('one request: the other goes, and each detail is from where it was chosen', () => {
  assert.deepEqual(mergeOf(twins, { keep: 'one', from: { target: 'other', country: 'other' } }, 'Same as no. 3'), {
    kind: 'change',
    json: {
      changes: [
        {
          entry: 3,
          was: bodyOf(one),
          now: { name: 'Adi', club: 'Garuda', category: 'RM', target: '2A' },
        },
      ],
      withdrawn: { entries: [8], reason: 'Same as no. 3' },
    },
  });
});

test('nothing is changed in the one that stays where nothing is taken from the other', () => {
  assert.deepEqual(mergeOf(twins, { keep: 'other', from: {} }, ''), {
    kind: 'change',
    json: { changes: [], withdrawn: { entries: [3], reason: '' } },
  });
});
