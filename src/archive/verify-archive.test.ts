// Whatever is changed in an archive behind Tenring's back is found, at the fact where it shows; what is whole is called whole, unchanged.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import Sqlite, { type Database } from 'better-sqlite3';
import fc from 'fast-check';
import { hashOfRecord, hashToText } from '../journal/record-chain.ts';
import { chainRecords } from '../testing/chained-records.ts';
import { sampleRecords } from '../testing/sample-records.ts';
import { ArchiveFileError } from './archive-errors.ts';
import { createStore } from './archive-store.ts';
import type { FlawProblem } from './competition-proof.ts';
import { recordToRow } from './fact-row.ts';
import { migrations } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import { createSnapshotWriter } from './snapshot-writer.ts';
import { type Tails, verifyArchive } from './verify-archive.ts';

const length = 40;
const chained = chainRecords(sampleRecords(1, length + 5));
const recordAt = (seq: number) => chained[seq - 1] ?? new Uint8Array();
const noTails = async (): Promise<Tails> => new Map();
const folder = mkdtempSync(join(tmpdir(), 'tenring-proof-'));
const whole = join(folder, 'whole.db');
const changed = join(folder, 'changed.db');

before(() => {
  const database = openDatabase(whole);
  const store = createStore(database);
  const rows = chained.slice(0, length).map((bytes, index) => recordToRow({ seq: index + 1, bytes }));
  store.insert([{ competition: 'c', rows: rows.slice(0, 20) }]);
  const snapshots = createSnapshotWriter(store, 1);
  snapshots.save('c', true);
  store.insert([{ competition: 'c', rows: rows.slice(20) }]);
  snapshots.save('c', true);
  // As a backup has it: one file, which even an immutable medium can hold.
  database.pragma('journal_mode = DELETE');
  store.close();
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** The archive after somebody has been at it. */
async function verifyChanged(change: (database: Database) => void, tails = noTails) {
  copyFileSync(whole, changed);
  const database = new Sqlite(changed);
  change(database);
  database.close();
  return verifyArchive(changed, tails);
}

function changeRecord(database: Database, seq: number, change: (bytes: Buffer) => void) {
  const bytes = Buffer.from(recordAt(seq));
  change(bytes);
  database.prepare('UPDATE fact SET record = ? WHERE seq = ?').run(bytes, seq);
}

test('a whole archive is called whole, with its head, and not a byte of it changes', async () => {
  const bytes = readFileSync(whole);
  const { competitions, flaws } = await verifyArchive(whole, noTails);
  const head = hashToText(hashOfRecord(recordAt(length)));
  const expected = { id: 'c', name: 'Piala Uji', facts: length, head, chainedFrom: 1, flaw: undefined };
  assert.deepEqual({ competitions, flaws }, { competitions: [expected], flaws: [] });
  assert.ok(bytes.equals(readFileSync(whole)));
});

test('what only the journal has is part of the proof', async () => {
  const tail = [38, 39, 40, 41, 42].map((seq) => ({ seq, bytes: recordAt(seq) }));
  const { competitions } = await verifyArchive(whole, async (ends) => {
    assert.deepEqual([...ends], [['c', length]]);
    return new Map([['c', tail]]);
  });
  assert.deepEqual(
    competitions.map(({ facts, head, flaw }) => [facts, head, flaw]),
    [[42, hashToText(hashOfRecord(recordAt(42))), undefined]],
  );
});

const changes: readonly {
  readonly what: string;
  readonly change: (database: Database) => void;
  readonly tail?: readonly number[];
  readonly finds: FlawProblem;
  /** The fact at which it shows, and how many are proved. */
  readonly at: number;
  readonly proved: number;
}[] = [
  {
    what: 'an arrow in the middle',
    change: (database) => changeRecord(database, 12, (bytes) => bytes.writeUInt8(7, bytes.length - 1)),
    ...{ finds: 'chain', at: 13, proved: 11 },
  },
  {
    what: 'the last arrow',
    change: (database) => changeRecord(database, length, (bytes) => bytes.writeUInt8(7, bytes.length - 1)),
    ...{ finds: 'head', at: length, proved: length - 1 },
  },
  {
    what: 'a fact taken out',
    change: (database) => database.exec('DELETE FROM fact WHERE seq = 12'),
    ...{ finds: 'gap', at: 13, proved: 11 },
  },
  {
    what: 'the last facts taken off',
    change: (database) => database.exec('DELETE FROM fact WHERE seq > 37'),
    ...{ finds: 'gap', at: 37, proved: 37 },
  },
  {
    what: 'bytes that are no record',
    change: (database) => database.exec("UPDATE fact SET record = x'010203' WHERE seq = 12"),
    ...{ finds: 'unreadable', at: 12, proved: 11 },
  },
  {
    what: 'a fact from before chains among chained ones',
    change: (database) =>
      database.prepare('UPDATE fact SET record = ? WHERE seq = 12').run(sampleRecords(12, 12)[0] ?? ''),
    ...{ finds: 'chain', at: 12, proved: 10 },
  },
  {
    what: 'the author beside a record',
    change: (database) => database.exec("UPDATE fact SET actor = 'scorer tablet-9' WHERE seq = 12"),
    ...{ finds: 'columns', at: 12, proved: 11 },
  },
  {
    what: 'the command beside a record, by which it is known as a repetition',
    change: (database) => database.exec("UPDATE fact SET command_id = x'00' WHERE seq = 12"),
    ...{ finds: 'columns', at: 12, proved: 11 },
  },
  {
    what: 'a saved state',
    change: (database) =>
      database.exec(
        `UPDATE snapshot SET json_gz = (SELECT json_gz FROM snapshot WHERE seq = 20) WHERE seq = ${length}`,
      ),
    ...{ finds: 'snapshot', at: length, proved: length - 1 },
  },
  {
    what: 'an arrow that the journal still has as it was',
    change: (database) => changeRecord(database, 38, (bytes) => bytes.writeUInt8(7, bytes.length - 1)),
    tail: [37, 38, 39, 40],
    ...{ finds: 'journal', at: 38, proved: 37 },
  },
  {
    what: 'nothing here, and facts that neither archive nor journal has',
    change: () => undefined,
    tail: [43, 44],
    ...{ finds: 'gap', at: 43, proved: length },
  },
];

for (const { what, change, tail, finds, at, proved } of changes) {
  test(`changed: ${what} (${finds})`, async () => {
    const records = (tail ?? []).map((seq) => ({ seq, bytes: recordAt(seq) }));
    const { competitions, flaws } = await verifyChanged(change, async () => new Map(tail ? [['c', records]] : []));
    const [found] = competitions;
    assert.deepEqual(
      [found?.flaw?.problem, found?.flaw?.fact?.seq, found?.facts, found?.head],
      [finds, at, proved, ''],
    );
    assert.deepEqual(flaws, []);
  });
}

test('any bit of any record flipped is found at that fact or at the next', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: length }), fc.nat(), fc.nat(7), async (seq, place, bit) => {
      const { competitions } = await verifyChanged((database) =>
        changeRecord(database, seq, (bytes) => {
          const at = place % bytes.length;
          bytes.writeUInt8((bytes[at] ?? 0) ^ (1 << bit), at);
        }),
      );
      const [found] = competitions;
      assert.ok(found?.flaw, `fact ${seq}`);
      assert.ok([seq, seq + 1].includes(found.flaw.fact?.seq ?? 0));
      // Where a chain breaks, either of the two may be the changed one.
      assert.ok([seq - 2, seq - 1].includes(found.facts) || seq === 1, String(found.facts));
      assert.ok(found.facts < seq);
    }),
    { numRuns: 60 },
  );
});

test('an archive from before heads and chains is proved as far as can be', async () => {
  const { competitions, flaws } = await verifyChanged((database) => {
    const plain = sampleRecords(1, length);
    for (const [index, bytes] of plain.entries())
      database.prepare('UPDATE fact SET record = ? WHERE seq = ?').run(bytes, index + 1);
    database.exec('ALTER TABLE competition DROP COLUMN head');
    database.pragma('user_version = 1');
  });
  assert.deepEqual(flaws, []);
  assert.deepEqual(
    competitions.map(({ facts, chainedFrom, flaw }) => [facts, chainedFrom, flaw]),
    [[length, 0, undefined]],
  );
});

test('a damaged page is said to be damage; a newer archive and what is none are refused', async () => {
  const bytes = readFileSync(whole);
  const newer = verifyChanged((database) => database.pragma(`user_version = ${migrations.length + 1}`));
  await assert.rejects(newer, (error) => error instanceof ArchiveFileError && error.problem === 'newer');
  const foreign = verifyChanged((database) => database.pragma('application_id = 7'));
  await assert.rejects(foreign, (error) => error instanceof ArchiveFileError && error.problem === 'damaged');
  assert.ok(bytes.equals(readFileSync(whole)));
});
