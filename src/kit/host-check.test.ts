import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostNameOf, judgeUpgrade } from './host-check.ts';

test('the host name is what stands before the port', () => {
  assert.equal(hostNameOf('tenring.local:8001'), 'tenring.local');
  assert.equal(hostNameOf('Tenring.Local.'), 'tenring.local');
  assert.equal(hostNameOf('10.0.0.5'), '10.0.0.5');
  assert.equal(hostNameOf('[fe80::1]:8001'), 'fe80::1');
  for (const wrong of ['', ':8001', '.', 'a:b', 'a:1:2', 'user@a', 'a/b', '[::1', 'a b'])
    assert.equal(hostNameOf(wrong), undefined, wrong);
});

test('a client that is no page needs only a host of ours', () => {
  for (const host of ['localhost:8001', '192.168.1.5:8001', '[::1]:8001', 'venue.local', 'scores.example']) {
    assert.equal(judgeUpgrade(host, '', ['scores.example']), 'welcome', host);
  }
});

test('a name that somebody else may point here is refused, whatever the origin', () => {
  for (const host of [
    '',
    'evil.example',
    'evil.example:8001',
    'local',
    'notlocal',
    'scores.example.evil.example',
    '999.1.1.1',
  ]) {
    assert.equal(judgeUpgrade(host, '', ['scores.example']), 'wrongHost', host);
    assert.equal(judgeUpgrade(host, `http://${host}`, ['scores.example']), 'wrongHost', host);
  }
});

test('a page must come from an appliance on this network', () => {
  const judge = (origin: string) => judgeUpgrade('192.168.1.5:8001', origin, ['scores.example']);
  for (const origin of [
    'http://192.168.1.5:8000',
    'http://[fe80::1]',
    'https://venue.local',
    'http://localhost:3000',
    'https://scores.example',
  ]) {
    assert.equal(judge(origin), 'welcome', origin);
  }
  for (const origin of [
    'null',
    'https://evil.example',
    'http://a.local.evil.example',
    'file://',
    'ftp://10.0.0.1',
    'http://',
    'http://scores.example@evil.example',
  ]) {
    assert.equal(judge(origin), 'wrongOrigin', origin);
  }
});
