// A newer Tenring's data folder is refused before anything in it is opened: SQLite and Redis would write beside their files, and Redis
// into them. The two numbers stand in the first page (sqlite.org/fileformat2.html#the_database_header).
import { closeSync, openSync, readSync } from 'node:fs';
import { systemCodeOf } from '../kit/durable-files.ts';
import { ArchiveFileError } from './archive-errors.ts';
import { applicationId, migrations } from './migrations.ts';

const headerBytes = 100;
const versionAt = 60;
const applicationIdAt = 68;

/** Throws ArchiveFileError. Whatever else is wrong with the file shows when it is opened. */
export function refuseNewer(file: string): void {
  const header = readHeader(file);
  if (header?.length !== headerBytes || header.readUInt32BE(applicationIdAt) !== applicationId) return;
  const version = header.readUInt32BE(versionAt);
  if (version <= migrations.length) return;
  throw new ArchiveFileError(
    'newer',
    `${file} was written by a newer Tenring (format ${version}, this one knows ${migrations.length}): use that version or a newer one`,
  );
}

function readHeader(file: string): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const bytes = Buffer.alloc(headerBytes);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, headerBytes, 0));
  } catch (error) {
    if (systemCodeOf(error) === '') throw error;
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
