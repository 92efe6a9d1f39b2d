// What nodes share of access as one text: the same data as access.json, and the one-time codes of nodes that were started while there was
// no password. Codes are kept as hashes.
import { type AccessFile, isAccessFile, isRecord } from './access-file.ts';

export interface SharedAccess {
  readonly file: AccessFile;
  /** By node; empty once one of them was used. */
  readonly codes: Readonly<Record<string, string>>;
}

export class DamagedSharedAccessError extends Error {
  override readonly name = 'DamagedSharedAccessError';
}

export function sharedAccessToText({ file, codes }: SharedAccess): string {
  return JSON.stringify({ version: 1, file, codes });
}

/** Throws DamagedSharedAccessError. */
export function textToSharedAccess(text: string): SharedAccess {
  const damaged = 'What Redis has under tenring:access is not what Tenring wrote';
  let shared: unknown;
  try {
    shared = JSON.parse(text);
  } catch (error) {
    throw new DamagedSharedAccessError(damaged, { cause: error });
  }
  if (!isRecord(shared) || !isAccessFile(shared.file) || !isCodes(shared.codes))
    throw new DamagedSharedAccessError(damaged);
  return { file: shared.file, codes: shared.codes };
}

function isCodes(codes: unknown): codes is SharedAccess['codes'] {
  return isRecord(codes) && Object.values(codes).every((hash) => typeof hash === 'string');
}
