// Why no backup could be made, as it crosses from the backup's thread and as people are told.
import { systemCodeOf } from '../kit/durable-files.ts';
import { IncompleteBackupError, type MadeBackup } from './write-backup.ts';

export type ThreadAnswer =
  | { readonly kind: 'made'; readonly made: MadeBackup }
  | { readonly kind: 'failed'; readonly why: string; readonly isDiskFull: boolean };

/** The world did not allow it: a sentence without its full stop. */
export class BackupFailedError extends Error {
  override readonly name = 'BackupFailedError';
  readonly isDiskFull: boolean;

  constructor(why: string, isDiskFull: boolean, options?: ErrorOptions) {
    super(why, options);
    this.isDiskFull = isDiskFull;
  }
}

const words: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no space left',
  EDQUOT: 'there is no space left',
  EROFS: 'it is on a disk that cannot be written to',
  EACCES: 'Tenring may not write there',
  EPERM: 'Tenring may not write there',
  ENOENT: 'the folder is not there',
  ENOTDIR: 'it is not a folder',
  EIO: 'the disk reports errors',
};

/** `archive`: what SQLite said, in words. Throws the error again when it is no fault of the world's. */
export function failureOf(
  error: unknown,
  archive: string | undefined,
): { readonly why: string; readonly isDiskFull: boolean } {
  if (archive !== undefined) return { why: archive, isDiskFull: /disk is full/.test(archive) };
  if (error instanceof IncompleteBackupError) return { why: error.message, isDiskFull: false };
  const code = systemCodeOf(error);
  if (!/^E[A-Z]+$/.test(code)) throw error;
  return { why: words[code] ?? `the system says ${code}`, isDiskFull: code === 'ENOSPC' || code === 'EDQUOT' };
}
