import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { arrowValues } from '../../src/domain/arrow-value.ts';
import type { ArrowSlot } from '../../src/domain/card/scorecard.ts';
import {
  beginCorrection,
  beginEnd,
  chooseBox,
  commandsOfEnd,
  eraseArrow,
  hasTyped,
  isFull,
  typeArrow,
} from './end-entry.ts';

const blank = [null, null, null];

describe('typing an end', () => {
  it('fills boxes from the left and stops when they are full', () => {
    let entry = beginEnd(blank, undefined);
    for (const value of ['X', '9', 'M', '5'] as const) entry = typeArrow(entry, value);
    assert.deepEqual(entry.slots, ['X', '9', 'M']);
    assert.equal(isFull(entry), true);
    assert.deepEqual(commandsOfEnd(entry, 7, 2), [
      { kind: 'scoreArrows', entry: 7, end: 2, first: 0, arrows: ['X', '9', 'M'] },
    ]);
  });

  it('undoes the last tap, and a chosen box is typed again in place', () => {
    let entry = beginEnd(blank, ['X', '9', null]);
    assert.equal(entry.cursor, 2);
    entry = eraseArrow(entry);
    assert.deepEqual([entry.slots, entry.cursor], [['X', null, null], 1]);
    entry = typeArrow(typeArrow(entry, '8'), '7');
    entry = typeArrow(chooseBox(entry, 0), '10');
    assert.deepEqual([entry.slots, entry.cursor], [['10', '8', '7'], undefined]);
    entry = eraseArrow(chooseBox(entry, 1));
    assert.deepEqual([entry.slots, entry.cursor], [['10', null, '7'], 1]);
  });

  it('leaves alone what is on the card and names the box of the first new arrow', () => {
    let entry = beginEnd(['10', null, '8', null], undefined);
    assert.equal(chooseBox(entry, 0).cursor, 1);
    assert.equal(hasTyped(entry), false);
    entry = typeArrow(typeArrow(entry, '9'), 'M');
    assert.deepEqual(commandsOfEnd(entry, 1, 1), [
      { kind: 'scoreArrows', entry: 1, end: 1, first: 1, arrows: ['9'] },
      { kind: 'scoreArrows', entry: 1, end: 1, first: 3, arrows: ['M'] },
    ]);
    assert.deepEqual(eraseArrow(beginEnd(['10', null], undefined)).slots, ['10', null]);
  });

  it('keeps where an arrow was plotted while its value is put right, and forgets it with the arrow', () => {
    const hit = { x: 120, y: -40 };
    let entry = typeArrow(beginEnd(blank, undefined), '9', hit);
    entry = typeArrow(chooseBox(entry, 0), '10');
    assert.deepEqual(
      [entry.slots, entry.hits],
      [
        ['10', null, null],
        [hit, null, null],
      ],
    );
    assert.deepEqual(typeArrow(chooseBox(entry, 0), 'M').hits, [null, null, null]);
    assert.deepEqual(eraseArrow(chooseBox(entry, 0)).hits, [null, null, null]);
    entry = typeArrow(typeArrow(entry, '8'), '7');
    assert.deepEqual(commandsOfEnd(entry, 7, 2), [
      { kind: 'scoreArrows', entry: 7, end: 2, first: 0, arrows: ['10', '8', '7'], hits: [hit, null, null] },
    ]);
  });

  it('takes plotted hits up again after a reload, but not those of boxes that somebody else has filled', () => {
    const hit = { x: 1, y: 2 };
    const entry = beginEnd(['9', null], ['8', '8'], [hit, hit]);
    assert.deepEqual(
      [entry.slots, entry.hits],
      [
        ['9', '8'],
        [null, hit],
      ],
    );
  });

  it('corrects an end only in boxes that were chosen', () => {
    const entry = beginCorrection(['9', '8'], undefined);
    assert.deepEqual(typeArrow(entry, 'X').slots, ['9', '8']);
    assert.deepEqual(typeArrow(chooseBox(entry, 1), 'X').slots, ['9', 'X']);
  });

  it('never changes a fixed box, and its commands put every typed arrow into its own box', () => {
    const slot: fc.Arbitrary<ArrowSlot> = fc.option(fc.constantFrom(...arrowValues), { nil: null });
    const taps = fc.array(
      fc.oneof(fc.constantFrom(...arrowValues), fc.constant('undo' as const), fc.integer({ min: -1, max: 7 })),
    );
    fc.assert(
      fc.property(fc.array(slot, { minLength: 1, maxLength: 6 }), taps, (now, list) => {
        let entry = beginEnd(now, undefined);
        for (const tap of list) {
          if (tap === 'undo') entry = eraseArrow(entry);
          else entry = typeof tap === 'number' ? chooseBox(entry, tap) : typeArrow(entry, tap);
        }
        const written: ArrowSlot[] = [...now];
        for (const { first, arrows } of commandsOfEnd(entry, 1, 1)) {
          for (const [offset, arrow] of arrows.entries()) {
            assert.equal(now[first + offset], null);
            written[first + offset] = arrow;
          }
        }
        assert.deepEqual(written, entry.slots);
      }),
    );
  });
});
