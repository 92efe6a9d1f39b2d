// Two ways in, plain and by TLS, to the same topics; and a certificate that changes under open sockets.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { connect, type TLSSocket } from 'node:tls';
import { openAuthority } from '../network/authority.ts';
import { keepIssuedCertificate } from '../network/issued-certificate.ts';
import { BareLive, liveOptions, subscribe } from '../testing/bare-live.ts';
import { connectLive, refusedUpgrade } from '../testing/live-client.ts';
import { findFreePort } from '../testing/run-appliance.ts';
import type { LiveListeners } from './live.ts';
import { CertificateRefusedError, openLive, PortTakenError } from './live-worker.ts';

let appliance = new BareLive();
let folder = '';

beforeEach(() => {
  appliance = new BareLive();
  folder = mkdtempSync(join(tmpdir(), 'tenring-live-tls-'));
});
afterEach(async () => {
  await appliance.close();
  rmSync(folder, { recursive: true });
});

const nobody = new Proxy({} as LiveListeners, { get: () => assert.fail });

function certify() {
  const authority = openAuthority(folder, Date.now(), []);
  const keeper = keepIssuedCertificate(folder, authority, Date.now(), ['127.0.0.1']);
  return {
    ca: authority.pem,
    keeper,
    tls: { port: 0, keyFile: keeper.current.keyFile, certFile: keeper.current.certFile },
  };
}

async function open() {
  const { ca, keeper, tls } = certify();
  // Asked for by number, as a club's is: one that the system chose cannot be listened on twice, for the moment of the change.
  await appliance.open({ tls: { ...tls, port: await findFreePort() } });
  const port = appliance.live.securePort ?? 0;
  const viewer = async () => {
    const client = await connectLive(port, '/board', {}, ca);
    client.hello();
    await client.next('welcome');
    return client;
  };
  return { ca, keeper, port, viewer };
}

async function serialAt(port: number, ca: string): Promise<string> {
  const socket: TLSSocket = connect({ host: '127.0.0.1', port, ca });
  await once(socket, 'secureConnect');
  const { serialNumber } = socket.getPeerCertificate();
  socket.destroy();
  return serialNumber;
}

test('whoever follows a topic gets its deltas, by whichever way in', async () => {
  const { viewer } = await open();
  const clients = [await appliance.viewer(), await viewer(), await viewer()];
  for (const client of clients) client.send(subscribe());
  await appliance.hear('snapshotWanted');
  appliance.snapshot(5);
  for (const client of clients) assert.equal((await client.next('snapshot')).at.seq, 5);
  appliance.delta(5, 6);
  for (const client of clients) assert.equal((await client.next('delta')).to, 6);
  assert.deepEqual((await appliance.hear('published'))[1], 6);
  for (const client of clients) assert.deepEqual(client.unread(), []);
});

test('a new certificate is what newcomers get; who is connected stays and is published to', async () => {
  const { ca, keeper, port, viewer } = await open();
  const early = await viewer();
  early.send(subscribe());
  await appliance.hear('snapshotWanted');
  appliance.snapshot(5);
  await early.next('snapshot');
  const before = await serialAt(port, ca);
  assert.equal(keeper.check(Date.now(), ['127.0.0.1', '10.0.0.1']).kind, 'renewed');
  assert.equal(await serialAt(port, ca), before, 'not before it is told');
  appliance.live.renewCertificate();
  while ((await serialAt(port, ca)) === before) await new Promise((resolve) => setTimeout(resolve, 10));
  const late = await viewer();
  late.send(subscribe(5));
  assert.equal((await late.next('delta')).to, 5, 'nothing was missed');
  appliance.delta(5, 6);
  for (const client of [early, late]) assert.equal((await client.next('delta')).to, 6);
  await appliance.live.close();
  for (const client of [early, late]) assert.deepEqual(await client.closed(), { code: 4000, reason: 'stopping' });
});

test('files that hold no certificate any more: told, and the one before stays in use', async () => {
  const { ca, keeper, port, viewer } = await open();
  const before = await serialAt(port, ca);
  writeFileSync(keeper.current.certFile, 'nothing');
  appliance.live.renewCertificate();
  await appliance.hear('certificateRefused');
  assert.equal(await serialAt(port, ca), before);
  (await viewer()).socket.terminate();
  assert.ok(appliance.heard.every(([kind]) => kind !== 'failed'));
});

test('hosts and origins are judged by TLS too; plain text is not answered there', async () => {
  const { ca, port } = await open();
  await assert.rejects(connectLive(port, '/board', { origin: 'https://evil.example' }, ca), /403/);
  await assert.rejects(connectLive(port, '/board', { host: 'evil.example' }, ca), /421/);
  await assert.rejects(refusedUpgrade(port, '/board', {}));
});

test('a certificate that the library does not take, or a port that is taken, ends the start with an error that says so', async () => {
  await appliance.open();
  const { tls } = certify();
  const missing = { ...tls, certFile: join(folder, 'none.pem') };
  await assert.rejects(openLive({ ...liveOptions, tls: missing }, nobody), CertificateRefusedError);
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  await assert.rejects(
    openLive({ ...liveOptions, tls: { ...tls, port } }, nobody),
    (error) => error instanceof PortTakenError && error.port === port,
  );
  other.close();
});
