// The Redis of a start: the built-in one beside the data, or the one that the settings name.
import type { Config } from '../config/config.ts';
import { sizesFor } from '../config/sizes.ts';
import { StartError } from '../config/start-error.ts';
import { thisMachine } from '../config/this-machine.ts';
import type { RedisTarget } from '../journal/redis-connection.ts';
import { findSharedRedis } from '../nodes/open-nodes.ts';
import { askRedis } from '../sidecar/ask-redis.ts';
import { findRedisServer } from '../sidecar/find-redis-server.ts';
import { openSidecar, type Sidecar } from '../sidecar/sidecar.ts';
import type { Closing } from './closing.ts';
import type { Surroundings } from './surroundings.ts';

export async function openRedis(
  config: Config,
  { log, clock }: Surroundings,
  closing: Closing,
): Promise<{ readonly target: RedisTarget; readonly sidecar: Sidecar | undefined }> {
  if (config.redisUrl !== undefined) {
    return { target: await findSharedRedis(config.redisUrl, log), sidecar: undefined };
  }
  const serverPath = findRedisServer(config.dataFolder);
  if (serverPath === undefined) {
    throw new StartError(
      'redis',
      'There is no redis-server on this machine. Install it, or use another one with --redis URL.',
    );
  }
  const maxMemoryMegabytes = sizesFor(thisMachine(), config).redisMegabytes;
  const sidecar = await openSidecar({ folder: config.dataFolder, serverPath, maxMemoryMegabytes, log, clock });
  closing.add('redis', () => sidecar.close());
  return { target: sidecar.connection, sidecar };
}

/** While it is being started, whoever starts it gives up by itself. */
export async function redisAnswers(sidecar: Sidecar | undefined): Promise<boolean> {
  if (sidecar?.state.kind !== 'up') return true;
  return (await askRedis(sidecar.connection.path, 'PING', 5_000)) === 'PONG';
}
