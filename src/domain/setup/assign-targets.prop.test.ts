import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newEntry } from '../../testing/small-competition.ts';
import { formatTarget } from '../target.ts';
import { assignTargets } from './assign-targets.ts';

const place = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(...'ABCD'))
  .map(([butt, letter]) => `${butt}${letter}`);
const field = fc
  .array(fc.tuple(fc.constantFrom('RM', 'RW', 'CM'), fc.option(place, { nil: undefined, freq: 3 })), { maxLength: 30 })
  .map((all) => all.map(([code, target], index) => newEntry(`Athlete ${index}`, code, target)));

test('everybody gets a place that nobody has; categories do not meet on a butt that was given out', () => {
  fc.assert(
    fc.property(
      field,
      fc.uniqueArray(place, { maxLength: 10 }),
      fc.integer({ min: 1, max: 5 }),
      (entries, taken, perButt) => {
        const assigned = assignTargets(entries, new Set(taken), perButt);
        assert.deepEqual(
          assigned.map((entry) => entry.name),
          entries.map((entry) => entry.name),
        );
        const given = new Set<string>();
        const categoryOfButt = new Map<number, string>();
        for (const [index, { target, category }] of assigned.entries()) {
          assert.ok(target);
          if (entries[index]?.target) {
            assert.deepEqual(target, entries[index].target);
            continue;
          }
          const text = formatTarget(target);
          assert.ok(!given.has(text) && !taken.includes(text), text);
          assert.ok(!entries.some((entry) => entry.target?.butt === target.butt), text);
          assert.ok('ABCDE'.indexOf(target.letter) < perButt, text);
          given.add(text);
          assert.equal(categoryOfButt.get(target.butt) ?? category, category);
          categoryOfButt.set(target.butt, category);
        }
      },
    ),
  );
});
