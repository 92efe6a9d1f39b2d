// The appliance on its network over time, with a clock that is moved by hand, addresses that a test gives it, and a neighbourhood that is made up.
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { Log } from '../kit/log.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import type { AnnounceOptions } from './announcement.ts';
import { createKeyPair, createLeaf, toPem } from './certificate.ts';
import { type NetworkParts, openNetwork } from './network.ts';
import { dayMs } from './server-certificate.ts';

const start = Date.parse('2027-03-01T08:00:00Z');
const secured = { port: 8443, realtimePort: 8444, own: undefined };

function makeFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-network-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

function openVenue(t: TestContext, dataFolder: string, changed: Partial<NetworkParts['config']> = {}, at = start) {
  const clock = createManualClock(at);
  const world = { addresses: ['192.168.1.5'], taken: [] as string[] };
  const said: string[] = [];
  const announced: AnnounceOptions[] = [];
  const note = (_: object, message: string) => void said.push(message);
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const config = { dataFolder, host: '0.0.0.0', tls: secured, mdnsName: 'tenring', allowedHosts: [], ...changed };
  const network = openNetwork({
    ...{ config, clock, log, machineName: 'MiniPC' },
    addressesNow: () => world.addresses,
    interfacesOf: (addresses) => addresses.map((address) => `of ${address}`),
    async announce(options) {
      announced.push(options);
      return {
        name: world.taken.includes(options.name) ? `${options.name}-2` : options.name,
        close: async () => undefined,
      };
    },
  });
  t.after(() => network.close());
  return { network, clock, world, said, announced };
}

const namesOf = (cert = '') => new X509Certificate(cert).subjectAltName ?? '';

test('an address that changes is noticed within seconds: told, certified, and the old one remembered', async (t) => {
  const folder = makeFolder(t);
  const { network, clock, world, said } = openVenue(t, folder);
  let renewals = 0;
  network.onCertificate(() => {
    renewals += 1;
  });
  network.announcePort(8000);
  await clock.advance(60_000);
  assert.deepEqual([network.addresses, network.goneAddresses, renewals], [['192.168.1.5'], [], 0]);
  assert.deepEqual(said, []);

  world.addresses = ['10.0.0.77'];
  await clock.advance(6_000);
  assert.deepEqual([network.addresses, network.goneAddresses, renewals], [['10.0.0.77'], ['192.168.1.5'], 1]);
  assert.match(namesOf(network.certificate?.cert), /10\.0\.0\.77/);
  assert.deepEqual(said, ['the addresses of this appliance have changed', 'a new certificate is in use']);

  world.addresses = ['192.168.1.5'];
  await clock.advance(6_000);
  assert.deepEqual([network.goneAddresses, renewals], [['10.0.0.77'], 1], 'no third certificate for going back');
});

test('an address of before the last restart is remembered too; a damaged note costs nothing', async (t) => {
  const folder = makeFolder(t);
  await openVenue(t, folder).network.close();
  const config = { host: '0.0.0.0', tls: undefined };
  const again = openVenue(t, folder, config);
  again.world.addresses = ['172.16.0.9'];
  again.network.announcePort(8000);
  await again.clock.advance(1);
  assert.deepEqual(again.network.goneAddresses, ['192.168.1.5']);
  await again.network.close();
  writeFileSync(join(folder, 'addresses.json'), '{"half');
  assert.deepEqual(openVenue(t, folder, config).network.goneAddresses, []);
  assert.deepEqual(JSON.parse(readFileSync(join(folder, 'addresses.json'), 'utf8')), ['192.168.1.5']);
});

test('a certificate is renewed while running, months later', async (t) => {
  const { network, clock } = openVenue(t, makeFolder(t));
  const first = network.certificate?.cert;
  let renewals = 0;
  network.onCertificate(() => {
    renewals += 1;
  });
  network.announcePort(8000);
  await clock.advance(60_000);
  assert.equal(renewals, 0);
  // Nobody wakes every five seconds for a year here: the sleeper finds that it is late.
  const jumped = clock.now() + 340 * dayMs;
  clock.now = () => jumped;
  await clock.advance(60_000);
  assert.equal(renewals, 1);
  assert.notEqual(network.certificate?.cert, first);
  assert.ok(new X509Certificate(network.certificate?.cert ?? '').validToDate.getTime() > jumped + 300 * dayMs);
});

test('an authority that ends is told in the log, once, and to whoever asks', async (t) => {
  const { network, clock, said } = openVenue(t, makeFolder(t));
  const endsAt = network.root?.validToMs ?? 0;
  network.announcePort(8000);
  await clock.advance(20_000);
  assert.deepEqual([network.trouble, said], [undefined, []]);
  clock.now = () => endsAt - 89 * dayMs;
  await clock.advance(20_000);
  assert.equal(network.trouble?.kind, 'authorityEnds');
  assert.match(network.trouble?.message ?? '', /ends on .*trust the new one on every device/);
  const told = said.filter((line) => line === network.trouble?.message);
  assert.equal(told.length, 1, String(said));
  clock.now = () => endsAt + dayMs;
  await clock.advance(20_000);
  assert.equal(said.filter((line) => /has ended/.test(line)).length, 1, String(said));
});

test('so is the organiser’s own certificate, until another one is there', async (t) => {
  const folder = makeFolder(t);
  const own = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
  const authority = { name: 'Somebody else', key: createKeyPair() };
  function write(days: number) {
    const key = createKeyPair();
    const life = { fromMs: start - dayMs, toMs: start + days * dayMs };
    writeFileSync(own.certFile, toPem(createLeaf('scores', key, authority, life, ['scores.example'])));
    writeFileSync(own.keyFile, key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  }
  write(20);
  const { network, clock, said } = openVenue(t, folder, { tls: { ...secured, own } });
  network.announcePort(8000);
  await clock.advance(20_000);
  assert.deepEqual([network.trouble, said], [undefined, []]);
  const later = start + 7 * dayMs;
  clock.now = () => later;
  await clock.advance(20_000);
  assert.equal(network.trouble?.kind, 'ownEnds');
  assert.deepEqual(said, [
    `The certificate ${own.certFile} ends on 21 March 2027. Put a new one in its place: Tenring takes it without a new start.`,
  ]);
  write(90);
  await clock.advance(20_000);
  assert.equal(network.trouble, undefined);
  assert.deepEqual(said.slice(1), ['a new certificate is in use']);
});

test('a name that somebody else has becomes another one, is told once, and is certified', async (t) => {
  const { network, clock, world, said, announced } = openVenue(t, makeFolder(t));
  assert.match(namesOf(network.certificate?.cert), /DNS:tenring\.local/);
  world.taken = ['tenring'];
  network.announcePort(8000);
  await clock.advance(60_000);
  assert.deepEqual([network.name, network.wantedName, announced.length], ['tenring-2.local', 'tenring.local', 1]);
  assert.deepEqual(announced[0]?.interfaces, ['of 192.168.1.5']);
  assert.match(namesOf(network.certificate?.cert), /DNS:tenring-2\.local/);
  assert.deepEqual(said, [
    'tenring.local is another device’s on this network: this appliance is tenring-2.local',
    'a new certificate is in use',
  ]);
});

test('on loopback nothing is announced and nobody is asked', async (t) => {
  const { network, clock, announced } = openVenue(t, makeFolder(t), { host: '127.0.0.1' });
  network.announcePort(8000);
  await clock.advance(20_000);
  await setImmediate();
  assert.deepEqual([network.name, network.wantedName, announced], [undefined, undefined, []]);
  assert.deepEqual(network.addresses, ['127.0.0.1']);
});

test('without TLS there is no certificate, no root, and no folder for them', (t) => {
  const { network } = openVenue(t, makeFolder(t), { tls: undefined });
  assert.deepEqual([network.certificate, network.root, network.trouble], [undefined, undefined, undefined]);
});
