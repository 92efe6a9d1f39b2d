// One appliance per data folder. SQLite's own file lock does it: the kernel lets go of it when the process ends, however it ends.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { settleSwitch } from './switch-data.ts';

export type DataFolderLock =
  | { readonly kind: 'locked'; release(): void }
  | { readonly kind: 'inUse'; readonly by: number | undefined }
  | { readonly kind: 'notWritable'; readonly why: string };

/** A lock that nobody refers to would be collected as garbage, and let go. */
const held = new Set<Database>();

/** Makes the folder when it is not there, and finishes a restore that was cut off in it. */
export function lockDataFolder(folder: string): DataFolderLock {
  let database: Database | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    database = new Sqlite(join(folder, 'lock.db'), { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
    // For the other one's message only; the lock is the open transaction.
    writeFileSync(join(folder, 'lock.pid'), `${process.pid}\n`);
    // Nobody sees a folder between an old state and a restored one.
    settleSwitch(folder);
    return lockHeldBy(database);
  } catch (error) {
    database?.close();
    if (error instanceof Sqlite.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)) {
      return { kind: 'inUse', by: readPid(folder) };
    }
    return { kind: 'notWritable', why: error instanceof Error ? error.message : String(error) };
  }
}

function lockHeldBy(database: Database): DataFolderLock {
  held.add(database);
  return {
    kind: 'locked',
    release() {
      held.delete(database);
      database.close();
    },
  };
}

function readPid(folder: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(folder, 'lock.pid'), 'utf8'));
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
