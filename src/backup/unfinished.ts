// The files beside a backup that is being made. None has a name that a finished backup has; what a killed run left goes with the next backup
// of the same name, or a day later with any into the same folder: several appliances may share a stick, and one of them may be at work.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { systemCodeOf } from '../kit/durable-files.ts';
import { fileExtension } from './format.ts';

const dayMs = 24 * 3600_000;
const endings = ['.part', '.part-db', '.part-db-journal', '.part-db-wal', '.part-db-shm'] as const;

/** `container` becomes the backup; `copy` is the archive in it, unpacked. */
export function unfinishedBeside(target: string): { readonly container: string; readonly copy: string } {
  const path = join(dirname(target), `.${basename(target)}`);
  return { container: `${path}.part`, copy: `${path}.part-db` };
}

export function sweep(target: string): void {
  const path = join(dirname(target), `.${basename(target)}`);
  for (const ending of endings) rmSync(`${path}${ending}`, { force: true });
}

/** Of all backups in the folder, what nobody has written to for a day. */
export function sweepForgotten(folder: string, nowMs: number): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith('.') || !endings.some((ending) => name.endsWith(`${fileExtension}${ending}`))) continue;
    if (Math.abs(nowMs - lastWrittenAt(join(folder, name), nowMs)) > dayMs) rmSync(join(folder, name), { force: true });
  }
}

/** Now where it has just gone. */
function lastWrittenAt(path: string, nowMs: number): number {
  try {
    return statSync(path).mtimeMs;
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return nowMs;
    throw error;
  }
}
