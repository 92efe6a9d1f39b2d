// Records as the journal holds them, each with the hash of the one before it; and the proof that they are so.
import type { JournalRecord } from '../journal/journal.ts';
import { type ChainBreak, emptyChain, followChain, hashOfRecord, noHash } from '../journal/record-chain.ts';
import { bytesToFact, factToBytes } from '../wire/fact-record.ts';

/** The same facts, chained from the first, or after a record with hash `after`. */
export function chainRecords(records: readonly Uint8Array[], after: Uint8Array = noHash): Uint8Array[] {
  let head = after;
  return records.map((bytes, index) => {
    const chained = factToBytes(bytesToFact(index + 1, bytes), head);
    head = hashOfRecord(chained);
    return chained;
  });
}

export interface FirstBreak {
  readonly seq: number;
  readonly broken: ChainBreak;
}

/** Of records from the first; undefined for a whole chain. */
export function findBreak(records: readonly JournalRecord[]): FirstBreak | undefined {
  let chain = emptyChain;
  for (const { seq, bytes } of records) {
    const step = followChain(chain, bytes);
    if (step.broken) return { seq, broken: step.broken };
    chain = step.chain;
  }
  return undefined;
}
