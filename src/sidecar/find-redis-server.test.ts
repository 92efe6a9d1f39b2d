import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { findRedisServer, unpackServer } from './find-redis-server.ts';

let folder = '';
const { TENRING_REDIS_SERVER: given, PATH: path } = process.env;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenring-find-'));
});
afterEach(() => {
  process.env.PATH = path;
  if (given !== undefined) process.env.TENRING_REDIS_SERVER = given;
  rmSync(folder, { recursive: true, force: true });
});

test('the copy is executable, kept while it is the same, and replaced when the program brings another', () => {
  const asset = join(folder, 'asset');
  writeFileSync(asset, 'one');
  const copy = unpackServer(asset, folder);
  assert.equal(statSync(copy).mode & 0o777, 0o755);
  const { ino } = statSync(copy);
  assert.equal(unpackServer(asset, folder), copy);
  assert.equal(statSync(copy).ino, ino);
  writeFileSync(asset, 'two');
  unpackServer(asset, folder);
  assert.equal(readFileSync(copy, 'utf8'), 'two');
  chmodSync(copy, 0o644);
  unpackServer(asset, folder);
  assert.equal(statSync(copy).mode & 0o777, 0o755);
});

test('without an own one the machine’s is taken; without any there is none', () => {
  delete process.env.TENRING_REDIS_SERVER;
  process.env.PATH = folder;
  assert.equal(findRedisServer(folder), undefined);
  writeFileSync(join(folder, 'valkey-server'), '', { mode: 0o755 });
  assert.equal(findRedisServer(folder), join(folder, 'valkey-server'));
  writeFileSync(join(folder, 'redis-server'), '', { mode: 0o755 });
  assert.equal(findRedisServer(folder), join(folder, 'redis-server'));
  writeFileSync(join(folder, 'given'), '', { mode: 0o755 });
  process.env.TENRING_REDIS_SERVER = join(folder, 'given');
  assert.equal(findRedisServer(folder), join(folder, 'given'));
});
