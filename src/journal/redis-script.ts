// Lua scripts, by hash. Redis forgets them when it restarts; NOSCRIPT means that nothing ran, so sending the source then is safe.
import { createHash } from 'node:crypto';
import { type RedisConnection, RedisReplyError, type Reply, type Word } from './redis-connection.ts';

export interface RedisScript {
  readonly source: string;
  readonly sha: string;
}

export function createScript(source: string): RedisScript {
  return { source, sha: createHash('sha1').update(source).digest('hex') };
}

export async function runScript(
  connection: RedisConnection,
  { source, sha }: RedisScript,
  keys: readonly string[],
  words: readonly Word[],
): Promise<Reply> {
  const rest = [keys.length, ...keys, ...words];
  try {
    return await connection.call(['evalsha', sha, ...rest]);
  } catch (error) {
    if (!(error instanceof RedisReplyError) || error.code !== 'NOSCRIPT') throw error;
    return connection.call(['eval', source, ...rest]);
  }
}
