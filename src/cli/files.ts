// Files that commands read and write; `-` is stdin or stdout. What is there already is replaced only when that was asked for.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { ExitName } from '../config/exit-codes.ts';
import { systemCodeOf } from '../kit/durable-files.ts';
import { CommandError } from './command-error.ts';
import { writeData } from './output.ts';

export const standardStream = '-';

/** As it is called in messages. */
export function nameOfInput(file: string): string {
  return file === standardStream ? 'stdin' : file;
}

const failures: Readonly<Record<string, readonly [exit: ExitName, words: string]>> = {
  ENOENT: ['noFile', 'is not there'],
  EISDIR: ['noFile', 'is a folder'],
  ENOTDIR: ['noFile', 'is not there'],
  EACCES: ['noFile', 'may not be opened by you'],
  EPERM: ['noFile', 'may not be opened by you'],
  EROFS: ['noFile', 'is on a disk that cannot be written to'],
  ENOSPC: ['diskFull', 'does not fit on the disk'],
};

export function failureOf(file: string, error: unknown): CommandError {
  const [exit, words] = failures[systemCodeOf(error)] ?? ['failed', `cannot be used: ${String(error)}`];
  return new CommandError(exit, `${file} ${words}.`, { cause: error });
}

export async function readText(file: string): Promise<string> {
  if (file === standardStream) return text(process.stdin);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw failureOf(file, error);
  }
}

/** All of it, or nothing: the name is taken first, and the file is put there once it is whole (a USB stick has no hard links). */
export async function writeText(file: string, content: string | Uint8Array, force: boolean): Promise<void> {
  if (file === standardStream) return writeData(content);
  if (!force) take(file);
  const unfinished = `${file}.${process.pid}.part`;
  try {
    writeFileSync(unfinished, content, { flag: 'wx', flush: true });
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (!force) rmSync(file, { force: true });
    throw failureOf(file, error);
  }
}

function take(file: string): void {
  try {
    writeFileSync(file, '', { flag: 'wx' });
  } catch (error) {
    throw systemCodeOf(error) === 'EEXIST' ? alreadyThere(file) : failureOf(file, error);
  }
}

export function alreadyThere(file: string): CommandError {
  return new CommandError('fileExists', `${file} is there already: choose another name, or --force replaces it.`);
}
