// DATA/access.json: the password's hash and the secret that join keys come from. Losing it locks nobody out: the next start prints a
// one-time code again (and target QR codes have to be printed anew). A damaged file is never taken for a missing one.
import {
  closeSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { RandomBytes } from './human-code.ts';
import type { PasswordHash } from './secrets.ts';

export interface AccessFile {
  readonly version: 1;
  /** base64url. */
  readonly joinSecret: string;
  /** Changes with the password: sessions of another generation are over. */
  readonly generation: string;
  readonly password: PasswordHash | null;
  /** Of a node's copy: the generation that the nodes shared. With another generation beside it the password was set here since. */
  readonly sharedGeneration?: string;
}

export class DamagedAccessFileError extends Error {
  override readonly name = 'DamagedAccessFileError';
}

export function accessFileIn(folder: string): string {
  return join(folder, 'access.json');
}

export function createGeneration(random: RandomBytes): string {
  return Buffer.from(random(9)).toString('base64url');
}

export function createAccessFile(random: RandomBytes): AccessFile {
  const joinSecret = Buffer.from(random(32)).toString('base64url');
  return { version: 1, joinSecret, generation: createGeneration(random), password: null };
}

/** Undefined when there is none. Throws DamagedAccessFileError, or the file system's error. */
export function readAccessFile(folder: string): AccessFile | undefined {
  let text: string;
  try {
    text = readFileSync(accessFileIn(folder), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const file: unknown = JSON.parse(text);
    if (isAccessFile(file)) return file;
  } catch (error) {
    throw new DamagedAccessFileError('It is no JSON', { cause: error });
  }
  throw new DamagedAccessFileError('It is not what Tenring wrote');
}

export function isAccessFile(file: unknown): file is AccessFile {
  if (!isRecord(file) || file.version !== 1) return false;
  const { joinSecret, generation, password, sharedGeneration = generation } = file;
  const texts = isLongText(joinSecret, 32) && isLongText(generation, 8) && isLongText(sharedGeneration, 8);
  return texts && (password === null || isPasswordHash(password));
}

function isPasswordHash(password: unknown): boolean {
  if (!isRecord(password) || password.scheme !== 'scrypt') return false;
  const { cost, blockSize, parallelization, salt, hash } = password;
  const numbers = [cost, blockSize, parallelization];
  return numbers.every((each) => Number.isInteger(each)) && isLongText(salt, 16) && isLongText(hash, 32);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isLongText(value: unknown, shortest: number): boolean {
  return typeof value === 'string' && value.length >= shortest;
}

/** Whole or not at all, and on disk when it returns: a power cut leaves the old file or the new one. */
export function writeAccessFile(folder: string, file: AccessFile): void {
  const path = accessFileIn(folder);
  const fresh = `${path}.${process.pid}.new`;
  rmSync(fresh, { force: true });
  withDescriptor(openSync(fresh, 'wx', 0o600), (descriptor) => {
    writeFileSync(descriptor, `${JSON.stringify(file, null, 2)}\n`);
    giveToOwnerOf(folder, descriptor);
    fsyncSync(descriptor);
  });
  renameSync(fresh, path);
  withDescriptor(openSync(folder, 'r'), fsyncSync);
}

/** With `sudo tenring password` the file must still be readable for whom Tenring runs as. */
function giveToOwnerOf(folder: string, descriptor: number) {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  fchownSync(descriptor, uid, gid);
}

/**
 * Compared and written in one turn: of two who go by the same file one gets false, and has changed nothing. (Another process, `tenring
 * password` for one, may come between the two; whoever may write the folder owns the appliance anyway.)
 */
export function replaceAccessFile(folder: string, seen: AccessFile, changed: AccessFile): boolean {
  const now = readAccessFile(folder);
  if (now && now.generation !== seen.generation) return false;
  writeAccessFile(folder, changed);
  return true;
}

/** Another text whenever the file is another one; cheap enough for every request. */
export function accessFileMark(folder: string): string {
  const found = statSync(accessFileIn(folder), { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.mtimeMs} ${found.size}` : '';
}

function withDescriptor(descriptor: number, use: (descriptor: number) => void) {
  try {
    use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
