// The command as a whole, on this machine: with things made wrong on purpose, and nothing left behind.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Finding } from '../doctor/finding.ts';
import { controlSocketName, makeSocketPlace } from '../kit/socket-place.ts';
import { runCommand } from '../testing/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'tenring-doctor-test-'));
after(() => rmSync(folder, { recursive: true }));

async function examined(...words: readonly string[]) {
  const run = await runCommand(['doctor', '--json', '--data', folder, '--host', '127.0.0.1', ...words]);
  const { findings }: { findings: readonly Finding[] } = JSON.parse(run.out);
  return { run, of: (subject: string) => findings.find((each) => each.subject === subject) };
}

test('a port that another program has is bad, with its name; a free one is not; nothing is left in the folder', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  try {
    const { run, of } = await examined('--port', String(address.port), '--realtime-port', '0');
    assert.equal(run.code, 1);
    const finding = of(`Port ${address.port}`);
    assert.equal(finding?.level, 'bad');
    assert.match(finding?.words ?? '', new RegExp(`process ${process.pid}\\) has it`));
    assert.deepEqual(readdirSync(folder), []);
  } finally {
    server.close();
  }
});

test('an outside Redis that is not there is bad, and its password is not said', async () => {
  const { run, of } = await examined(
    '--port',
    '0',
    '--realtime-port',
    '0',
    '--redis',
    'redis://:very-secret@127.0.0.1:1',
  );
  assert.equal(run.code, 1);
  assert.equal(of('Redis')?.level, 'bad');
  assert.doesNotMatch(run.out + run.said, /very-secret/);
});

test('a certificate that is none, and a folder that others can read', async () => {
  const broken = join(folder, 'broken.pem');
  writeFileSync(broken, 'no certificate');
  chmodSync(folder, 0o755);
  const { of } = await examined(
    '--port',
    '0',
    '--realtime-port',
    '0',
    '--tls-port',
    '0',
    '--tls-realtime-port',
    '0',
    '--tls-cert',
    broken,
    '--tls-key',
    broken,
  );
  assert.equal(of('Certificate')?.level, 'bad');
  assert.equal(of('Data folder')?.level, 'warn');
  chmodSync(folder, 0o700);
});

test('the built-in Redis is run to see that it can be', {
  skip: !process.env.TENRING_REDIS_SERVER && 'no redis-server given',
}, async () => {
  const { of } = await examined('--port', '0', '--realtime-port', '0');
  assert.match(of('Redis')?.words ?? '', /^built in, \d+\.\d+/);
});

test('one that runs and does not answer as it should is told, once and with one full stop', async () => {
  const server = createHttpServer((_, answer) => answer.writeHead(500).end('{"error":{"message":"Our mistake."}}'));
  const place = makeSocketPlace(realpathSync(folder), controlSocketName);
  server.listen(place);
  await once(server, 'listening');
  try {
    const { run, of } = await examined('--port', '0', '--realtime-port', '0');
    assert.equal(run.code, 1);
    assert.match(of('Data folder')?.words ?? '', /a Tenring runs in it$/);
    assert.match(of('Running Tenring')?.words ?? '', /does not answer: Our mistake\.$/);
  } finally {
    server.close();
    rmSync(place, { force: true });
  }
});

test('settings that cannot be are said before anything is looked at', async () => {
  const run = await runCommand(['doctor', '--port', 'eighty']);
  assert.equal(run.code, 64);
  assert.equal(run.out, '');
});
