// Bad days at the start: each is one line in words and an exit code of its own, and nothing is left behind.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { exitCodes } from '../config/exit-codes.ts';
import { createDataFolder, runAppliance } from '../testing/run-appliance.ts';

const main = resolve(import.meta.dirname, '..', 'main.ts');

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly lines: readonly string[];
}

function tenring(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  // Log lines are JSON here, for journald; what is said to a person is not.
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
  return { code: status, out: stdout, lines };
}

function loopback(dataFolder: string): readonly string[] {
  return ['start', '--data', dataFolder, '--host', '127.0.0.1', '--port', '0', '--realtime-port', '0'];
}

async function holdPort(): Promise<{ readonly port: number; readonly server: Server }> {
  const server = createServer();
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  return { port: address.port, server };
}

test('--version and --help say what a person wants to know', () => {
  assert.match(tenring('--version').out, /^\d+\.\d+\.\d+\n$/);
  const help = tenring('--help');
  assert.equal(help.code, exitCodes.ok);
  assert.match(help.out, /Examples:\n {2}tenring start/);
  assert.match(tenring('start', '--help').out, /--data <folder>.*\n/);
});

test('a command or a setting that cannot be is a usage error', () => {
  assert.equal(tenring('strat').code, exitCodes.usage);
  const port = tenring('start', '--port', 'eighty');
  assert.equal(port.code, exitCodes.usage);
  assert.deepEqual(port.lines, [
    'tenring: --port (TENRING_PORT) must be a whole number from 0 to 65535, not "eighty".',
  ]);
});

test('a folder that cannot be one is named, with the way out', () => {
  const folder = createDataFolder();
  const file = join(folder.path, 'a-file');
  writeFileSync(file, '');
  const run = tenring(...loopback(join(file, 'data')));
  assert.equal(run.code, exitCodes.dataFolder);
  assert.equal(run.lines.length, 1);
  assert.match(run.lines[0] ?? '', /cannot be written to.*--data/);
  folder.remove();
});

test('a second Tenring on the same folder is refused, and the first goes on', async () => {
  const folder = createDataFolder();
  const first = await runAppliance({ dataFolder: folder.path });
  try {
    const second = tenring(...loopback(folder.path));
    assert.equal(second.code, exitCodes.inUse);
    assert.equal(second.lines.length, 1);
    assert.match(second.lines[0] ?? '', new RegExp(`process ${first.process.pid}`));
    assert.equal((await fetch(`${first.origin}/readyz`)).status, 200);
  } finally {
    assert.equal(await first.stop(), exitCodes.ok, first.log());
    folder.remove();
  }
});

for (const flag of ['--port', '--realtime-port']) {
  test(`${flag} that is taken is named`, async () => {
    const folder = createDataFolder();
    const held = await holdPort();
    const run = tenring(...loopback(folder.path), flag, String(held.port));
    held.server.close();
    assert.equal(run.code, exitCodes.portTaken);
    assert.equal(run.lines.length, 1);
    assert.match(run.lines[0] ?? '', new RegExp(`Port ${held.port} .*${flag}`));
    folder.remove();
  });
}

test('an outside Redis that is not there is named', () => {
  const folder = createDataFolder();
  const run = tenring(...loopback(folder.path), '--redis', 'unix:///nowhere/redis.sock');
  assert.equal(run.code, exitCodes.redis);
  assert.equal(run.lines.length, 1);
  folder.remove();
});
