// A real Redis for tests: Tenring's own sidecar in a folder of its own. A machine without redis-server fails the test, it does not skip it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../kit/clock.ts';
import { type Log, silentLog } from '../kit/log.ts';
import { findRedisServer } from '../sidecar/find-redis-server.ts';
import { openSidecar, type Sidecar } from '../sidecar/sidecar.ts';

export interface TestRedis {
  /** The data folder. */
  readonly folder: string;
  readonly sidecar: Sidecar;
  readonly connection: { readonly path: string };
  /** kill -9; the sidecar starts it again. Resolves when it is up again. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

export function requireRedisServer(): string {
  const path = findRedisServer(tmpdir());
  if (path !== undefined) return path;
  throw new Error(
    'This test needs a redis-server: set TENRING_REDIS_SERVER to one, or put one on the PATH (npm test does).',
  );
}

export async function startTestRedis({
  log = silentLog,
  maxMemoryMegabytes = 256,
}: {
  log?: Log;
  maxMemoryMegabytes?: number;
} = {}): Promise<TestRedis> {
  const serverPath = requireRedisServer();
  const folder = mkdtempSync(join(tmpdir(), 'tenring-redis-'));
  const sidecar = await openSidecar({ folder, serverPath, maxMemoryMegabytes, log, clock: systemClock });
  return {
    folder,
    sidecar,
    connection: sidecar.connection,
    crash: () => crashServer(sidecar),
    async close() {
      await sidecar.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function crashServer(sidecar: Sidecar): Promise<void> {
  const { pid } = sidecar;
  if (pid === undefined) throw new Error('Redis is not running');
  const isBack = new Promise<void>((resolve) => {
    let wasDown = false;
    sidecar.onState(({ kind }) => {
      if (kind === 'down') wasDown = true;
      if (kind === 'up' && wasDown) resolve();
    });
  });
  process.kill(pid, 'SIGKILL');
  await isBack;
}
