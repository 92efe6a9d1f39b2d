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

test('shows no code once there is a password', () => {
  assert.doesNotMatch(renderBanner({ ...facts, deskCode: undefined }), /code/i);
});
