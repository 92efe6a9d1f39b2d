import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk, quietArchive, quietLive } from '../testing/http-desk.ts';

type Ready = { ready: boolean; reasons: { code: string; message: string }[] };

test('ready while everything works, with reasons when not; alive all the time', async (t) => {
  const desk = await openHttpDesk(t);
  const ready = await desk.ask('GET', '/readyz');
  assert.deepEqual([ready.status, ready.read<Ready>()], [200, { ready: true, reasons: [] }]);
  desk.world.redisUp = false;
  desk.world.archive = { ...quietArchive, trouble: 'The disk is full.' };
  const not = await desk.ask('GET', '/readyz');
  assert.equal(not.status, 503);
  assert.deepEqual(
    not.read<Ready>().reasons.map(({ code }) => code),
    ['journalDown', 'archiveTrouble'],
  );
  assert.equal(not.read<Ready>().reasons[1]?.message, 'The disk is full.');
  assert.equal((await desk.ask('GET', '/healthz')).status, 200);
});

test('a live thread that no longer reports is noticed, and that it does again', async (t) => {
  const desk = await openHttpDesk(t);
  desk.clock.time += 11_000;
  assert.deepEqual(
    (await desk.ask('GET', '/readyz')).read<Ready>().reasons.map(({ code }) => code),
    ['liveSilent'],
  );
  desk.world.live = { ...quietLive };
  assert.equal((await desk.ask('GET', '/readyz')).status, 200);
});

test('the built-in Redis says why it is away', async (t) => {
  const desk = await openHttpDesk(t, { sidecar: { state: { kind: 'down', why: 'out of memory' } } });
  assert.deepEqual((await desk.ask('GET', '/readyz')).read<Ready>().reasons, [
    { code: 'redisDown', message: 'Redis is down: out of memory' },
  ]);
});

test('figures for Prometheus', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const id = await desk.createCompetition();
  await desk.importCsv(id, 'name,category\nA,RM\n');
  await desk.importCsv(id, 'name,category\nA,RM\n');
  desk.metrics.observeCommand('deferred', 3);
  desk.world.archive = { ...quietArchive, competitions: [{ id, seq: 1 }] };
  const { text, headers } = await desk.ask('GET', '/metrics');
  assert.match(String(headers['content-type']), /^text\/plain/);
  for (const line of [
    'tenring_commands_total{outcome="accepted"} 2',
    'tenring_commands_total{outcome="deferred"} 1',
    'tenring_command_seconds_count 2',
    'tenring_journal_up 1',
    'tenring_archive_lag_facts 2',
    'tenring_live_sockets{role="scoring"} 3',
    'tenring_live_sockets{role="board"} 5',
    'tenring_live_frames_sent 70',
    'tenring_live_frames_dropped 1',
    'tenring_http_requests_total{method="POST",route="/api/competitions",status="201"} 1',
  ]) {
    assert.ok(text.split('\n').includes(line), line);
  }
  assert.match(text, /nodejs_eventloop_lag_p99_seconds/);
  assert.match(text, /process_resident_memory_bytes/);
});
