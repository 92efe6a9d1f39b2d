import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBanner } from './banner.ts';

const facts = {
  version: '1.2.3',
  origins: ['http://192.168.1.5:8000', 'http://10.0.0.7:8000'],
  realtimePort: 8001,
  secureOrigins: [],
  fingerprint: undefined,
  namedOrigin: undefined,
  dataFolder: '/srv/tenring',
  deskCode: 'ABCD-EFGH',
  startedInMs: 1_234,
};

test('says where to go, what to scan and which code opens the desk', () => {
  const banner = renderBanner(facts);
  for (const words of [
    '1.2.3',
    '1.2 s',
    'http://192.168.1.5:8000/desk',
    'http://10.0.0.7:8000',
    'ABCD-EFGH',
    '/srv/tenring',
  ]) {
    assert.ok(banner.includes(words), words);
  }
  assert.match(banner, /[█▀▄]{5}/, 'a QR code');
});

test('with https: its address, where to trust it, and the fingerprint to compare', () => {
  const pairs = Array.from({ length: 32 }, (_, index) => index.toString(16).padStart(2, '0').toUpperCase());
  const secured = { ...facts, secureOrigins: ['https://192.168.1.5:8443'], fingerprint: pairs.join(':') };
  const banner = renderBanner({ ...secured, namedOrigin: 'http://tenring.local:8000' });
  assert.match(banner, /https:\/\/192\.168\.1\.5:8443\n/);
  assert.match(banner, /http:\/\/192\.168\.1\.5:8000\/trust/);
  assert.match(banner, /http:\/\/tenring\.local:8000/);
  assert.match(banner, / 00:01:[0-9A-F:]+:0F\n {22}10:11:[0-9A-F:]+:1F\n/);
  const own = renderBanner({ ...secured, fingerprint: undefined });
  assert.match(own, /https:/);
  assert.doesNotMatch(own, /trust|Fingerprint/);
});

test('shows no code once there is a password', () => {
  assert.doesNotMatch(renderBanner({ ...facts, deskCode: undefined }), /code/i);
});
