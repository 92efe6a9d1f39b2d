import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import { faces, findFace } from '../../src/domain/rounds/faces.ts';
import { readTypedEnd, writeTypedEnd } from './typed-end.ts';

const full = findFace('122');
const animals = faces.find(({ zones }) => zones.some(({ value }) => value === '11'));

test('an end is typed as it stands on paper, close together or apart', () => {
  for (const text of ['x 10 9', 'X109', 'x09', 'X,0,9', ' x  10 9 ', 'x/10/9']) {
    assert.deepEqual(readTypedEnd(text, full), { arrows: ['X', '10', '9'], unknown: undefined }, text);
  }
  assert.deepEqual(readTypedEnd('98m', full).arrows, ['9', '8', 'M']);
  assert.deepEqual(readTypedEnd('', full), { arrows: [], unknown: undefined });
});

test('digits mean what the face has', () => {
  assert.ok(animals);
  assert.deepEqual(readTypedEnd('11 1', full).arrows, ['1', '1', '1']);
  assert.deepEqual(readTypedEnd('1110', animals).arrows, ['11', '10']);
  assert.deepEqual(readTypedEnd('1 0', full).arrows, ['1', '10'], 'apart, a one and a ten');
});

test('what the face has not is pointed out, and what was understood before it is kept', () => {
  assert.deepEqual(readTypedEnd('9 y 8', full), { arrows: ['9'], unknown: 'Y' });
  assert.deepEqual(readTypedEnd('9 12', findFace('80')), { arrows: ['9', '1', '2'], unknown: undefined });
  const sixRings = faces.find(({ zones }) => !zones.some(({ value }) => value === '4'));
  assert.deepEqual(readTypedEnd('9 4', sixRings).unknown, '4');
});

test('whatever is written can be typed again, on every face', () => {
  const face = fc.constantFrom(...faces);
  const end = face.chain((on) => {
    const values: readonly ArrowValue[] = [...on.zones.map(({ value }) => value), 'M'];
    return fc.tuple(fc.constant(on), fc.array(fc.constantFrom(...values), { maxLength: 12 }));
  });
  fc.assert(
    fc.property(end, ([on, arrows]) => {
      assert.deepEqual(readTypedEnd(writeTypedEnd(arrows), on), { arrows, unknown: undefined });
    }),
  );
  assert.equal(writeTypedEnd(['9', null, '8']), '9 8');
});
