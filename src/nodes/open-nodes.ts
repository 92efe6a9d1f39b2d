// This appliance as one of several that share a Redis: what they have in common beside the journal. With the built-in Redis there is none
// of this.
import { randomBytes } from 'node:crypto';
import type { AccessStore } from '../access/access-store.ts';
import { openSharedAccessStore } from '../access/shared-access-store.ts';
import type { Archive } from '../archive/archive.ts';
import { readNodeId } from '../config/node-id.ts';
import { StartError } from '../config/start-error.ts';
import type { OpenableIntake } from '../intake/create-intake.ts';
import { followOtherNodes } from '../intake/follow-other-nodes.ts';
import { loadCompetition } from '../intake/load-competition.ts';
import type { Journal } from '../journal/journal.ts';
import { accessKey } from '../journal/journal-keys.ts';
import type { RedisTarget } from '../journal/redis-connection.ts';
import { findRedis } from '../journal/redis-settings.ts';
import { openRedisSharedText } from '../journal/redis-shared-text.ts';
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import { judgeRedis } from './judge-redis.ts';

export interface Nodes {
  /** Of this node's archive: with one group they would get half of the facts each. */
  readonly group: string;
  readonly access: AccessStore;
  /** Before competitions are loaded. Throws StartError when the beginning of one is nowhere to be had. */
  complete(journal: Journal, archive: Archive): Promise<void>;
  /** Reads on what other nodes write, until it is stopped. */
  follow(parts: FollowedParts): { stop(): void };
  close(): void;
}

export interface NodesParts {
  readonly dataFolder: string;
  readonly target: RedisTarget;
  readonly clock: Clock;
  readonly log: Log;
}

export interface FollowedParts {
  readonly journal: Journal;
  readonly intake: OpenableIntake;
  readonly archive: Archive;
  readonly log: Log;
  readonly loaded: (competition: string) => void;
  readonly failed: (error: Error) => void;
}

/** So late is a page told of a password that was set at another node; whoever logs in is never late. */
const accessEveryMs = 1_000;

/** Where the Redis of `--redis` is. Throws StartError for one that scores cannot be trusted to. */
export async function findSharedRedis(url: string, log: Log): Promise<RedisTarget> {
  const { target, settings } = await findRedis(url, log);
  const { refused, warned } = judgeRedis(settings);
  for (const warning of warned) log.warn({}, warning);
  if (refused.length > 0) throw new StartError('redis', `Redis cannot be used: ${refused.join(' ')}`);
  return target;
}

export async function openNodes({ dataFolder, target, clock, log }: NodesParts): Promise<Nodes> {
  const node = readNodeId(dataFolder);
  const stopping = new AbortController();
  const shared = await openRedisSharedText({ connection: target, key: accessKey, log });
  let access: AccessStore;
  try {
    access = await openSharedAccessStore({ folder: dataFolder, node, shared, log, random: randomBytes });
  } catch (error) {
    shared.close();
    throw error;
  }

  async function keepAccessFresh(): Promise<void> {
    for (;;) {
      await clock.sleep(accessEveryMs, stopping.signal);
      // With Redis away whoever asks is told so; here there is nothing to say.
      await access.refresh().catch(() => undefined);
    }
  }
  // It ends when it is told to.
  keepAccessFresh().catch(() => undefined);

  return {
    group: `archive-${node}`,
    access,
    async complete(journal, archive) {
      for (const competition of await journal.competitions()) await complete(competition, archive);
    },
    follow(parts) {
      async function load(competition: string) {
        await complete(competition, parts.archive);
        const found = (await parts.archive.list()).find(({ id }) => id === competition);
        return loadCompetition(competition, found?.seq ?? 0, parts);
      }
      const failed = (error: unknown) => parts.failed(error instanceof Error ? error : new Error(String(error)));
      const following = new AbortController();
      followOtherNodes({ ...parts, clock, load, failed }, following.signal);
      return { stop: () => following.abort(new Error('stopping')) };
    },
    close() {
      stopping.abort(new Error('stopping'));
      shared.close();
    },
  };
}

async function complete(competition: string, archive: Archive): Promise<void> {
  if (await archive.complete(competition)) return;
  throw new StartError(
    'redis',
    `The beginning of competition ${competition} is in the archive of another node only, and none has answered. Start a node that has it first, or restore a backup of it here.`,
  );
}
