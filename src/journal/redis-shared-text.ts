// A shared text as a Redis key without a time to live: volatile-lru leaves it alone, as it does the journal.
import type { Log } from '../kit/log.ts';
import { openReadyRedis } from './open-redis.ts';
import type { RedisTarget } from './redis-connection.ts';
import { textOf } from './redis-replies.ts';
import { createScript, runScript } from './redis-script.ts';
import type { SharedText } from './shared-text.ts';

export interface RedisSharedTextOptions {
  readonly connection: RedisTarget;
  readonly key: string;
  readonly log: Log;
  readonly commandTimeoutMs?: number;
}

export interface OpenSharedText extends SharedText {
  close(): void;
}

/** ARGV: whether there has to be one, which one, the new one. */
const replaceScript = createScript(`
local kept = redis.call('GET', KEYS[1])
if ARGV[1] == '0' and kept then return 0 end
if ARGV[1] == '1' and kept ~= ARGV[2] then return 0 end
redis.call('SET', KEYS[1], ARGV[3])
return 1`);

export async function openRedisSharedText(options: RedisSharedTextOptions): Promise<OpenSharedText> {
  const { connection: target, key, log, commandTimeoutMs = 2_000 } = options;
  const connection = await openReadyRedis({ target, name: 'tenring-shared', log, commandTimeoutMs });
  return {
    async get() {
      const reply = await connection.call(['get', key]);
      return reply === null ? undefined : textOf(reply);
    },
    async replace(seen, text) {
      const words = [seen === undefined ? 0 : 1, seen ?? '', text];
      return (await runScript(connection, replaceScript, [key], words)) === 1;
    },
    close: connection.close,
  };
}
