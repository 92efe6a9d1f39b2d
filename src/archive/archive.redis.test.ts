// The archive as the appliance uses it: a thread, a file, a real Redis.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { snapshotToCompetition } from '../domain/document/snapshot.ts';
import type { Journal } from '../journal/journal.ts';
import { openRedisJournal } from '../journal/redis-journal.ts';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { startTestRedis, type TestRedis } from '../testing/redis-for-tests.ts';
import { commandIdAt, sampleRecords } from '../testing/sample-records.ts';
import type { Archive } from './archive.ts';
import { ArchiveFileError } from './archive-errors.ts';
import { openArchive } from './archive-worker.ts';
import { openDatabase } from './open-database.ts';

let redis: TestRedis;
let journal: Journal;
let folder = '';
let file = '';
const archives: Archive[] = [];
const failures: Error[] = [];

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenring-archive-'));
});
beforeEach(async () => {
  redis = await startTestRedis();
  journal = await openRedisJournal({ connection: redis.connection, log: silentLog });
  file = join(mkdtempSync(join(folder, 'data-')), 'archive.db');
});
afterEach(async () => {
  for (const archive of archives.splice(0)) await archive.close();
  await journal.close();
  await redis.close();
  assert.deepEqual(failures.splice(0), []);
});
after(() => rmSync(folder, { recursive: true, force: true }));

async function open(): Promise<Archive> {
  const onFailed = (error: Error) => failures.push(error);
  const archive = await openArchive({ file, connection: redis.connection, log: silentLog, onFailed });
  archives.push(archive);
  return archive;
}

async function openFollowing(): Promise<Archive> {
  const archive = await open();
  await archive.follow();
  return archive;
}

async function append(from: number, to: number, competition = 'c') {
  const outcome = await journal.append(competition, await journal.head(competition), sampleRecords(from, to));
  assert.equal(outcome.kind, 'appended');
}

async function assertHolds(archive: Archive, to: number, competition = 'c') {
  const facts = await archive.read(competition, 0, to + 10);
  const expected = sampleRecords(1, to).map((bytes, index) => ({ seq: index + 1, bytes: Uint8Array.from(bytes) }));
  assert.deepEqual(
    facts.map(({ seq, bytes }) => ({ seq, bytes: Uint8Array.from(bytes) })),
    expected,
  );
}

test('archives what is there and what comes, answers from it, and leaves a snapshot at its end', async () => {
  await append(1, 100);
  const archive = await openFollowing();
  await append(101, 150);
  await append(1, 5, 'later');
  await archive.drained();
  await assertHolds(archive, 150);
  assert.deepEqual(await archive.list(), [
    { id: 'c', seq: 150 },
    { id: 'later', seq: 5 },
  ]);
  assert.deepEqual(await archive.commands('c', 0, 2), [
    { commandId: commandIdAt(2), seq: 3 },
    { commandId: commandIdAt(4), seq: 5 },
  ]);
  const { facts, batches, trouble, fileBytes, lastCommitMs, competitions } = archive.stats();
  assert.equal(facts, 155);
  assert.ok(batches > 0 && fileBytes > 0 && lastCommitMs > 0);
  assert.equal(trouble, undefined);
  assert.equal(competitions.length, 2);
  assert.equal(await archive.latestSnapshot('c'), undefined);
  await archive.close();
  await assert.rejects(archive.list(), /ended/);

  const again = await open();
  const saved = await again.latestSnapshot('c');
  assert.equal(saved?.seq, 150);
  assert.equal(snapshotToCompetition(saved.snapshot)?.entryCount, 40);
  assert.equal(again.stats().facts, 155);
});

test('killed between commit and acknowledgement: nothing is missing, nothing twice', async () => {
  await append(1, 60);
  const program = resolve(import.meta.dirname, '../testing/archiver-killed-before-ack.ts');
  const victim = spawn(process.execPath, [program, file, redis.connection.path], { stdio: 'inherit' });
  const [, signal] = await once(victim, 'exit');
  assert.equal(signal, 'SIGKILL');
  const database = openDatabase(file);
  assert.equal(database.prepare('SELECT count(*) FROM fact').pluck().get(), 60);
  database.close();

  await append(61, 80);
  const archive = await openFollowing();
  await archive.drained();
  await assertHolds(archive, 80);
  assert.equal(archive.stats().facts, 80);
  assert.equal(archive.stats().trouble, undefined);
});

test('kill -9 of Redis in the middle: it goes on by itself', async () => {
  const archive = await openFollowing();
  await append(1, 10);
  await archive.drained();
  await redis.crash();
  while (journal.state === 'down') await systemClock.sleep(10);
  await append(11, 20);
  await archive.drained();
  await assertHolds(archive, 20);
});

test('the stream is trimmed to a tail, and an archive that starts anew on it says what is missing', async () => {
  const archive = await openFollowing();
  await append(1, 3_000);
  await archive.drained();
  await archive.close();
  await assert.rejects(journal.read('c', 0, 10), /trimmed/);
  assert.equal((await journal.read('c', 2_000, 10)).length, 10);

  file = join(folder, 'another.db');
  const empty = await openFollowing();
  await append(3_001, 3_002);
  while (empty.stats().trouble === undefined) await systemClock.sleep(10);
  assert.match(empty.stats().trouble ?? '', /Facts 1 to 3000 of c are neither/);
});

test('an archive that was lost is filled again from a stream that still has everything', async () => {
  const first = await openFollowing();
  await append(1, 50);
  await first.drained();
  await first.close();
  file = join(folder, 'fresh.db');
  const second = await openFollowing();
  await append(51, 52);
  await second.drained();
  await assertHolds(second, 52);
});

test('a Redis that lost everything is seeded, and the archive goes on after what it has', async () => {
  const first = await openFollowing();
  await append(1, 30);
  await first.drained();
  await first.close();
  await journal.close();
  await redis.close();
  redis = await startTestRedis();
  journal = await openRedisJournal({ connection: redis.connection, log: silentLog });
  const second = await open();
  await journal.seed('c', 30);
  await second.follow();
  await append(31, 40);
  await second.drained();
  await assertHolds(second, 40);
});

test('a newer file, and one that is none, are refused with words', async () => {
  const database = openDatabase(file);
  database.pragma('user_version = 99');
  database.close();
  await assert.rejects(open(), (error) => error instanceof ArchiveFileError && error.problem === 'newer');
  writeFileSync(file, 'x'.repeat(5_000));
  await assert.rejects(open(), (error) => error instanceof ArchiveFileError && error.problem === 'damaged');
});
