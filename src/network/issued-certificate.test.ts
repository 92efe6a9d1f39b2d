import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { authorityFile, earliestMs, openAuthority } from './authority.ts';
import { authorityTrouble } from './certificate-trouble.ts';
import { keepIssuedCertificate } from './issued-certificate.ts';
import { CertificateError, dayMs } from './server-certificate.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-tls-'));
  folders.push(folder);
  return join(folder, 'tls');
}

const now = Date.parse('2027-03-01T08:00:00Z');
const names = ['192.168.1.5', 'tenring.local', 'localhost'];
const read = (pem: string) => new X509Certificate(pem);
const namesOf = (pem: string) => read(pem).subjectAltName ?? '';

function open(folder: string, at = now, asked = names) {
  const authority = openAuthority(folder, at, ['minipc']);
  return { authority, keeper: keepIssuedCertificate(folder, authority, at, asked) };
}

test('made on first use for ten years and 397 days, and the same at the next start', () => {
  const folder = makeFolder();
  const { authority, keeper } = open(folder);
  const leaf = read(keeper.current.cert);
  const days = (leaf.validToDate.getTime() - leaf.validFromDate.getTime()) / dayMs;
  assert.equal(days, 397);
  assert.ok(leaf.validFromDate.getTime() < now);
  assert.equal(authority.validToMs, now + 3652.5 * dayMs);
  for (const file of ['authority.pem', 'server.pem']) assert.equal(statSync(join(folder, file)).mode & 0o777, 0o600);
  const again = open(folder, now + dayMs);
  assert.equal(again.authority.fingerprint, authority.fingerprint);
  assert.equal(again.keeper.current.cert, keeper.current.cert);
});

test('renewed by itself two months before it ends, of the same authority', () => {
  const { authority, keeper } = open(makeFolder());
  const first = keeper.current.cert;
  assert.equal(keeper.check(now + 330 * dayMs, names).kind, 'same');
  assert.equal(keeper.current.cert, first);
  assert.equal(keeper.check(now + 340 * dayMs, names).kind, 'renewed');
  const leaf = read(keeper.current.cert);
  assert.notEqual(keeper.current.cert, first);
  assert.ok(leaf.verify(authority.issuer.key.publicKey));
  assert.ok(leaf.validToDate.getTime() > now + 700 * dayMs);
  assert.equal(
    readFileSync(keeper.current.certFile, 'utf8'),
    keeper.current.cert,
    'the files are what the sockets read',
  );
  assert.equal(keeper.check(now + 341 * dayMs, names).kind, 'same');
});

test('renewed for a new address; an old one stays in it, so that coming back changes nothing', () => {
  const { keeper } = open(makeFolder());
  assert.equal(keeper.check(now, ['10.0.0.9', 'tenring-2.local']).kind, 'renewed');
  for (const name of ['10.0.0.9', 'tenring-2.local', '192.168.1.5'])
    assert.ok(namesOf(keeper.current.cert).includes(name), name);
  assert.equal(keeper.check(now, names).kind, 'same');
  for (let count = 0; count < 45; count += 1) keeper.check(now, [`10.1.0.${count}`]);
  assert.ok(namesOf(keeper.current.cert).includes('10.1.0.44'));
  assert.ok(!namesOf(keeper.current.cert).includes('192.168.1.5'), 'not for ever');
  assert.equal(namesOf(keeper.current.cert).split(', ').length, 40);
});

test('what the root does not permit, and what is no host name, is left out and not asked for again and again', () => {
  const asked = [...names, '8.8.8.8', 'bank.example', 'my box', 'fe80::1%eth0', 'fd00::5', '::1', 'minipc'];
  const { keeper } = open(makeFolder(), now, asked);
  assert.equal(keeper.check(now, asked).kind, 'same');
  assert.doesNotMatch(namesOf(keeper.current.cert), /8\.8\.8\.8|bank|box/);
  assert.match(namesOf(keeper.current.cert), /FD00:0:0:0:0:0:0:5.*DNS:minipc/i);
});

test('a machine that starts in 1970 makes what is good when it knows the time', () => {
  const folder = makeFolder();
  const { authority, keeper } = open(folder, 3600_000);
  assert.ok(authority.validToMs > earliestMs + 3600 * dayMs);
  assert.equal(read(keeper.current.cert).validFromDate.getTime(), earliestMs);
  const later = open(folder);
  assert.equal(later.authority.fingerprint, authority.fingerprint, 'the root stays, whatever the clock says');
  assert.equal(open(folder, 3600_000).authority.fingerprint, authority.fingerprint);
});

test('a damaged leaf is made anew; a damaged or foreign root is never replaced', () => {
  const folder = makeFolder();
  const { authority, keeper } = open(folder);
  writeFileSync(keeper.current.certFile, 'half a fi');
  assert.ok(read(open(folder).keeper.current.cert).verify(authority.issuer.key.publicKey));
  const text = readFileSync(authorityFile(folder), 'utf8');
  for (const broken of ['', text.slice(0, 900), text.replace(/(BEGIN PRIVATE KEY-----\n)./, '$1_')]) {
    writeFileSync(authorityFile(folder), broken);
    assert.throws(
      () => open(folder),
      (error) => error instanceof CertificateError && /backup/.test(error.message),
    );
    assert.equal(readFileSync(authorityFile(folder), 'utf8'), broken);
  }
});

test('a root that ends is told in time, and the last leaf ends with it', () => {
  const folder = makeFolder();
  const { authority } = open(folder);
  const near = authority.validToMs - 50 * dayMs;
  const { keeper } = open(folder, near);
  assert.equal(read(keeper.current.cert).validToDate.getTime(), authority.validToMs);
  assert.equal(keeper.check(near + 5_000, names).kind, 'same', 'not a new one every few seconds');
  assert.equal(authorityTrouble(authority, now), undefined);
  assert.match(authorityTrouble(authority, near)?.message ?? '', /ends on 28 February 2037\..*tls\/authority\.pem/);
  assert.match(authorityTrouble(authority, authority.validToMs + 1)?.message ?? '', /has ended/);
});
