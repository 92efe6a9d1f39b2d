import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createKeyPair, createLeaf, createRoot, toPem } from './certificate.ts';
import { constraintsFor } from './name-constraints.ts';
import { keepOwnCertificate, readOwnCertificate } from './own-certificate.ts';
import { dayMs } from './server-certificate.ts';

const now = Date.parse('2027-03-01T08:00:00Z');
const authority = { name: 'Somebody else', key: createKeyPair() };

function makePair(fromMs = now - dayMs, toMs = now + 90 * dayMs) {
  const key = createKeyPair();
  const leaf = createLeaf('scores', key, authority, { fromMs, toMs }, ['scores.example']);
  const root = createRoot(authority, { fromMs, toMs }, constraintsFor([]));
  return { cert: toPem(leaf) + toPem(root), key: key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

function makeFiles(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-own-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const paths = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
  let count = 0;
  const write = ({ cert, key }: { cert: string; key: string }) => {
    // As renewers do: each time another file under the same name.
    count += 1;
    for (const [path, text] of [
      [paths.certFile, cert],
      [paths.keyFile, key],
    ] as const) {
      writeFileSync(`${path}.${count}`, text);
      rmSync(path, { force: true });
      symlinkSync(`${path}.${count}`, path);
    }
  };
  return { folder, paths, write };
}

const pair = makePair();

for (const [label, files, sentence] of [
  ['expired', makePair(now - 90 * dayMs, now - dayMs), /cert\.pem has expired on 28 February 2027\.$/],
  ['not yet valid', makePair(now + dayMs, now + 90 * dayMs), /valid from 2 March 2027 only\. Is the clock right\?$/],
  ['of another key', { ...pair, key: makePair().key }, /key\.pem does not belong to the certificate/],
  ['without a certificate', { ...pair, cert: pair.key }, /cert\.pem is not a certificate in PEM form\.$/],
  ['without a key', { ...pair, key: 'hello' }, /key\.pem is not a private key in PEM form\.$/],
  [
    'with a locked key',
    { ...pair, key: pair.key.replace(/PRIVATE KEY/g, 'ENCRYPTED PRIVATE KEY') },
    /locked with a password.*openssl pkey/,
  ],
] as const) {
  test(`a certificate ${label} is a sentence`, (t) => {
    const { paths, write } = makeFiles(t);
    write(files);
    assert.throws(() => readOwnCertificate(paths, now), { name: 'CertificateError', message: sentence });
  });
}

test('files that are not there, or may not be read, are sentences', (t) => {
  const { paths, write } = makeFiles(t);
  assert.throws(() => readOwnCertificate(paths, now), /The certificate .*cert\.pem is not there\./);
  write(pair);
  unlinkSync(paths.keyFile);
  assert.throws(() => readOwnCertificate(paths, now), /The key .*key\.pem is not there\./);
  if (process.getuid?.() === 0) return;
  write(pair);
  chmodSync(paths.keyFile, 0);
  assert.throws(() => readOwnCertificate(paths, now), /may not be read by Tenring\./);
});

test('renewed when the files change; what cannot be used is told once, and the one before it stays', (t) => {
  const { paths, write } = makeFiles(t);
  write(pair);
  const keeper = keepOwnCertificate(paths, now);
  assert.equal(keeper.current.cert, pair.cert);
  assert.equal(keeper.check(now, []).kind, 'same');

  const next = makePair();
  write({ ...next, key: pair.key });
  const refused = keeper.check(now, []);
  assert.ok(refused.kind === 'refused' && /does not belong/.test(refused.why));
  assert.equal(keeper.current.cert, pair.cert);
  assert.equal(keeper.check(now, []).kind, 'same', 'told once');

  write(next);
  assert.equal(keeper.check(now, []).kind, 'renewed');
  assert.equal(keeper.current.cert, next.cert);
  write(next);
  assert.equal(keeper.check(now, []).kind, 'same', 'the same again is nothing new');
});
