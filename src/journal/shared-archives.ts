// What the archives of several nodes owe each other: the stream is kept until each of them has read it, and what is trimmed all the same is
// lent by one that has it to one that has not: a node that joined late, or was away for long.
import type { JournalRecord } from './journal.ts';

/** Records that an archive asks for: those after `afterSeq` and before `beforeSeq`. */
export interface Wish {
  readonly id: string;
  readonly competition: string;
  readonly afterSeq: number;
  readonly beforeSeq: number;
}

/** Every question throws JournalUnavailableError while Redis is away. */
export interface SharedArchives {
  /** This archive is there; to be said again and again. */
  register(): Promise<void>;
  /** The groups of all archives that were there lately. Those that were not are forgotten by this. */
  groups(): Promise<ReadonlySet<string>>;
  /** The first record that the stream still has, or would have next. */
  firstSeq(competition: string): Promise<number>;
  /** What others ask for. */
  wishes(): Promise<readonly Wish[]>;
  /** False when somebody else was quicker. */
  claim(wish: Wish): Promise<boolean>;
  /** The first of the records that were wished for; the others are asked for next. */
  lend(wish: Wish, records: readonly JournalRecord[]): Promise<void>;
  /** The first of these records, in order; none when nobody had them in time. */
  borrow(competition: string, afterSeq: number, beforeSeq: number): Promise<readonly JournalRecord[]>;
  close(): void;
}
