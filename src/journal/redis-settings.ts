// What an outside Redis, or each master of a cluster, is set to: whether it keeps what it has acknowledged.
import { type Log, withoutNews } from '../kit/log.ts';
import { addressOf, readClusterMap, urlOf } from './cluster-map.ts';
import { JournalUnavailableError } from './journal.ts';
import { redisUrlToTarget } from './open-redis.ts';
import {
  openConnection,
  type RedisConnection,
  type RedisTarget,
  type Reply,
  type ServerTarget,
} from './redis-connection.ts';

export interface RedisSettings {
  /** Host and port, or the socket's path: without user and password. */
  readonly server: string;
  readonly version: string;
  readonly isInCluster: boolean;
  /** Undefined where it does not let us ask: hosted ones forbid CONFIG. */
  readonly policy: string | undefined;
  readonly appendOnly: string | undefined;
  readonly fsync: string | undefined;
}

const readyMs = 10_000;

/** Of `--redis`: one server of a cluster is enough to find the others. Throws JournalUnavailableError. */
export async function findRedis(
  url: string,
  log: Log,
): Promise<{ readonly target: RedisTarget; readonly settings: readonly RedisSettings[] }> {
  const named = redisUrlToTarget(url);
  const [first] = await readRedisSettings(named, log);
  const target = 'url' in named && first?.isInCluster ? { cluster: [named.url] } : named;
  return { target, settings: await readRedisSettings(target, log) };
}

/** Throws JournalUnavailableError. */
export async function readRedisSettings(target: RedisTarget, log: Log): Promise<readonly RedisSettings[]> {
  const servers = 'cluster' in target ? await mastersOf(target.cluster, log) : [target];
  return Promise.all(servers.map((server) => withServer(server, log, (connection) => settingsOf(server, connection))));
}

/** By the first that answers. */
async function mastersOf(seeds: readonly string[], log: Log): Promise<readonly ServerTarget[]> {
  let last: JournalUnavailableError | undefined;
  for (const url of seeds) {
    try {
      const reply = await withServer({ url }, log, (connection) => connection.call(['cluster', 'SLOTS']));
      const { masters } = readClusterMap(reply, new URL(url).hostname);
      if (masters.length === 0) throw new JournalUnavailableError('The Redis Cluster has no slots yet');
      return masters.map((address) => ({ url: urlOf(address, url) }));
    } catch (error) {
      if (!(error instanceof JournalUnavailableError)) throw error;
      last = error;
    }
  }
  throw last ?? new JournalUnavailableError('No server of the Redis Cluster is named');
}

async function withServer<T>(
  target: ServerTarget,
  log: Log,
  ask: (connection: RedisConnection) => Promise<T>,
): Promise<T> {
  const connection = openConnection({ target, name: 'tenring-settings', log: withoutNews(log) });
  try {
    await connection.ready(readyMs);
    return await ask(connection);
  } finally {
    connection.close();
  }
}

async function settingsOf(target: ServerTarget, connection: RedisConnection): Promise<RedisSettings> {
  const info = textOf(await connection.call(['info']));
  return {
    server: 'path' in target ? target.path : addressOf(target.url),
    version: /(?:redis|valkey)_version:(\S+)/.exec(info)?.[1] ?? 'of unknown version',
    isInCluster: /^(?:redis|server)_mode:cluster/m.test(info),
    policy: await settingOf(connection, 'maxmemory-policy'),
    appendOnly: await settingOf(connection, 'appendonly'),
    fsync: await settingOf(connection, 'appendfsync'),
  };
}

async function settingOf(connection: RedisConnection, name: string): Promise<string | undefined> {
  try {
    const reply = await connection.call(['config', 'GET', name]);
    return Array.isArray(reply) ? textOf(reply[1] ?? null) || undefined : undefined;
  } catch (error) {
    if (error instanceof JournalUnavailableError) return undefined;
    throw error;
  }
}

function textOf(reply: Reply): string {
  return Buffer.isBuffer(reply) ? reply.toString('utf8') : '';
}
