// The ordered durable log: one stream of records per competition, numbered from 1 without gaps. Records are bytes here; wire/ knows what
// they say. Two implementations pass one contract suite: Redis (redis-journal.ts) and memory (memory-journal.ts, for tests).
import type { Position } from '../domain/facts.ts';

export interface JournalRecord {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

export type AppendOutcome =
  | { readonly kind: 'appended'; readonly at: Position }
  /** The stream's head is not where the writer believed: read up to `head` and decide again. Nothing was written. */
  | { readonly kind: 'conflict'; readonly head: Position };

/**
 * The journal could not be reached, or did not answer in time. After an append the outcome is then unknown: read on from the
 * expected position to learn it (records carry their command's id).
 */
export class JournalUnavailableError extends Error {
  override readonly name = 'JournalUnavailableError';
}

/** Records that were asked for are no longer in the stream (trimmed): the archive has them. */
export class JournalGapError extends Error {
  override readonly name = 'JournalGapError';
}

export interface JournalWatcher {
  /** Another journal on the same store has appended, or seeded: the competition ends at `seq` now. May come more than once. */
  readonly appended: (competition: string, seq: number) => void;
  /** Appends are told from now on. What came before was not: at the beginning, and after each loss of the connection. */
  readonly missed: () => void;
}

export interface Journal {
  /**
   * Appends all records after `expected`, or none. Resolves only when they are on disk. A competition that has no stream yet is at
   * `{epoch: '', seq: 0}`; the first append makes its epoch. Throws JournalUnavailableError.
   */
  append(competition: string, expected: Position, records: readonly Uint8Array[]): Promise<AppendOutcome>;

  /** Where the stream ends; `{epoch: '', seq: 0}` for none. */
  head(competition: string): Promise<Position>;

  /** Up to `limit` records after `seq`, in order, without gaps. Throws JournalGapError when the next one was trimmed. */
  read(competition: string, afterSeq: number, limit: number): Promise<readonly JournalRecord[]>;

  /** Tells of appends by others as they come, until the signal aborts. A hint and no promise: what was appended has to be read. */
  watch(watcher: JournalWatcher, signal: AbortSignal): void;

  /** Every competition that has ever had an append here. */
  competitions(): Promise<readonly string[]>;

  /**
   * Makes an empty stream that goes on after `seq`, with a new epoch: for a Redis that lost what the archive still has. Does nothing
   * and returns the head when the stream is already at or beyond `seq`.
   */
  seed(competition: string, seq: number): Promise<Position>;

  /** Lets go of the records up to `seq`: for who knows that the only archive has them, and has them better. The head stays. */
  forget(competition: string, seq: number): Promise<void>;

  /** The competition's stream is gone for good, with its epoch; nothing where there is none. For whoever holds the only writer of it. */
  remove(competition: string): Promise<void>;

  /** 'up' while commands are answered. */
  readonly state: 'up' | 'down';
  /** Called with each change of state. */
  onState(listener: (state: 'up' | 'down') => void): void;

  close(): Promise<void>;
}
