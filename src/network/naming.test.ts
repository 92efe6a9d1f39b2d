import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnnounceOptions } from './announcement.ts';
import { createNaming } from './naming.ts';

function openNaming() {
  const world = { isMute: false, answer: (asked: string) => asked };
  const said: string[] = [];
  const events: string[] = [];
  const asked: AnnounceOptions[] = [];
  const note = (_: object, message: string) => void said.push(message);
  const naming = createNaming({
    name: 'tenring',
    log: { debug: note, info: note, warn: note, error: note },
    async announce(options) {
      if (world.isMute) throw new Error('EPERM');
      asked.push(options);
      const found = world.answer(options.name);
      events.push(`${found} on ${options.interfaces.join()} at ${options.port}`);
      return { name: found, close: async () => void events.push(`${found} taken back`) };
    },
  });
  return { naming, world, said, events, asked };
}

const at = (...interfaces: string[]) => ({ interfaces, addresses: ['10.0.0.1'] });

test('announced once, again where the interfaces are others, taken back at the end', async () => {
  const { naming, events } = openNaming();
  await naming.update(8000, at('eth0'));
  await naming.update(8000, at('eth0'));
  assert.equal(naming.name, 'tenring.local');
  await naming.update(8000, at('eth0', 'wlan0'));
  await naming.update(8000, { ...at('eth0', 'wlan0'), addresses: ['10.0.0.2'] });
  await naming.update(8000, at());
  assert.equal(naming.name, undefined, 'no cable, no name');
  await naming.update(8000, at('eth0'));
  await naming.close();
  assert.deepEqual(events, [
    'tenring on eth0 at 8000',
    'tenring taken back',
    'tenring on eth0,wlan0 at 8000',
    'tenring taken back',
    'tenring on eth0,wlan0 at 8000',
    'tenring taken back',
    'tenring on eth0 at 8000',
    'tenring taken back',
  ]);
});

test('another one’s name: the appliance has another, and says so once', async () => {
  const { naming, world, said, asked } = openNaming();
  world.answer = (name) => `${name}-2`;
  await naming.update(8000, at('eth0'));
  assert.deepEqual([naming.name, naming.wanted], ['tenring-2.local', 'tenring.local']);
  assert.deepEqual(said, ['tenring.local is another device’s on this network: this appliance is tenring-2.local']);
  asked[0]?.lost();
  await naming.update(8000, at('eth0'));
  assert.equal(asked.length, 2, 'lost later: asked for again');
  assert.equal(said.length, 1);
});

test('a network that does not let us speak is told of once, and tried again', async () => {
  const { naming, world, said } = openNaming();
  world.isMute = true;
  await naming.update(8000, at('eth0'));
  await naming.update(8000, at('eth0'));
  assert.equal(naming.name, undefined);
  assert.deepEqual(said, ['tenring.local cannot be announced; addresses work']);
  world.isMute = false;
  await naming.update(8000, at('eth0'));
  assert.equal(naming.name, 'tenring.local');
});

test('switched off: nothing is ever announced', async () => {
  const off = createNaming({ name: undefined, log: console, announce: () => assert.fail('announced') });
  await off.update(8000, at('eth0'));
  await off.close();
  assert.deepEqual([off.name, off.wanted], [undefined, undefined]);
});
