// A machine that stands by, put together: a journal and an archive that follow another appliance's, a page that says how far they are, and
// sockets that send tablets on. It knows nothing of the rules.
import { hostname } from 'node:os';
import { join } from 'node:path';
import { openArchive } from './archive/archive-worker.ts';
import { refuseNewer } from './archive/refuse-newer.ts';
import type { Config } from './config/config.ts';
import { sizesFor } from './config/sizes.ts';
import { thisMachine } from './config/this-machine.ts';
import { openStandbyHttp, wordsAbout } from './http/standby-http.ts';
import { openRedisJournal } from './journal/redis-journal.ts';
import { readVersion } from './kit/installation.ts';
import { originsOf } from './kit/lan-addresses.ts';
import { openLive } from './live/live-worker.ts';
import type { VitalSigns } from './service/self-check.ts';
import { askPrimaryAt } from './standby/ask-primary.ts';
import { createFollowing, type FollowingStatus } from './standby/following.ts';
import { findPlace, keepHosts, takeOverFolder } from './standby/open-role.ts';
import { trustedOf } from './standby/role-file.ts';
import { roleAnswer } from './standby/role-proof.ts';
import { type Closing, createClosing } from './starting/closing.ts';
import { holdDataFolder } from './starting/hold-data-folder.ts';
import { openRedis, redisAnswers } from './starting/open-redis.ts';
import { toStartError } from './starting/start-failure.ts';
import type { Surroundings } from './starting/surroundings.ts';

export interface StandbyAppliance {
  readonly ready: {
    readonly version: string;
    readonly origins: readonly string[];
    readonly realtimePort: number;
    readonly dataFolder: string;
    readonly standbyOf: string;
  };
  readonly status: () => FollowingStatus;
  /** Resolves once a person has said so and the mark is on disk: what was opened is to be closed, and an appliance started in its place. */
  readonly promoted: Promise<void>;
  readonly failed: Promise<Error>;
  readonly vitalSigns: VitalSigns;
  close(): Promise<void>;
}

/** Throws StartError. */
export async function startStandby(config: Config, surroundings: Surroundings): Promise<StandbyAppliance> {
  const closing = createClosing(surroundings.log);
  try {
    return await startParts(config, surroundings, closing);
  } catch (error) {
    await closing.close();
    throw toStartError(error, config);
  }
}

async function startParts(config: Config, surroundings: Surroundings, closing: Closing): Promise<StandbyAppliance> {
  const { log, clock } = surroundings;
  const { dataFolder, host } = config;
  const version = readVersion();
  const sizes = sizesFor(thisMachine(), config);
  const failure = Promise.withResolvers<Error>();
  const promotion = Promise.withResolvers<void>();
  const lock = holdDataFolder(dataFolder);
  closing.add('data folder', () => lock.release());
  refuseNewer(join(dataFolder, 'tenring.db'));
  const followed = await findPlace(config);
  const ask = askPrimaryAt(followed.origin, trustedOf(followed));

  const { target, sidecar } = await openRedis(config, surroundings, closing);
  const journal = await openRedisJournal({ connection: target, log });
  closing.add('journal', () => journal.close());
  const archive = await openArchive({
    file: join(dataFolder, 'tenring.db'),
    connection: target,
    log,
    onFailed: failure.resolve,
    memory: { heapMegabytes: sizes.archiveHeapMegabytes, cacheMegabytes: sizes.databaseCacheMegabytes },
  });
  closing.add('archive', () => archive.close());

  const allowedHosts = [...config.allowedHosts, hostname().toLowerCase(), ...followed.allowedHosts];
  const live = await openLive(
    {
      ...{ host, port: config.realtimePort, version, allowedHosts },
      ...{ maxTopicsPerSocket: 1, maxCommandsUnderWay: 1 },
      ...{ backpressureLimitBytes: sizes.backpressureBytes, heapMegabytes: sizes.liveHeapMegabytes, tls: undefined },
    },
    {
      greet: (socket) => live.refuse(socket, 'standby'),
      commands: () => undefined,
      gone: () => undefined,
      watched: (topic) => live.noSuchTopic(topic),
      unwatched: () => undefined,
      snapshotWanted: (topic) => live.noSuchTopic(topic),
      published: () => undefined,
      certificateRefused: () => undefined,
      failed: failure.resolve,
    },
  );
  closing.add('live sockets', () => live.close());

  let httpPort = config.port;
  const following = createFollowing({
    ...{ followed, folder: dataFolder, journal, archive, ask, clock, log },
    ports: () => ({ port: httpPort, realtimePort: live.port, ...securePortOnce(config) }),
    authorityLearned() {
      if (!config.tls) log.warn({}, 'devices know the primary over https: start this standby with --tls too');
    },
    // Tablets come with the names under which the primary's pages were opened.
    hostsLearned: (hosts) => keepHosts(dataFolder, hosts),
  });
  const stopping = new AbortController();
  const http = await openStandbyHttp({
    config: { ...config, allowedHosts },
    ...{ version, log, live, nowMs: () => clock.now(), status: () => following.status },
    role: (nonce) => roleAnswer('following', nonce, followed.token),
    takeOver: () => {
      takeOverFolder(dataFolder, clock.now());
      promotion.resolve();
    },
  });
  httpPort = http.port;
  closing.add('http', http.close);
  await archive.follow();
  const running = following.run(stopping.signal).catch((error: unknown) => failure.resolve(toError(error)));
  closing.add('following', async () => {
    stopping.abort(new Error('stopping'));
    await running;
  });

  return {
    ready: {
      ...{ version, dataFolder, standbyOf: followed.origin },
      origins: originsOf(host, http.port),
      realtimePort: live.port,
    },
    status: () => following.status,
    promoted: promotion.promise,
    failed: failure.promise,
    vitalSigns: {
      redisAnswers: () => redisAnswers(sidecar),
      askArchive: () => archive.list(),
      troubles: async () => [],
      words: () => `Standby of ${followed.origin}: ${wordsAbout(following.status, clock.now())}`,
    },
    close: closing.close,
  };
}

/** Nobody listens there before it takes over. */
function securePortOnce({ tls }: Config) {
  return tls && tls.realtimePort > 0 ? { secureRealtimePort: tls.realtimePort } : {};
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
