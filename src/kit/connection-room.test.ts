import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createConnectionRoom } from './connection-room.ts';

test('one address takes its share and no more, others get in; who leaves makes room', () => {
  const room = createConnectionRoom({ perAddress: 2, inAll: 10 });
  assert.deepEqual([room.enter('10.0.0.1'), room.enter('10.0.0.1'), room.enter('10.0.0.1')], [true, true, false]);
  assert.equal(room.enter('10.0.0.2'), true);
  room.leave('10.0.0.1');
  assert.deepEqual([room.enter('10.0.0.1'), room.enter('10.0.0.1')], [true, false]);
});

test('all addresses together have a limit too, from which nobody is exempt', () => {
  const room = createConnectionRoom({ perAddress: 2, inAll: 3 });
  for (const address of ['10.0.0.1', '10.0.0.2', '127.0.0.1']) assert.equal(room.enter(address), true);
  for (const address of ['10.0.0.3', '127.0.0.1', '::1']) assert.equal(room.enter(address), false);
  room.leave('10.0.0.2');
  assert.equal(room.enter('10.0.0.3'), true);
});

test('the box itself has no share of its own', () => {
  const room = createConnectionRoom({ perAddress: 1, inAll: 100 });
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
    for (let count = 0; count < 20; count += 1) assert.equal(room.enter(address), true, address);
});

test('leaving without having entered changes nothing', () => {
  const room = createConnectionRoom({ perAddress: 1, inAll: 1 });
  room.leave('10.0.0.1');
  assert.deepEqual([room.enter('10.0.0.1'), room.enter('10.0.0.2')], [true, false]);
});
