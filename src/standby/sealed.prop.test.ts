// What goes over a network that others listen to and may change.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { groupHumanCode } from '../access/human-code.ts';
import { createStandbyCode, readStandbyCode, seal, unseal } from './sealed.ts';

test('a code is read as people type it, and says openly what is not secret only', () => {
  const code = createStandbyCode(randomBytes);
  assert.match(groupHumanCode(code), /^(?:[2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}$/);
  const read = readStandbyCode(code);
  assert.deepEqual(readStandbyCode(` ${groupHumanCode(code).toLowerCase()} `), read);
  assert.equal(read?.open, code.slice(0, 8));
  const other = readStandbyCode(`${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`);
  assert.equal(other?.open, read?.open);
  assert.notEqual(other?.key, read?.key, 'one wrong letter is another key');
  for (const wrong of ['', code.slice(0, 8), code.slice(1), `${code}A`])
    assert.equal(readStandbyCode(wrong), undefined, wrong);
});

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64url'));

test('what is sealed is read with the key, about its subject, unchanged; else not at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), key, key, fc.nat(), (text, own, other, place) => {
      const sealed = seal(text, own, 'access', randomBytes);
      assert.equal(unseal(sealed, own, 'access'), text);
      assert.equal(unseal(sealed, own, 'place'), undefined);
      if (own !== other) assert.equal(unseal(sealed, other, 'access'), undefined);
      const bytes = Buffer.from(sealed, 'base64url');
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 + (place % 255));
      assert.equal(unseal(bytes.toString('base64url'), own, 'access'), undefined, `byte ${at}`);
      assert.equal(unseal(sealed.slice(0, place % sealed.length), own, 'access'), undefined);
    }),
  );
});
