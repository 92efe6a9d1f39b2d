// The archive's way to read the journal: as a consumer group that starts at 0, over every competition, acknowledged after the commit.
import type { JournalRecord } from './journal.ts';

export interface GroupBatch {
  readonly competition: string;
  /** In order. After a crash the records that were read but not acknowledged come first, again. */
  readonly records: readonly JournalRecord[];
}

/** Every question throws JournalUnavailableError while Redis is away; asking again is the caller's business. */
export interface GroupReader {
  /** The next batches, at most `limit` records in all; waits up to `waitMs` for some, then returns none. */
  next(limit: number, waitMs: number): Promise<readonly GroupBatch[]>;
  /** XACK up to and with `seq`. To be called after the commit, never before. */
  acknowledge(competition: string, seqs: readonly number[]): Promise<void>;
  /** Records between the two, as far as the stream still has them: for a group that was ahead of this archive. */
  reread(competition: string, afterSeq: number, beforeSeq: number): Promise<readonly JournalRecord[]>;
  /** Where each competition's stream ends. */
  heads(): Promise<ReadonlyMap<string, number>>;
  /** Removes the records before `beforeSeq`, but none that an archive has not acknowledged yet, this one or another node's. */
  trim(competition: string, beforeSeq: number): Promise<void>;
  close(): Promise<void>;
}
