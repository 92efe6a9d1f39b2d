// Places for sockets: who gets one, and who gives it back.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, describe, test } from 'node:test';
import { BareLive } from '../testing/bare-live.ts';
import { refusedUpgrade } from '../testing/live-client.ts';
import { clientMessageToBytes, protocolVersion } from '../wire/client-to-server.ts';
import type { CloseName } from '../wire/codes.ts';
import { Session, type SessionWorld } from './session.ts';
import type { TopicHubs } from './topic-hubs.ts';

describe('places for sockets', { timeout: 30_000 }, () => {
  let appliance = new BareLive();
  afterEach(async () => {
    await appliance.close();
    appliance = new BareLive();
  });

  test('when all are taken newcomers are told to come later; who leaves makes room', async () => {
    await appliance.open({ room: { perAddress: 1, inAll: 2 } });
    const [first] = [await appliance.connect('/board'), await appliance.connect('/scoring')];
    assert.equal(await refusedUpgrade(appliance.live.port, '/board', {}), 503);
    first.close();
    await once(first.socket, 'close');
    const newcomer = await appliance.viewer();
    assert.equal(newcomer.socket.readyState, newcomer.socket.OPEN);
    assert.equal(await refusedUpgrade(appliance.live.port, '/scoring', {}), 503);
  });

  test('who is refused for its host or origin takes no place', async () => {
    await appliance.open({ room: { perAddress: 1, inAll: 1 } });
    for (let count = 0; count < 3; count += 1)
      assert.equal(await refusedUpgrade(appliance.live.port, '/board', { origin: 'http://evil.example' }), 403);
    await appliance.viewer();
  });
});

function openSession() {
  const closed: CloseName[] = [];
  const clock = { ms: 1_000_000 };
  const world: SessionWorld = {
    options: { version: '9.9.9', maxTopicsPerSocket: 1, maxCommandsUnderWay: 1 },
    hubs: {} as TopicHubs,
    toMain: () => undefined,
    malformed: () => undefined,
    nowMs: () => clock.ms,
  };
  const nothing = () => undefined;
  const port = {
    send: () => true,
    backlogBytes: () => 0,
    together: (run: () => void) => run(),
    join: nothing,
    leave: nothing,
    close: (name: CloseName) => void closed.push(name),
    cut: nothing,
  };
  return { closed, clock, session: new Session(1, 'board', port, world) };
}

test('who says nothing loses the place after a while; who has said hello keeps it', () => {
  const silent = openSession();
  silent.clock.ms += 10_000;
  silent.session.closeIfSilent();
  assert.deepEqual(silent.closed, []);
  silent.clock.ms += 1;
  silent.session.closeIfSilent();
  assert.deepEqual(silent.closed, ['helloFirst']);

  const greeted = openSession();
  const hello = { kind: 'hello', protocol: protocolVersion, credentials: undefined } as const;
  greeted.session.receive(clientMessageToBytes(hello), true);
  greeted.clock.ms += 3_600_000;
  greeted.session.closeIfSilent();
  assert.deepEqual(greeted.closed, []);
});
