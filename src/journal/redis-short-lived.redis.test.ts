import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { startTestRedis, type TestRedis } from '../testing/redis-for-tests.ts';
import { JournalUnavailableError } from './journal.ts';
import { type OpenShortLivedStore, openRedisShortLived } from './redis-short-lived.ts';
import { shortLivedContract } from './short-lived.contract.ts';

let redis: TestRedis;
let store: OpenShortLivedStore;

before(async () => {
  redis = await startTestRedis();
  store = await openRedisShortLived({ connection: redis.connection, log: silentLog });
});
after(() => redis.close());

shortLivedContract('Redis', () => ({ store, pass: (milliseconds) => systemClock.sleep(milliseconds) }));

test('Redis: closed is closed', async () => {
  await store.close();
  await assert.rejects(store.get('a'), JournalUnavailableError);
});
