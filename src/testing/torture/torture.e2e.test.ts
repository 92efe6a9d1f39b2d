// A short `npm run torture`, the same every time as far as chance goes: one round of each main fault, and the canary. The long runs are not here.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type FaultKind, faultKinds } from './faults.ts';
import { torture } from './rounds.ts';
import { unmountSmallDisk } from './small-disk.ts';

const { TENRING_DISK_LOG: library, TENRING_WATCHABLE_REDIS: redisServer } = process.env;
assert.ok(library && redisServer, 'npm test builds what power cuts need (build/steps/torture.mjs)');
const watching = { library, redisServer };
const common = { minutes: 2, butts: 4, pauseMs: 20, watching, mercy: 'none' } as const;

test('nothing that was acknowledged is lost or doubled by any of the main faults', { timeout: 120_000 }, async (t) => {
  const order: readonly FaultKind[] = [
    'cutPower',
    'killRedis',
    'endArchiveThread',
    'damageJournal',
    'troubleNetwork',
    'killAppliance',
  ];
  const tell = (line: string) => t.diagnostic(line);
  const result = await torture({ ...common, seed: 1, rounds: order.length, order, canary: false, tell });
  assert.deepEqual(result.violations, []);
  assert.equal(result.rounds, order.length);
  assert.ok(result.acks > 100, `${result.acks} acks`);
  assert.ok(order.every((kind) => faultKinds.includes(kind)));
});

test('a Redis whose syncs do nothing is found out', { timeout: 120_000 }, async (t) => {
  const tell = (line: string) => t.diagnostic(line);
  const result = await torture({ ...common, seed: 2, rounds: 12, order: ['cutPower'], canary: true, tell });
  assert.ok(result.lost > 0, 'acknowledged arrows are missed');
  assert.ok(result.folder);
  unmountSmallDisk(join(result.folder, 'disk'));
  rmSync(result.folder, { recursive: true });
});
