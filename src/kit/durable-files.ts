// Files that a power cut leaves whole: written beside, brought to the disk, then given their name; and the folder that holds the name.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What some file systems of sticks and shares say instead of doing it. */
const cannotSyncFolders = new Set(['EINVAL', 'ENOTSUP', 'EBADF', 'EPERM', 'EISDIR']);

/** Names that were made, changed or removed in it are on disk when it returns, where the file system can do that. */
export function syncFolder(path: string): void {
  try {
    syncFile(path);
  } catch (error) {
    if (!cannotSyncFolders.has(systemCodeOf(error))) throw error;
  }
}

/** The old content or the new one, whatever happens. */
export function writeDurably(path: string, content: string, mode = 0o600): void {
  const fresh = `${path}.${process.pid}.new`;
  try {
    writeFileSync(fresh, content, { mode, flush: true });
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** ENOENT and so on; empty for what is no error of the system. */
export function systemCodeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
