import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScoringCommand } from '../domain/commands.ts';
import type { Position } from '../domain/facts.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { bytesToClientMessage, type ClientMessage } from '../wire/client-to-server.ts';
import { closeCodes } from '../wire/codes.ts';
import { type ServerMessage, serverMessageToBytes } from '../wire/server-to-client.ts';
import { type Answer, openSimulatedTablet, type SocketListeners } from './simulated-tablet.ts';

const credentials = { competition: 'c', device: 'd', token: 't' };

/** The other side of every socket that the tablet opens, and what it hears there. */
function createServer(window = 8) {
  const sockets: {
    readonly listeners: SocketListeners;
    readonly heard: ClientMessage[];
    readonly url: string;
    closed: boolean;
  }[] = [];
  const answers: Answer[] = [];
  const clock = createManualClock();
  const tablet = openSimulatedTablet({
    url: 'ws://127.0.0.1:1/scoring',
    credentials,
    clock,
    window,
    random: () => 1,
    answerDeadlineMs: 15_000,
    onAnswer: (answer) => answers.push(answer),
    openSocket: (url, listeners) => {
      const socket = { url, listeners, heard: [] as ClientMessage[], closed: false };
      sockets.push(socket);
      return {
        send: (bytes) => socket.heard.push(bytesToClientMessage(bytes)),
        close: () => {
          socket.closed = true;
        },
      };
    },
  });
  const last = () => {
    const socket = sockets.at(-1);
    assert.ok(socket);
    return socket;
  };
  const say = (message: ServerMessage) => last().listeners.heard(serverMessageToBytes(message));
  return {
    sockets,
    answers,
    clock,
    tablet,
    last,
    say,
    welcome(at?: Position, standbys: readonly string[] = []) {
      last().listeners.opened();
      say({ kind: 'welcome', protocol: 1, serverTimeMs: 0, butt: 1, version: '0', ...(at && { at }), standbys });
    },
    /** Ids of the commands on the present connection. */
    commandsHeard: () => last().heard.flatMap((message) => (message.kind === 'command' ? [message.commandId] : [])),
    ack: (commandId: string, seq = 1) => say({ kind: 'ack', commandId, at: { epoch: 'e', seq } }),
    reject: (commandId: string, code: string) =>
      say({ kind: 'rejection', commandId, rejection: { code, details: {} } }),
    defer: (commandId: string, retryAfterMs: number) =>
      say({ kind: 'deferral', commandId, reason: 'journalDown', retryAfterMs }),
  };
}

const id = (number: number) => number.toString(16).padStart(32, '0');
const command = (entry: number, end = 1, first = 0): ScoringCommand => ({
  kind: 'scoreArrows',
  entry,
  end,
  first,
  arrows: ['9'],
});

test('says who it is first, and nothing more before it is welcome', async () => {
  const server = createServer();
  const answer = server.tablet.submit(command(1), id(1));
  server.last().listeners.opened();
  assert.deepEqual(server.last().heard, [{ kind: 'hello', protocol: 1, credentials }]);
  assert.equal(server.tablet.connected, false);
  server.say({ kind: 'welcome', protocol: 1, serverTimeMs: 0, butt: 1, version: '0' });
  assert.deepEqual(server.commandsHeard(), [id(1)]);
  server.ack(id(1), 42);
  const saved = { kind: 'saved', commandId: id(1), at: { epoch: 'e', seq: 42 } } as const;
  assert.deepEqual(await answer, saved);
  assert.deepEqual(server.answers, [saved]);
  assert.equal(server.tablet.unanswered, 0);
});

test('a connection that is lost before the answer: the same command with the same id on the next one', async () => {
  const server = createServer();
  server.welcome();
  const answer = server.tablet.submit(command(1), id(1));
  assert.deepEqual(server.commandsHeard(), [id(1)]);
  server.last().listeners.closed(1006);
  assert.equal(server.sockets.length, 1);
  await server.clock.advance(200);
  assert.equal(server.sockets.length, 2);
  server.welcome();
  assert.deepEqual(server.commandsHeard(), [id(1)]);
  server.ack(id(1));
  // A late answer from the connection before, and one that comes twice, change nothing.
  server.sockets[0]?.listeners.heard(
    serverMessageToBytes({ kind: 'ack', commandId: id(1), at: { epoch: 'e', seq: 9 } }),
  );
  server.ack(id(1));
  assert.equal((await answer).kind, 'saved');
  assert.equal(server.answers.length, 1);
});

test('attempts grow further apart while nobody is there, and begin anew after a welcome', async () => {
  const server = createServer();
  const attemptsAfter = async (milliseconds: number) => {
    await server.clock.advance(milliseconds);
    return server.sockets.length;
  };
  for (const [wait, attempts] of [
    [200, 2],
    [400, 3],
    [800, 4],
    [1600, 5],
    [3200, 6],
    [5000, 7],
    [5000, 8],
  ] as const) {
    server.last().listeners.closed(1006);
    assert.equal(await attemptsAfter(wait - 1), attempts - 1);
    assert.equal(await attemptsAfter(1), attempts);
  }
  server.welcome();
  server.last().listeners.closed(closeCodes.stopping.code);
  assert.equal(await attemptsAfter(999), 8);
  assert.equal(await attemptsAfter(1), 9);
});

test('a deferred command is kept for as long as asked, and later ones of the same archer wait behind it', async () => {
  const server = createServer();
  server.welcome();
  void server.tablet.submit(command(1, 1, 0), id(1));
  server.defer(id(1), 3000);
  void server.tablet.submit(command(1, 1, 1), id(2));
  void server.tablet.submit(command(2, 1, 0), id(3));
  assert.deepEqual(server.commandsHeard(), [id(1), id(3)]);
  await server.clock.advance(2999);
  assert.equal(server.commandsHeard().length, 2);
  await server.clock.advance(1);
  assert.deepEqual(server.commandsHeard(), [id(1), id(3), id(1), id(2)]);
  assert.equal(server.answers.length, 0);
});

test('an end that comes too early because an earlier command was deferred goes again behind it', async () => {
  const server = createServer();
  server.welcome();
  void server.tablet.submit(command(1, 1), id(1));
  const second = server.tablet.submit(command(1, 2), id(2));
  server.defer(id(1), 1000);
  server.reject(id(2), 'endOutOfOrder');
  assert.equal(server.answers.length, 0);
  await server.clock.advance(1000);
  assert.deepEqual(server.commandsHeard(), [id(1), id(2), id(1), id(2)]);
  server.ack(id(1));
  server.reject(id(2), 'endOutOfOrder');
  assert.equal((await second).kind, 'rejected', 'with nothing before it, it is a real mistake');
});

test('a rejection is final and is not sent again', async () => {
  const server = createServer();
  server.welcome();
  const answer = server.tablet.submit(command(1), id(1));
  server.reject(id(1), 'arrowAlreadyScored');
  assert.deepEqual(await answer, {
    kind: 'rejected',
    commandId: id(1),
    rejection: { code: 'arrowAlreadyScored', details: {} },
  });
  server.last().listeners.closed(1006);
  await server.clock.advance(200);
  server.welcome();
  assert.deepEqual(server.commandsHeard(), []);
});

test('the same command submitted twice is sent twice and answered once', async () => {
  const server = createServer();
  server.welcome();
  const [first, second] = [server.tablet.submit(command(1), id(1)), server.tablet.submit(command(1), id(1))];
  assert.deepEqual(server.commandsHeard(), [id(1), id(1)]);
  server.ack(id(1));
  assert.equal(await first, await second);
  assert.equal(server.answers.length, 1);
});

test('no more on the way at once than the window, in the order of submission', () => {
  const server = createServer(2);
  for (const number of [1, 2, 3, 4]) void server.tablet.submit(command(number), id(number));
  server.welcome();
  assert.deepEqual(server.commandsHeard(), [id(1), id(2)]);
  server.ack(id(2));
  assert.deepEqual(server.commandsHeard(), [id(1), id(2), id(3)]);
});

test('what only a person can mend ends the tablet; open commands are answered as unknown, not lost silently', async () => {
  for (const close of [closeCodes.notPaired, closeCodes.malformed, closeCodes.tooLarge]) {
    const server = createServer();
    server.welcome();
    const answer = server.tablet.submit(command(1), id(1));
    server.last().listeners.closed(close.code);
    assert.equal(await server.tablet.stopped, close);
    assert.deepEqual(await answer, { kind: 'unanswered', commandId: id(1) });
    assert.equal((await server.tablet.submit(command(1), id(2))).kind, 'unanswered');
    await server.clock.advance(60_000);
    assert.equal(server.sockets.length, 1);
    assert.equal(server.clock.sleepers, 0);
  }
});

test('a connection that is open and dead is given up; a silent one with nothing under way is not', async () => {
  const server = createServer();
  server.welcome();
  await server.clock.advance(60_000);
  assert.equal(server.last().closed, false);
  void server.tablet.submit(command(1), id(1));
  await server.clock.advance(15_200);
  assert.equal(server.sockets[0]?.closed, true);
  assert.equal(server.sockets.length, 2);
  server.welcome();
  assert.deepEqual(server.commandsHeard(), [id(1)]);
});

test('closing leaves nothing behind', async () => {
  const server = createServer();
  server.welcome();
  const answer = server.tablet.submit(command(1), id(1));
  server.defer(id(1), 5000);
  server.tablet.close();
  assert.equal((await answer).kind, 'unanswered');
  assert.equal(await server.tablet.stopped, undefined);
  assert.equal(server.last().closed, true);
  server.last().listeners.closed(1000);
  await server.clock.advance(60_000);
  assert.equal(server.sockets.length, 1);
  assert.equal(server.clock.sleepers, 0);
});

test('what was acknowledged goes to the standby that took over, in order and before what is new, and is told once', async () => {
  const server = createServer();
  const { tablet, clock, answers } = server;
  server.welcome({ epoch: 'e', seq: 0 }, ['127.0.0.1:2']);
  void tablet.submit(command(1), id(1));
  void tablet.submit(command(1, 1, 1), id(2));
  server.ack(id(1), 1);
  server.ack(id(2), 2);
  server.last().listeners.closed(closeCodes.lost.code);
  void tablet.submit(command(1, 1, 2), id(3));
  await clock.advance(500);
  server.last().listeners.closed(closeCodes.lost.code);
  await clock.advance(1_000);
  assert.equal(server.last().url, 'ws://127.0.0.1:2/scoring');
  server.last().listeners.opened();
  server.last().listeners.closed(closeCodes.standby.code);
  await clock.advance(2_000);
  assert.equal(server.last().url, 'ws://127.0.0.1:1/scoring', 'it has not taken over yet');
  server.last().listeners.closed(closeCodes.lost.code);
  await clock.advance(3_000);
  server.last().listeners.opened();
  server.last().listeners.closed(closeCodes.notPaired.code);
  assert.equal(tablet.connected, false);
  for (let tries = 0; !server.last().url.includes(':2/') || server.last().heard.length > 0; tries += 1) {
    assert.ok(tries < 5, 'what is said elsewhere sends nobody away');
    if (server.last().url.includes(':1/')) server.last().listeners.closed(closeCodes.lost.code);
    await clock.advance(6_000);
  }
  server.welcome({ epoch: 'f', seq: 0 });
  assert.deepEqual([server.commandsHeard(), tablet.sentAgain], [[id(1), id(2), id(3)], 2]);
  for (const number of [1, 2, 3]) server.ack(id(number), number);
  assert.deepEqual(
    answers.map(({ kind, commandId }) => [kind, commandId]),
    [1, 2, 3].map((number) => ['saved', id(number)]),
  );
  tablet.close();
});
