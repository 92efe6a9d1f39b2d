// One look at the soaked appliance from outside and, after garbage collection, from inside.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApplianceClient } from '../../cli/appliance-client.ts';
import { figureIn } from '../../cli/load-meter.ts';
import { streamKey } from '../../journal/journal-keys.ts';
import { openConnection, type RedisConnection } from '../../journal/redis-connection.ts';
import { silentLog } from '../../kit/log.ts';
import { makePlaces } from '../../sidecar/places.ts';
import type { SoakSlice } from './judge-soak.ts';
import type { LeftoversProbe } from './leftovers.ts';
import type { Leftovers } from './preload.ts';

export type SoakSample = Omit<SoakSlice, 'minutes' | 'ack' | 'screen' | 'commands'> & { readonly leftovers: Leftovers };

export interface Sampler {
  look(competition: string): Promise<SoakSample>;
  close(): void;
}

const mega = 1e6;
const inMegabytes = (bytes: number) => Math.round((bytes / mega) * 10) / 10;

function residentBytes(pid: string | number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

async function streamRecords(redis: RedisConnection, competition: string): Promise<number> {
  return Number(await redis.call(['xlen', streamKey(competition)]));
}

export async function openSampler(
  client: ApplianceClient,
  probe: LeftoversProbe,
  { folder, pid }: { readonly folder: string; readonly pid: number },
): Promise<Sampler> {
  const target = { path: makePlaces(folder).socketPath };
  const redis = openConnection({ target, name: 'soak', log: silentLog, commandTimeoutMs: 5_000 });
  await redis.ready(5_000);
  const redisPid = readFileSync(join(folder, 'redis', 'redis.pid'), 'utf8').trim();
  return {
    async look(competition) {
      const leftovers = await probe.look();
      const metrics = await client.ask('GET', '/metrics');
      return {
        leftovers,
        appMegabytes: inMegabytes(residentBytes(pid)),
        redisMegabytes: inMegabytes(residentBytes(redisPid)),
        heapMegabytes: inMegabytes(Object.values(leftovers.heaps).reduce((sum, bytes) => sum + bytes, 0)),
        descriptors: readdirSync(`/proc/${pid}/fd`).length,
        handles: Object.values(leftovers.handles).reduce((sum, count) => sum + count, 0),
        streamRecords: await streamRecords(redis, competition),
        archiveMegabytes: inMegabytes(figureIn(metrics, 'tenring_archive_file_bytes') ?? 0),
      };
    },
    close: () => redis.close(),
  };
}
