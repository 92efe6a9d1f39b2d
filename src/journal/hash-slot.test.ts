import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashSlot, keyOf } from './hash-slot.ts';
import { epochKey, streamKey } from './journal-keys.ts';

test('slots are those of the specification', () => {
  // Of the specification, and CLUSTER KEYSLOT.
  assert.deepEqual(['123456789', 'foo', ''].map(hashSlot), [12_739, 12_182, 0]);
});

test('what is between the first braces counts, unless there is nothing', () => {
  assert.equal(hashSlot('{user1000}.following'), hashSlot('user1000'));
  assert.equal(hashSlot('foo{}{bar}'), hashSlot('foo{}{bar}'));
  assert.notEqual(hashSlot('foo{}{bar}'), hashSlot('bar'));
  assert.equal(hashSlot('foo{{bar}}zap'), hashSlot('{bar'));
  assert.equal(hashSlot('foo{bar}{zap}'), hashSlot('bar'));
  assert.equal(hashSlot(streamKey('a competition')), hashSlot(epochKey('a competition')));
});

test('the key of each kind of command', () => {
  assert.equal(keyOf(['evalsha', 'abc', 2, 'one', 'two', 'word']), 'one');
  assert.equal(keyOf(['eval', 'return 1', 0]), undefined);
  assert.equal(keyOf(['xreadgroup', 'GROUP', 'g', 'c', 'COUNT', 1, 'STREAMS', 'one', '>']), 'one');
  assert.equal(keyOf(['xgroup', 'CREATE', 'one', 'g', '0']), 'one');
  assert.equal(keyOf(['XADD', 'one', '1-0', 'r', 'x']), 'one');
  assert.equal(keyOf(['CONFIG', 'GET', 'appendonly']), undefined);
});
