// What a load costs while it goes on: processor and memory of the appliance, its Redis and this process, event loop, disk. What cannot be
// seen of another machine is undefined.
import { readFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../kit/clock.ts';
import { createLatencies, type Latency } from '../simulator/load/latencies.ts';
import type { MemoryUse, ProcessorUse } from '../simulator/load/load-figures.ts';
import type { StatusView } from '../wire/api-status.ts';
import type { ApplianceClient } from './appliance-client.ts';

export interface MeterReading {
  readonly processor: ProcessorUse;
  readonly memory: MemoryUse;
  readonly loopLagMs: number | undefined;
  readonly disk: Latency | undefined;
  readonly troubles: readonly string[];
}

export interface LoadMeter {
  /** Since it was opened. */
  readonly reading: MeterReading;
  /** One more look, so that the reading is of now. */
  look(): Promise<void>;
  close(): Promise<void>;
}

const everyMs = 2_000;
const syncEveryMs = 250;
const record = Buffer.alloc(256, 'x');
/** Of /proc/PID/stat; Linux has had no other. */
const ticksPerSecond = 100;
/** prom-client measures with this interval, and counts it in. */
const loopResolutionMs = 10;

/** Undefined where the text has no such figure. */
export function figureIn(metrics: string, name: string): number | undefined {
  const line = metrics.split('\n').find((each) => each.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length + 1));
}

function redisUse(folder: string): { readonly cpuSeconds: number; readonly bytes: number } | undefined {
  try {
    const pid = readFileSync(join(folder, 'redis', 'redis.pid'), 'utf8').trim();
    // The name, in brackets, may have spaces; user and system time are the 12th and 13th word after it.
    const words = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return { cpuSeconds: (Number(words[11]) + Number(words[12])) / ticksPerSecond, bytes: Number(kilobytes) * 1024 };
  } catch {
    // Not here, or being started again: it is not counted then.
    return undefined;
  }
}

function machineSeconds(): number {
  const busyMs = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
  return busyMs / 1_000;
}

function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Writes beside the appliance's own, as doctor does, but while the load is on. */
async function openSyncProbe(folder: string, clock: Clock, signal: AbortSignal) {
  const times = createLatencies();
  const file: FileHandle = await open(join(folder, 'load-test.probe'), 'w');
  const running = (async () => {
    while (!signal.aborted) {
      const began = performance.now();
      await file.write(record, 0, record.length, 0);
      await file.datasync();
      times.add(performance.now() - began);
      // Rejects when it is over: the loop looks itself.
      await clock.sleep(syncEveryMs, signal).catch(() => undefined);
    }
    await file.close();
  })();
  return { times, ended: running };
}

interface Look {
  readonly atMs: number;
  readonly appliance: number;
  readonly redis: number | undefined;
  readonly machine: number;
  readonly generator: number;
}

export interface MeterOptions {
  readonly client: ApplianceClient;
  /** Of an appliance on this machine. */
  readonly folder: string | undefined;
  readonly clock: Clock;
}

export async function openLoadMeter({ client, folder, clock }: MeterOptions): Promise<LoadMeter> {
  const stop = new AbortController();
  let lag: number | undefined;
  let status = await askStatus(client);
  const first = await lookNow();
  lag = undefined;
  let last = first;
  const probe = folder === undefined ? undefined : await openSyncProbe(folder, clock, stop.signal);

  async function lookNow(): Promise<Look> {
    const metrics = await client.ask('GET', '/metrics');
    const seconds = figureIn(metrics, 'nodejs_eventloop_lag_p99_seconds');
    if (seconds !== undefined) lag = Math.max(lag ?? 0, seconds * 1_000 - loopResolutionMs);
    return {
      atMs: performance.now(),
      appliance: figureIn(metrics, 'process_cpu_seconds_total') ?? 0,
      redis: folder === undefined ? undefined : redisUse(folder)?.cpuSeconds,
      machine: machineSeconds(),
      generator: ownSeconds(),
    };
  }

  async function look(): Promise<void> {
    last = await lookNow();
    status = await askStatus(client);
  }

  const watching = (async () => {
    while (!stop.signal.aborted) {
      await clock.sleep(everyMs, stop.signal).catch(() => undefined);
      // An appliance that does not answer now is for the load to notice.
      if (!stop.signal.aborted) await look().catch(() => undefined);
    }
  })();

  return {
    get reading() {
      return {
        processor: processorBetween(first, last, folder !== undefined),
        memory: memoryOf(status, folder),
        loopLagMs: lag,
        disk: probe?.times.look(),
        troubles: status.troubles.map(({ message }) => message),
      };
    },
    look,
    async close() {
      stop.abort(new Error('closed'));
      await Promise.all([watching, probe?.ended]);
    },
  };
}

async function askStatus(client: ApplianceClient): Promise<StatusView> {
  return JSON.parse(await client.ask('GET', '/api/status'));
}

function processorBetween(from: Look, to: Look, isHere: boolean): ProcessorUse {
  const seconds = (to.atMs - from.atMs) / 1_000;
  const coresOf = (before: number, after: number) => (seconds > 0 ? Math.max(0, after - before) / seconds : 0);
  const appliance = coresOf(from.appliance, to.appliance);
  const redis = from.redis === undefined || to.redis === undefined ? undefined : coresOf(from.redis, to.redis);
  const generator = coresOf(from.generator, to.generator);
  if (!isHere) return { cores: undefined, appliance, redis, generator, others: undefined };
  const all = coresOf(from.machine, to.machine);
  const others = Math.max(0, all - appliance - generator - (redis ?? 0));
  return { cores: availableParallelism(), appliance, redis, generator, others };
}

function memoryOf({ memory }: StatusView, folder: string | undefined): MemoryUse {
  const redisBytes = folder === undefined ? undefined : redisUse(folder)?.bytes;
  return {
    applianceBytes: memory.usedBytes,
    redisBytes,
    freeBytes: memory.freeBytes,
    totalBytes: memory.totalBytes,
  };
}
