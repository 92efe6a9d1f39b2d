// What the main thread and the archive's thread say to each other: plain data, both ways.

import type { JournalRecord } from '../journal/journal.ts';
import type { RedisTarget } from '../journal/redis-connection.ts';
import type { Log } from '../kit/log.ts';
import type { ArchivedCommand, ArchivedCompetition, ArchiveSnapshot, ArchiveStats } from './archive.ts';
import type { ArchiveFileProblem } from './archive-errors.ts';

export interface ArchiveSettings {
  readonly file: string;
  readonly connection: RedisTarget;
  readonly group: string;
  /** Other archives follow the same journal. */
  readonly isShared: boolean;
  /** SQLite's own default where it is not said. */
  readonly cacheMegabytes?: number;
}

export type ArchiveCall =
  | { readonly method: 'list' }
  | { readonly method: 'removed' }
  | { readonly method: 'latestSnapshot' | 'remove' | 'forgetRemoved' | 'complete'; readonly competition: string }
  | {
      readonly method: 'read' | 'commands';
      readonly competition: string;
      readonly afterSeq: number;
      readonly limit: number;
    }
  | { readonly method: 'follow' | 'drained' | 'close' };

export interface ArchiveResults {
  readonly list: readonly ArchivedCompetition[];
  readonly latestSnapshot: ArchiveSnapshot | undefined;
  readonly read: PackedRecords;
  readonly commands: readonly ArchivedCommand[];
  readonly remove: undefined;
  readonly removed: readonly string[];
  readonly forgetRemoved: undefined;
  readonly complete: boolean;
  readonly follow: undefined;
  readonly drained: undefined;
  readonly close: undefined;
}

export interface ArchiveRequest {
  readonly id: number;
  readonly call: ArchiveCall;
}

export type ThreadMessage =
  | { readonly kind: 'ready'; readonly stats: ArchiveStats }
  | { readonly kind: 'refused'; readonly problem: ArchiveFileProblem; readonly why: string }
  | { readonly kind: 'answer'; readonly id: number; readonly result: ArchiveResults[keyof ArchiveResults] }
  | { readonly kind: 'failure'; readonly id: number; readonly why: string }
  | { readonly kind: 'stats'; readonly stats: ArchiveStats }
  | { readonly kind: 'log'; readonly level: keyof Log; readonly details: object; readonly message: string };

/** Records side by side in one block of memory, which changes threads without being copied. */
export interface PackedRecords {
  readonly seqs: Float64Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function packRecords(records: readonly JournalRecord[]): PackedRecords {
  const seqs = Float64Array.from(records, ({ seq }) => seq);
  const ends = new Uint32Array(records.length);
  const bytes = new Uint8Array(records.reduce((sum, record) => sum + record.bytes.length, 0));
  let end = 0;
  for (const [index, record] of records.entries()) {
    bytes.set(record.bytes, end);
    end += record.bytes.length;
    ends[index] = end;
  }
  return { seqs, ends, bytes };
}

export function unpackRecords({ seqs, ends, bytes }: PackedRecords): readonly JournalRecord[] {
  return Array.from(seqs, (seq, index) => ({
    seq,
    bytes: bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index]),
  }));
}
