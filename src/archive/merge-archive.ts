// One competition of an archive put into another one, all of it or nothing; and an archive of any age brought to this version's shape.
import { withDatabase } from './archive-copy.ts';
import { openDatabase } from './open-database.ts';

/** A competition of that id in `target` goes. Both files are brought to this version's shape first. Throws ArchiveFileError. */
export function putCompetition(target: string, source: string, id: string): void {
  migrateArchive(source);
  migrateArchive(target);
  withDatabase(target, { fileMustExist: true }, (database) => {
    database.pragma('synchronous = FULL');
    database.prepare('ATTACH DATABASE ? AS given').run(source);
    database.transaction(() => {
      for (const table of ['snapshot', 'dead_letter', 'fact'])
        database.prepare(`DELETE FROM main.${table} WHERE competition = ?`).run(id);
      database.prepare('DELETE FROM main.competition WHERE id = ?').run(id);
      database.prepare('INSERT INTO main.competition SELECT * FROM given.competition WHERE id = ?').run(id);
      for (const table of ['fact', 'dead_letter'])
        database.prepare(`INSERT INTO main.${table} SELECT * FROM given.${table} WHERE competition = ?`).run(id);
    })();
  });
}

/** Leaves one file, complete in itself, on disk. Throws ArchiveFileError. */
export function migrateArchive(file: string): void {
  const database = openDatabase(file);
  try {
    database.pragma('journal_mode = DELETE');
  } finally {
    database.close();
  }
}
