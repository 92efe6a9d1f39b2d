// What outlives a process in the simulation: Redis's streams and the archive's file. And what can be done to them: a Redis that lost all
// that is archived, a backup, and the backup put in place of both.
import Sqlite, { type Database } from 'better-sqlite3';
import { type ArchiveStore, createStore } from '../../archive/archive-store.ts';
import { migrate } from '../../archive/migrations.ts';
import { createMemoryJournalStore, type MemoryJournalStore } from '../../journal/memory-journal.ts';
import { createMemoryGroup, type MemoryGroup } from './memory-group-reader.ts';

export class SimDisk {
  redis: MemoryJournalStore = createMemoryJournalStore();
  group: MemoryGroup = createMemoryGroup();
  #database: Database = newDatabase();
  store: ArchiveStore = createStore(this.#database);

  /** As with `tenring backup`, which waits until the archive has everything. */
  backUp(): Buffer {
    return this.#database.serialize();
  }

  loseRedis(): void {
    this.redis = createMemoryJournalStore();
    this.group = createMemoryGroup();
  }

  restore(backup: Buffer): void {
    this.loseRedis();
    this.#database.close();
    this.#database = new Sqlite(backup);
    this.store = createStore(this.#database);
  }

  /** A disk that forgot what it had said was on it: the last records of every stream. */
  forgetLast(records: number): void {
    for (const stream of this.redis.streams.values()) {
      const lost = Math.min(records, stream.records.length);
      stream.records = stream.records.slice(0, stream.records.length - lost);
      stream.head -= lost;
    }
  }

  close(): void {
    this.#database.close();
  }
}

function newDatabase(): Database {
  const database = new Sqlite(':memory:');
  database.pragma('foreign_keys = ON');
  migrate(database);
  return database;
}
