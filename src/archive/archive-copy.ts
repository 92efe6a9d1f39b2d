// A copy of the archive while it is being written to: VACUUM INTO on a read-only connection of its own sees one moment and is disturbed by
// nobody (`.backup()` begins anew with every commit of another connection). Synchronous: for a thread that nobody waits for.
import Sqlite, { type Database } from 'better-sqlite3';
import { ArchiveFileError, troubleOf } from './archive-errors.ts';
import { applicationId, migrations } from './migrations.ts';

export interface CopiedCompetition {
  readonly id: string;
  /** Of its last fact. */
  readonly seq: number;
  readonly lastRecord: Uint8Array;
}

export interface ArchiveCopy {
  /** The shape of its tables (PRAGMA user_version). */
  readonly shape: number;
  readonly competitions: readonly CopiedCompetition[];
}

/** Of the archive in `file`, into `target`, which must not be there; with `event` only that competition. Throws ArchiveFileError. */
export function copyArchive(file: string, target: string, event?: string): ArchiveCopy {
  return withDatabase(file, { readonly: true, fileMustExist: true }, (source) => {
    const shape = shapeOf(source);
    source.prepare('VACUUM INTO ?').run(target);
    return withDatabase(target, { fileMustExist: true }, (copy) => {
      // Nobody reads it before it is whole, and whoever makes it brings it to the disk.
      copy.pragma('journal_mode = MEMORY');
      copy.pragma('synchronous = OFF');
      thinOut(copy, event);
      return { shape, competitions: listCopied(copy) };
    });
  });
}

/** Snapshots are a cache, and could say something else than the facts: a copy has none. */
function thinOut(copy: Database, event: string | undefined) {
  const before = Number(copy.pragma('page_count', { simple: true }));
  copy.exec('DELETE FROM snapshot');
  if (event !== undefined) {
    for (const table of ['dead_letter', 'fact']) copy.prepare(`DELETE FROM ${table} WHERE competition <> ?`).run(event);
    copy.prepare('DELETE FROM competition WHERE id <> ?').run(event);
  }
  if (Number(copy.pragma('freelist_count', { simple: true })) > 0 && before > 0) copy.exec('VACUUM');
}

function listCopied(copy: Database): readonly CopiedCompetition[] {
  return copy
    .prepare<[], CopiedCompetition>(
      `SELECT id, competition.seq AS seq, record AS lastRecord FROM competition
       JOIN fact ON fact.competition = id AND fact.seq = competition.seq ORDER BY id`,
    )
    .all();
}

/** Throws ArchiveFileError for what is no archive, or a newer one. */
export function shapeOf(database: Database): number {
  if (Number(database.pragma('application_id', { simple: true })) !== applicationId)
    throw new ArchiveFileError('damaged', `${database.name} is not an archive of Tenring`);
  const shape = Number(database.pragma('user_version', { simple: true }));
  if (shape > migrations.length)
    throw new ArchiveFileError(
      'newer',
      `${database.name} was written by a newer Tenring: use that version or a newer one`,
    );
  return shape;
}

/** Closed whatever happens. What the world does to a file becomes an ArchiveFileError. */
export function withDatabase<T>(file: string, options: Sqlite.Options, use: (database: Database) => T): T {
  let database: Database | undefined;
  try {
    database = new Sqlite(file, options);
    return use(database);
  } catch (error) {
    if (error instanceof ArchiveFileError) throw error;
    const trouble = troubleOf(error) ?? (error instanceof TypeError ? error.message : undefined);
    if (trouble === undefined) throw error;
    const isDamaged = error instanceof Sqlite.SqliteError && /CORRUPT|NOTADB/.test(error.code);
    throw new ArchiveFileError(isDamaged ? 'damaged' : 'unusable', trouble, { cause: error });
  } finally {
    database?.close();
  }
}
