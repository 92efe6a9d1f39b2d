// The data folder and its disk: may it be written, is there room, how fast does it keep what it is given.
import { bad, type Finding, ok, warn } from './finding.ts';

export interface FolderFacts {
  readonly path: string;
  /** Undefined where it may be written; else the system's words. */
  readonly notWritable: string | undefined;
  /** Whether others than its owner can read it. */
  readonly isOpenToOthers: boolean;
  readonly isRunning: boolean;
}

export interface DiskFacts {
  readonly freeBytes: number;
  readonly totalBytes: number;
  /** The file system's name, or its number where it has none here. */
  readonly fileSystem: string;
}

/** Milliseconds that writes of a record took until the disk had them. */
export type SyncTimes = readonly number[];

const megabyte = 1024 * 1024;
const gigabyte = 1024 * megabyte;

export function judgeFolder({ path, notWritable, isOpenToOthers, isRunning }: FolderFacts): Finding {
  const subject = 'Data folder';
  if (notWritable !== undefined)
    return bad(
      subject,
      `${path} cannot be written to: ${notWritable}`,
      'Give it to who runs Tenring (chown), or choose another one with --data.',
    );
  if (isOpenToOthers) return warn(subject, `${path} can be read by others on this machine`, `chmod 700 ${path}`);
  return ok(subject, `${path}, ${isRunning ? 'a Tenring runs in it' : 'no Tenring runs in it'}`);
}

export function judgeSpace({ freeBytes, totalBytes }: DiskFacts): Finding {
  const subject = 'Disk space';
  const words = `${sizeOf(freeBytes)} of ${sizeOf(totalBytes)} are free`;
  if (freeBytes < 200 * megabyte)
    return bad(subject, words, 'Make room: with less than 100 MB Tenring reports itself not ready.');
  if (freeBytes < 2 * gigabyte) return warn(subject, words, 'Make room before a large event: 2 GB are plenty.');
  return ok(subject, words);
}

const forgetful = new Set(['tmpfs', 'ramfs', 'overlay']);
const overNetwork = new Set(['nfs', 'cifs', 'smb2', '9p', 'fuse']);

export function judgeFileSystem({ fileSystem }: DiskFacts): Finding {
  const subject = 'Disk kind';
  if (fileSystem === 'tmpfs' || fileSystem === 'ramfs')
    return bad(
      subject,
      `${fileSystem}: it is memory, and forgets everything when the machine is switched off`,
      'Choose a folder on a disk with --data.',
    );
  if (forgetful.has(fileSystem))
    return warn(
      subject,
      `${fileSystem}: what is in a container goes with it`,
      'Give the container a volume for --data.',
    );
  if (overNetwork.has(fileSystem))
    return warn(
      subject,
      `${fileSystem}: it may be another machine’s disk, or one without a journal`,
      'Choose a folder on this machine’s own disk.',
    );
  if (fileSystem === 'vfat' || fileSystem === 'exfat')
    return warn(
      subject,
      `${fileSystem}: a power cut may damage it, and it knows no unix sockets`,
      'Keep the data on the machine’s own disk, and backups on the stick.',
    );
  return ok(subject, fileSystem);
}

export function percentile(times: SyncTimes, share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Each score waits for one sync, and those that come meanwhile share the next. */
export function judgeSync(times: SyncTimes): Finding {
  const subject = 'Disk speed';
  const [median, slow] = [percentile(times, 0.5), percentile(times, 0.99)];
  const words = `a score is on the disk after ${inMs(median)}, 1 in 100 takes ${inMs(slow)} or longer (${times.length} tries)`;
  if (median < 0.02)
    return warn(
      subject,
      `${words}: too fast to be true`,
      'This disk may say that it has what it has not: a power cut could lose scores. Use a real disk.',
    );
  if (slow > 1_000)
    return bad(subject, words, 'Tablets would wait for seconds. Use an SSD, or find what else writes to this disk.');
  if (slow > 100) return warn(subject, words, 'Scoring works, with waits that people notice. An SSD takes 1 to 10 ms.');
  return ok(subject, words);
}

function inMs(milliseconds: number): string {
  return `${milliseconds < 10 ? milliseconds.toFixed(2) : Math.round(milliseconds)} ms`;
}

export function sizeOf(bytes: number): string {
  return bytes < 10 * gigabyte ? `${Math.round(bytes / megabyte)} MB` : `${Math.round(bytes / gigabyte)} GB`;
}
