import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findJsonFault } from './json-fault.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const written = fc.tuple(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 1, 2)).map(([json, indent]) => {
  return JSON.stringify(JSON.parse(json), undefined, indent);
});

test('what JSON.parse takes has no fault, what it refuses has one: whole, cut off, or with a character put in', () => {
  const signs = fc.constantFrom('"', ',', ':', '[', ']', '{', '}', '\\', '\n', ' ', '0', '-', '.', 'e', 't', '\u0001');
  fc.assert(
    fc.property(written, fc.nat(), signs, fc.boolean(), (text, place, sign, isCut) => {
      const at = place % (text.length + 1);
      const changed = isCut ? text.slice(0, at) : text.slice(0, at) + sign + text.slice(at);
      assert.equal(findJsonFault(text), undefined);
      assert.equal(findJsonFault(changed) === undefined, isJson(changed), changed);
    }),
    { numRuns: 2_000 },
  );
});

test('the fault of a text that is cut off names the member that was being read', () => {
  const text = '{\n  "a": [1, {"b/c": "x"}],\n  "d~": [[], [true, 12';
  for (const [length, pointer, line, column] of [
    [0, '', 1, 1],
    [text.indexOf('1,'), '/a/0', 2, 9],
    [text.indexOf('{"b'), '/a/1', 2, 12],
    [text.indexOf('"x') + 2, '/a/1/b~1c', 2, 20],
    [text.indexOf('}]'), '/a/1/b~1c', 2, 23],
    [text.indexOf('"d'), '', 3, 3],
    [text.length, '/d~0/1/1', 3, 23],
  ] as const) {
    assert.deepEqual(findJsonFault(text.slice(0, length)), { pointer, line, column }, text.slice(0, length));
  }
});

test('a list that is opened a million times and never closed is no reason to fall over', () => {
  assert.equal(findJsonFault('['.repeat(1_000_000))?.column, 1_000_001);
});
