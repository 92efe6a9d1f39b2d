// Brings to the disk what Redis's folder holds by now. Redis syncs what it appends, but not the names of its first files and folders; and what
// a killed Redis had written and not synced is read again by the next one as if it were safe. Both would go in a power cut, acknowledged.
import { open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Gone meanwhile: Redis makes and removes files of its own accord. */
const goneCodes = ['ENOENT'];
/** Where folders cannot be synced, or ours lies in one that we may use and not list. */
const folderCodes = ['EINVAL', 'ENOTSUP', 'EBADF', 'EISDIR', 'EACCES', 'EPERM'];

async function sync(path: string, toleratedCodes: readonly string[]): Promise<void> {
  try {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && toleratedCodes.includes(String(error.code)))) throw error;
  }
}

/** `folder` is Redis's own, in the data folder. Throws when the disk does not do it: then nothing in it may be relied on. */
export async function syncJournal(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) await sync(path, goneCodes);
    if (entry.isDirectory()) await sync(path, [...folderCodes, ...goneCodes]);
  }
  for (const named of [folder, dirname(folder), dirname(dirname(folder))]) await sync(named, folderCodes);
}
