// The one door to Redis: to a server by socket or address, or to a cluster.
import { openCluster } from './cluster-connection.ts';
import { type ConnectionOptions, openConnection, type RedisConnection, type RedisTarget } from './redis-connection.ts';

export function openRedis({ target, ...options }: ConnectionOptions): RedisConnection {
  return 'cluster' in target ? openCluster({ target, ...options }) : openConnection({ target, ...options });
}

/** Once it answers. Throws JournalUnavailableError where it does not, and leaves nothing open. */
export async function openReadyRedis(options: ConnectionOptions, withinMs = 10_000): Promise<RedisConnection> {
  const connection = openRedis(options);
  try {
    await connection.ready(withinMs);
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

/** `unix:///path`, `redis://host:port`, or `redis://host:port,host:port,…` for a cluster; user, password and TLS are those of the first. */
export function redisUrlToTarget(url: string): RedisTarget {
  const path = /^unix:\/\/(.*)$/.exec(url)?.[1];
  if (path !== undefined) return { path };
  const [first = '', ...others] = url.split(',').map((part) => part.trim());
  if (others.length === 0) return { url };
  const prefix = /^rediss?:\/\/(?:[^@/]*@)?/.exec(first)?.[0] ?? '';
  return { cluster: [first, ...others.filter(Boolean).map((host) => prefix + host)] };
}
