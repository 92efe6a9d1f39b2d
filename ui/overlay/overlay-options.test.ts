import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { languages } from '../text/languages.ts';
import {
  fields,
  type OverlayOptions,
  optionNames,
  optionsQuery,
  positions,
  readOptions,
  usualOptions,
} from './overlay-options.ts';

const hex = fc.stringMatching(/^[0-9a-f]{6}([0-9a-f]{2})?$/);
const anyOptions = fc.record({
  position: fc.constantFrom(...positions),
  size: fc.integer({ min: 25, max: 400 }),
  margin: fc.integer({ min: 0, max: 400 }),
  top: fc.integer({ min: 1, max: 20 }),
  ...{ ground: hex, ink: hex, accent: hex },
  fields: fc.subarray([...fields]),
  lang: fc.constantFrom(undefined, ...languages.map(({ code }) => code)),
  age: fc.boolean(),
  still: fc.boolean(),
}) as fc.Arbitrary<OverlayOptions>;

test('an address that was built says what was chosen', () => {
  fc.assert(
    fc.property(anyOptions, (options) => {
      assert.deepEqual(readOptions(optionsQuery(options)), { options: { ...options }, wrong: [] });
    }),
  );
  assert.equal(optionsQuery(usualOptions), '');
});

test('what cannot be is named and counts as not said; the rest holds', () => {
  const { options, wrong } = readOptions('?size=9999&position=moon&ink=red&top=3&fields=club,shoe&age=yes&lang=xx');
  assert.deepEqual(wrong, ['position', 'size', 'ink', 'fields', 'lang', 'age']);
  assert.deepEqual(options, { ...usualOptions, top: 3 });
});

test('a colour may have its # and capital letters', () => {
  assert.equal(readOptions('?ink=%23FFEE00').options.ink, 'ffee00');
});

test('no text of an address makes trouble', () => {
  fc.assert(
    fc.property(fc.constantFrom(...optionNames), fc.string(), (name, text) => {
      const { options, wrong } = readOptions(`?${new URLSearchParams({ [name]: text })}`);
      if (wrong.length > 0) assert.deepEqual(options, usualOptions);
    }),
  );
});
