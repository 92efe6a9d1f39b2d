// What this folder writes, read by others: Node's TLS in a real handshake, and openssl where there is one.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkServerIdentity, connect, createServer } from 'node:tls';
import { createKeyPair, createLeaf, createRoot, toPem } from './certificate.ts';
import { constraintsFor, isPermitted } from './name-constraints.ts';

const dayMs = 24 * 3600_000;
const now = Date.now();
const authority = { name: 'Tenring 3F2A', key: createKeyPair() };
const rootDer = createRoot(authority, { fromMs: now - dayMs, toMs: now + 3650 * dayMs }, constraintsFor(['minipc']));
const root = toPem(rootDer);
const validity = { fromMs: now - dayMs, toMs: now + 390 * dayMs };

function issue(names: readonly string[], issuer = authority, during = validity) {
  const key = createKeyPair();
  const cert = toPem(createLeaf('Tenring', key, issuer, during, names));
  return { cert, key: key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/** What a client that trusts the root and asks for `servername` makes of it. */
async function shakeHands(pair: { cert: string; key: string }, servername: string): Promise<string> {
  const server = createServer(pair).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect({
    ...{ port, host: '127.0.0.1', ca: root },
    servername: isIP(servername) === 0 ? servername : '',
    checkServerIdentity: (_, certificate) => checkServerIdentity(servername, certificate),
  });
  const outcome = new Promise<string>((resolve) => {
    socket.once('secureConnect', () => resolve('trusted'));
    socket.once('error', ({ message }) => resolve(message));
  });
  const found = await outcome;
  socket.destroy();
  server.close();
  return found;
}

test('a leaf for a local name and for an address is trusted with its root', async () => {
  const pair = issue(['tenring.local', 'minipc', '127.0.0.1', '192.168.1.5', 'fd00::5']);
  for (const name of ['tenring.local', 'minipc', '127.0.0.1'])
    assert.equal(await shakeHands(pair, name), 'trusted', name);
  assert.match(await shakeHands(pair, 'other.local'), /does not match/);
});

test('the root cannot be used for anything on the internet, alone or beside a local name', async () => {
  for (const names of [['bank.example'], ['tenring.local', 'bank.example'], ['8.8.8.8', 'tenring.local'], ['notlocal']])
    assert.equal(await shakeHands(issue(names), names[0] ?? ''), 'permitted subtree violation', names.join());
});

test('of another authority with the same name, or out of date: not trusted', async () => {
  const other = { name: authority.name, key: createKeyPair() };
  assert.notEqual(await shakeHands(issue(['tenring.local'], other), 'tenring.local'), 'trusted');
  const over = { fromMs: now - 10 * dayMs, toMs: now - dayMs };
  assert.equal(await shakeHands(issue(['tenring.local'], authority, over), 'tenring.local'), 'certificate has expired');
});

test('the fields are what was asked for, also beyond 2049', () => {
  const far = { fromMs: Date.parse('2026-11-01T00:00:00Z'), toMs: Date.parse('2051-02-03T04:05:06Z') };
  const certificate = new X509Certificate(createRoot(authority, far, constraintsFor([])));
  assert.equal(certificate.ca, true);
  assert.equal(certificate.validFromDate.getTime(), far.fromMs);
  assert.equal(certificate.validToDate.getTime(), far.toMs);
  assert.match(certificate.subject, /CN=Tenring 3F2A/);
  const leaf = new X509Certificate(issue(['tenring.local', '10.1.2.3', '::1']).cert);
  assert.equal(leaf.subjectAltName, 'DNS:tenring.local, IP Address:10.1.2.3, IP Address:0:0:0:0:0:0:0:1');
  assert.equal(leaf.ca, false);
  assert.ok(leaf.checkIssued(new X509Certificate(root)));
});

const openssl = spawnSync('openssl', ['version']).status === 0;
test('openssl, asked to be strict, agrees', { skip: openssl ? false : 'there is no openssl here' }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-openssl-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const verify = (names: readonly string[]) => {
    writeFileSync(join(folder, 'root.pem'), root);
    writeFileSync(join(folder, 'leaf.pem'), issue(names).cert);
    return spawnSync(
      'openssl',
      ['verify', '-x509_strict', '-purpose', 'sslserver', '-CAfile', 'root.pem', 'leaf.pem'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
  };
  assert.equal(verify(['tenring.local', '192.168.1.5', '::1']).stdout.trim(), 'leaf.pem: OK');
  assert.match(verify(['bank.example']).stderr, /permitted subtree violation/);
});

test('what the root permits is judged here as others judge it', () => {
  const constraints = constraintsFor(['minipc', 'scores.club.example']);
  const may = [
    'tenring.local',
    'a.b.local',
    'minipc',
    'x.minipc',
    '10.0.0.1',
    '172.31.255.1',
    '192.168.0.9',
    '::1',
    'fd12::1',
  ];
  const mayNot = [
    'local.example',
    'notlocal',
    'club.example',
    '11.0.0.1',
    '172.32.0.1',
    '192.169.0.1',
    '2001:db8::1',
    '8.8.8.8',
  ];
  assert.deepEqual(
    may.filter((name) => !isPermitted(name, constraints)),
    [],
  );
  assert.deepEqual(
    mayNot.filter((name) => isPermitted(name, constraints)),
    [],
  );
});
