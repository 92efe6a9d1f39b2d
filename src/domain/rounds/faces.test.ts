import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrowValues } from '../arrow-value.ts';
import { findFace, pointsOnFace } from './faces.ts';

// RULES 1.3: an inner ten of half the ten's width; for compound indoors it is the only ten.
test('compound indoors has the small ten, and the rest of the ten is a nine', () => {
  const inner = (id: string) =>
    findFace(id)
      ?.zones.slice(0, 2)
      .map((zone) => [zone.value, zone.diameterCm]);
  assert.deepEqual(inner('40-compound-triple'), [
    ['10', 2],
    ['9', 8],
  ]);
  assert.deepEqual(inner('60-compound'), [
    ['10', 3],
    ['9', 12],
  ]);
  assert.deepEqual(inner('40'), [
    ['10', 4],
    ['9', 8],
  ]);
  assert.deepEqual(inner('122'), [
    ['X', 6.1],
    ['10', 12.2],
  ]);
});

// RULES 1.3
test('a face has the values of the rule book and no other', () => {
  const values = (id: string) => arrowValues.filter((value) => pointsOnFace(id, value) !== undefined).join(' ');
  assert.equal(values('122'), 'X 10 9 8 7 6 5 4 3 2 1 M');
  assert.equal(values('80-6'), 'X 10 9 8 7 6 5 M');
  assert.equal(values('40'), '10 9 8 7 6 5 4 3 2 1 M');
  assert.equal(values('40-triple'), '10 9 8 7 6 M');
  assert.equal(values('40-compound-triple'), '10 9 8 7 6 M');
  assert.equal(values('80'), 'X 10 9 8 7 6 5 4 3 2 1 M');
  assert.equal(values('80-5'), 'X 10 9 8 7 6 M');
  assert.equal(values('40-6'), '10 9 8 7 6 5 M');
  assert.equal(values('60-triple'), '10 9 8 7 6 M');
  assert.equal(values('60-compound'), '10 9 8 7 6 5 4 3 2 1 M');
  assert.equal(values('122-5zone'), '9 7 5 3 1 M');
  assert.equal(values('field-80'), '6 5 4 3 2 1 M');
  assert.equal(values('3d'), '11 10 8 5 M');
  assert.equal(values('vegas'), 'X 10 9 8 7 6 M');
  assert.equal(values('40-11'), '11 10 9 8 7 6 5 4 3 2 1 M');
  assert.equal(values('nfaa-40'), 'X 5 4 3 2 1 M');
  assert.equal(values('nfaa-5-spot'), 'X 5 4 M');
  assert.equal(values('nfaa-65'), 'X 5 4 3 M');
  assert.equal(values('ifaa-65'), '5 4 3 M');
  assert.equal(values('worcester-5'), '5 4 M');
  assert.equal(values('no such face'), '');
  assert.equal(findFace('no such face'), undefined);
});

test('rings have their colours: two of each, gold in the middle', () => {
  const colours = findFace('122')?.zones.map((zone) => zone.colour);
  assert.deepEqual(colours, ['gold', 'gold', 'gold', 'red', 'red', 'blue', 'blue', 'black', 'black', 'white', 'white']);
});
