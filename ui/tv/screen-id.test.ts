import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idInAddress } from './screen-id.ts';

test('a name in the address is the screen’s id, however it is typed', () => {
  assert.equal(idInAddress('/tv/Main%20Hall'), 'main-hall');
  assert.equal(idInAddress('/tv/lapangan-2/'), 'lapangan-2');
  assert.equal(idInAddress('/tv/%E9%A4%A8'), '館');
  assert.equal(idInAddress('/tv'), undefined);
  assert.equal(idInAddress('/tv/'), undefined);
});

test('a name that none can be is passed over, and the screen makes an id of its own', () => {
  assert.equal(idInAddress('/tv/a%2Fb'), undefined);
  assert.equal(idInAddress('/tv/%E0%A4%A'), undefined);
  assert.equal(idInAddress(`/tv/${'x'.repeat(65)}`), undefined);
});
