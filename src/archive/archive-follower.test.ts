// The bad days, with a reader that plays the journal: what must not happen is an acknowledgement of what is not committed.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import type { Database } from 'better-sqlite3';
import type { GroupBatch, GroupReader } from '../journal/group-reader.ts';
import { type JournalRecord, JournalUnavailableError } from '../journal/journal.ts';
import type { Clock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { chainRecords } from '../testing/chained-records.ts';
import { sampleRecords } from '../testing/sample-records.ts';
import { type Follower, startFollower } from './archive-follower.ts';
import { type ArchiveStore, createStore } from './archive-store.ts';
import { openDatabase } from './open-database.ts';
import { createTroubles, type Troubles } from './troubles.ts';

/** A time that passes at once, and lets others have their turn. */
const quickClock: Clock = { now: () => 0, sleep: () => new Promise((resolve) => setImmediate(resolve)) };

let folder = '';
let database: Database;
let store: ArchiveStore;
let troubles: Troubles;
let heard: (string | undefined)[] = [];
let follower: Follower | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenring-follower-'));
  database = openDatabase(join(folder, 'archive.db'));
  store = createStore(database);
  heard = [];
  troubles = createTroubles(() => heard.push(troubles.text));
});
afterEach(async () => {
  await follower?.stop();
  follower = undefined;
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

function records(from: number, to: number): JournalRecord[] {
  return sampleRecords(from, to).map((bytes, index) => ({ seq: from + index, bytes }));
}

/** Hands out the given batches, then nothing. */
function scripted(heads: Record<string, number>, ...script: (GroupBatch[] | Error)[]) {
  const acknowledged: string[] = [];
  const trims: number[] = [];
  const stream = new Map<string, readonly JournalRecord[]>();
  let isClosed = false;
  const reader: GroupReader = {
    async next() {
      await quickClock.sleep(0);
      const step = isClosed ? new JournalUnavailableError('closed') : (script.shift() ?? []);
      if (step instanceof Error) throw step;
      return step;
    },
    acknowledge(competition, seqs) {
      for (const seq of seqs) {
        assert.ok(store.lastSeq(competition) >= seq, `${seq} is acknowledged before it is committed`);
        acknowledged.push(`${competition}${seq}`);
      }
      return Promise.resolve();
    },
    reread: (competition, afterSeq, beforeSeq) =>
      Promise.resolve((stream.get(competition) ?? []).filter(({ seq }) => seq > afterSeq && seq < beforeSeq)),
    heads: () => Promise.resolve(new Map(Object.entries(heads))),
    trim: (_, beforeSeq) => {
      trims.push(beforeSeq);
      return Promise.resolve();
    },
    close: () => {
      isClosed = true;
      return Promise.resolve();
    },
  };
  return { reader, acknowledged, trims, stream, script };
}

function start(reader: GroupReader, more: { keptTail?: number; snapshotEvery?: number } = {}): Follower {
  follower = startFollower({
    store,
    reader,
    troubles,
    log: silentLog,
    clock: quickClock,
    committed: () => undefined,
    ...more,
  });
  return follower;
}

test('commits, then acknowledges; what comes twice is acknowledged and left', async () => {
  const { reader, acknowledged } = scripted(
    { c: 4, d: 1 },
    [{ competition: 'c', records: records(1, 3) }],
    [
      { competition: 'c', records: records(2, 4) },
      { competition: 'd', records: records(1, 1) },
    ],
  );
  await start(reader).drained();
  await follower?.stop();
  assert.deepEqual(acknowledged, ['c1', 'c2', 'c3', 'c2', 'c3', 'c4', 'd1']);
  assert.equal(store.countFacts(), 5);
  assert.equal(store.latestSnapshot('c')?.seq, 4);
  assert.deepEqual(heard, []);
});

test('trims behind a tail, not after every batch, never beyond what is archived', async () => {
  const batches = [1, 401, 801, 1201].map((from) => [{ competition: 'c', records: records(from, from + 399) }]);
  const { reader, trims } = scripted({ c: 1_600 }, ...batches);
  await start(reader, { keptTail: 100 }).drained();
  await follower?.stop();
  assert.deepEqual(trims, [701, 1501]);
});

test('a hole is filled from the stream where it still is there', async () => {
  const { reader, acknowledged, stream } = scripted({ c: 6 }, [{ competition: 'c', records: records(5, 6) }]);
  stream.set('c', records(1, 6));
  await start(reader).drained();
  assert.equal(store.countFacts(), 6);
  await follower?.stop();
  assert.deepEqual(acknowledged, ['c5', 'c6']);
  assert.deepEqual(heard, []);
});

test('a hole that nothing fills stops that competition, says so, and no other', async () => {
  const { reader, acknowledged } = scripted(
    { c: 5, d: 2 },
    [
      { competition: 'c', records: records(3, 5) },
      { competition: 'd', records: records(1, 2) },
    ],
    [{ competition: 'c', records: records(6, 6) }],
  );
  await start(reader).drained();
  await follower?.stop();
  assert.equal(store.lastSeq('c'), 0);
  assert.equal(store.lastSeq('d'), 2);
  assert.deepEqual(acknowledged, ['d1', 'd2']);
  assert.match(troubles.text ?? '', /Facts 1 to 2 of c are neither in the archive nor in the journal/);
});

test('a record that differs from the archived one stops that competition, and the archived one stays', async () => {
  const [first, second] = records(1, 2);
  assert.ok(first && second);
  store.insert([]);
  const { reader, acknowledged } = scripted(
    { c: 2 },
    [{ competition: 'c', records: [first] }],
    [{ competition: 'c', records: [{ seq: 1, bytes: second.bytes }, second] }],
  );
  await start(reader).drained();
  while (troubles.text === undefined) await quickClock.sleep(0);
  await follower?.stop();
  assert.match(troubles.text, /Fact 1 of c is another one in the journal than in the archive/);
  assert.deepEqual(Uint8Array.from(store.recordAt('c', 1) ?? []), Uint8Array.from(first.bytes));
  assert.deepEqual(acknowledged, ['c1']);
});

test('a record that cannot be read is archived and acknowledged, and everybody hears of it, also after a restart', async () => {
  const poison = { seq: 2, bytes: Uint8Array.of(1, 2, 3) };
  const { reader, acknowledged } = scripted({ c: 3 }, [
    { competition: 'c', records: [...records(1, 1), poison, ...records(3, 3)] },
  ]);
  await start(reader, { snapshotEvery: 1 }).drained();
  await follower?.stop();
  assert.deepEqual(acknowledged, ['c1', 'c2', 'c3']);
  assert.deepEqual([...(store.recordAt('c', 2) ?? [])], [1, 2, 3]);
  assert.equal(store.latestSnapshot('c'), undefined);
  assert.match(troubles.text ?? '', /Fact 2 of c cannot be read by this version/);
  troubles.clear('unreadable c');
  start(scripted({}).reader);
  assert.match(troubles.text ?? '', /Fact 2 of c cannot be read by this version/);
});

test('a record that does not follow the one before it is archived, and everybody hears of it', async () => {
  const chained = chainRecords(sampleRecords(1, 6)).map((bytes, index) => ({ seq: index + 1, bytes }));
  const [, , , , fifth] = records(1, 5);
  assert.ok(fifth);
  const { reader, acknowledged } = scripted(
    { c: 6 },
    [{ competition: 'c', records: chained.slice(0, 4) }],
    [{ competition: 'c', records: [fifth, ...chained.slice(5)] }],
  );
  await start(reader).drained();
  await follower?.stop();
  assert.deepEqual(acknowledged, ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
  assert.equal(store.lastSeq('c'), 6);
  assert.match(troubles.text ?? '', /^Fact 5 of c does not follow the one before it/);
});

test('a chain that goes on over batches is no trouble', async () => {
  const chained = chainRecords(sampleRecords(1, 6)).map((bytes, index) => ({ seq: index + 1, bytes }));
  const batches = [chained.slice(0, 2), chained.slice(1, 4), chained.slice(4)];
  const { reader } = scripted({ c: 6 }, ...batches.map((part) => [{ competition: 'c', records: part }]));
  await start(reader).drained();
  assert.deepEqual(heard, []);
});

test('a full disk: nothing is acknowledged until there is space, then everything is, by itself', async () => {
  const pages = Number(database.pragma('page_count', { simple: true }));
  database.pragma(`max_page_count = ${pages}`);
  const { reader, acknowledged } = scripted({ c: 2_000 }, [{ competition: 'c', records: records(1, 2_000) }]);
  const draining = start(reader).drained();
  while (troubles.text === undefined) await quickClock.sleep(0);
  for (let turns = 0; turns < 20; turns += 1) await quickClock.sleep(0);
  assert.match(troubles.text, /The disk is full: make space \(SQLITE_FULL.*Scores wait in the journal/);
  assert.deepEqual(acknowledged, []);
  assert.equal(store.countFacts(), 0);
  database.pragma('max_page_count = 100000');
  await draining;
  assert.equal(troubles.text, undefined);
  assert.equal(store.countFacts(), 2_000);
});

test('told to stop while the disk is full it stops, without an acknowledgement', async () => {
  database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true }))}`);
  const { reader, acknowledged } = scripted({ c: 2_000 }, [{ competition: 'c', records: records(1, 2_000) }]);
  const draining = start(reader).drained();
  const refused = assert.rejects(draining, /closing/);
  while (troubles.text === undefined) await quickClock.sleep(0);
  await follower?.stop();
  await refused;
  assert.deepEqual(acknowledged, []);
});

test('a journal that is away is waited for', async () => {
  const away = new JournalUnavailableError('Redis did not answer');
  const { reader } = scripted({ c: 1 }, away, away, [{ competition: 'c', records: records(1, 1) }]);
  await start(reader).drained();
  assert.deepEqual(heard, ['The journal cannot be read: Redis did not answer', undefined]);
});

test('an error that is no fault of the world ends the following, for the process to hear', async () => {
  const { reader } = scripted({}, new RangeError('a defect'));
  const { over } = startFollower({
    store,
    reader,
    troubles,
    log: silentLog,
    clock: quickClock,
    committed: () => undefined,
  });
  await assert.rejects(over, /a defect/);
});
