// Taking a competition out of the archive for good. Its stream in the journal goes afterwards, so the file remembers which ones have still
// to go: a stop in between is made up for at the next start.
import type { Database } from 'better-sqlite3';

export interface Removal {
  remove(competition: string): void;
  removed(): readonly string[];
  forgetRemoved(competition: string): void;
}

const prefix = 'removed/';

export function createRemoval(database: Database): Removal {
  // In this order: each table refers to the next.
  const deletions = [
    'DELETE FROM dead_letter WHERE competition = ?',
    'DELETE FROM snapshot WHERE competition = ?',
    'DELETE FROM fact WHERE competition = ?',
    'DELETE FROM competition WHERE id = ?',
  ].map((sql) => database.prepare<[string]>(sql));
  const remember = database.prepare<[string]>("INSERT OR IGNORE INTO meta (key, value) VALUES (?, '')");
  const forget = database.prepare<[string]>('DELETE FROM meta WHERE key = ?');
  const list = database.prepare<[string], string>('SELECT key FROM meta WHERE key GLOB ? ORDER BY key').pluck();

  const removeAll = database.transaction((competition: string) => {
    remember.run(prefix + competition);
    for (const each of deletions) each.run(competition);
  });

  return {
    remove(competition) {
      // Names of people are in it: the freed pages are overwritten, not only let go.
      database.pragma('secure_delete = ON');
      try {
        removeAll.immediate(competition);
      } finally {
        database.pragma('secure_delete = OFF');
      }
    },
    removed: () => list.all(`${prefix}*`).map((key) => key.slice(prefix.length)),
    forgetRemoved(competition) {
      forget.run(prefix + competition);
    },
  };
}
