// A competition that is removed is gone from the file, also from its free pages, and comes back by no batch that was on its way.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { GroupBatch, GroupReader } from '../journal/group-reader.ts';
import type { Clock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { sampleRecords } from '../testing/sample-records.ts';
import { startFollower } from './archive-follower.ts';
import { createStore } from './archive-store.ts';
import { recordToRow } from './fact-row.ts';
import { openDatabase } from './open-database.ts';
import { createTroubles } from './troubles.ts';

const quickClock: Clock = { now: () => 0, sleep: () => new Promise((resolve) => setImmediate(resolve)) };
const records = (from: number, to: number) =>
  sampleRecords(from, to).map((bytes, index) => ({ seq: from + index, bytes }));

function openStore(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-removal-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'archive.db');
  const database = openDatabase(file);
  return { file, database, store: createStore(database) };
}

test('its facts, snapshots and what is set aside go; another’s stay; the file remembers it until its stream is gone', (t) => {
  const { database, store } = openStore(t);
  const unreadable = recordToRow({ seq: 21, bytes: Uint8Array.from([255, 255]) });
  for (const competition of ['a', 'b'])
    store.insert([{ competition, rows: [...records(1, 20).map(recordToRow), unreadable] }]);
  assert.ok(store.firstUnreadable('a'));
  store.remove('a');
  assert.deepEqual([store.list().map(({ id }) => id), store.countFacts()], [['b'], 21]);
  assert.deepEqual([store.lastSeq('a'), store.head('a'), store.firstUnreadable('a')], [0, undefined, undefined]);
  assert.deepEqual(store.removed(), ['a']);
  store.remove('a');
  assert.deepEqual(store.removed(), ['a']);
  store.forgetRemoved('a');
  assert.deepEqual(store.removed(), []);
  assert.deepEqual(database.pragma('foreign_key_check'), []);
  store.close();
});

test('nothing of it can be read out of the file afterwards', (t) => {
  const { file, store } = openStore(t);
  const bytes = new TextEncoder().encode('a name that nobody shall find again '.repeat(20));
  store.insert([{ competition: 'a', rows: [recordToRow({ seq: 1, bytes })] }]);
  store.insert([{ competition: 'b', rows: records(1, 3).map(recordToRow) }]);
  store.remove('a');
  store.close();
  assert.ok(!readFileSync(file).includes('nobody shall find'));
});

test('a removal that cannot be written changes nothing', (t) => {
  const { database, store } = openStore(t);
  store.insert([{ competition: 'a', rows: records(1, 3).map(recordToRow) }]);
  database.exec("CREATE TRIGGER no BEFORE DELETE ON competition BEGIN SELECT RAISE(ABORT, 'disk'); END");
  assert.throws(() => store.remove('a'), /disk/);
  assert.deepEqual([store.lastSeq('a'), store.countFacts(), store.removed()], [3, 3, []]);
  store.close();
});

/** Hands out what is pushed, a batch at a time. */
function createReader(heads: Readonly<Record<string, number>>) {
  const script: GroupBatch[][] = [];
  const acknowledged: string[] = [];
  const reader: GroupReader = {
    async next() {
      await quickClock.sleep(0);
      return script.shift() ?? [];
    },
    acknowledge: async (competition, seqs) => void acknowledged.push(...seqs.map((seq) => `${competition}${seq}`)),
    reread: async () => [],
    heads: async () => new Map(Object.entries(heads)),
    trim: async () => undefined,
    close: async () => undefined,
  };
  return { reader, script, acknowledged };
}

test('what still comes of it is let go, without trouble, and nobody waits for it', async (t) => {
  const { store } = openStore(t);
  const { reader, script, acknowledged } = createReader({ a: 9, b: 4 });
  const troubles = createTroubles(() => undefined);
  script.push([
    { competition: 'a', records: records(1, 3) },
    { competition: 'b', records: records(1, 3) },
  ]);
  const follower = startFollower({
    store,
    reader,
    troubles,
    log: silentLog,
    clock: quickClock,
    committed: () => undefined,
  });
  while (store.lastSeq('b') < 3) await quickClock.sleep(0);
  const drained = follower.drained();
  await follower.remove('a');
  assert.deepEqual(store.list(), [{ id: 'b', seq: 3 }]);
  script.push([
    { competition: 'a', records: records(4, 9) },
    { competition: 'b', records: records(4, 4) },
  ]);
  await drained;
  assert.deepEqual(store.list(), [{ id: 'b', seq: 4 }]);
  await follower.stop();
  assert.equal(troubles.text, undefined);
  assert.ok(!acknowledged.includes('a4') && acknowledged.includes('b4'), acknowledged.join());
  assert.equal(store.latestSnapshot('a'), undefined);
  await assert.rejects(follower.remove('b'), /closing/);
  store.close();
});
