import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { silentLog } from '../kit/log.ts';
import { startTestRedis, type TestRedis } from '../testing/redis-for-tests.ts';
import { appended, journalContract, newCompetition, nowhere, recordsOf, textsOf, watched } from './journal.contract.ts';
import { type Journal, JournalUnavailableError } from './journal.ts';
import { streamKey } from './journal-keys.ts';
import { openConnection, type RedisTarget } from './redis-connection.ts';
import { openRedisJournal } from './redis-journal.ts';

let redis: TestRedis;

before(async () => {
  redis = await startTestRedis();
});
after(() => redis.close());

function open(connection: RedisTarget = redis.connection, commandTimeoutMs = 5_000): Promise<Journal> {
  return openRedisJournal({ connection, log: silentLog, commandTimeoutMs });
}

/** As an operator would ask Redis, beside the journal. */
async function ask(...words: [string, ...(string | number)[]]): Promise<void> {
  const connection = openConnection({ target: redis.connection, name: 'operator', log: silentLog });
  await connection.ready(5_000);
  await connection.call(words);
  connection.close();
}

function becomes(journal: Journal, wanted: 'up' | 'down'): Promise<void> {
  if (journal.state === wanted) return Promise.resolve();
  return new Promise((resolve) => journal.onState((state) => state === wanted && resolve()));
}

journalContract('Redis', () => ({
  open,
  async trim(competition, beforeSeq) {
    await ask('xtrim', streamKey(competition), 'MINID', `${beforeSeq}-0`);
  },
}));

test('Redis: kill -9 and a restart: state says so, nothing is lost, watchers go on', async () => {
  const journal = await open();
  const competition = newCompetition();
  const head = await appended(journal, competition, 'a');
  const states: string[] = [];
  journal.onState((state) => states.push(state));
  const other = await open();
  const { told, missed, until } = await watched(other);
  await redis.crash();
  await becomes(journal, 'up');
  assert.deepEqual(await journal.head(competition), head);
  // The script cache is gone too.
  await appended(journal, competition, 'b');
  await redis.crash();
  await becomes(journal, 'up');
  await appended(journal, competition, 'c');
  await becomes(other, 'up');
  assert.deepEqual(textsOf(await other.read(competition, 0, 10)), ['1:a', '2:b', '3:c']);
  await until(() => missed() > 1);
  // Between two crashes it may have begun to listen, and not yet again.
  const before = told.length;
  while (told.length === before) await appended(journal, competition, 'd');
  assert.deepEqual(states, ['down', 'up', 'down', 'up']);
  await other.close();
  await journal.close();
});

/** Between journal and Redis: passes on what is asked, and swallows answers when told to. */
async function openLossyWay(): Promise<{ path: string; loseReplies(): void; cut(): void; close(): void }> {
  let isLosing = false;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = new (near.constructor as typeof Socket)().connect(redis.connection.path);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => {
      if (isLosing) near.destroy();
      else near.write(bytes);
    });
  });
  const path = join(redis.folder, `way-${sockets.size}-${Math.random().toString(36).slice(2)}.sock`);
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    path,
    loseReplies: () => {
      isLosing = true;
    },
    cut: () => {
      isLosing = false;
      for (const socket of sockets) socket.destroy();
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

test('Redis: an append whose reply is lost fails once and is there once', async () => {
  const way = await openLossyWay();
  const journal = await open({ path: way.path });
  const competition = newCompetition();
  const head = await appended(journal, competition, 'a');
  way.loseReplies();
  await assert.rejects(journal.append(competition, head, recordsOf('b')), JournalUnavailableError);
  way.cut();
  await becomes(journal, 'up');
  assert.deepEqual(textsOf(await journal.read(competition, 0, 10)), ['1:a', '2:b']);
  const outcome = await journal.append(competition, head, recordsOf('b'));
  assert.equal(outcome.kind, 'conflict');
  assert.deepEqual(textsOf(await journal.read(competition, 0, 10)), ['1:a', '2:b']);
  await journal.close();
  way.close();
});

test('Redis: appends under a server that is killed again and again: nothing acknowledged is missing, nothing is there twice', async () => {
  const journal = await open();
  const competition = newCompetition();
  const acknowledged: string[] = [];
  let at = await journal.head(competition);
  let isOver = false;
  async function write() {
    for (let next = 0; !isOver; ) {
      try {
        const outcome = await journal.append(competition, at, recordsOf(`n${next}`));
        if (outcome.kind === 'appended') {
          acknowledged.push(`n${next}`);
          at = outcome.at;
        } else at = outcome.head;
        next += 1;
      } catch (error) {
        assert.ok(error instanceof JournalUnavailableError);
        await becomes(journal, 'up');
        // The number is not used again: whether it is in the journal is unknown, and both are right.
        next += 1;
      }
    }
  }
  const writing = write();
  for (let kills = 0; kills < 3; kills += 1) await redis.crash();
  await becomes(journal, 'up');
  isOver = true;
  await writing;
  const texts = (await journal.read(competition, 0, 1_000_000)).map(({ bytes }) => new TextDecoder().decode(bytes));
  assert.equal(new Set(texts).size, texts.length);
  assert.ok(acknowledged.length > 0);
  const missing = acknowledged.filter((text) => !new Set(texts).has(text));
  assert.deepEqual(missing, []);
  await journal.close();
});

test('Redis: CLIENT KILL between commands is survived', async () => {
  const journal = await open();
  const competition = newCompetition();
  const head = await appended(journal, competition, 'a');
  const down = becomes(journal, 'down');
  await ask('client', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  await down;
  await becomes(journal, 'up');
  assert.deepEqual(await journal.head(competition), head);
  await journal.close();
});

test('Redis: a server that hangs is a fault after the time limit, and its late work is no second one', async () => {
  const journal = await open(redis.connection, 300);
  const competition = newCompetition();
  const head = await appended(journal, competition, 'a');
  const { pid } = redis.sidecar;
  assert.ok(pid);
  process.kill(pid, 'SIGSTOP');
  await assert.rejects(journal.append(competition, head, recordsOf('b')), /did not answer in 300 ms/);
  process.kill(pid, 'SIGCONT');
  await becomes(journal, 'down');
  await becomes(journal, 'up');
  const outcome = await journal.append(competition, head, recordsOf('b'));
  assert.equal((await journal.head(competition)).seq, 2, outcome.kind);
  await journal.close();
});

test('Redis: full memory refuses the whole batch, in words, and what was there stays readable', async () => {
  const small = await startTestRedis({ maxMemoryMegabytes: 3 });
  const journal = await open(small.connection);
  const batch = Array.from({ length: 1_000 }, () => new Uint8Array(1_000));
  let at = nowhere;
  async function fill(): Promise<void> {
    for (let rounds = 0; rounds < 50; rounds += 1) {
      const outcome = await journal.append('full', at, batch);
      assert.ok(outcome.kind === 'appended');
      at = outcome.at;
    }
  }
  await assert.rejects(fill(), (error) => {
    assert.ok(error instanceof JournalUnavailableError);
    assert.match(error.message, /Redis is full/);
    assert.match(String(error.cause), /OOM/);
    return true;
  });
  assert.deepEqual(await journal.head('full'), at);
  assert.equal((await journal.read('full', at.seq - 1, 10)).length, 1);
  assert.equal(journal.state, 'up');
  await journal.close();
  await small.close();
});

test('Redis: nobody there at the start is one clear error', async () => {
  const connection = { path: join(redis.folder, 'nothing.sock') };
  const opening = openRedisJournal({ connection, log: silentLog, firstConnectionMs: 200 });
  await assert.rejects(opening, (error) => {
    assert.ok(error instanceof JournalUnavailableError);
    assert.match(error.message, /Redis cannot be reached: connect ENOENT/);
    return true;
  });
});
