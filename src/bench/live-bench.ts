// Score to screen: 250 tablets, 1,000 viewers, fsync before every ack; the appliance and the prototype in turns on the same cores.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RawSettings } from '../config/config.ts';
import { askProcess } from './ask-process.ts';
import type { LoadPlan, LoadResult } from './live-load.ts';
import type { FieldPlan, FieldReady, FieldUsage } from './loaded-appliance.ts';
import { runPrototype } from './prototype.ts';
import { median } from './statistics.ts';

export interface LiveBenchOptions {
  readonly boards: number;
  readonly endsPerSecond: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly redisServer: string;
  readonly progress: (line: string) => void;
}

export interface LiveFigures {
  readonly ackP50: number;
  readonly ackP99: number;
  readonly screenP50: number;
  readonly screenP99: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

export interface LiveBenchResult {
  readonly boards: number;
  readonly endsPerSecond: number;
  readonly rounds: number;
  readonly tenring: LiveFigures & { readonly redisMegabytes: number; readonly loadCpuSeconds: number };
  readonly prototype: LiveFigures | undefined;
}

const viewers = 1_000;
const tablets = 250;
const archersPerTablet = 4;

/** `settings`: beside those of the bench. */
export async function runTenring(
  { boards, endsPerSecond, seconds }: Pick<LiveBenchOptions, 'boards' | 'endsPerSecond' | 'seconds'>,
  settings: RawSettings = {},
): Promise<{ load: LoadResult; usage: FieldUsage }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tenring-bench-'));
  const server = fork(join(import.meta.dirname, 'loaded-appliance.ts'));
  try {
    const plan: FieldPlan = { dataFolder, boards, tablets, archersPerTablet, settings };
    const field = await askProcess<FieldReady>(server, plan);
    server.send('measure');
    const load = fork(join(import.meta.dirname, 'live-load.ts'));
    const { realtimePort, competition, categories } = field;
    const loadPlan: LoadPlan = {
      realtimePort,
      competition,
      categories,
      tablets: field.tablets,
      archersPerTablet,
      viewers,
      endsPerSecond,
      seconds,
    };
    const result = await askProcess<LoadResult>(load, loadPlan);
    const usage = await askProcess<FieldUsage>(server, 'report');
    server.send('stop');
    await once(server, 'exit');
    return { load: result, usage };
  } finally {
    server.kill('SIGKILL');
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

export async function benchLive(options: LiveBenchOptions): Promise<LiveBenchResult> {
  const { boards, endsPerSecond, seconds, rounds, redisServer, progress } = options;
  const ours: { load: LoadResult; usage: FieldUsage }[] = [];
  const theirs: NonNullable<ReturnType<typeof runPrototype>>[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    progress(`live: ${boards} boards, ${endsPerSecond} ends/s, round ${round} of ${rounds}: prototype`);
    const prototype = runPrototype(boards, endsPerSecond, seconds, redisServer);
    if (prototype) theirs.push(prototype);
    progress(`live: ${boards} boards, ${endsPerSecond} ends/s, round ${round} of ${rounds}: tenring`);
    const run = await runTenring(options);
    const { load } = run;
    if (load.ack.count !== load.sent) {
      throw new Error(
        `${load.sent} ends sent, ${load.ack.count} acknowledged, ${load.unanswered} not answered, refused ${JSON.stringify(load.refused)}`,
      );
    }
    ours.push(run);
  }
  const middle = <T>(runs: readonly T[], pick: (run: T) => number) => Number(median(runs.map(pick)).toFixed(2));
  return {
    boards,
    endsPerSecond,
    rounds,
    tenring: {
      ackP50: middle(ours, ({ load }) => load.ack.p50),
      ackP99: middle(ours, ({ load }) => load.ack.p99),
      screenP50: middle(ours, ({ load }) => load.screen.p50),
      screenP99: middle(ours, ({ load }) => load.screen.p99),
      cpuSeconds: middle(ours, ({ usage }) => usage.cpuSeconds),
      megabytes: middle(ours, ({ usage }) => usage.appMegabytes),
      redisMegabytes: middle(ours, ({ usage }) => usage.redisMegabytes),
      loadCpuSeconds: middle(ours, ({ load }) => load.cpuSeconds),
    },
    prototype:
      theirs.length === 0
        ? undefined
        : {
            ackP50: middle(theirs, ({ ack }) => ack.p50),
            ackP99: middle(theirs, ({ ack }) => ack.p99),
            screenP50: middle(theirs, ({ screen }) => screen.p50),
            screenP99: middle(theirs, ({ screen }) => screen.p99),
            cpuSeconds: middle(theirs, ({ serverCpuSeconds }) => serverCpuSeconds),
            megabytes: middle(theirs, ({ rssMegabytes }) => rssMegabytes),
          },
  };
}
