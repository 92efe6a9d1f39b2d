import { after, before } from 'node:test';
import { silentLog } from '../kit/log.ts';
import { startTestRedis, type TestRedis } from '../testing/redis-for-tests.ts';
import { type OpenSharedText, openRedisSharedText } from './redis-shared-text.ts';
import { sharedTextContract } from './shared-text.contract.ts';

let redis: TestRedis;
let opened = 0;
const texts: OpenSharedText[] = [];

before(async () => {
  redis = await startTestRedis();
});
after(async () => {
  for (const text of texts) text.close();
  await redis.close();
});

sharedTextContract('Redis', async () => {
  opened += 1;
  const text = await openRedisSharedText({ connection: redis.connection, key: `text-${opened}`, log: silentLog });
  texts.push(text);
  return text;
});
