import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { ConfigError, readConfig } from './config.ts';
import { options } from './options.ts';

test('defaults come from the table', () => {
  const config = readConfig({}, {});
  assert.equal(config.port, 8000);
  assert.equal(config.realtimePort, 8001);
  assert.equal(config.dataFolder, resolve('tenring-data'));
  assert.equal(config.redisUrl, undefined);
  assert.equal(config.demo, false);
});

test('a demo has a folder of its own, unless one is asked for', () => {
  assert.equal(readConfig({ demo: true }, {}).dataFolder, resolve('tenring-demo'));
  assert.equal(readConfig({ demo: true, data: 'here' }, {}).dataFolder, resolve('here'));
  assert.equal(readConfig({ demo: true }, { TENRING_DATA: 'there' }).dataFolder, resolve('there'));
});

test('a flag wins over the environment, the environment over the default', () => {
  assert.equal(readConfig({}, { TENRING_PORT: '9000' }).port, 9000);
  assert.equal(readConfig({ port: '9001' }, { TENRING_PORT: '9000' }).port, 9001);
});

test('whom to follow, as people type it', () => {
  const origins = ['192.168.1.5', 'box.local:80', 'http://10.0.0.2:9000/', 'https://scores.example', '[fe80::1]:8000'];
  assert.deepEqual(
    origins.map((follow) => readConfig({ follow }, {}).standby.follow),
    [
      'http://192.168.1.5:8000',
      'http://box.local',
      'http://10.0.0.2:9000',
      'https://scores.example',
      'http://[fe80::1]:8000',
    ],
  );
  for (const follow of ['', 'http://', 'a b', 'http://box/desk', 'http://me@box'])
    assert.throws(() => readConfig({ follow }, {}), ConfigError, follow);
  assert.throws(() => readConfig({ follow: 'box', redis: 'redis://other' }, {}), /--follow needs a Redis of its own/);
});

test('lists come from repeated flags or commas', () => {
  assert.deepEqual(readConfig({ allowedHosts: ['a.example', 'b.example'] }, {}).allowedHosts, [
    'a.example',
    'b.example',
  ]);
  assert.deepEqual(readConfig({}, { TENRING_ALLOWED_HOSTS: 'a.example, b.example,' }).allowedHosts, [
    'a.example',
    'b.example',
  ]);
});

for (const [flags, words] of [
  [{ port: 'eighty' }, /--port .*whole number from 0 to 65535, not "eighty"/],
  [{ port: '70000' }, /65535/],
  [{ port: '' }, /--port/],
  [{ data: '  ' }, /--data .*empty/],
  [{ logLevel: 'loud' }, /debug, info, warn, error/],
  [{ demo: 'maybe' }, /yes or no/],
  [{ redis: 'localhost:6379' }, /redis:\/\//],
] as const) {
  test(`refuses ${JSON.stringify(flags)} in words`, () => {
    assert.throws(
      () => readConfig(flags, {}),
      (error) => error instanceof ConfigError && words.test(error.message),
    );
  });
}

test('a refused Redis address is not repeated: it may hold a password', () => {
  assert.throws(
    () => readConfig({ redis: 'http://:topsecret@box' }, {}),
    (error) => error instanceof ConfigError && !error.message.includes('topsecret'),
  );
});

test('no two settings share a name, a flag or a variable', () => {
  for (const key of ['name', 'flag', 'env'] as const) {
    assert.equal(new Set(options.map((row) => row[key])).size, options.length);
  }
});
