// The driver against a scripted appliance: what it says after hello, how it comes back, when it asks for everything again.
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { bytesToClientMessage, type ClientMessage } from '../../src/wire/client-to-server.ts';
import {
  type DeltaBody,
  type ServerMessage,
  type SnapshotBody,
  serverMessageToBytes,
} from '../../src/wire/server-to-client.ts';
import { createFakeTime, type FakeTime } from './fake-world.ts';
import { createLink, type Link, type SocketListeners } from './link.ts';

interface Opened {
  readonly listeners: SocketListeners;
  readonly said: ClientMessage[];
  readonly turn: number;
  closed: boolean;
}

const settle = () => new Promise((resolve) => setImmediate(resolve));
const topic = 'target/c1/3';
const snapshotBody: SnapshotBody = { kind: 'targetSheet', sheet: { competitionName: 'C', butt: 3, archers: [] } };
const deltaBody: DeltaBody = { kind: 'targetSheet', ends: [], archers: [] };
const credentials = { competition: 'c1', device: 'd', token: 't' };

describe('link', () => {
  let time: FakeTime;
  let sockets: Opened[];
  let there: boolean;
  let link: Link;
  let states: string[];
  let heard: string[];

  beforeEach(() => {
    time = createFakeTime();
    sockets = [];
    states = [];
    heard = [];
    there = true;
    const world = {
      open(listeners: SocketListeners, turn: number) {
        const opened: Opened = { listeners, said: [], turn, closed: false };
        sockets.push(opened);
        return {
          send: (bytes: Uint8Array) => opened.said.push(bytesToClientMessage(bytes)),
          close: () => {
            opened.closed = true;
          },
        };
      },
      after: time.after,
      now: time.now,
      random: () => 1,
      probe: () => Promise.resolve(there),
      isElsewhere: (turn: number) => turn % 2 === 1,
    };
    link = createLink(world, credentials, {
      state: ({ kind }) => states.push(kind),
      welcome: (version) => heard.push(`version ${version}`),
      answer: ({ kind }) => heard.push(kind),
    });
    link.follow(topic, {
      snapshot: (_, at) => heard.push(`snapshot ${at.epoch}${at.seq}`),
      delta: (_, at) => heard.push(`delta ${at.epoch}${at.seq}`),
      missing: () => heard.push('missing'),
    });
  });

  const socket = () => sockets[sockets.length - 1] as Opened;
  const say = (message: ServerMessage) => socket().listeners.message(serverMessageToBytes(message));
  const welcome = () => say({ kind: 'welcome', protocol: 1, serverTimeMs: 5, butt: 3, version: '1' });
  const snapshot = (epoch: string, seq: number) =>
    say({ kind: 'snapshot', topic, at: { epoch, seq }, body: snapshotBody });
  const delta = (epoch: string, from: number, to: number) =>
    say({ kind: 'delta', topic, epoch, from, to, body: deltaBody });
  /** Until the next attempt. */
  const again = () => {
    for (const before = sockets.length; sockets.length === before; ) time.advance(100);
  };
  const comeLive = () => {
    link.start();
    socket().listeners.opened();
    welcome();
  };

  it('says hello with its credentials first, and subscribes when welcomed', () => {
    link.start();
    assert.deepEqual(socket().said, []);
    socket().listeners.opened();
    assert.deepEqual(socket().said, [{ kind: 'hello', protocol: 1, credentials }]);
    welcome();
    assert.deepEqual(socket().said[1], { kind: 'subscribe', topic, since: undefined });
    assert.deepEqual(states, ['opening', 'greeting', 'live']);
  });

  it('passes frames on in order and asks for what it missed after a reconnect', () => {
    comeLive();
    snapshot('e', 4);
    delta('e', 4, 6);
    socket().listeners.closed(1006);
    assert.equal(link.state.kind, 'waiting');
    time.advance(500);
    socket().listeners.opened();
    welcome();
    assert.deepEqual(socket().said[1], { kind: 'subscribe', topic, since: { epoch: 'e', seq: 6 } });
    assert.deepEqual(heard, ['version 1', 'snapshot e4', 'delta e6', 'version 1']);
  });

  it('asks for a snapshot after a gap or in a new epoch, and applies nothing until it is there', () => {
    comeLive();
    snapshot('e', 4);
    delta('e', 5, 6);
    assert.deepEqual(socket().said[2], { kind: 'subscribe', topic, since: undefined });
    delta('e', 6, 7);
    assert.equal(socket().said.length, 3);
    snapshot('e', 7);
    delta('f', 1, 2);
    assert.equal(socket().said.length, 4);
    assert.deepEqual(heard, ['version 1', 'snapshot e4', 'snapshot e7']);
  });

  it('waits longer with every failure, up to a limit', () => {
    link.start();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const before = sockets.length;
      socket().listeners.closed(1006);
      let waited = 0;
      while (sockets.length === before) {
        time.advance(500);
        waited += 500;
      }
      waits.push(waited);
    }
    assert.deepEqual(waits, [500, 1000, 2000, 4000, 8000, 15000, 15000, 15000]);
  });

  it('ignores whatever a socket says that it has given up', () => {
    comeLive();
    const old = socket();
    link.distrust();
    assert.equal(old.closed, true);
    old.listeners.message(serverMessageToBytes({ kind: 'notice', code: 'noSuchTopic', topic }));
    old.listeners.closed(4004);
    assert.equal(link.state.kind, 'waiting');
    assert.deepEqual(heard, ['version 1']);
  });

  it('gives up a handshake that nobody answers', () => {
    link.start();
    time.advance(10_000);
    assert.equal(link.state.kind, 'waiting');
    assert.equal(socket().closed, true);
  });

  it('asks for a sign of life when nothing is heard, and comes back when there is none', async () => {
    comeLive();
    time.advance(12_000);
    await Promise.resolve();
    assert.equal(link.state.kind, 'live');
    there = false;
    time.advance(12_000);
    await Promise.resolve();
    assert.equal(link.state.kind, 'waiting');
  });

  it('leaves a refusal to the person and a page of another version to a reload', () => {
    comeLive();
    socket().listeners.closed(4004);
    assert.deepEqual(link.state, { kind: 'refused', reason: 'notPaired' });
    time.advance(60_000);
    assert.equal(sockets.length, 1);
    link.start();
    socket().listeners.opened();
    socket().listeners.message(Uint8Array.of(255, 255, 255));
    assert.equal(link.state.kind, 'outdated');
  });

  it('sends nothing while it is not live', () => {
    const command = { kind: 'scoreArrows', entry: 1, end: 1, first: 0, arrows: ['X'] } as const;
    const message = { kind: 'command', commandId: '0'.repeat(32), command } as const;
    assert.equal(link.send(message), false);
    comeLive();
    assert.equal(link.send(message), true);
    assert.deepEqual(socket().said[2], message);
  });

  it('tries the others in turn, stays with who welcomes it, and is sent away by nobody but its own appliance', async () => {
    const kind = () => link.state.kind;
    link.start();
    socket().listeners.closed(1006);
    again();
    assert.equal(socket().turn, 1);
    socket().listeners.opened();
    socket().listeners.closed(4010);
    again();
    assert.equal(socket().turn, 2, 'a standby sends it back');
    socket().listeners.closed(1006);
    again();
    socket().listeners.opened();
    socket().listeners.closed(4004);
    assert.equal(kind(), 'waiting', 'at this address somebody else may be');
    again();
    socket().listeners.closed(1006);
    again();
    socket().listeners.opened();
    welcome();
    assert.deepEqual([socket().turn, kind()], [5, 'live']);
    socket().listeners.closed(1006);
    again();
    assert.equal(socket().turn, 5, 'it comes back to where it was');
    socket().listeners.opened();
    welcome();
    there = false;
    time.advance(12_000);
    assert.deepEqual(socket().said.at(-1), { kind: 'time', clientTimeMs: -1 });
    say({ kind: 'time', clientTimeMs: -1, serverTimeMs: 5 });
    time.advance(5_000);
    await settle();
    assert.equal(kind(), 'live', 'its own appliance is not asked');
    time.advance(12_000);
    time.advance(5_000);
    await settle();
    assert.deepEqual([kind(), heard.includes('time')], ['waiting', false]);
  });

  it('tells when there is nothing with a name', () => {
    comeLive();
    say({ kind: 'notice', code: 'noSuchTopic', topic });
    assert.deepEqual(heard, ['version 1', 'missing']);
  });
});
