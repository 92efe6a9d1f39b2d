// No ack leaves before the fdatasync that covers it has returned, as the kernel saw it (strace). Skipped, with a word, where nothing may be traced.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSimulatedTablet } from '../../simulator/simulated-tablet.ts';
import { createDataFolder, runAppliance } from '../run-appliance.ts';
import { ackedAt, durableAt, parseTrace, repliesBeforeSync, type SystemCall } from './ack-order.ts';
import { setUpField } from './field.ts';
import { redisProcessId } from './processes.ts';

const calls = 'write,writev,pwrite64,fdatasync,fsync,sendto,sendmsg';
const arrows = 24;

function canTrace(): boolean {
  return spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
}

/** Resolves when every thread is being watched. */
async function trace(pid: number, prefix: string): Promise<ChildProcess> {
  const flags = [
    '-ff',
    '-ttt',
    '-T',
    '-xx',
    '-yy',
    '-s',
    '65536',
    '-e',
    `trace=${calls}`,
    '-o',
    prefix,
    '-p',
    `${pid}`,
  ];
  const strace = spawn('strace', flags, { stdio: ['ignore', 'ignore', 'pipe'] });
  for await (const text of strace.stderr) if (String(text).includes('attached')) break;
  return strace;
}

async function endTrace(strace: ChildProcess): Promise<void> {
  const exited = once(strace, 'exit');
  strace.kill('SIGINT');
  await exited;
}

/** Thread by thread, each in its order. */
function readTraces(folder: string, prefix: string): readonly (readonly SystemCall[])[] {
  const files = readdirSync(folder).filter((name) => name.startsWith(`${prefix}.`));
  return files.map((name) => parseTrace(readFileSync(join(folder, name), 'utf8')));
}

/** The command ids that were acknowledged. */
async function score(origin: string, deskCode: string | undefined, realtimePort: number): Promise<readonly string[]> {
  const { tablets } = await setUpField(origin, deskCode, 1);
  const [first] = tablets;
  assert.ok(first);
  const tablet = openSimulatedTablet({
    url: `ws://127.0.0.1:${realtimePort}/scoring`,
    credentials: first.credentials,
  });
  const answers = first.entries.flatMap((entry) =>
    Array.from({ length: arrows / first.entries.length }, (_, box) =>
      tablet.submit({ kind: 'scoreArrows', entry, end: 1, first: box, arrows: ['9'] }),
    ),
  );
  const saved = (await Promise.all(answers)).map((answer) => {
    assert.equal(answer.kind, 'saved');
    return answer.commandId;
  });
  tablet.close();
  return saved;
}

test('every ack leaves after the fdatasync that covers it has returned', { timeout: 60_000 }, async (t) => {
  if (!canTrace()) {
    t.skip('SKIPPED: strace is not here, or nothing may be traced');
    return;
  }
  const folder = createDataFolder();
  const traces = mkdtempSync(join(tmpdir(), 'tenring-strace-'));
  const appliance = await runAppliance({ dataFolder: folder.path });
  t.after(async () => {
    await appliance.stop();
    rmSync(traces, { recursive: true });
    folder.remove();
  });
  const redisPid = redisProcessId(folder.path);
  assert.ok(redisPid && appliance.process.pid);
  const watching = [
    await trace(redisPid, join(traces, 'redis')),
    await trace(appliance.process.pid, join(traces, 'appliance')),
  ];
  const saved = await score(appliance.origin, appliance.ready.deskCode, appliance.ready.realtimePort);
  for (const strace of watching) await endTrace(strace);

  const redis = readTraces(traces, 'redis').find((thread) => thread.some(({ target }) => target.includes('.aof')));
  assert.ok(redis, 'the thread that appends was seen');
  assert.deepEqual(repliesBeforeSync(redis), []);
  const sent = readTraces(traces, 'appliance').flat();
  assert.equal(saved.length, arrows);
  const gaps = saved.map((commandId) => {
    const durable = durableAt(redis, commandId);
    const acked = ackedAt(sent, commandId);
    assert.ok(durable !== undefined && acked !== undefined, `${commandId} was seen on its way`);
    assert.ok(acked > durable, `${commandId} was acknowledged ${durable - acked} s too early`);
    return acked - durable;
  });
  t.diagnostic(
    `${saved.length} acks; the quickest left ${(Math.min(...gaps) * 1000).toFixed(2)} ms after its fdatasync`,
  );
});
