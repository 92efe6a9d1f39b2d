import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk, quietArchive, quietLive, quietNetwork } from '../testing/http-desk.ts';
import type { StatusView } from '../wire/api-status.ts';
import { createAckTimes } from './ack-times.ts';

async function openDesk(t: Parameters<typeof openHttpDesk>[0], changed: Parameters<typeof openHttpDesk>[1] = {}) {
  const desk = await openHttpDesk(t, changed);
  await desk.logIn();
  return { ...desk, look: async () => (await desk.ask('GET', '/api/status')).read<StatusView>() };
}

test('the status has what is scored, by whom, and how soon it was saved', async (t) => {
  const desk = await openDesk(t);
  const id = await desk.createCompetition();
  await desk.importCsv(id, 'Name;Club;Category;Target\nFajar;Elang;RM;1A\nGita;Elang;RM;1B\n');
  const joined = await desk.ask('POST', `/api/competitions/${id}/targets/1/join-code`, { json: {} });
  const { code } = joined.read<{ code: string }>();
  const { device } = (await desk.ask('POST', '/api/join', { json: { code, label: 'T1' } })).read<{ device: string }>();
  const before = await desk.look();
  assert.deepEqual(before.competitions[0]?.devices, { paired: 1, connected: 0 });
  assert.deepEqual(before.acks, { count: 3, medianMs: before.acks.medianMs, slowMs: before.acks.slowMs, sample: 3 });

  const path = `/api/competitions/${id}/entries/1/scorecard/arrows`;
  const scored = await desk.ask('POST', path, { json: { end: 1, first: 0, arrows: ['X', '9', 'M'] } });
  assert.equal(scored.status, 200, scored.text);
  desk.world.live = { ...quietLive, devices: [`${id}/${device}`, 'other/device'] };
  desk.clock.time += 60_000;
  const status = await desk.look();
  assert.deepEqual(status.competitions, [
    {
      ...{ id, name: 'Piala Uji', from: '2026-05-01', to: '2026-05-02', isClosed: false },
      ...{ entries: 2, arrows: 3, devices: { paired: 1, connected: 1 } },
    },
  ]);
  assert.equal(status.now - status.startedAt, 60_000);
  assert.deepEqual([status.sockets, status.backup?.lastAt, status.demo], [{ tablets: 3, viewers: 5 }, null, false]);
  const facts = desk.intake.find(id)?.at.seq;
  assert.equal(status.journal.lagFacts, facts, 'the archive of this test has nothing');
  assert.ok(status.disk.freeBytes <= status.disk.totalBytes && status.memory.usedBytes < status.memory.totalBytes);
});

test('what is wrong is in it, in the words of /readyz', async (t) => {
  const desk = await openDesk(t);
  assert.deepEqual((await desk.look()).troubles, []);
  desk.world.archive = { ...quietArchive, trouble: 'The disk is full.' };
  assert.deepEqual((await desk.look()).troubles, [{ code: 'archiveTrouble', message: 'The disk is full.' }]);
});

test('backups have their place in it', async (t) => {
  const backup = {
    lastAt: 5,
    lastFile: 'a.tenring',
    nextAt: null,
    trouble: { kind: 'missing', message: 'The stick is missing.' },
  } as const;
  const desk = await openDesk(t, {
    backups: { make: () => Promise.reject(new Error('not asked')), status: () => backup },
  });
  assert.deepEqual((await desk.look()).backup, backup);
});

test('the certificate is in it: until when, and what a person has to know', async (t) => {
  const plain = await openDesk(t);
  assert.equal((await plain.look()).certificate, null);
  const certificate = { key: '', cert: '', keyFile: '', certFile: '', validToMs: 9 };
  const trouble = { kind: 'ownEnds', message: 'The certificate ends.' } as const;
  const own = await openDesk(t, { network: { ...quietNetwork, certificate, trouble } });
  assert.deepEqual((await own.look()).certificate, { validTo: 9, trouble });
  const root = { der: new Uint8Array(), pem: '', fingerprint: '', name: '', validToMs: 99 };
  const issued = await openDesk(t, { network: { ...quietNetwork, certificate, root } });
  assert.deepEqual((await issued.look()).certificate, { validTo: 99, trouble: null }, 'the one that devices trust');
});

test('times of answers are of the last thousand', () => {
  const acks = createAckTimes();
  assert.deepEqual(acks.look(), { count: 0, medianMs: null, slowMs: null, sample: 0 });
  for (let each = 0; each < 1_000; each += 1) acks.add(900);
  for (let each = 1; each <= 1_000; each += 1) acks.add(each / 10);
  assert.deepEqual(acks.look(), { count: 2_000, medianMs: 50.1, slowMs: 99.1, sample: 1_000 });
});
