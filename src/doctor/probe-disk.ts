// Looks at the data folder and its disk. Leaves nothing behind; a folder that is not there yet is judged by the one it will be made in.
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { DiskFacts, FolderFacts, SyncTimes } from './judge-disk.ts';

/** statfs(2). */
const fileSystems: Readonly<Record<number, string>> = {
  61267: 'ext4',
  1481003842: 'xfs',
  2435016766: 'btrfs',
  801189825: 'zfs',
  16914836: 'tmpfs',
  2240043254: 'ramfs',
  2035054128: 'overlay',
  26985: 'nfs',
  4283649346: 'cifs',
  4266872130: 'smb2',
  16914839: '9p',
  1702057286: 'fuse',
  19780: 'vfat',
  538032816: 'exfat',
  4076150800: 'f2fs',
};

export function nearestFolder(path: string): string {
  return existsSync(path) || path === dirname(path) ? path : nearestFolder(dirname(path));
}

export function probeFolder(path: string, isRunning: boolean): FolderFacts {
  const nearest = nearestFolder(path);
  const mode = statSync(nearest).mode & 0o077;
  return { path, notWritable: whyNotWritable(nearest), isOpenToOthers: nearest === path && mode !== 0, isRunning };
}

function whyNotWritable(path: string): string | undefined {
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return statSync(path).isDirectory() ? undefined : 'it is a file';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

export function probeDisk(path: string): DiskFacts {
  const { bavail, blocks, bsize, type } = statfsSync(nearestFolder(path));
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize, fileSystem: fileSystems[type] ?? `type ${type}` };
}

/** About what a score is in Redis's file. */
const record = Buffer.alloc(256, 'x');

export function probeSync(path: string, tries = 200): SyncTimes {
  const folder = mkdtempSync(join(nearestFolder(path), '.tenring-doctor-'));
  try {
    const file = openSync(join(folder, 'sync'), 'w');
    try {
      return Array.from({ length: tries }, () => timeOf(file));
    } finally {
      closeSync(file);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timeOf(file: number): number {
  const began = performance.now();
  writeSync(file, record);
  fdatasyncSync(file);
  return performance.now() - began;
}
