// Reads what build/torture/disk-log.c writes down, and a data folder as it is; writes a data folder as a power cut left it.
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Disk, type DiskStep, filesOf } from './disk.ts';

const magic = 0x544e4447;
const headBytes = 32;
const firstOwnNumber = 2 ** 50;
const kinds = {
  create: 1,
  write: 2,
  resize: 3,
  syncBegins: 4,
  syncEnds: 5,
  rename: 6,
  unlink: 7,
  makeFolder: 8,
  removeFolder: 9,
  unseen: 10,
  content: 11,
  link: 12,
} as const satisfies Record<DiskStep['kind'], number>;

interface LogRecord {
  readonly kind: number;
  readonly inode: number;
  readonly number: bigint;
  readonly path: string;
  readonly other: string;
  readonly bytes: Uint8Array;
}

/** Throws when the log is not whole: every record is written in one piece, also by a process that is killed. */
function* recordsOf(log: Buffer): Generator<LogRecord> {
  let at = 0;
  while (at < log.length) {
    if (at + headBytes > log.length || log.readUInt32LE(at) !== magic)
      throw new Error(`The disk log is torn at byte ${at}`);
    const pathEnd = at + headBytes + log.readUInt16LE(at + 6);
    const otherEnd = pathEnd + log.readUInt32LE(at + 24);
    const end = otherEnd + log.readUInt32LE(at + 28);
    if (end > log.length) throw new Error(`The disk log is torn at byte ${at}`);
    yield {
      kind: log.readUInt16LE(at + 4),
      inode: Number(log.readBigUInt64LE(at + 8)),
      number: log.readBigUInt64LE(at + 16),
      path: log.toString('utf8', at + headBytes, pathEnd),
      other: log.toString('utf8', pathEnd, otherEnd),
      bytes: log.subarray(otherEnd, end),
    };
    at = end;
  }
}

/** `folder` is the data folder, as its real path. */
export function readSteps(log: Buffer, folder: string): readonly DiskStep[] {
  const below = (path: string) => (path === folder ? '' : path.slice(folder.length + 1));
  const steps: DiskStep[] = [];
  // File systems give the number of a file that is gone to the next one: here each has its own.
  const own = new Map<number, number>();
  for (const { kind, inode: given, number, path, other, bytes } of recordsOf(log)) {
    if (kind === kinds.create) own.set(given, firstOwnNumber + steps.length);
    const inode = own.get(given) ?? given;
    if (kind === kinds.create) steps.push({ kind: 'create', path: below(path), inode });
    else if (kind === kinds.write) steps.push({ kind: 'write', inode, at: Number(number), bytes });
    else if (kind === kinds.resize) steps.push({ kind: 'resize', inode, length: Number(number) });
    else if (kind === kinds.syncBegins)
      steps.push({ kind: 'syncBegins', number, inode, folder: path === '' ? undefined : below(path) });
    else if (kind === kinds.syncEnds) steps.push({ kind: 'syncEnds', number });
    else if (kind === kinds.rename) steps.push({ kind: 'rename', from: below(path), to: below(other) });
    else if (kind === kinds.link) steps.push({ kind: 'link', from: below(path), to: below(other) });
    else if (kind === kinds.unlink) steps.push({ kind: 'unlink', path: below(path) });
    else if (kind === kinds.makeFolder) steps.push({ kind: 'makeFolder', path: below(path) });
    else if (kind === kinds.removeFolder) steps.push({ kind: 'removeFolder', path: below(path) });
    else if (kind === kinds.unseen) steps.push({ kind: 'unseen', inode });
    else if (kind === kinds.content) steps.push({ kind: 'content', inode, bytes });
    else throw new Error(`The disk log has a record of kind ${kind}`);
  }
  return steps;
}

/** Sockets and the like are no part of a disk's content. */
export function readDisk(folder: string): Disk {
  const folders = new Set<string>();
  const inodes = new Map<string, number>();
  const contents = new Map<number, Uint8Array>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const about = lstatSync(join(folder, name));
    if (about.isDirectory()) folders.add(name);
    if (!about.isFile()) continue;
    inodes.set(name, about.ino);
    contents.set(about.ino, readFileSync(join(folder, name)));
  }
  return { folders, inodes, contents };
}

/** In place of what is there. */
export function writeDisk(folder: string, disk: Disk): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  for (const name of [...disk.folders].sort()) mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
  for (const [path, bytes] of filesOf(disk)) writeFileSync(join(folder, path), bytes, { mode: 0o600 });
}
