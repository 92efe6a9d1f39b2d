import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRuleSet, ruleSets, valuesCounted } from './rule-sets.ts';

// RULES 1.5
test('outdoors the year decides what breaks a tie first; indoors it does not', () => {
  assert.deepEqual(findRuleSet('wa-2026')?.tieBreaks.outdoor, ['x', 'ten']);
  assert.deepEqual(findRuleSet('wa-2025')?.tieBreaks.outdoor, ['ten', 'x']);
  for (const { tieBreaks } of ruleSets) assert.deepEqual(tieBreaks.indoor, ['ten', 'nine']);
  for (const { tieBreaks } of ruleSets) assert.deepEqual(tieBreaks['3d'], ['eleven', 'ten']);
  assert.deepEqual(findRuleSet('wa-2026')?.tieBreaks.field, ['six', 'five']);
  assert.deepEqual(findRuleSet('wa-2025')?.tieBreaks.field, ['sixOrFive', 'six']);
  assert.equal(findRuleSet('wa-1999'), undefined);
});

test('a ten counts the inner ten too, as cards do', () => {
  assert.deepEqual([...valuesCounted.ten].sort(), ['10', 'X']);
  assert.deepEqual(valuesCounted.x, ['X']);
  assert.deepEqual(valuesCounted.nine, ['9']);
});
