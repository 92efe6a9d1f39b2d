// Starts the real program as a child process, as a club would, and tells a test where it is. Loopback only.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '..', '..');
/** With one it need not begin again to get it, which takes half a second. */
const heapLimit = ['--max-old-space-size=1024'];

export interface Ready {
  readonly origins: readonly string[];
  readonly realtimePort: number;
  readonly secureOrigins: readonly string[];
  readonly dataFolder: string;
  readonly deskCode: string | undefined;
}

export interface RunningAppliance {
  readonly ready: Ready;
  readonly origin: string;
  readonly process: ChildProcess;
  /** What it wrote to stderr so far. */
  readonly log: () => string;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, as a power cut would for the process. */
  kill(): Promise<void>;
}

/** A killed appliance leaves its Redis, which the next start in the folder ends: for folders that see none. */
export function endLeftRedis(folder: string): void {
  try {
    process.kill(Number(readFileSync(join(folder, 'redis', 'redis.pid'), 'utf8')), 'SIGKILL');
  } catch (error) {
    // Stopped in order: there is no file, or nobody with its number.
    if (!(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')))
      throw error;
  }
}

export function createDataFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'tenring-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A port that is free now. Tests that start the program again on its port need one: only a port that was asked for by number is reusable at once. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address && typeof address === 'object' ? address.port : 0;
}

export interface RunOptions {
  readonly dataFolder: string;
  readonly port?: number;
  readonly realtimePort?: number;
  readonly args?: readonly string[];
}

/** Throws with the program's own words when it does not become ready. */
export async function runAppliance({
  dataFolder,
  port = 0,
  realtimePort = 0,
  args = [],
}: RunOptions): Promise<RunningAppliance> {
  const flags = [
    '--data',
    dataFolder,
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--realtime-port',
    String(realtimePort),
  ];
  const child = spawn(
    process.execPath,
    [...heapLimit, join(root, 'src', 'main.ts'), 'start', '--json', ...flags, ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let errors = '';
  child.stderr.on('data', (bytes: Buffer) => {
    errors += bytes.toString();
  });
  const exited = once(child, 'exit');
  const firstLine = once(createInterface(child.stdout), 'line');
  const line = await Promise.race([firstLine.then(([text]) => String(text)), exited.then(() => undefined)]);
  if (line === undefined) throw new Error(`The appliance did not start (exit code ${child.exitCode}): ${errors}`);
  const ready: Ready = JSON.parse(line);
  return {
    ready,
    origin: ready.origins[0] ?? '',
    process: child,
    log: () => errors,
    async stop() {
      child.kill('SIGTERM');
      await exited;
      return child.exitCode;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
