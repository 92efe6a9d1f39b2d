import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { archerNeeds } from '../../../src/domain/setup/draw-targets.ts';
import { bodyOf, fieldOfRefusal, noTexts, readTexts, textsOf } from './entry-text.ts';

const known = {
  categories: [
    { code: 'RM', name: 'Recurve Men' },
    { code: 'RU18M', name: 'Recurve Under 18 Men' },
    { code: 'rm', name: 'another' },
  ],
  year: 2026,
  discipline: 'outdoor',
} as const;
const adi = { ...noTexts, name: ' Adi ', category: 'recurve men' };

test('a name and a category are enough; the category by code, in any case, or by name', () => {
  assert.deepEqual(readTexts(adi, known), {
    body: { name: 'Adi', club: '', category: 'RM', target: null },
    newCategory: undefined,
    problems: {},
  });
  const codes = ['RM', 'rm', 'ru18m', 'another'].map(
    (category) => readTexts({ ...adi, category }, known).body.category,
  );
  assert.deepEqual(codes, ['RM', 'rm', 'RU18M', 'rm']);
});

test('what cannot be is said by field, all of it at once', () => {
  const wrong = { ...noTexts, category: 'XX', target: '12', bornIn: 'young', also: 'RM YY' };
  assert.deepEqual(readTexts(wrong, known).problems, {
    ...{ name: 'name', category: 'category', target: 'target', bornIn: 'bornIn', also: 'also' },
  });
  assert.deepEqual(readTexts({ ...adi, category: 'RU18M', bornIn: '1990' }, known).problems, { bornIn: 'age' });
  assert.deepEqual(readTexts({ ...adi, bornIn: '2030' }, known).problems, { bornIn: 'bornIn' });
});

test('a category of World Archery that is not there yet comes along, one of another making does not', () => {
  const read = readTexts({ ...adi, category: 'cu18w' }, known);
  assert.deepEqual([read.body.category, read.newCategory?.code, read.problems], ['CU18W', 'CU18W', {}]);
  assert.equal(read.newCategory?.roundId, 'wa720-50-compound');
  assert.deepEqual(readTexts({ ...adi, category: 'LM' }, known).problems, { category: 'category' });
});

test('a target is written as it is everywhere', () => {
  assert.equal(readTexts({ ...adi, target: ' 007 c' }, known).body.target, '7C');
});

test('what is registered goes into the form and comes back as it was', () => {
  const text = fc
    .string({ minLength: 1, maxLength: 10 })
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const entry = fc.record(
    {
      name: text,
      club: text,
      category: fc.constantFrom('RM', 'RU18M'),
      target: fc.constantFrom(null, '12A', '1H'),
      country: text,
      bornIn: fc.constant(2010),
      licence: text,
      also: fc.subarray(['RM', 'RU18M'], { minLength: 1 }),
      needs: fc.subarray([...archerNeeds], { minLength: 1 }),
    },
    { requiredKeys: ['name', 'club', 'category', 'target'], noNullPrototype: true },
  );
  fc.assert(
    fc.property(entry, (body) => {
      assert.deepEqual(bodyOf({ number: 1, ...body, checkedInAt: 5 }), body);
      assert.deepEqual(readTexts(textsOf(body), known), { body, newCategory: undefined, problems: {} });
    }),
  );
});

test('a refusal stands beside the field that it is about, or above the form', () => {
  assert.equal(fieldOfRefusal('targetTaken'), 'target');
  assert.equal(fieldOfRefusal('entryChangedMeanwhile'), undefined);
  assert.equal(fieldOfRefusal('toString'), undefined);
});
