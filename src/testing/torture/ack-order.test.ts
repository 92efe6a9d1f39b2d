import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ackedAt, durableAt, parseTrace, repliesBeforeSync } from './ack-order.ts';

const append = '10.000100 write(8</data/redis/appendonly.aof.1.incr.aof>, "\\x2a\\xab\\xcd", 3) = 3 <0.000010>';
const sync = '10.000200 fdatasync(8</data/redis/appendonly.aof.1.incr.aof>) = 0 <0.000500>';
const reply = '10.000800 write(9<UNIX-STREAM:[1]>, "\\x2b\\x4f\\x4b", 3) = 3 <0.000010>';
const traceOf = (...lines: string[]) => parseTrace(lines.join('\n'));

test('a reply after the sync is in order, one before it is found', () => {
  assert.deepEqual(repliesBeforeSync(traceOf(append, sync, reply)), []);
  assert.equal(repliesBeforeSync(traceOf(append, reply, sync)).length, 1);
  assert.equal(repliesBeforeSync(traceOf(append, sync.replace('= 0', '= -1'), reply)).length, 1);
  assert.deepEqual(repliesBeforeSync(traceOf(reply, append, sync)), []);
});

test('facts are durable when their sync has returned, an ack leaves when its call begins', () => {
  assert.ok(Math.abs((durableAt(traceOf(append, sync), 'abcd') ?? 0) - 10.0007) < 1e-9);
  assert.equal(durableAt(traceOf(sync, append), 'abcd'), undefined);
  assert.equal(durableAt(traceOf(append, sync), 'abce'), undefined);
  const ack =
    '10.000900 sendto(20<TCP:[127.0.0.1:8001->127.0.0.1:4]>, "\\x82\\xab\\xcd", 3, MSG_NOSIGNAL, NULL, 0) = 3 <0.000020>';
  assert.equal(ackedAt(traceOf(ack, reply), 'abcd'), 10.0009);
});
