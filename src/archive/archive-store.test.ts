import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import type { Database } from 'better-sqlite3';
import type { JournalRecord } from '../journal/journal.ts';
import { hashOfRecord } from '../journal/record-chain.ts';
import { commandIdAt, sampleRecords } from '../testing/sample-records.ts';
import { type ArchiveStore, createStore } from './archive-store.ts';
import { recordToRow } from './fact-row.ts';
import { openDatabase } from './open-database.ts';
import { createSnapshotWriter } from './snapshot-writer.ts';

let folder = '';
let database: Database;
let store: ArchiveStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenring-store-'));
  database = openDatabase(join(folder, 'archive.db'));
  store = createStore(database);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

function records(from: number, to: number): JournalRecord[] {
  return sampleRecords(from, to).map((bytes, index) => ({ seq: from + index, bytes }));
}

function insert(...added: readonly JournalRecord[]) {
  store.insert([{ competition: 'c', rows: added.map(recordToRow) }]);
}

test('facts come back in order and byte for byte', () => {
  const added = records(1, 20);
  insert(...added);
  assert.deepEqual(store.list(), [{ id: 'c', seq: 20 }]);
  assert.equal(store.lastSeq('c'), 20);
  assert.equal(store.lastSeq('d'), 0);
  assert.equal(store.countFacts(), 20);
  const read = store.read('c', 5, 3).map(({ seq, bytes }) => ({ seq, bytes: Uint8Array.from(bytes) }));
  assert.deepEqual(
    read,
    added.slice(5, 8).map(({ seq, bytes }) => ({ seq, bytes: Uint8Array.from(bytes) })),
  );
  assert.ok(store.fileBytes() > 0);
});

test('the same facts again change nothing', () => {
  insert(...records(1, 10));
  insert(...records(5, 12));
  assert.equal(store.countFacts(), 12);
  assert.deepEqual(store.list(), [{ id: 'c', seq: 12 }]);
});

test('a batch is there as a whole or not at all', () => {
  const [good] = records(1, 1);
  assert.ok(good);
  const bad = { ...recordToRow(good), kind: null as unknown as string };
  assert.throws(() =>
    store.insert([
      { competition: 'c', rows: [recordToRow(good)] },
      { competition: 'd', rows: [bad] },
    ]),
  );
  assert.deepEqual(store.list(), []);
  assert.equal(store.countFacts(), 0);
});

test('commands: each one once, with its last fact, page by page', () => {
  insert(...records(1, 11));
  const all = store.commands('c', 0, 100);
  assert.deepEqual(
    all,
    [3, 5, 7, 9, 11].map((seq) => ({ commandId: commandIdAt(seq), seq })),
  );
  assert.deepEqual(store.commands('c', 0, 2), all.slice(0, 2));
  assert.deepEqual(store.commands('c', 5, 2), all.slice(2, 4));
  assert.deepEqual(store.commands('c', 11, 2), []);
});

test('snapshots: the newest readable one; damaged and foreign ones are passed over; two are kept', () => {
  const snapshots = createSnapshotWriter(store, 5);
  assert.equal(store.latestSnapshot('c'), undefined);
  for (const to of [10, 16, 22]) {
    insert(...records(to === 10 ? 1 : to - 5, to));
    snapshots.save('c', false);
  }
  assert.equal(store.latestSnapshot('c')?.seq, 22);
  assert.equal(database.prepare('SELECT count(*) FROM snapshot').pluck().get(), 2);
  database.prepare("UPDATE snapshot SET json_gz = x'00' WHERE seq = 22").run();
  assert.equal(store.latestSnapshot('c')?.seq, 16);
  database.prepare('UPDATE snapshot SET version = 999 WHERE seq = 16').run();
  assert.equal(store.latestSnapshot('c'), undefined);
});

test('a snapshot is the same whether folded at once or on top of an earlier one', () => {
  insert(...records(1, 100));
  createSnapshotWriter(store, 10).save('c', false);
  insert(...records(101, 150));
  createSnapshotWriter(store, 10).save('c', false);
  const stepwise = store.latestSnapshot('c');
  database.exec('DELETE FROM snapshot');
  createSnapshotWriter(store, 10).save('c', false);
  assert.deepEqual(store.latestSnapshot('c'), stepwise);
  assert.equal(stepwise?.seq, 150);
});

test('a snapshot waits until enough has come, except at the end', () => {
  const snapshots = createSnapshotWriter(store, 50);
  insert(...records(1, 49));
  snapshots.save('c', false);
  assert.equal(store.latestSnapshot('c'), undefined);
  snapshots.save('c', true);
  assert.equal(store.latestSnapshot('c')?.seq, 49);
});

test('a record that cannot be read is kept, set aside, and stops snapshots; a version that can read it goes on', () => {
  insert(...records(1, 9));
  insert({ seq: 10, bytes: Uint8Array.of(0xff, 0xff) });
  insert(...records(11, 12));
  assert.equal(store.firstUnreadable('c')?.seq, 10);
  assert.deepEqual([...(store.recordAt('c', 10) ?? [])], [0xff, 0xff]);
  assert.equal(database.prepare('SELECT kind FROM fact WHERE seq = 10').pluck().get(), 'unknown');
  createSnapshotWriter(store, 1).save('c', true);
  assert.equal(store.latestSnapshot('c'), undefined);
  assert.equal(store.revive(), 0);
  // As if this version had learnt to read it.
  const [tenth] = sampleRecords(10, 10);
  database.prepare('UPDATE fact SET record = ? WHERE seq = 10').run(tenth);
  assert.equal(store.revive(), 1);
  assert.equal(store.firstUnreadable('c'), undefined);
  assert.equal(database.prepare('SELECT kind FROM fact WHERE seq = 10').pluck().get(), 'arrowsScored');
  assert.ok(store.commands('c', 9, 10).some(({ commandId }) => commandId === commandIdAt(10)));
  createSnapshotWriter(store, 1).save('c', true);
  assert.equal(store.latestSnapshot('c')?.seq, 12);
});

test('100,000 facts: how long they take', (context) => {
  const every = records(1, 100_000);
  const times: string[] = [];
  function time(what: string, body: () => void) {
    const since = performance.now();
    body();
    times.push(`${what} ${Math.round(performance.now() - since)} ms`);
  }
  time('insert', () => {
    for (let at = 0; at < every.length; at += 2_000) insert(...every.slice(at, at + 2_000));
  });
  time('read', () => assert.equal(store.read('c', 0, 200_000).length, 100_000));
  time('commands', () => assert.equal(store.commands('c', 0, 200_000).length, 49_999 + 1));
  time('fold and snapshot', () => createSnapshotWriter(store, 1).save('c', true));
  time('load the snapshot', () => assert.equal(store.latestSnapshot('c')?.seq, 100_000));
  context.diagnostic(`${times.join(', ')}; ${Math.round(store.fileBytes() / 1e6)} MB`);
});

test('a competition has the hash of its last record, which repeated facts do not set back', () => {
  const added = records(1, 20);
  assert.equal(store.head('c'), undefined);
  insert(...added);
  const last = added.at(-1);
  assert.ok(last);
  assert.deepEqual(store.head('c'), hashOfRecord(last.bytes));
  insert(...added.slice(0, 5));
  assert.deepEqual(store.head('c'), hashOfRecord(last.bytes));
  assert.deepEqual(store.list(), [{ id: 'c', seq: 20 }]);
});
