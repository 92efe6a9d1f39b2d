import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { createKeyPair, createRoot, toPem } from '../../network/certificate.ts';
import { constraintsFor } from '../../network/name-constraints.ts';
import { openHttpDesk, quietNetwork } from '../../testing/http-desk.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { id } from './id.ts';
import { deviceOf, renderTrustPage } from './trust-page.ts';
import { devices } from './trust-words.ts';

const authority = { name: 'Tenring 3F2A', key: createKeyPair() };
const now = Date.now();
const der = createRoot(authority, { fromMs: now, toMs: now + 1e10 }, constraintsFor([]));
const { fingerprint256: fingerprint } = new X509Certificate(der);
const root = { der, pem: toPem(der), fingerprint, validToMs: now + 1e10, name: authority.name };
const network = { ...quietNetwork, root };

test('three files, each of the type that its device wants, all with the same root', async (t) => {
  const desk = await openHttpDesk(t, { network });
  const { headers, text } = await desk.ask('GET', '/trust/tenring-root.pem');
  assert.equal(new X509Certificate(text).fingerprint256, fingerprint);
  assert.equal(headers['content-type'], 'application/x-pem-file');
  const crt = await desk.app.inject({ url: '/trust/tenring-root.crt', headers: { host: desk.host } });
  assert.equal(crt.headers['content-type'], 'application/x-x509-ca-cert');
  assert.deepEqual(crt.rawPayload, Buffer.from(der));
  const profile = await desk.ask('GET', '/trust/tenring.mobileconfig');
  assert.equal(profile.headers['content-type'], 'application/x-apple-aspen-config');
  assert.equal(/<data>(.*)<\/data>/.exec(profile.text)?.[1], Buffer.from(der).toString('base64'));
  assert.equal(
    (await desk.ask('GET', '/trust/tenring.mobileconfig')).text,
    profile.text,
    'installed again it replaces itself',
  );
  assert.equal(
    profile.text.match(/<string>[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-8[0-9A-F]{3}-[0-9A-F]{12}<\/string>/g)?.length,
    2,
  );
});

test('without an authority there are no files, and the page says what to do', async (t) => {
  const desk = await openHttpDesk(t);
  for (const file of ['tenring-root.crt', 'tenring-root.pem', 'tenring.mobileconfig'])
    assert.equal((await desk.ask('GET', `/trust/${file}`)).code, 'notFound');
  const page = await desk.ask('GET', '/trust');
  assert.match(page.text, /--tls/);
  assert.doesNotMatch(page.text, /tenring-root/);
});

for (const [accepted, query, title] of [
  ['id-ID,id;q=0.9,en;q=0.8', '', id.title],
  ['in', '', id.title],
  ['de,fr;q=0.5', '', fr.title],
  ['de', '', en.title],
  ['fr', '?lang=en', en.title],
  ['fr', '?lang=constructor', fr.title],
] as const) {
  test(`a browser that wants ${accepted}${query} gets “${title}”`, async (t) => {
    const desk = await openHttpDesk(t, { network });
    const page = await desk.ask('GET', `/trust${query}`, { headers: { 'accept-language': accepted } });
    assert.ok(page.text.includes(`<h1>${title}</h1>`));
  });
}

test('no script, no inline style; what a browser sends is quoted', async (t) => {
  const desk = await openHttpDesk(t, { network });
  const hostile = { 'user-agent': '<script>', 'accept-language': '"><script>' };
  const sent = await desk.ask('GET', '/trust?lang="><script>alert(1)</script>', { headers: hostile });
  assert.equal(sent.status, 200);
  const full = renderTrustPage({
    ...{ words: fr, language: 'fr', languages: [], device: 'ios' },
    trust: { kind: 'authority', secureOrigin: 'https://x"><script>:8443', fingerprint, name: root.name },
    address: 'http://x"><script>/trust',
  });
  for (const text of [sent.text, full]) assert.doesNotMatch(text, /<script|<style|style=| on\w+=/);
  assert.ok(full.includes(fingerprint) && full.includes('<svg') && full.includes('Tenring 3F2A'));
  assert.deepEqual(full.match(/<details open>/g)?.length, 1);
  assert.equal((await desk.ask('GET', '/trust', { headers: { host: 'evil.example' } })).code, 'wrongHost');
});

test('each device finds its own steps', () => {
  const agents = {
    android: 'Mozilla/5.0 (Linux; Android 13; SM-T500) AppleWebKit/537.36 Chrome/120.0 Safari/537.36',
    ios: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile Safari/604.1',
    windows: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0',
    macos: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15',
    linux: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36',
    chromeos: 'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36',
    firefox: 'Mozilla/5.0 (Android 13; Mobile; rv:120.0) Gecko/120.0 Firefox/120.0',
  };
  for (const device of devices) assert.equal(deviceOf(agents[device]), device);
  assert.equal(deviceOf('curl/8'), undefined);
  for (const words of [en, id, fr]) for (const device of devices) assert.ok(words.steps[device].steps.length > 0);
});
