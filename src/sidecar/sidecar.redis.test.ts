import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { crashServer, requireRedisServer } from '../testing/redis-for-tests.ts';
import { askRedis } from './ask-redis.ts';
import { openSidecar, type Sidecar, SidecarError } from './sidecar.ts';

let folder = '';
const opened: Sidecar[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenring-sidecar-'));
});
afterEach(async () => {
  for (const sidecar of opened.splice(0)) await sidecar.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(serverPath = requireRedisServer(), inFolder = folder): Promise<Sidecar> {
  const sidecar = await openSidecar({
    folder: inFolder,
    serverPath,
    maxMemoryMegabytes: 128,
    log: silentLog,
    clock: systemClock,
  });
  opened.push(sidecar);
  return sidecar;
}

/** Sends inline commands and resolves with everything that comes back until as many lines as commands are there. */
function tell({ connection }: Sidecar, ...commands: string[]): Promise<string[]> {
  return new Promise((resolveLines, reject) => {
    const socket = connect(connection.path, () => socket.write(commands.map((command) => `${command}\r\n`).join('')));
    let received = '';
    socket.on('error', reject);
    socket.on('data', (bytes) => {
      received += bytes.toString();
      const lines = received.split('\r\n').slice(0, -1);
      if (lines.length < commands.length) return;
      socket.destroy();
      resolveLines(lines);
    });
  });
}

function isRunning(pid: number | undefined): boolean {
  try {
    // One that has ended may stay in the table until its parent asks.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

const incrementalFile = () => {
  const name = readdirSync(join(folder, 'redis', 'appendonlydir')).find((each) => each.endsWith('.incr.aof'));
  assert.ok(name);
  return join(folder, 'redis', 'appendonlydir', name);
};

test('runs with the settings that keep scores, on a socket that is nobody else’s', async () => {
  const sidecar = await open();
  assert.equal(sidecar.state.kind, 'up');
  assert.equal(statSync(join(folder, 'redis')).mode & 0o777, 0o700);
  assert.equal(statSync(sidecar.connection.path).mode & 0o077, 0);
  const conf = readFileSync(join(folder, 'redis', 'redis.conf'), 'utf8');
  for (const line of [
    'port 0',
    'appendonly yes',
    'appendfsync always',
    'maxmemory-policy volatile-lru',
    'maxmemory 128mb',
    'save ""',
  ]) {
    assert.ok(conf.split('\n').includes(line), line);
  }
  const [flush, config] = await tell(sidecar, 'FLUSHALL', 'CONFIG GET dir');
  assert.match(flush ?? '', /^-ERR unknown command/);
  assert.match(config ?? '', /^-ERR unknown command/);
});

test('close ends the process and leaves what was written for the next start', async () => {
  const first = await open();
  assert.deepEqual(await tell(first, 'SET a 1'), ['+OK']);
  await first.close();
  assert.equal(isRunning(first.pid), false);
  assert.equal(first.state.kind, 'down');
  const second = await open();
  assert.deepEqual(await tell(second, 'GET a'), ['$1', '1']);
});

test('a server that is killed comes back with everything', async () => {
  const sidecar = await open();
  await tell(sidecar, 'SET a 1');
  const before = sidecar.pid;
  const states: string[] = [];
  sidecar.onState(({ kind }) => states.push(kind));
  await crashServer(sidecar);
  assert.deepEqual(states, ['down', 'starting', 'up']);
  assert.notEqual(sidecar.pid, before);
  assert.deepEqual(await tell(sidecar, 'GET a'), ['$1', '1']);
});

/** An appliance that is killed: it opens a sidecar, says which process that is, and waits. */
async function killedAppliance(): Promise<number> {
  const program = `
    import { openSidecar } from ${JSON.stringify(resolve(import.meta.dirname, 'sidecar.ts'))};
    import { systemClock } from ${JSON.stringify(resolve(import.meta.dirname, '../kit/clock.ts'))};
    import { silentLog } from ${JSON.stringify(resolve(import.meta.dirname, '../kit/log.ts'))};
    const sidecar = await openSidecar({ folder: process.argv[1], serverPath: process.argv[2], maxMemoryMegabytes: 128, log: silentLog, clock: systemClock });
    console.log(sidecar.pid);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder, requireRedisServer()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = await new Promise<number>((found) =>
    child.stdout.once('data', (bytes: Buffer) => found(Number(bytes.toString()))),
  );
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await gone;
  return pid;
}

test('the orphan of a killed appliance is ended and its data taken over', async () => {
  const orphan = await killedAppliance();
  assert.ok(isRunning(orphan));
  const sidecar = await open();
  assert.equal(isRunning(orphan), false);
  assert.notEqual(sidecar.pid, orphan);
});

test('an orphan that does not answer is found by its process id and killed', async () => {
  const orphan = await killedAppliance();
  rmSync(join(folder, 'redis', 'redis.sock'));
  await open();
  assert.equal(isRunning(orphan), false);
});

test('a process id that is somebody else’s by now is left alone', async () => {
  mkdirSync(join(folder, 'redis'));
  const bystander = spawn('sleep', ['60'], { cwd: join(folder, 'redis') });
  writeFileSync(join(folder, 'redis', 'redis.pid'), String(bystander.pid));
  await open();
  assert.ok(isRunning(bystander.pid));
  bystander.kill();
});

test('a data folder with a long path gets its socket elsewhere', async () => {
  const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60));
  mkdirSync(deep, { recursive: true });
  const sidecar = await open(undefined, deep);
  assert.ok(Buffer.byteLength(sidecar.connection.path) <= 107);
  assert.deepEqual(await tell(sidecar, 'PING'), ['+PONG']);
});

test('a path with a space, a quote and an accent works', async () => {
  const odd = join(folder, 'Journée "une"');
  mkdirSync(odd);
  await (await open(undefined, odd)).close();
  const again = await open(undefined, odd);
  assert.deepEqual(await tell(again, 'PING'), ['+PONG']);
});

test('a cut-off tail of the append-only file is dropped, and nothing before it', async () => {
  const first = await open();
  await tell(first, 'SET a 1');
  await first.close();
  appendFileSync(incrementalFile(), '*3\r\n$3\r\nSET\r\n$1\r\nb\r\n$1');
  const sidecar = await open();
  assert.deepEqual(await tell(sidecar, 'GET a', 'EXISTS b'), ['$1', '1', ':0']);
  assert.deepEqual(sidecar.damages, []);
});

test('damage in the middle: the file is kept aside, and what is before the damage is used', async () => {
  const first = await open();
  await tell(first, 'SET a 1', 'SET b 2', 'SET c 3');
  await first.close();
  const path = incrementalFile();
  const bytes = readFileSync(path);
  bytes.fill(
    0xff,
    bytes.indexOf('SET', bytes.indexOf('SET') + 3) - 4,
    bytes.indexOf('SET', bytes.indexOf('SET') + 3) + 3,
  );
  writeFileSync(path, bytes);
  const sidecar = await open();
  assert.equal(sidecar.damages[0]?.outcome, 'cutOffAtTheDamage');
  assert.deepEqual(await tell(sidecar, 'GET a', 'EXISTS c'), ['$1', '1', ':0']);
  const kept = join(sidecar.damages[0].keptIn, 'appendonlydir', path.slice(path.lastIndexOf('/') + 1));
  assert.deepEqual(readFileSync(kept), bytes);
});

test('damage that cannot be cut off: the files are kept aside and Redis starts empty', async () => {
  const first = await open();
  await tell(first, 'SET a 1');
  await first.close();
  writeFileSync(join(folder, 'redis', 'appendonlydir', 'appendonly.aof.manifest'), 'nonsense\n');
  const sidecar = await open();
  assert.equal(sidecar.damages.at(-1)?.outcome, 'startedEmpty');
  assert.deepEqual(await tell(sidecar, 'EXISTS a'), [':0']);
  assert.ok(readdirSync(join(folder, 'redis')).some((name) => name.startsWith('damaged-')));
});

test('a server that cannot be started says so', async () => {
  await assert.rejects(open(join(folder, 'no-such-server')), (error) => {
    assert.ok(error instanceof SidecarError);
    assert.match(error.message, /cannot be started: .*ENOENT/);
    return true;
  });
});

test('a server that stops at once says why, in its own words', async () => {
  await assert.rejects(open('/bin/false'), /ended with exit code 1/);
});

test('nobody at home is no answer', async () => {
  assert.equal(await askRedis(join(folder, 'nothing.sock'), 'PING', 200), undefined);
});
