import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { systemClock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { startTestRedis, type TestRedis } from '../testing/redis-for-tests.ts';
import type { GroupBatch, GroupReader } from './group-reader.ts';
import { appended, newCompetition, textsOf } from './journal.contract.ts';
import { type Journal, JournalGapError, JournalUnavailableError } from './journal.ts';
import { openRedisGroupReader } from './redis-group-reader.ts';
import { openRedisJournal } from './redis-journal.ts';

let redis: TestRedis;
let journal: Journal;
const readers: GroupReader[] = [];
let groups = 0;

before(async () => {
  redis = await startTestRedis();
  journal = await openRedisJournal({ connection: redis.connection, log: silentLog });
});
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close();
});
after(async () => {
  await journal.close();
  await redis.close();
});

function newGroup(): string {
  groups += 1;
  return `group-${groups}`;
}

function open(group: string): GroupReader {
  const reader = openRedisGroupReader({ connection: redis.connection, log: silentLog, group });
  readers.push(reader);
  return reader;
}

/** Asks until there is something about this competition; other tests' competitions are acknowledged on the way. */
async function nextOf(reader: GroupReader, competition: string, limit = 100): Promise<GroupBatch> {
  for (;;) {
    const batches = await next(reader, limit);
    const wanted = batches.find((batch) => batch.competition === competition);
    if (wanted) return wanted;
    for (const { competition: other, records } of batches) {
      await reader.acknowledge(
        other,
        records.map(({ seq }) => seq),
      );
    }
  }
}

async function next(reader: GroupReader, limit: number): Promise<readonly GroupBatch[]> {
  try {
    return await reader.next(limit, 100);
  } catch (error) {
    assert.ok(error instanceof JournalUnavailableError);
    await systemClock.sleep(10);
    return [];
  }
}

test('begins at the beginning, and finds competitions that come later', async () => {
  const [first, second] = [newCompetition(), newCompetition()];
  await appended(journal, first, 'a', 'b');
  const reader = open(newGroup());
  const batch = await nextOf(reader, first);
  assert.deepEqual(textsOf(batch.records), ['1:a', '2:b']);
  await reader.acknowledge(first, [1, 2]);
  await appended(journal, second, 'x');
  assert.deepEqual(textsOf((await nextOf(reader, second)).records), ['1:x']);
});

test('what was read and not acknowledged comes again first, to the next reader of the group, in order and page by page', async () => {
  const competition = newCompetition();
  const group = newGroup();
  await appended(journal, competition, 'a', 'b', 'c', 'd');
  const killed = open(group);
  assert.equal((await nextOf(killed, competition)).records.length, 4);
  await killed.acknowledge(competition, [1]);
  await killed.close();
  await appended(journal, competition, 'e');
  const reader = open(group);
  const seen: string[] = [];
  while (seen.length < 4) {
    const { records } = await nextOf(reader, competition, 1);
    seen.push(...textsOf(records));
  }
  assert.deepEqual(seen, ['2:b', '3:c', '4:d', '5:e']);
});

test('acknowledged records are not read again, and another group has its own count', async () => {
  const competition = newCompetition();
  const group = newGroup();
  await appended(journal, competition, 'a');
  const reader = open(group);
  await nextOf(reader, competition);
  await reader.acknowledge(competition, [1]);
  await reader.close();
  await appended(journal, competition, 'b');
  assert.deepEqual(textsOf((await nextOf(open(group), competition)).records), ['2:b']);
  assert.deepEqual(textsOf((await nextOf(open(newGroup()), competition)).records), ['1:a', '2:b']);
});

test('goes on after kill -9 of the server', async () => {
  const competition = newCompetition();
  await appended(journal, competition, 'a');
  const reader = open(newGroup());
  await nextOf(reader, competition);
  await reader.acknowledge(competition, [1]);
  await redis.crash();
  while (journal.state === 'down') await systemClock.sleep(10);
  await appended(journal, competition, 'b');
  assert.deepEqual(textsOf((await nextOf(reader, competition)).records), ['2:b']);
});

test('a stream that was seeded anew is joined again', async () => {
  const competition = newCompetition();
  await appended(journal, competition, 'a');
  const reader = open(newGroup());
  await nextOf(reader, competition);
  await reader.acknowledge(competition, [1]);
  await journal.seed(competition, 10);
  await appended(journal, competition, 'k');
  assert.deepEqual(textsOf((await nextOf(reader, competition)).records), ['11:k']);
});

test('trims what is told, rereads what is left, knows the heads', async () => {
  const competition = newCompetition();
  await appended(journal, competition, 'a', 'b', 'c', 'd');
  const reader = open(newGroup());
  await nextOf(reader, competition);
  assert.equal((await reader.heads()).get(competition), 4);
  assert.deepEqual(textsOf(await reader.reread(competition, 0, 4)), ['1:a', '2:b', '3:c']);
  await reader.trim(competition, 3);
  assert.equal((await journal.read(competition, 0, 10)).length, 4, 'nothing is acknowledged yet');
  await reader.acknowledge(competition, [1, 2]);
  await reader.trim(competition, 4);
  await assert.rejects(journal.read(competition, 0, 10), JournalGapError);
  assert.deepEqual(textsOf(await reader.reread(competition, 0, 4)), ['3:c']);
  assert.equal((await reader.heads()).get(competition), 4);
});

test('trims nothing that the archive of another node has still to read', async () => {
  const competition = newCompetition();
  await appended(journal, competition, 'a', 'b', 'c');
  const [quick, slow] = [open(newGroup()), open(newGroup())];
  await nextOf(quick, competition);
  await quick.acknowledge(competition, [1, 2, 3]);
  await nextOf(slow, competition);
  await slow.acknowledge(competition, [1]);
  await quick.trim(competition, 4);
  assert.deepEqual(textsOf(await quick.reread(competition, 0, 4)), ['2:b', '3:c']);
  await slow.acknowledge(competition, [2, 3]);
  await quick.trim(competition, 4);
  assert.deepEqual(textsOf(await quick.reread(competition, 0, 4)), []);
});
