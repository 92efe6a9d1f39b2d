// A data folder that keeps still while it is copied: no appliance runs in it, and none starts meanwhile. The lock is shared and read-only,
// so that nothing in the folder is changed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

export type Stillness = { readonly kind: 'still'; release(): void } | { readonly kind: 'inUse' };

export function keepStill(folder: string): Stillness {
  const file = join(folder, 'lock.db');
  // Nothing has ever run here.
  if (!existsSync(file)) return { kind: 'still', release: () => undefined };
  const database = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 0 });
  try {
    database.exec('BEGIN');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return { kind: 'still', release: () => database.close() };
  } catch (error) {
    database.close();
    if (error instanceof Sqlite.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)) return { kind: 'inUse' };
    throw error;
  }
}
