// The processes of a round: the appliance with its Redis, the tablets. Each can be killed, stopped and continued.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { systemClock } from '../../kit/clock.ts';
import { openOrders } from './orders.ts';
import type { Order } from './preload.ts';
import type { TabletsOrder } from './tablets.ts';

const here = import.meta.dirname;
const main = resolve(here, '..', '..', 'main.ts');
const startMs = 60_000;
const endMs = 40_000;
const keptLog = 20_000;

/** What it is to watch: every write to the data folder goes to `log`, too. */
export interface Watching {
  readonly library: string;
  readonly redisServer: string;
  readonly log: string;
  /** The canary: a Redis whose syncs return and have done nothing. */
  readonly lies: boolean;
}

export interface ApplianceOptions {
  /** Its real path. */
  readonly dataFolder: string;
  /** For what is not data. */
  readonly workFolder: string;
  readonly port: number;
  readonly realtimePort: number;
  readonly clockMs: number;
  readonly watching: Watching | undefined;
}

export interface ApplianceProcess {
  readonly deskCode: string | undefined;
  /** Its own, to look at when something is wrong. */
  readonly log: () => string;
  readonly isRunning: boolean;
  signal(signal: NodeJS.Signals): void;
  signalRedis(signal: NodeJS.Signals): void;
  order(order: Order): void;
  /** Resolves with how it ended: the exit code, the signal, or that it does not end. */
  ended(): Promise<number | string>;
}

/** Redis is given a bare environment by the appliance, so what it is to be loaded with goes into a script in its place. */
function redisScript(folder: string, dataFolder: string, { library, redisServer, log, lies }: Watching): string {
  const path = join(folder, 'redis-server');
  const settings = [`LD_PRELOAD='${library}'`, `TORTURE_FOLDER='${dataFolder}'`, `TORTURE_LOG='${log}'`];
  if (lies) settings.push('TORTURE_DISK_LIES=1');
  const script = `#!/bin/bash
export ${settings.join(' ')}
if [ "$1" = --fix ]; then exec -a redis-check-aof '${redisServer}' "$@"; fi
exec '${redisServer}' "$@"
`;
  writeFileSync(path, script, { mode: 0o755 });
  return path;
}

function environment({ dataFolder, workFolder, clockMs, watching }: ApplianceOptions): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, TORTURE_CLOCK_MS: String(clockMs) };
  if (!watching) return env;
  return {
    ...env,
    TENRING_REDIS_SERVER: redisScript(workFolder, dataFolder, watching),
    LD_PRELOAD: watching.library,
    TORTURE_FOLDER: dataFolder,
    TORTURE_LOG: watching.log,
  };
}

/** Throws with the program's own words when it does not become ready. */
export async function startAppliance(options: ApplianceOptions): Promise<ApplianceProcess> {
  const { dataFolder, port, realtimePort } = options;
  const flags = [
    '--data',
    dataFolder,
    '--host',
    '127.0.0.1',
    '--port',
    `${port}`,
    '--realtime-port',
    `${realtimePort}`,
  ];
  const preload = pathToFileURL(join(here, 'preload.ts')).href;
  const orders = await openOrders(join(options.workFolder, 'orders.sock'));
  const child = spawn(process.execPath, ['--import', preload, main, 'start', '--json', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environment(options), TORTURE_ORDERS: orders.path },
  });
  let log = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    log = (log + bytes.toString()).slice(-keptLog);
  });
  const exited = once(child, 'exit').then(([code, signal]) => String(signal ?? code));
  child.once('exit', () => orders.close());
  const ready = child.stdout ? once(createInterface(child.stdout), 'line').then(([text]) => String(text)) : exited;
  const first = await within(startMs, Promise.race([ready, exited.then(() => undefined)]));
  if (first === undefined) {
    child.kill('SIGKILL');
    throw new Error(`The appliance did not start: ${log}`);
  }
  const { deskCode }: { deskCode?: string } = JSON.parse(first);
  return {
    deskCode,
    log: () => log,
    get isRunning() {
      return child.exitCode === null && child.signalCode === null;
    },
    signal: (signal) => {
      child.kill(signal);
    },
    signalRedis: (signal) => {
      signalProcess(redisProcessId(dataFolder), signal);
    },
    order: (order) => {
      // Its own end is for the end of the round to judge.
      if (child.exitCode === null && child.signalCode === null) orders.give(order);
    },
    ended: () => endOf(child, exited),
  };
}

/** Undefined when it does not come in time. */
async function within<T>(milliseconds: number, coming: Promise<T>): Promise<T | undefined> {
  const timer = new AbortController();
  const late = systemClock.sleep(milliseconds, timer.signal).catch(() => undefined);
  const first = await Promise.race([coming, late.then(() => undefined)]);
  timer.abort(new Error('in time'));
  return first;
}

async function endOf(child: ChildProcess, exited: Promise<string>): Promise<number | string> {
  const how = await within(endMs, exited);
  if (how !== undefined) return child.exitCode ?? how;
  child.kill('SIGKILL');
  return 'does not end';
}

/** By the file in the data folder; undefined when no Redis of this folder runs. */
export function redisProcessId(dataFolder: string): number | undefined {
  const folder = join(dataFolder, 'redis');
  try {
    const pid = Number(readFileSync(join(folder, 'redis.pid'), 'utf8').trim());
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return pid > 1 && command.includes('redis-server') ? pid : undefined;
  } catch {
    return undefined;
  }
}

function signalProcess(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It was faster.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Kills the folder's Redis and waits until it is gone: until then it could still write. */
export async function endRedis(dataFolder: string): Promise<void> {
  for (let pid = redisProcessId(dataFolder); pid !== undefined; pid = redisProcessId(dataFolder)) {
    signalProcess(pid, 'SIGKILL');
    await systemClock.sleep(5);
  }
}

export interface TabletsProcess {
  /** kill -9, and another process that goes on with their outbox. */
  restart(): Promise<void>;
  kill(): Promise<void>;
}

export function startTablets(orderFile: string, order: TabletsOrder): TabletsProcess {
  writeFileSync(orderFile, JSON.stringify(order));
  let child = start();

  function start(): ChildProcess {
    return spawn(process.execPath, [join(here, 'tablets.ts'), orderFile], { stdio: ['ignore', 'inherit', 'inherit'] });
  }

  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  return {
    kill,
    async restart() {
      await kill();
      child = start();
    },
  };
}
