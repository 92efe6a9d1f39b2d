// The journal and all that nodes share in a real Redis Cluster of three masters, which die, come back and hand over their slots.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { probeRedis } from '../doctor/probe-parts.ts';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { startTestCluster, type TestCluster } from '../testing/redis-cluster-for-tests.ts';
import { hashSlot } from './hash-slot.ts';
import { appended, journalContract, newCompetition, recordsOf, textsOf, watched } from './journal.contract.ts';
import { type Journal, JournalUnavailableError } from './journal.ts';
import { streamKey } from './journal-keys.ts';
import { openRedis } from './open-redis.ts';
import type { RedisTarget } from './redis-connection.ts';
import { openRedisGroupReader } from './redis-group-reader.ts';
import { openRedisJournal } from './redis-journal.ts';
import { readRedisSettings } from './redis-settings.ts';
import { openRedisSharedText } from './redis-shared-text.ts';
import { type OpenShortLivedStore, openRedisShortLived } from './redis-short-lived.ts';
import { sharedTextContract } from './shared-text.contract.ts';
import { shortLivedContract } from './short-lived.contract.ts';

let cluster: TestCluster;
let target: RedisTarget;
let store: OpenShortLivedStore;
const opened: { close(): unknown }[] = [];

before(async () => {
  cluster = await startTestCluster();
  target = { cluster: cluster.urls };
  store = await openRedisShortLived({ connection: target, log: silentLog });
});
after(async () => {
  await store.close();
  for (const each of opened) await each.close();
  await cluster.close();
});

async function open(from: RedisTarget = target): Promise<Journal> {
  const journal = await openRedisJournal({ connection: from, log: silentLog, commandTimeoutMs: 2_000 });
  opened.push(journal);
  return journal;
}

async function ask(...command: [string, ...(string | number)[]]) {
  const connection = openRedis({ target, name: 'operator', log: silentLog });
  await connection.ready(5_000);
  const reply = await connection.call(command);
  connection.close();
  return reply;
}

journalContract('Cluster', () => ({
  open,
  async trim(competition, beforeSeq) {
    await ask('xtrim', streamKey(competition), 'MINID', `${beforeSeq}-0`);
  },
}));

shortLivedContract('Cluster', () => ({ store, pass: (milliseconds) => systemClock.sleep(milliseconds) }));

let texts = 0;
sharedTextContract('Cluster', async () => {
  texts += 1;
  const text = await openRedisSharedText({ connection: target, key: `text-${texts}`, log: silentLog });
  opened.push(text);
  return text;
});

/** A competition whose slot this master has at first. */
function competitionOn(server: number): string {
  for (;;) {
    const competition = newCompetition();
    if (cluster.ownerOf(hashSlot(streamKey(competition))) === server) return competition;
  }
}

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof JournalUnavailableError)) throw error;
      await systemClock.sleep(20);
    }
  }
}

test('Cluster: slots are worked out as the servers do', async () => {
  for (const key of ['tenring:competitions', '{a b}:journal', '{}x', 'a{}{b}', '{a}{b}', 'näh{ü}'])
    assert.equal(await cluster.ask(0, 'cluster', 'KEYSLOT', key), hashSlot(key), key);
});

test('Cluster: any one of its servers is enough to find it, and to be asked for its settings', async () => {
  const [, , last = ''] = cluster.urls;
  const journal = await open({ cluster: ['redis://127.0.0.1:1', last] });
  for (const server of [0, 1, 2]) await appended(journal, competitionOn(server), 'a');
  const settings = await readRedisSettings({ cluster: [last] }, silentLog);
  assert.equal(settings.length, 3);
  for (const { isInCluster, policy, appendOnly, fsync } of settings)
    assert.deepEqual([isInCluster, policy, appendOnly, fsync], [true, 'volatile-lru', 'yes', 'always']);
  const facts = await probeRedis({ redisUrl: last, dataFolder: '/nowhere' });
  assert.ok(facts.kind === 'outside' && facts.appendOnly && /a cluster of 3/.test(facts.version));
});

test('Cluster: an archive reads all competitions, wherever they are', async () => {
  const journal = await open();
  const wanted = new Map([0, 1, 2].map((server) => [competitionOn(server), server]));
  for (const competition of wanted.keys()) await appended(journal, competition, 'a', 'b');
  const reader = openRedisGroupReader({ connection: target, log: silentLog, group: 'archive-a' });
  opened.push(reader);
  const found = new Map<string, string[]>();
  while ([...wanted.keys()].some((competition) => !found.has(competition))) {
    for (const { competition, records } of await reader.next(10_000, 50)) {
      found.set(competition, textsOf(records));
      await reader.acknowledge(
        competition,
        records.map(({ seq }) => seq),
      );
    }
  }
  for (const competition of wanted.keys()) {
    assert.deepEqual(found.get(competition), ['1:a', '2:b']);
    await reader.trim(competition, 3);
    assert.equal((await reader.heads()).get(competition), 2);
  }
});

test('Cluster: a slot that moves to another master takes its competition along', async () => {
  const [from, to] = [0, 1] as const;
  const journal = await open();
  const competition = competitionOn(from);
  await appended(journal, competition, 'a');
  const slot = hashSlot(streamKey(competition));
  const idOf = async (server: number) => String(await cluster.ask(server, 'cluster', 'MYID'));
  const [source, destination] = [await idOf(from), await idOf(to)];
  await cluster.ask(to, 'cluster', 'SETSLOT', slot, 'IMPORTING', source);
  await cluster.ask(from, 'cluster', 'SETSLOT', slot, 'MIGRATING', destination);
  const keys = await cluster.ask(from, 'cluster', 'GETKEYSINSLOT', slot, 10);
  assert.ok(Array.isArray(keys) && keys.length > 0);
  const port = new URL(cluster.urls[to] ?? '').port;
  await cluster.ask(from, 'migrate', '127.0.0.1', port, '', 0, 1_000, 'KEYS', ...keys.map(String));
  // Moved, but not yet handed over: the old master says ASK.
  await appended(journal, competition, 'b');
  for (const server of [to, from, 2]) await cluster.ask(server, 'cluster', 'SETSLOT', slot, 'NODE', destination);
  await appended(journal, competition, 'c');
  assert.deepEqual(textsOf(await journal.read(competition, 0, 10)), ['1:a', '2:b', '3:c']);
  assert.equal(await cluster.ask(from, 'cluster', 'COUNTKEYSINSLOT', slot), 0);
});

test('Cluster: a master that is killed and comes back: nothing acknowledged is missing, nothing is there twice, watchers go on', async () => {
  const [journal, other] = [await open(), await open()];
  const competition = competitionOn(2);
  const { told, until } = await watched(other);
  const acknowledged: string[] = [];
  let at = await journal.head(competition);
  let isOver = false;
  let failures = 0;
  async function write() {
    for (let next = 0; !isOver; next += 1) {
      try {
        const outcome = await journal.append(competition, at, recordsOf(`n${next}`));
        if (outcome.kind === 'appended') acknowledged.push(`n${next}`);
        at = outcome.kind === 'appended' ? outcome.at : outcome.head;
      } catch (error) {
        assert.ok(error instanceof JournalUnavailableError);
        failures += 1;
        at = await eventually(() => journal.head(competition));
      }
    }
  }
  const writing = write();
  await until(() => told.length > 20);
  await cluster.kill(2);
  await assert.rejects(appended(journal, competition, 'x'), JournalUnavailableError);
  assert.equal(journal.state, 'up', 'what the others have can be reached');
  const before = acknowledged.length;
  await cluster.startAgain(2);
  const again = told.length;
  await until(() => told.length > again + 20);
  isOver = true;
  await writing;
  const texts = (await journal.read(competition, 0, 1_000_000)).map(({ bytes }) => new TextDecoder().decode(bytes));
  assert.equal(new Set(texts).size, texts.length);
  assert.ok(failures > 0 && acknowledged.length > before);
  assert.deepEqual(
    acknowledged.filter((text) => !texts.includes(text)),
    [],
  );
});

test('Cluster: a master that is gone for good: its replica takes over, and everybody goes on there', async () => {
  const [journal, other] = [await open(), await open()];
  const competition = competitionOn(1);
  const head = await appended(journal, competition, 'a', 'b');
  const { told, until } = await watched(other);
  await cluster.addReplica(1);
  await cluster.kill(1);
  const outcome = await eventually(() => journal.append(competition, head, recordsOf('c')));
  assert.deepEqual(outcome, { kind: 'appended', at: { epoch: head.epoch, seq: 3 } });
  await until(() => told.includes(`${competition}:3`));
  assert.deepEqual(textsOf(await eventually(() => other.read(competition, 0, 10))), ['1:a', '2:b', '3:c']);
  // Back again it is the replica, and takes nothing for itself.
  await cluster.startAgain(1);
  await appended(journal, competition, 'd');
  assert.deepEqual(textsOf(await other.read(competition, 2, 10)), ['3:c', '4:d']);
});
