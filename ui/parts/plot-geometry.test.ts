import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Face, findFace } from '../../src/domain/rounds/faces.ts';
import { canPlot, groupOf, outerRadius, spotOfBox, toHit, valueOfHit } from './plot-geometry.ts';

const face = (id: string): Face => findFace(id) ?? assert.fail(id);

describe('plotting', () => {
  // 122 cm: a ring is 6.1 cm wide, so the ten ends 6.1 cm from the centre; 5 mm of shaft reach 0.25 cm.
  it('reads the value off the rings of the face', () => {
    const cm = (distance: number) => toHit(0, (distance / 61) * 1_000);
    const value = (distance: number) => valueOfHit(face('122'), cm(distance), 5);
    assert.equal(value(0), 'X');
    assert.equal(value(3.2), 'X');
    assert.equal(value(3.5), '10');
    assert.equal(value(6.3), '10');
    assert.equal(value(6.5), '9');
    assert.equal(value(61.2), '1');
    assert.equal(value(61.5), 'M');
    assert.equal(valueOfHit(face('122'), cm(6.5), 9.3), '10');
  });

  it('knows that a compound ten indoors is the inner one only', () => {
    const oneAndAHalfCm = toHit(75, 0);
    assert.equal(valueOfHit(face('40'), oneAndAHalfCm, 5), '10');
    assert.equal(valueOfHit(face('40-compound'), oneAndAHalfCm, 5), '9');
  });

  it('ends where the last ring of a cut face ends', () => {
    assert.equal(outerRadius(face('122')), 1_000);
    assert.equal(outerRadius(face('80-6')), 600);
    assert.equal(valueOfHit(face('80-6'), toHit(700, 0), 5), 'M');
  });

  it('is offered for rings only', () => {
    assert.equal(canPlot(face('3d')), false);
    assert.equal(canPlot(face('vegas')), true);
    assert.equal(canPlot({ ...face('40'), zones: [] }), false);
  });

  it('gives each box of an end its spot', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 5].map((box) => spotOfBox(face('40-triple'), box)),
      [0, 1, 2, 0, 2],
    );
    assert.equal(spotOfBox(face('122'), 5), 0);
    assert.equal(spotOfBox(face('nfaa-5-spot'), 4), 4);
  });

  it('finds the middle of a group, and none where nothing was plotted', () => {
    const group = groupOf([{ x: -100, y: 40 }, null, { x: 100, y: 40 }]);
    assert.deepEqual(group, { centre: { x: 0, y: 40 }, meanDistance: 100 });
    assert.equal(groupOf([null, null]), undefined);
  });
});
