// Opens the archive's SQLite file with the settings that make a commit mean "on disk": in WAL mode better-sqlite3 defaults to
// synchronous NORMAL, which a power cut can undo (FACTS 0.3).
import Sqlite, { type Database } from 'better-sqlite3';
import { ArchiveFileError, troubleOf } from './archive-errors.ts';
import { migrate } from './migrations.ts';

const busyMs = 5_000;

/** Throws ArchiveFileError. Not mapped into memory: a stick that is pulled would end the process instead of failing a read. */
export function openDatabase(file: string, cacheMegabytes?: number): Database {
  let database: Database | undefined;
  try {
    database = new Sqlite(file, { timeout: busyMs });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // In KiB, when negative.
    if (cacheMegabytes !== undefined) database.pragma(`cache_size = ${-cacheMegabytes * 1024}`);
    migrate(database);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof ArchiveFileError) throw error;
    const trouble = troubleOf(error) ?? (error instanceof TypeError ? error.message : undefined);
    if (trouble === undefined) throw error;
    const isDamaged = error instanceof Sqlite.SqliteError && /CORRUPT|NOTADB/.test(error.code);
    throw new ArchiveFileError(isDamaged ? 'damaged' : 'unusable', `${file}: ${trouble}`, { cause: error });
  }
}
