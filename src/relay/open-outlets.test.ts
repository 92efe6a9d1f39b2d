// The relay as the appliance runs it: its own thread, the official client, a Pusher-like server that misbehaves. What a page would put together
// from the caches is compared with the state.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Actor } from '../domain/actor.ts';
import type { Command } from '../domain/commands.ts';
import { leaderboardOf } from '../domain/ranking/leaderboard.ts';
import { relayedAnswerAt } from '../http/relayed-answers.ts';
import { systemClock } from '../kit/clock.ts';
import { createMemoryIntake, type MemoryIntake } from '../testing/memory-intake.ts';
import { openPusherServer, type PusherServer, testApp } from '../testing/pusher/pusher-server.ts';
import { categoryOf, creation, newEntry, organiser, score } from '../testing/small-competition.ts';
import { collectPart, nothingCollected } from '../wire/relay/collect-parts.ts';
import { aliveName, relayChannel } from '../wire/relay/relay-channel.ts';
import { dataToPart } from '../wire/relay/relay-part.ts';
import { type Outlets, openOutlets } from './open-outlets.ts';

let commands = 0;

async function ask(intake: MemoryIntake, command: Command, actor: Actor = organiser): Promise<void> {
  commands += 1;
  const outcome = await intake.submit('c1', command, { commandId: String(commands).padStart(32, '0'), at: 0, actor });
  assert.equal(outcome.kind, 'accepted', JSON.stringify(outcome));
}

async function competitionOf(archers: number): Promise<MemoryIntake> {
  const intake = createMemoryIntake();
  await ask(intake, creation);
  const entries = Array.from({ length: archers }, (_, index) =>
    newEntry(
      `Archer ${index + 1} of a family with a long name`,
      'RM',
      `${Math.floor(index / 4) + 1}${'ABCD'[index % 4]}`,
    ),
  );
  await ask(intake, { kind: 'importEntries', categories: [categoryOf('RM'), categoryOf('CW')], entries });
  return intake;
}

/** proc_pid_stat(5): the 19th field, counted behind the name in brackets. */
function nicenessOfThreads(): readonly number[] {
  return readdirSync('/proc/self/task').map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
  });
}

function folderFor(t: { after(step: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-relay-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface Opened {
  readonly outlets: Outlets;
  readonly logged: string[];
}

function open(t: { after(step: () => unknown): void }, folder: string, intake: MemoryIntake, port: number): Opened {
  const logged: string[] = [];
  const note = (details: object, message: string) => void logged.push(`${message} ${JSON.stringify(details)}`);
  const outlets = openOutlets({
    config: {
      dataFolder: folder,
      publishing: undefined,
      pusher: {
        ...{ appId: testApp.id, key: testApp.key, secret: testApp.secret, cluster: undefined, host: '127.0.0.1', port },
        ...{ tls: false, file: undefined, dailyMessages: 1_000_000 },
      },
    },
    ...{ intake, answerAt: relayedAnswerAt, heapMegabytes: 64, clock: systemClock },
    log: { debug: note, info: note, warn: note, error: note },
  });
  t.after(outlets.close);
  return { outlets, logged };
}

/** What a page puts together from what the caches hold. */
function wholeFrom({ sockets }: PusherServer, name: string) {
  let collected = nothingCollected;
  for (let part = 0; part < collected.of; part += 1) {
    const event = sockets.cached(relayChannel(name, part));
    if (event) collected = collectPart(collected, dataToPart(JSON.parse(event.data)));
  }
  return collected.whole;
}

function boardFrom(server: PusherServer) {
  const content = wholeFrom(server, 'leaderboard/c1/RM')?.content;
  return content?.kind === 'board' && content.body.kind === 'leaderboard' ? content.body.leaderboard : undefined;
}

function boardOf(intake: MemoryIntake) {
  const state = intake.find('c1')?.state;
  const board = state && leaderboardOf(state, 'RM');
  return board && { ...board, rows: [...board.rows].sort((a, b) => a.entry - b.entry) };
}

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

describe('the relay in its thread', () => {
  test('sends boards in parts, answers and signs of life; an arrow is one event', async (t) => {
    const server = await openPusherServer(t);
    const intake = await competitionOf(120);
    const { outlets } = open(t, folderFor(t), intake, server.port);
    await t.waitFor(() => assert.ok(isEqual(boardFrom(server), boardOf(intake))), { timeout: 10_000 });
    assert.ok(boardFrom(server)?.rows.length === 120);
    assert.ok(server.events.filter(({ channel }) => channel.includes('leaderboard;c1;RM')).length > 1, 'in parts');
    await t.waitFor(() => {
      const about = wholeFrom(server, '/api/competitions/c1')?.content;
      assert.ok(about?.kind === 'document' && (about.value as { name: string }).name === 'Piala Uji');
      assert.ok(wholeFrom(server, aliveName('c1')));
    });
    const ofBoard = () => server.events.filter(({ channel }) => channel.includes('leaderboard;c1;RM')).length;
    const before = ofBoard();
    await ask(intake, score(7, 1, 0, 'X', '9'));
    await t.waitFor(() => assert.ok(isEqual(boardFrom(server), boardOf(intake))), { timeout: 10_000 });
    assert.equal(ofBoard(), before + 1);
    assert.equal(outlets.relay()?.state, 'up');
  });

  test('after every kind of trouble the caches hold what the venue shows', async (t) => {
    const server = await openPusherServer(t);
    const intake = await competitionOf(8);
    const folder = folderFor(t);
    const { outlets, logged } = open(t, folder, intake, server.port);
    await t.waitFor(() => assert.ok(boardFrom(server)), { timeout: 10_000 });
    const troubles = ['refuse', { status: 500 }, { status: 413 }, { status: 401 }] as const;
    server.fault = troubles[0];
    await ask(intake, score(1, 1, 0, 'X'));
    await t.waitFor(() => assert.equal(outlets.relay()?.state, 'down'), { timeout: 10_000 });
    server.fault = { status: 500 };
    await ask(intake, score(2, 1, 0, '9'));
    await t.waitFor(() => assert.equal(outlets.relay()?.why, 'failing'), { timeout: 10_000 });
    server.fault = 'flap';
    await ask(intake, score(3, 1, 0, '8'));
    await t.waitFor(() => assert.ok(isEqual(boardFrom(server), boardOf(intake))), { timeout: 30_000 });
    server.fault = 'none';
    await ask(intake, score(4, 1, 0, '7'));
    await t.waitFor(() => assert.ok(isEqual(boardFrom(server), boardOf(intake))), { timeout: 30_000 });
    assert.ok(!logged.join().includes(testApp.secret) && !logged.join().includes('auth_signature'));
  });

  test('says so when Pusher refuses the key, and goes on asking', async (t) => {
    const server = await openPusherServer(t, { ...testApp, secret: 'another one' });
    const { outlets, logged } = open(t, folderFor(t), await competitionOf(4), server.port);
    await t.waitFor(() => assert.equal(outlets.relay()?.why, 'refused'), { timeout: 10_000 });
    assert.equal(outlets.relay()?.detail, 'Invalid signature');
    assert.deepEqual(server.events, []);
    assert.ok(!logged.join().includes(testApp.secret));
  });

  test('a server that answers nothing keeps nobody from stopping', async (t) => {
    const server = await openPusherServer(t);
    server.fault = 'hang';
    const { outlets } = open(t, folderFor(t), await competitionOf(4), server.port);
    await t.waitFor(() => assert.ok(server.answers.length > 0), { timeout: 10_000 });
    await outlets.close();
    await outlets.close();
  });

  test('gets of the processor what the venue leaves', async (t) => {
    const server = await openPusherServer(t);
    const before = nicenessOfThreads();
    const { outlets } = open(t, folderFor(t), await competitionOf(4), server.port);
    await t.waitFor(() => assert.equal(outlets.relay()?.state, 'up'), { timeout: 10_000 });
    const lowest = nicenessOfThreads().filter((niceness) => niceness === 19);
    assert.deepEqual([before.includes(19), lowest.length], [false, 1], 'its own thread and no other');
  });

  test('is off until it is set up, and asks for what is missing', (t) => {
    const parts = { answerAt: () => undefined, heapMegabytes: 64, clock: systemClock, log: silent };
    const folder = folderFor(t);
    const intake = createMemoryIntake();
    const off = openOutlets({
      ...parts,
      intake,
      config: { dataFolder: folder, publishing: undefined, pusher: undefined },
    });
    assert.deepEqual([off.pusher, off.relay()], [undefined, null]);
    const file = join(folder, 'pusher.txt');
    const settings = {
      ...{ appId: undefined, key: undefined, secret: undefined, cluster: undefined, host: undefined, port: undefined },
      ...{ tls: true, file, dailyMessages: 100 },
    };
    const start = () =>
      openOutlets({ ...parts, intake, config: { dataFolder: folder, publishing: undefined, pusher: settings } });
    assert.throws(start, /cannot be read/);
    writeFileSync(file, 'app_id = "1"\nkey = "k"\n', { mode: 0o600 });
    assert.throws(start, /secret/);
    const loose = join(folder, 'loose.txt');
    writeFileSync(loose, 'app_id = "1"\nkey = "k"\nsecret = "s"\n', { mode: 0o644 });
    settings.file = loose;
    assert.throws(start, /chmod 600/);
  });
});

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
