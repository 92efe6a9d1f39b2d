// Scoring devices on the real sockets: greeting, commands, answers.
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import type { ScoringCommand } from '../domain/commands.ts';
import { BareLive, credentials, epoch, shoot } from '../testing/bare-live.ts';

let appliance = new BareLive();
afterEach(async () => {
  await appliance.close();
  appliance = new BareLive();
});

describe('scoring sockets', { timeout: 30_000 }, () => {
  test('hello, welcome, command, ack', async () => {
    await appliance.open();
    const client = await appliance.connect('/scoring');
    client.hello(credentials);
    const [socket, said] = await appliance.hear('greet');
    assert.deepEqual(said, credentials);
    appliance.live.greet(socket, { butt: 12 });
    const welcome = await client.next('welcome');
    assert.deepEqual([welcome.butt, welcome.version, welcome.protocol], [12, '9.9.9', 1]);

    client.send(shoot(1));
    const [[command]] = await appliance.hear('commands');
    assert.ok(command);
    assert.equal(command.socket, socket);
    assert.deepEqual(command.command, { kind: 'scoreArrows', entry: 3, end: 1, first: 0, arrows: ['X', '9', 'M'] });
    appliance.live.answer({ ...command, outcome: { kind: 'accepted', at: { epoch, seq: 41 }, repeated: false } });
    const ack = await client.next('ack');
    assert.deepEqual([ack.commandId, ack.at], [command.commandId, { epoch, seq: 41 }]);
  });

  test('a device learns its butt, its card and its name with the welcome', async () => {
    await appliance.open();
    const client = await appliance.connect('/scoring');
    client.hello(credentials);
    const [socket] = await appliance.hear('greet');
    appliance.live.greet(socket, { butt: 3, card: 'second', label: 'Tablet 3' });
    const { butt, card, label } = await client.next('welcome');
    assert.deepEqual([butt, card, label], [3, 'second', 'Tablet 3']);
  });

  test('every kind of command arrives as it was sent', async () => {
    await appliance.open({ maxCommandsUnderWay: 10 });
    const { client } = await appliance.tablet();
    const inMatch = { event: 'RM', match: '2/1' } as const;
    const commands: readonly ScoringCommand[] = [
      { kind: 'scoreArrows', entry: 3, end: 1, first: 0, arrows: ['X', '9'], hits: [{ x: 1, y: -2 }, null] },
      { kind: 'checkEnd', entry: 3, end: 1, arrows: ['X', '9', null], byAthlete: true },
      { kind: 'signCard', entry: 3, as: 'athlete', name: 'Adi', strokes: [0, 100, 255, 250] },
      { kind: 'scoreMatch', ...inMatch, side: 'b', part: 'shootOff', number: 1, first: 0, arrows: ['10'] },
      { kind: 'measureShootOff', ...inMatch, number: 1, closest: 'equal', by: 'Sari' },
      { kind: 'chooseBeginner', ...inMatch, begins: 'a' },
    ];
    for (const [index, command] of commands.entries()) {
      client.send({ kind: 'command', commandId: index.toString(16).padStart(32, '0'), command });
      const [[frame]] = await appliance.hear('commands');
      assert.deepEqual(frame?.command, command);
    }
  });

  test('a rejection and a deferral arrive with their details', async () => {
    await appliance.open();
    const { client, socket } = await appliance.tablet();
    const [first, second] = ['1'.repeat(32), '2'.repeat(32)];
    const rejection = { code: 'endOutOfOrder', end: 5, expected: 3 } as const;
    appliance.live.answer({ socket, commandId: first, outcome: { kind: 'rejected', rejection } });
    appliance.live.answer({
      socket,
      commandId: second,
      outcome: { kind: 'deferred', reason: 'journalDown', retryAfterMs: 700 },
    });
    assert.deepEqual((await client.next('rejection')).rejection, {
      code: 'endOutOfOrder',
      details: { end: '5', expected: '3' },
    });
    assert.deepEqual(await client.next('deferral'), {
      kind: 'deferral',
      commandId: second,
      reason: 'journalDown',
      retryAfterMs: 700,
    });
  });

  test('commands may follow hello at once: they wait for the greeting', async () => {
    await appliance.open();
    const client = await appliance.connect('/scoring');
    client.hello(credentials);
    client.send(shoot(1));
    client.send(shoot(2));
    const [socket] = await appliance.hear('greet');
    assert.deepEqual(
      appliance.heard.filter(([kind]) => kind === 'commands'),
      [],
    );
    appliance.live.greet(socket, { butt: 1 });
    const [commands] = await appliance.hear('commands');
    assert.equal(commands.length, 2);
  });

  test('a device that is not paired is refused with the code that says so', async () => {
    await appliance.open();
    const client = await appliance.connect('/scoring');
    client.hello(credentials);
    client.send(shoot(1));
    const [socket] = await appliance.hear('greet');
    appliance.live.refuse(socket, 'notPaired');
    assert.deepEqual(await client.closed(), { code: 4004, reason: 'notPaired' });
    assert.deepEqual(await appliance.hear('gone'), [socket]);
    assert.ok(appliance.heard.every(([kind]) => kind !== 'commands'));
  });

  test('a device without credentials is refused', async () => {
    await appliance.open();
    const client = await appliance.connect('/scoring');
    client.hello();
    assert.equal((await client.closed()).code, 4004);
  });

  test('more commands under way than allowed close the socket', async () => {
    await appliance.open();
    const { client } = await appliance.tablet();
    for (let id = 1; id <= 5; id += 1) client.send(shoot(id));
    assert.equal((await client.closed()).code, 4006);
  });

  test('answers make room for further commands', async () => {
    await appliance.open();
    const { client } = await appliance.tablet();
    for (let id = 1; id <= 12; id += 1) {
      client.send(shoot(id));
      const [[command]] = await appliance.hear('commands');
      assert.ok(command);
      appliance.live.answer({ ...command, outcome: { kind: 'accepted', at: { epoch, seq: id }, repeated: false } });
      await client.next('ack');
    }
  });

  test('what time it is, is answered by the live thread alone, also to one with as many commands under way as are allowed', async () => {
    await appliance.open();
    const { client } = await appliance.tablet();
    for (let id = 1; id <= 4; id += 1) client.send(shoot(id));
    for (let asked = 0; asked < 20; asked += 1) client.send({ kind: 'time', clientTimeMs: asked + 0.25 });
    const before = Date.now();
    for (let asked = 0; asked < 20; asked += 1) {
      const { clientTimeMs, serverTimeMs } = await client.next('time');
      assert.equal(clientTimeMs, asked + 0.25);
      assert.ok(Math.abs(serverTimeMs - before) < 60_000);
    }
    assert.ok(appliance.heard.every(([kind]) => kind === 'commands'));
    const viewer = await appliance.viewer();
    viewer.send({ kind: 'time', clientTimeMs: 7 });
    assert.equal((await viewer.next('time')).clientTimeMs, 7);
  });

  test('a device that was moved is closed with the code that says so', async () => {
    await appliance.open();
    const { client } = await appliance.tablet();
    appliance.live.dismiss('c1', 'tablet-7', 'moved');
    assert.deepEqual(await client.closed(), { code: 4008, reason: 'moved' });
  });

  test('dismiss closes the sockets of that device only', async () => {
    await appliance.open();
    const { client } = await appliance.tablet();
    const other = await appliance.viewer();
    appliance.live.dismiss('c1', 'tablet-8', 'notPaired');
    appliance.live.dismiss('c1', 'tablet-7', 'notPaired');
    assert.equal((await client.closed()).code, 4004);
    assert.equal(other.socket.readyState, other.socket.OPEN);
  });
});
