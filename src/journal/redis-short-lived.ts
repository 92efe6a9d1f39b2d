// Short-lived state as Redis keys with a time to live. volatile-lru may drop them when memory is short; the journal it may not.
import type { Log } from '../kit/log.ts';
import { shortLivedKey } from './journal-keys.ts';
import { openReadyRedis } from './open-redis.ts';
import type { RedisTarget } from './redis-connection.ts';
import { numberOf, textOf } from './redis-replies.ts';
import { createScript, runScript } from './redis-script.ts';
import type { ShortLivedStore } from './short-lived.ts';

export interface RedisShortLivedOptions {
  readonly connection: RedisTarget;
  readonly log: Log;
  readonly commandTimeoutMs?: number;
}

export interface OpenShortLivedStore extends ShortLivedStore {
  close(): Promise<void>;
}

const incrementScript = createScript(`
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
return count`);

/** Every question throws JournalUnavailableError while Redis is away. */
export async function openRedisShortLived(options: RedisShortLivedOptions): Promise<OpenShortLivedStore> {
  const { connection: target, log, commandTimeoutMs = 2_000 } = options;
  const connection = await openReadyRedis({ target, name: 'tenring-short-lived', log, commandTimeoutMs });
  return {
    async get(key) {
      const reply = await connection.call(['get', shortLivedKey(key)]);
      return reply === null ? undefined : textOf(reply);
    },
    async set(key, value, ttlSeconds) {
      await connection.call(['set', shortLivedKey(key), value, 'EX', ttlSeconds]);
    },
    async delete(key) {
      await connection.call(['del', shortLivedKey(key)]);
    },
    async increment(key, ttlSeconds) {
      return numberOf(await runScript(connection, incrementScript, [shortLivedKey(key)], [ttlSeconds]));
    },
    close() {
      connection.close();
      return Promise.resolve();
    },
  };
}
