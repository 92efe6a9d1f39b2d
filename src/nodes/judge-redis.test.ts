import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RedisSettings } from '../journal/redis-settings.ts';
import { judgeRedis } from './judge-redis.ts';

const good: RedisSettings = {
  server: 'localhost:6379',
  version: '7.0.15',
  isInCluster: false,
  policy: 'volatile-lru',
  appendOnly: 'yes',
  fsync: 'always',
};

test('one that keeps what it acknowledges is taken without a word', () => {
  assert.deepEqual(judgeRedis([good, { ...good, policy: 'noeviction' }]), { refused: [], warned: [] });
});

test('one that would throw scores away, or has no disk, is refused by name', () => {
  const servers = [
    good,
    { ...good, server: 'a:1', policy: 'allkeys-lru' },
    { ...good, server: 'b:2', appendOnly: 'no' },
  ];
  const { refused, warned } = judgeRedis(servers);
  assert.equal(refused.length, 2);
  assert.match(refused[0] ?? '', /^a:1 may throw scores away .*allkeys-lru.*volatile-lru/);
  assert.match(refused[1] ?? '', /^b:2 does not keep scores on its disk/);
  assert.deepEqual(warned, []);
});

test('a second that a power cut may cost, and settings that are not told, are words', () => {
  const { refused, warned } = judgeRedis([
    { ...good, fsync: 'everysec' },
    { ...good, policy: undefined, appendOnly: undefined, fsync: undefined },
  ]);
  assert.deepEqual(refused, []);
  assert.match(warned[0] ?? '', /everysec/);
  assert.match(warned[1] ?? '', /does not tell its settings/);
});
