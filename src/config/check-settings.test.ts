import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { checkSettings } from './check-settings.ts';
import { options } from './options.ts';

const find = (checked: ReturnType<typeof checkSettings>, name: string) =>
  checked.settings.find((each) => each.name === name);

test('each setting with its value and where it comes from', () => {
  const checked = checkSettings({ port: '9000' }, { TENRING_PORT: '1', TENRING_HOST: '127.0.0.1' });
  assert.deepEqual(checked.problems, []);
  assert.equal(checked.settings.length, options.length);
  const said = ['port', 'host', 'realtimePort'].map((name) => [find(checked, name)?.value, find(checked, name)?.from]);
  assert.deepEqual(said, [
    ['9000', 'flag'],
    ['127.0.0.1', 'environment'],
    ['8001', 'default'],
  ]);
  assert.equal(find(checked, 'data')?.value, resolve('tenring-data'));
  assert.equal(
    find(checkSettings({ demo: true }, {}), 'data')?.value,
    resolve('tenring-demo'),
    'as start would take it',
  );
});

test('a secret is not shown, only that there is one', () => {
  const checked = checkSettings({}, { TENRING_REDIS: 'redis://:topsecret@box' });
  assert.deepEqual([find(checked, 'redis')?.value, find(checked, 'redis')?.isSecret], [undefined, true]);
  assert.ok(!JSON.stringify(checked).includes('topsecret'));
  assert.equal(find(checkSettings({}, {}), 'redis')?.isSecret, false);
  const wrong = checkSettings({ redis: 'http://:topsecret@box' }, {});
  assert.ok(wrong.problems.length === 1 && !JSON.stringify(wrong).includes('topsecret'));
});

test('everything that is wrong is said at once, each once', () => {
  const flags = { port: 'x', tlsCert: 'a.pem' };
  const { problems } = checkSettings(flags, { TENRING_LOG_LEVEL: 'loud', TENRING_MDNS: 'a b' });
  assert.deepEqual(problems.map((each) => each.split(' ')[0]).toSorted(), [
    '--log-level',
    '--mdns',
    '--port',
    '--tls-cert',
  ]);
});

test('a variable that looks like a setting and is none is noticed', () => {
  const environment = { TENRING_PROT: '80', TENRING_PORT: '80', TENRING_REDIS_SERVER: '/x', HOME: '/' };
  assert.deepEqual(checkSettings({}, environment).unknownVariables, ['TENRING_PROT']);
});
