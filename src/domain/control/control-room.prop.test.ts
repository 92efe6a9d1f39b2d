// Whoever has shot how much: the field is where more than half are, and exactly those before it are waited for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { categoryOf, desk, fold, smallCompetition } from '../../testing/small-competition.ts';
import type { Entry, Fact } from '../facts.ts';
import { controlRoomOf } from './control-room.ts';

const six = ['9', '9', '9', '9', '9', '9'] as const;

test('more than half have shot the field’s end, at most half the next, and the rest is listed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 30 }), (shot) => {
      const archers = shot.map(
        (_, index): Entry => ({
          ...{ number: index + 10, name: `Archer ${index}`, club: '', category: 'CM' },
          target: { butt: 10 + Math.floor(index / 4), letter: 'ABCD'.charAt(index % 4) },
        }),
      );
      const facts: Fact[] = [
        { kind: 'categoriesAdded', categories: [categoryOf('CM')] },
        { kind: 'entriesRegistered', entries: archers },
        ...shot.flatMap((ends, index) =>
          Array.from({ length: ends }, (_, end): Fact => {
            return { kind: 'arrowsScored', entry: index + 10, end: end + 1, first: 0, arrows: six };
          }),
        ),
      ];
      const state = fold(smallCompetition(), facts, desk);
      assert.ok(state);
      const { fields, waitingFor } = controlRoomOf(state);
      const [field] = fields;
      if (shot.every((ends) => ends === 0)) {
        assert.deepEqual([fields, waitingFor], [[], []]);
        return;
      }
      assert.ok(field);
      const has = (end: number) => shot.filter((ends) => ends >= end).length;
      assert.ok(2 * has(field.end) > shot.length);
      assert.ok(field.end === 12 || 2 * has(field.end + 1) <= shot.length);
      assert.equal(field.there, has(field.end));
      const expected = shot.map((ends) => Math.max(0, field.end - ends)).filter((behind) => behind > 0);
      assert.deepEqual(
        waitingFor.map(({ behind }) => behind),
        expected.sort((a, b) => b - a),
      );
    }),
    { numRuns: 100 },
  );
});
