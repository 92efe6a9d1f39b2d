import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import Sqlite from 'better-sqlite3';
import { hashOfRecord } from '../journal/record-chain.ts';
import { ArchiveFileError } from './archive-errors.ts';
import { migrate, migrations } from './migrations.ts';
import { openDatabase } from './open-database.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenring-migrations-'));
  file = join(folder, 'archive.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function refusal(problem: string, words: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof ArchiveFileError);
    assert.equal(error.problem, problem);
    assert.match(error.message, words);
    return true;
  };
}

test('a new file gets every step, and settings that survive a power cut', () => {
  const database = openDatabase(file);
  assert.equal(database.pragma('user_version', { simple: true }), migrations.length);
  assert.equal(database.pragma('journal_mode', { simple: true }), 'wal');
  assert.equal(database.pragma('synchronous', { simple: true }), 2);
  assert.equal(database.pragma('foreign_keys', { simple: true }), 1);
  database.close();
  openDatabase(file).close();
});

test('a newer file is refused and left as it is', () => {
  openDatabase(file).close();
  const newer = new Sqlite(file);
  newer.pragma(`user_version = ${migrations.length + 1}`);
  newer.close();
  assert.throws(() => openDatabase(file), refusal('newer', /newer Tenring/));
  const untouched = new Sqlite(file);
  assert.equal(untouched.pragma('user_version', { simple: true }), migrations.length + 1);
  untouched.close();
});

test('steps that came later are added to an older file, one by one or not at all', () => {
  const database = openDatabase(file);
  const second = { what: 'second', sql: 'CREATE TABLE second (x) STRICT' };
  assert.throws(() =>
    migrate(database, [...migrations, { what: 'broken', sql: 'CREATE TABLE good (x TEXT); CREATE nonsense' }]),
  );
  assert.equal(database.pragma('user_version', { simple: true }), migrations.length);
  assert.equal(database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'good'").get(), undefined);
  migrate(database, [...migrations, { ...second, sql: 'CREATE TABLE second (x TEXT) STRICT' }]);
  assert.equal(database.pragma('user_version', { simple: true }), migrations.length + 1);
  database.close();
});

test('somebody else’s SQLite file, and a file that is none, are refused', () => {
  const other = new Sqlite(file);
  other.exec('CREATE TABLE theirs (x)');
  other.close();
  assert.throws(() => openDatabase(file), refusal('damaged', /not an archive of Tenring/));
  const nonsense = join(folder, 'nonsense.db');
  writeFileSync(nonsense, 'This is a letter, not a database. '.repeat(100));
  assert.throws(() => openDatabase(nonsense), refusal('damaged', /damaged/));
  assert.throws(() => openDatabase(join(folder, 'no', 'folder.db')), refusal('unusable', /directory does not exist/));
});

test('a file from before chains gets the hash of each last record', () => {
  const older = new Sqlite(file);
  migrate(older, migrations.slice(0, 1));
  older.exec(`INSERT INTO competition (id, seq) VALUES ('c', 2);
    INSERT INTO fact VALUES ('c', 1, 0, NULL, 'k', 'a', x'01'), ('c', 2, 0, NULL, 'k', 'a', x'0203')`);
  older.close();
  const database = openDatabase(file);
  const heads = database.prepare('SELECT id, seq, head FROM competition').all();
  assert.deepEqual(heads, [{ id: 'c', seq: 2, head: Buffer.from(hashOfRecord(Uint8Array.of(2, 3))) }]);
  database.close();
});
