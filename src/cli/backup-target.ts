// Where `tenring backup` puts its file, and how it gets there: beside first, checked, on disk, and only then under its name.
import { closeSync, existsSync, fsyncSync, openSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { backupFileName } from '../backup/file-names.ts';
import { BackupFileError, type Manifest } from '../backup/format.ts';
import { checkBackup } from '../backup/read-backup.ts';
import { sweep, sweepForgotten, unfinishedBeside } from '../backup/unfinished.ts';
import { syncFolder } from '../kit/durable-files.ts';
import { CommandError } from './command-error.ts';
import { alreadyThere, failureOf } from './files.ts';

export interface WrittenBackup {
  readonly file: string;
  readonly bytes: number;
  readonly manifest: Manifest;
}

/** A file's path: in a folder that was named it gets a name by time. Throws CommandError for one that is there already. */
export function chooseTarget(where: string, now: number, event: string | undefined, force: boolean): string {
  const path = resolve(where);
  const isFolder = where.endsWith('/') || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const file = isFolder ? join(path, backupFileName(now, event)) : path;
  if (!existsSync(dirname(file))) throw new CommandError('noFile', `The folder ${dirname(file)} is not there.`);
  if (!force && existsSync(file)) throw alreadyThere(file);
  return file;
}

/** Rejects with CommandError; then no half file is left. */
export async function receiveBackup(chunks: AsyncIterable<Uint8Array>, file: string): Promise<WrittenBackup> {
  const { container } = unfinishedBeside(file);
  try {
    sweep(file);
    sweepForgotten(dirname(file), Date.now());
    await writeChunks(chunks, container);
    const { bytes, manifest } = await checkBackup(container);
    renameSync(container, file);
    syncFolder(dirname(file));
    return { file, bytes, manifest };
  } catch (error) {
    sweep(file);
    if (error instanceof CommandError) throw error;
    if (error instanceof BackupFileError)
      throw new CommandError('failed', 'The backup did not arrive whole: try again.', { cause: error });
    throw failureOf(file, error);
  }
}

async function writeChunks(chunks: AsyncIterable<Uint8Array>, path: string): Promise<void> {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    for await (const chunk of chunks) writeFileSync(descriptor, chunk);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
