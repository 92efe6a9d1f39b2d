import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  fieldHeight,
  fieldWidth,
  mostNumbers,
  numbersToStrokes,
  pathOfStrokes,
  type Stroke,
  strokesToNumbers,
} from './signature.ts';

const pad = { width: 500, height: 200 };
const coordinate = fc.double({ min: -50, max: 700, noNaN: true });
const stroke = fc.array(fc.record({ x: coordinate, y: coordinate }), { maxLength: 120 });

test('a signature is placed on the field and read back as it was drawn', () => {
  const drawn: readonly Stroke[] = [
    [
      { x: 0, y: 0 },
      { x: 500, y: 200 },
    ],
    [{ x: 100, y: 100 }],
  ];
  const numbers = strokesToNumbers(drawn, pad);
  assert.deepEqual(numbers, [0, 0, 250, 100, 255, 50, 50]);
  const strokes = numbersToStrokes(numbers);
  assert.deepEqual(strokes, [
    [
      { x: 0, y: 0 },
      { x: 250, y: 100 },
    ],
    [{ x: 50, y: 50 }],
  ]);
  assert.equal(pathOfStrokes(strokes), 'M0 0L250 100M50 50h0');
});

test('nothing drawn is nothing kept', () => {
  assert.deepEqual(strokesToNumbers([], pad), []);
  assert.deepEqual(strokesToNumbers([[], []], pad), []);
  assert.deepEqual(numbersToStrokes([]), []);
  assert.equal(pathOfStrokes([]), '');
});

test('a stroke that fits keeps every bend; one that does not keeps the ends and the sharpest', () => {
  const zigzag = Array.from({ length: 40 }, (_, index) => ({ x: index * 10, y: index % 2 === 0 ? 20 : 180 }));
  assert.equal(numbersToStrokes(strokesToNumbers([zigzag], pad))[0]?.length, 40);
  const wave = Array.from({ length: 600 }, (_, index) => ({
    x: index / 1.2,
    y: 100 + 80 * Math.sin(index / 40) + (index % 2),
  }));
  const [kept = []] = numbersToStrokes(strokesToNumbers([wave], pad));
  assert.ok(kept.length > 20 && kept.length <= mostNumbers / 2, String(kept.length));
  assert.deepEqual(kept[0], { x: 0, y: 50 });
  assert.equal(kept.at(-1)?.x, 250);
  assert.ok(Math.max(...kept.map(({ y }) => y)) >= 88, 'the crest is still there');
});

test('of a hundred strokes the longest stay', () => {
  const dots = Array.from({ length: 100 }, (_, index) => [{ x: index, y: 10 }]);
  const line = [
    { x: 0, y: 0 },
    { x: 500, y: 200 },
  ];
  const kept = numbersToStrokes(strokesToNumbers([...dots, line], pad));
  assert.ok(kept.some((each) => each.length === 2 && each[1]?.x === 250));
});

test('whatever is drawn fits what a card takes, within the field', () => {
  fc.assert(
    fc.property(fc.array(stroke, { maxLength: 90 }), (strokes) => {
      const numbers = strokesToNumbers(strokes, pad);
      assert.ok(numbers.length <= mostNumbers);
      for (const number of numbers) assert.ok(Number.isInteger(number) && number >= 0 && number <= 255);
      const read = numbersToStrokes(numbers);
      for (const { x, y } of read.flat()) assert.ok(x <= fieldWidth && y <= fieldHeight);
      assert.equal(
        read.length > 0,
        strokes.some((each) => each.length > 0),
      );
      assert.deepEqual(strokesToNumbers(read, { width: fieldWidth, height: fieldHeight }), numbers);
    }),
    { numRuns: 60 },
  );
});

test('numbers of nobody we know draw something or nothing, and never throw', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 300 }), (numbers) => {
      const path = pathOfStrokes(numbersToStrokes(numbers));
      assert.doesNotMatch(path, /undefined|NaN/);
    }),
  );
});
