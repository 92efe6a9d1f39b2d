// The tail's records out of a file that was checked (read-backup.ts), some at a time: a long one is never in memory whole.
import { createReadStream } from 'node:fs';
import type { Tails } from '../archive/verify-archive.ts';
import type { JournalRecord } from '../journal/journal.ts';
import { BackupFileError } from './format.ts';
import type { WholeBackup } from './read-backup.ts';
import { splitTail, type TailRecord } from './tail-format.ts';

/** In the file's order, each time a few of them. Rejects with BackupFileError, or the file system's error. */
export async function* readTail({ path, tailAt, tailBytes }: WholeBackup): AsyncGenerator<readonly TailRecord[]> {
  if (tailBytes === 0) return;
  let left: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { start: tailAt, end: tailAt + tailBytes - 1 })) {
    const { records, rest } = splitTail(Buffer.concat([left, chunk]));
    left = rest;
    if (records.length > 0) yield records;
  }
  if (left.length > 0)
    throw new BackupFileError('damaged', `${path} is damaged: its last record is cut off. Take another backup.`);
}

/** All of them, by competition. */
export async function collectTail(backup: WholeBackup): Promise<Tails> {
  const tails = new Map<string, JournalRecord[]>();
  for await (const records of readTail(backup)) {
    for (const { competition, seq, bytes } of records) {
      const tail = tails.get(competition) ?? [];
      tail.push({ seq, bytes });
      tails.set(competition, tail);
    }
  }
  return tails;
}
