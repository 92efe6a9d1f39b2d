import assert from 'node:assert/strict';
import type { NetworkInterfaceInfo } from 'node:os';
import { test } from 'node:test';
import { lanAddresses, originsOf } from './lan-addresses.ts';

function ipv4(address: string, internal = false): NetworkInterfaceInfo {
  return { address, netmask: '255.255.255.0', family: 'IPv4', mac: '00:00:00:00:00:00', internal, cidr: null };
}

test('home networks come first, bridges of containers last, loopback and link-local never', () => {
  const found = lanAddresses({
    lo: [ipv4('127.0.0.1', true)],
    docker0: [ipv4('172.17.0.1')],
    wan: [ipv4('203.0.113.9'), ipv4('169.254.3.4')],
    eth0: [ipv4('10.1.2.3')],
    wlan0: [ipv4('192.168.1.5')],
  });
  assert.deepEqual(found, ['192.168.1.5', '10.1.2.3', '203.0.113.9', '172.17.0.1']);
});

test('origins follow the address listened on', () => {
  assert.deepEqual(originsOf('0.0.0.0', 8000, ['192.168.1.5']), ['http://192.168.1.5:8000']);
  assert.deepEqual(originsOf('127.0.0.1', 8000, ['192.168.1.5']), ['http://127.0.0.1:8000']);
  assert.deepEqual(originsOf('0.0.0.0', 8000, []), ['http://127.0.0.1:8000']);
  assert.deepEqual(originsOf('::1', 80, []), ['http://[::1]:80']);
});
