// What systemd hears, on a clock that the test turns; and once through the real systemd-notify and a socket as systemd has it.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { silentLog } from '../kit/log.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { createNotifier, sendBySystemdNotify } from './notifier.ts';
import type { VitalSigns } from './self-check.ts';
import { openSupervision, watchEveryMs } from './under-systemd.ts';

const environment = { NOTIFY_SOCKET: '/run/systemd/notify', WATCHDOG_USEC: '45000000' };
const second = 1_000;
const never = new Promise<boolean>(() => undefined);

const well: VitalSigns = {
  redisAnswers: async () => true,
  askArchive: async () => [],
  troubles: async () => [],
  words: () => 'Ready at http://192.168.1.5:8000: 3 tablets, 4 viewers',
};

function supervise(given: NodeJS.ProcessEnv = environment) {
  const sent: string[] = [];
  const clock = createManualClock();
  const send = async (words: readonly string[]) => {
    sent.push(...words);
  };
  const supervision = openSupervision(given, { log: silentLog, clock, send });
  /** What was heard in that time. */
  async function during(milliseconds: number) {
    sent.length = 0;
    await clock.advance(milliseconds);
    return sent.slice();
  }
  return { clock, supervision, during, sent };
}

/** Ready, with the first look taken. */
async function ready(signs: Partial<VitalSigns>) {
  const supervised = supervise();
  await supervised.during(0);
  supervised.supervision.ready({ ...well, ...signs });
  await supervised.during(0);
  return supervised;
}

test('ready is said when it is, and not before', async () => {
  const { supervision, during, sent } = supervise();
  assert.ok(sent.includes('EXTEND_TIMEOUT_USEC=30000000'));
  const starting = await during(25 * second);
  assert.ok(!starting.includes('READY=1'));
  assert.equal(starting.filter((word) => word === 'EXTEND_TIMEOUT_USEC=30000000').length, 2);
  sent.length = 0;
  supervision.ready(well);
  await Promise.resolve();
  assert.ok(sent.includes('READY=1'));
  assert.ok(sent.includes(`STATUS=${well.words()}`));
  assert.ok(!(await during(60 * second)).some((word) => word.startsWith('EXTEND_TIMEOUT')));
  await supervision.ended();
});

test('while all answer it gives a sign of life three times as often as systemd wants one', async () => {
  const { supervision, during } = await ready({});
  assert.equal((await during(45 * second)).filter((word) => word === 'WATCHDOG=1').length, 3);
  await supervision.ended();
});

const hanging: readonly (readonly [string, Partial<VitalSigns>, RegExp])[] = [
  ['a Redis that hangs', { redisAnswers: () => never }, /^STATUS=Redis does not answer/],
  ['a Redis that says no', { redisAnswers: async () => false }, /^STATUS=Redis does not answer/],
  ['an archive that hangs', { askArchive: () => never }, /^STATUS=the archive does not answer/],
  [
    'an archive that has ended',
    { askArchive: () => Promise.reject(new Error('ended')) },
    /^STATUS=the archive does not answer/,
  ],
  [
    'silent live connections',
    { troubles: async () => [{ code: 'liveSilent', message: 'The live thread does not report.' }] },
    /^STATUS=the live connections do not answer/,
  ],
];

for (const [what, signs, status] of hanging) {
  test(`${what}: no sign of life, and why`, async () => {
    const { supervision, during } = await ready(signs);
    const heard = await during(60 * second);
    assert.ok(!heard.includes('WATCHDOG=1'));
    assert.ok(
      heard.some((word) => status.test(word)),
      heard.join('\n'),
    );
    await supervision.ended();
  });
}

test('a full disk is told to people and ends nothing', async () => {
  const troubles = async () => [{ code: 'diskFull', message: '3 MB are free in the data folder.' }];
  const { supervision, during } = await ready({ troubles });
  const heard = await during(15 * second);
  assert.ok(heard.includes('WATCHDOG=1'));
  assert.ok(heard.includes('STATUS=3 MB are free in the data folder.'));
  await supervision.ended();
});

test('while it stops it asks for more time, though not for ever, and says nothing afterwards', async () => {
  const { supervision, during } = await ready({});
  supervision.stopping();
  const heard = await during(30 * second);
  assert.ok(heard.includes('STOPPING=1'));
  assert.ok(heard.includes('EXTEND_TIMEOUT_USEC=30000000'));
  assert.ok(!heard.includes('READY=1'));
  await during(600 * second);
  assert.deepEqual(await during(60 * second), []);
  await supervision.ended();
});

test('a look that was under way when it stops says nothing any more', async () => {
  const look = Promise.withResolvers<boolean>();
  const { supervision, during } = await ready({ redisAnswers: () => look.promise });
  supervision.stopping();
  await supervision.ended();
  look.resolve(true);
  assert.deepEqual(await during(60 * second), []);
});

test('without systemd nothing is sent, and nothing waits', async () => {
  const { supervision, sent, clock } = supervise({});
  supervision.ready(well);
  supervision.stopping();
  await supervision.ended();
  await clock.advance(60 * second);
  assert.deepEqual([sent, clock.sleepers], [[], 0]);
});

test('a watchdog that is not wanted, or another process’s, is not fed', () => {
  assert.equal(watchEveryMs({}), undefined);
  assert.equal(watchEveryMs({ WATCHDOG_USEC: '0' }), undefined);
  assert.equal(watchEveryMs({ WATCHDOG_USEC: '30000000', WATCHDOG_PID: '12' }, 13), undefined);
  assert.equal(watchEveryMs({ WATCHDOG_USEC: '30000000', WATCHDOG_PID: '12' }, 12), 10_000);
});

test('what waits behind a slow message goes as one, the last word of each; what cannot be sent stops nothing', async () => {
  const slow = Promise.withResolvers<void>();
  const sent: (readonly string[])[] = [];
  const notifier = createNotifier(async (words) => {
    sent.push(words);
    if (sent.length === 1) await slow.promise;
  }, silentLog);
  notifier.tell({ STATUS: 'one' });
  notifier.tell({ STATUS: 'two', WATCHDOG: '1' });
  notifier.tell({ STATUS: 'three\nREADY=1' });
  slow.reject(new Error('no socket'));
  await notifier.idle();
  assert.deepEqual(sent, [['STATUS=one'], ['STATUS=three READY=1', 'WATCHDOG=1']]);
});

const listen = `
import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.bind(sys.argv[1]); print('bound', flush=True)
while True: print(repr(s.recv(4096).decode()), flush=True)
`;
const has = (program: string) => spawnSync(program, ['--version']).status === 0;
const missing = ['systemd-notify', 'python3'].filter((program) => !has(program));

test('the real systemd-notify sends it as one datagram', {
  skip: missing.length > 0 && `NOT TESTED: no ${missing.join(', no ')} here`,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-notify-'));
  const socket = join(folder, 'notify');
  const listener = spawn('python3', ['-c', listen, socket], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const lines = createInterface(listener.stdout)[Symbol.asyncIterator]();
    await lines.next();
    const notifier = createNotifier(sendBySystemdNotify({ ...process.env, NOTIFY_SOCKET: socket }), silentLog);
    notifier.tell({ READY: '1', STATUS: 'Ready at http://[::1]:8000' });
    await notifier.idle();
    assert.equal((await lines.next()).value, "'READY=1\\nSTATUS=Ready at http://[::1]:8000'");
  } finally {
    listener.kill();
    await once(listener, 'close');
    rmSync(folder, { recursive: true });
  }
});
