// Archives of several nodes: one that comes late, or back after long, gets everything, and nothing is trimmed that one of them has still to
// read.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { type Journal, JournalGapError } from '../journal/journal.ts';
import { openRedisJournal } from '../journal/redis-journal.ts';
import { openRedisSharedArchives } from '../journal/redis-shared-archives.ts';
import type { SharedArchives } from '../journal/shared-archives.ts';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { startTestRedis, type TestRedis } from '../testing/redis-for-tests.ts';
import { sampleRecords } from '../testing/sample-records.ts';
import type { Archive } from './archive.ts';
import { startExchange } from './archive-exchange.ts';
import { openArchive } from './archive-worker.ts';

const all = 4_000;

let redis: TestRedis;
let journal: Journal;
let folder = '';
const opened: { close(): unknown }[] = [];

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenring-exchange-'));
});
beforeEach(async () => {
  redis = await startTestRedis();
  journal = await openRedisJournal({ connection: redis.connection, log: silentLog });
});
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close();
  await journal.close();
  await redis.close();
});
after(() => rmSync(folder, { recursive: true, force: true }));

async function open(node: string): Promise<Archive> {
  const archive = await openArchive({
    file: join(folder, `${redis.connection.path.replaceAll('/', '_')}-${node}.db`),
    connection: redis.connection,
    group: `archive-${node}`,
    log: silentLog,
    onFailed: (error) => assert.fail(error),
  });
  opened.push(archive);
  return archive;
}

async function openFollowing(node: string): Promise<Archive> {
  const archive = await open(node);
  for (const competition of await journal.competitions()) assert.equal(await archive.complete(competition), true);
  await archive.follow();
  return archive;
}

async function append(from: number, to: number) {
  const outcome = await journal.append('c', await journal.head('c'), sampleRecords(from, to));
  assert.equal(outcome.kind, 'appended');
}

async function isTrimmed(): Promise<boolean> {
  return journal.read('c', 0, 1).then(
    () => false,
    (error) => error instanceof JournalGapError || Promise.reject(error),
  );
}

async function becomesTrimmed(): Promise<void> {
  while (!(await isTrimmed())) await systemClock.sleep(20);
}

async function assertHolds(archive: Archive, to: number) {
  await archive.drained();
  const facts = await archive.read('c', 0, to + 10);
  const expected = sampleRecords(1, to).map((bytes, index) => ({ seq: index + 1, bytes: Uint8Array.from(bytes) }));
  assert.deepEqual(
    facts.map(({ seq, bytes }) => ({ seq, bytes: Uint8Array.from(bytes) })),
    expected,
  );
}

function sharing(group: string, goneAfterMs: number, patienceMs = 20_000): SharedArchives {
  const archives = openRedisSharedArchives({
    ...{ connection: redis.connection, group, log: silentLog, clock: systemClock },
    ...{ goneAfterMs, patienceMs },
  });
  opened.push(archives);
  return archives;
}

test('who comes late borrows what the stream no longer has, and reads on from there', { timeout: 60_000 }, async () => {
  const first = await openFollowing('first');
  await append(1, all);
  await first.drained();
  await becomesTrimmed();
  const late = await openFollowing('late');
  await append(all + 1, all + 10);
  for (const archive of [first, late]) await assertHolds(archive, all + 10);
  await late.close();
  // It is back soon: nothing was trimmed without it.
  const before = (await journal.head('c')).seq;
  await append(before + 1, before + 2_000);
  await first.drained();
  await assertHolds(await openFollowing('late'), before + 2_000);
});

test('a competition that is seeded while it runs is borrowed when its first record comes', {
  timeout: 60_000,
}, async () => {
  const old = await openFollowing('old');
  const young = await openFollowing('young');
  await append(1, 20);
  await assertHolds(old, 20);
  await young.drained();
  await young.close();
  await append(21, 30);
  await assertHolds(old, 30);
  // Redis loses everything; the one that has all of it goes on.
  await journal.remove('c');
  await journal.seed('c', 30);
  const again = await open('young');
  await again.follow();
  await append(31, 31);
  await assertHolds(again, 31);
});

test('nothing is trimmed for whom there is a place; after its time it is let go, and borrows when it is back', {
  timeout: 60_000,
}, async () => {
  const away = sharing('archive-away', 1_000_000);
  await away.register();
  const first = await openFollowing('first');
  await append(1, all);
  await first.drained();
  await append(all + 1, all + 600);
  await first.drained();
  assert.equal(await isTrimmed(), false);
  const impatient = sharing('archive-first', -60_000);
  await impatient.register();
  assert.equal((await impatient.groups()).size, 0, 'all were there too long ago, by its measure');
  await first.close();
  const again = await openFollowing('first');
  await append(all + 601, all + 1_200);
  await again.drained();
  await becomesTrimmed();
  await assertHolds(await openFollowing('away'), all + 1_200);
});

test('where nobody has it, that is said; where two have it, one lends', { timeout: 60_000 }, async () => {
  const noStore = { lastSeq: () => 0, read: () => [], insert: () => undefined };
  const lonely = startExchange({
    archives: sharing('archive-one', 1_000, 200),
    store: noStore,
    log: silentLog,
    clock: systemClock,
  });
  await journal.seed('c', 10);
  assert.equal(await lonely.complete('c'), false);
  await lonely.stop();
  await journal.remove('c');
  const [first, second] = [await openFollowing('one'), await openFollowing('two')];
  await append(1, all);
  for (const archive of [first, second]) await archive.drained();
  await becomesTrimmed();
  await assertHolds(await openFollowing('three'), all);
});
