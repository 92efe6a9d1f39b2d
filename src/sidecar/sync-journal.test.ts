import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { syncJournal } from './sync-journal.ts';

test('files, folders and a socket among them: what can be synced is, and nothing is changed', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-sync-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const redis = join(folder, 'redis');
  mkdirSync(join(redis, 'appendonlydir'), { recursive: true });
  writeFileSync(join(redis, 'appendonlydir', 'appendonly.aof.1.incr.aof'), 'facts');
  const server = createServer().listen(join(redis, 'redis.sock'));
  t.after(() => server.close());
  await new Promise((listening) => server.once('listening', listening));
  await syncJournal(redis);
});

test('a folder that is not there cannot be relied on', async () => {
  await assert.rejects(syncJournal('/no/such/folder'), /ENOENT/);
});
