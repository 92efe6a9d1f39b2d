import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareTargets, formatTarget, parseTarget } from './target.ts';

test('a target is read as people and result lists write it', () => {
  for (const text of ['12A', '012A', '0012a', ' 12 A ', '12\tA']) {
    assert.deepEqual(parseTarget(text), { butt: 12, letter: 'A' }, text);
  }
  assert.deepEqual(parseTarget('9999H'), { butt: 9999, letter: 'H' });
});

test('what is no target is undefined, never a butt 0 or a letter that no butt has', () => {
  for (const text of ['', 'A', '12', '0A', '000B', '12I', '12AB', '10000A', '-1A', '1.5A', '1A2', 'A12', '１A']) {
    assert.equal(parseTarget(text), undefined, text);
  }
});

test('targets stand by butt, then letter: 2B before 10A', () => {
  const texts = ['10A', '2B', '2A', '1D', '10B'];
  const sorted = texts.map((text) => parseTarget(text)).filter((target) => target !== undefined);
  assert.deepEqual(sorted.sort(compareTargets).map(formatTarget), ['1D', '2A', '2B', '10A', '10B']);
});
