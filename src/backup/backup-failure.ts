// Why no backup could be made, as it crosses from the backup's thread and as people are told.
import { systemCodeOf } from '../kit/durable-files.ts';
import type { BackupTrouble } from '../wire/api-status.ts';
import { IncompleteBackupError } from './write-tail.ts';

/** The world did not allow it: a sentence without its full stop. */
export class BackupFailedError extends Error {
  override readonly name = 'BackupFailedError';
  readonly kind: BackupTrouble['kind'];

  constructor({ kind, message }: BackupTrouble, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

const words: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no space left',
  EDQUOT: 'there is no space left',
  EROFS: 'the disk or stick there cannot be written to',
  EACCES: 'Tenring may not write there',
  EPERM: 'Tenring may not write there',
  ENOENT: 'the folder is not there',
  ENOTDIR: 'what is there is no folder',
  EIO: 'the disk or stick there reports errors',
};

const kinds: Readonly<Record<string, BackupTrouble['kind']>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  ENOENT: 'missing',
  ENOTDIR: 'missing',
};

/** `archive`: what SQLite said, in words. Throws the error again when it is no fault of the world's. */
export function failureOf(error: unknown, archive: string | undefined): BackupTrouble {
  if (archive !== undefined) return { kind: /disk is full/.test(archive) ? 'diskFull' : 'failed', message: archive };
  if (error instanceof IncompleteBackupError) return { kind: 'failed', message: error.message };
  const code = systemCodeOf(error);
  if (!/^E[A-Z]+$/.test(code)) throw error;
  return { kind: kinds[code] ?? 'failed', message: words[code] ?? `the system says ${code}` };
}
