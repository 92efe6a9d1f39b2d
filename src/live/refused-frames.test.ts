// What sockets do with frames that no client of ours sends: a coded close, and nothing else happens.
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import type { ScoringCommand } from '../domain/commands.ts';
import { BareLive, shoot, subscribe } from '../testing/bare-live.ts';
import type { LiveClient } from '../testing/live-client.ts';
import { clientMessageToBytes } from '../wire/client-to-server.ts';

let appliance = new BareLive();
afterEach(async () => {
  await appliance.close();
  appliance = new BareLive();
});

/** Bytes as our own encoder would write them of what our types do not allow. */
function written(command: object): Uint8Array {
  return clientMessageToBytes({ kind: 'command', commandId: '1'.repeat(32), command: command as ScoringCommand });
}
const blank = written({ kind: 'scoreMatch', event: 'RM', match: '2/1', side: 'a', part: 'end', arrows: [null] });
const thirdSide = written({ kind: 'chooseBeginner', event: 'RM', match: '2/1', begins: 'c' });

describe('what no client of ours sends', { timeout: 30_000 }, () => {
  const cases: readonly (readonly [string, '/scoring' | '/board', (client: LiveClient) => void, number])[] = [
    ['an oversized frame', '/scoring', (client) => client.sendBytes(new Uint8Array(1025)), 1009],
    ['an oversized frame', '/board', (client) => client.sendBytes(new Uint8Array(1025)), 1009],
    ['bytes that are no message', '/board', (client) => client.sendBytes(Uint8Array.of(255, 255, 255)), 4001],
    ['an empty frame', '/board', (client) => client.sendBytes(new Uint8Array()), 4001],
    ['text', '/board', (client) => client.socket.send('hello'), 4001],
    [
      'an unknown protocol',
      '/board',
      (client) => client.send({ kind: 'hello', protocol: 99, credentials: undefined }),
      4002,
    ],
    ['a subscription before hello', '/board', (client) => client.send(subscribe()), 4003],
    ['what time it is, before hello', '/board', (client) => client.send({ kind: 'time', clientTimeMs: 1 }), 4003],
    ['a blank box among arrows of a match', '/scoring', (client) => client.sendBytes(blank), 4001],
    ['a match with a third side', '/scoring', (client) => client.sendBytes(thirdSide), 4001],
    ['a command before hello', '/scoring', (client) => client.send(shoot(1)), 4003],
  ];
  for (const [what, path, say, code] of cases) {
    test(`${what} on ${path} is answered by ${code}`, async () => {
      await appliance.open();
      const client = await appliance.connect(path);
      say(client);
      assert.equal((await client.closed()).code, code);
      const other = await appliance.viewer();
      assert.equal(other.socket.readyState, other.socket.OPEN);
    });
  }

  test('a huge frame is cut off', async () => {
    await appliance.open();
    const client = await appliance.connect('/scoring');
    client.sendBytes(new Uint8Array(1_000_000));
    assert.equal((await client.closed()).code, 1006);
  });

  test('a viewer that sends a command, or hello again, is closed', async () => {
    await appliance.open();
    const [first, second] = [await appliance.viewer(), await appliance.viewer()];
    first.send(shoot(1));
    second.hello();
    assert.equal((await first.closed()).code, 4001);
    assert.equal((await second.closed()).code, 4001);
  });

  test('more topics than allowed close the socket', async () => {
    await appliance.open();
    const client = await appliance.viewer();
    for (const butt of [1, 2, 3, 4]) client.send(subscribe(undefined, `target/c1/${butt}`));
    assert.equal((await client.closed()).code, 4005);
  });

  test('a name that no topic has gets a notice, and the main thread hears nothing of it', async () => {
    await appliance.open();
    const client = await appliance.viewer();
    for (const name of ['', 'nonsense', 'leaderboard/c1/%52M', 'target/c1/012']) {
      client.send(subscribe(undefined, name));
      assert.deepEqual(await client.next('notice'), { kind: 'notice', code: 'noSuchTopic', topic: name });
    }
    assert.deepEqual(appliance.heard, []);
  });
});
