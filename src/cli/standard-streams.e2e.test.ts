// The real program when nobody takes what it prints: a reader that has seen enough, a disk that is full.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { exitCodes } from '../config/exit-codes.ts';
import { createDataFolder } from '../testing/run-appliance.ts';
import { runCommand } from '../testing/run-command.ts';

const main = resolve(import.meta.dirname, '..', 'main.ts');
/** What every write to it says: no space left. */
const fullDisk = '/dev/full';

test('a reader that closes before anything is written is no failure, of a page or of data', async () => {
  for (const args of [
    ['backup', '--help'],
    ['help', 'start'],
    ['completion', 'bash'],
  ]) {
    const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
    const [code] = await once(child, 'close');
    assert.deepEqual([code, said], [exitCodes.ok, ''], args.join(' '));
  }
});

test('what does not fit on the disk is said in one line, with its exit code', { skip: !existsSync(fullDisk) }, () => {
  const full = openSync(fullDisk, 'w');
  try {
    for (const args of [['--help'], ['check', '--json']]) {
      const { status, stderr } = spawnSync(process.execPath, [main, ...args], {
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      });
      assert.deepEqual([status, stderr], [exitCodes.diskFull, 'tenring: What this prints does not fit on the disk.\n']);
    }
  } finally {
    closeSync(full);
  }
});

test('an appliance goes on when its log fits nowhere, and stops in order', {
  skip: !existsSync(fullDisk),
}, async (t) => {
  const folder = createDataFolder();
  t.after(() => folder.remove());
  const full = openSync(fullDisk, 'w');
  const args = ['start', '--data', folder.path, '--host', '127.0.0.1', '--port', '0', '--realtime-port', '0'];
  const child = spawn(process.execPath, [main, ...args, '--mdns', 'off', '--log-level', 'debug'], {
    stdio: ['ignore', full, full],
  });
  t.after(() => child.kill('SIGKILL'));
  closeSync(full);
  const ended = once(child, 'exit');
  const look = async () => (await runCommand(['status', '--json', '--data', folder.path])).code;
  while ((await look()) !== exitCodes.ok && child.exitCode === null) await sleep(50);
  assert.equal(child.exitCode, null);
  assert.ok(existsSync(join(folder.path, 'tenring.db')));
  child.kill('SIGTERM');
  assert.deepEqual(await ended, [exitCodes.ok, null]);
});
