// The power goes right after the very first start, before anything is synced by chance: what the journal is kept in has its names on the disk
// by then. Redis does not see to that (src/sidecar/sync-journal.ts does).
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createRandom } from '../../simulator/random.ts';
import { findQuietPort } from './network.ts';
import { endRedis, startAppliance } from './processes.ts';
import { watchDisk } from './watched-disk.ts';

const { TENRING_DISK_LOG: library, TENRING_WATCHABLE_REDIS: redisServer } = process.env;

test('a journal that was just begun is still there after a power cut', { timeout: 60_000 }, async (t) => {
  assert.ok(library && redisServer, 'npm test builds what power cuts need (build/steps/torture.mjs)');
  const workFolder = realpathSync(mkdtempSync(join(tmpdir(), 'tenring-first-start-')));
  t.after(() => rmSync(workFolder, { recursive: true, force: true }));
  const dataFolder = join(workFolder, 'data');
  mkdirSync(dataFolder);
  const log = join(workFolder, 'disk.log');
  const disk = watchDisk(dataFolder, log);
  const port = await findQuietPort();
  const realtimePort = await findQuietPort(port);
  const watching = { library, redisServer, log, lies: false };
  const appliance = await startAppliance({ dataFolder, workFolder, port, realtimePort, clockMs: 0, watching });
  appliance.signal('SIGKILL');
  await appliance.ended();
  await endRedis(dataFolder);
  disk.cutPower(createRandom(1), 'none');
  const left = readdirSync(join(dataFolder, 'redis', 'appendonlydir')).sort();
  assert.deepEqual(left, ['appendonly.aof.1.base.rdb', 'appendonly.aof.1.incr.aof', 'appendonly.aof.manifest']);
});
