// What backups are called: by the machine's own time, so that a folder sorted by name is sorted by age.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileExtension } from './format.ts';

/** 20260502-140305, in this machine's time zone. */
export function stampOf(now: number): string {
  const date = new Date(now);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;
  return `${day}-${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
}

/** `tenring-20260502-140305.tenring`, with the event's name in it where the backup is of one. */
export function backupFileName(now: number, event?: string): string {
  const part = (event ?? '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return `tenring-${part === '' ? '' : `${part}-`}${stampOf(now)}${fileExtension}`;
}

/** A path in `folder` that nothing has: `name`, else `name-2` before its ending, and so on. */
export function freePath(folder: string, name: string, ending = ''): string {
  const stem = ending === '' ? name : name.slice(0, -ending.length);
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${stem}${number === 1 ? '' : `-${number}`}${ending}`);
    if (!existsSync(path)) return path;
  }
}
