import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrowValues } from './arrow-value.ts';
import { faces, findFace, pointsOnFace } from './faces.ts';

test('zones fall from the centre outwards and no value stands twice', () => {
  for (const { id, zones } of faces) {
    for (const [index, zone] of zones.entries()) {
      const inner = zones[index - 1];
      if (inner) assert.ok(inner.points > zone.points || (inner.value === 'X' && zone.value === '10'), id);
    }
    assert.equal(new Set(zones.map((zone) => zone.value)).size, zones.length, id);
  }
  assert.equal(new Set(faces.map((face) => face.id)).size, faces.length);
});

test('an X is worth ten, a miss nothing, on every face that has them', () => {
  for (const { id, zones } of faces) {
    assert.equal(pointsOnFace(id, 'M'), 0, id);
    assert.equal(pointsOnFace(id, 'X'), zones.some((zone) => zone.value === 'X') ? 10 : undefined, id);
  }
});

// RULES 1.3
test('a face has the values of the rule book and no other', () => {
  const values = (id: string) => arrowValues.filter((value) => pointsOnFace(id, value) !== undefined).join(' ');
  assert.equal(values('122'), 'X 10 9 8 7 6 5 4 3 2 1 M');
  assert.equal(values('80-6'), 'X 10 9 8 7 6 5 M');
  assert.equal(values('40'), '10 9 8 7 6 5 4 3 2 1 M');
  assert.equal(values('40-triple'), '10 9 8 7 6 M');
  assert.equal(values('40-compound-triple'), '10 9 8 7 6 M');
  assert.equal(values('no such face'), '');
  assert.equal(findFace('no such face'), undefined);
});

test('rings have their colours: two of each, gold in the middle', () => {
  const colours = findFace('122')?.zones.map((zone) => zone.colour);
  assert.deepEqual(colours, ['gold', 'gold', 'gold', 'red', 'red', 'blue', 'blue', 'black', 'black', 'white', 'white']);
});
