import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { lockDataFolder } from './data-folder-lock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenring-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('one at a time, and again after release', () => {
  const data = join(folder, 'made', 'here');
  const first = lockDataFolder(data);
  assert.equal(first.kind, 'locked');
  assert.deepEqual(lockDataFolder(data), { kind: 'inUse', by: process.pid });
  if (first.kind === 'locked') first.release();
  const second = lockDataFolder(data);
  assert.equal(second.kind, 'locked');
  if (second.kind === 'locked') second.release();
});

test('another process is kept out, and its kill -9 lets go', async (context) => {
  const program = `
    import { lockDataFolder } from ${JSON.stringify(resolve(import.meta.dirname, 'data-folder-lock.ts'))};
    const { kind } = lockDataFolder(process.argv[1]);
    // Nobody holds on to the lock: it must stay all the same.
    gc();
    console.log(kind);
    setInterval(() => undefined, 1000);`;
  const other = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  context.after(() => other.kill('SIGKILL'));
  const said = await new Promise((heard) =>
    other.stdout.once('data', (bytes: Buffer) => heard(bytes.toString().trim())),
  );
  assert.equal(said, 'locked');
  assert.deepEqual(lockDataFolder(folder), { kind: 'inUse', by: other.pid });
  const gone = new Promise((done) => other.once('exit', done));
  other.kill('SIGKILL');
  await gone;
  const lock = lockDataFolder(folder);
  assert.equal(lock.kind, 'locked');
  if (lock.kind === 'locked') lock.release();
});

test('a place that cannot be written to says why', () => {
  writeFileSync(join(folder, 'file'), '');
  const lock = lockDataFolder(join(folder, 'file', 'data'));
  assert.equal(lock.kind, 'notWritable');
  assert.match(lock.kind === 'notWritable' ? lock.why : '', /ENOTDIR/);
});
