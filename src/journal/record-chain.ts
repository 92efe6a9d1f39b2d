// The chain that makes tampering evident: each record holds the hash of the one before it, so the last record's hash (the head) covers
// every byte of a competition. Records from before chains were kept hold none: a chain may begin anywhere, but once begun it never stops.
// The first record holds zeros and not nothing: else another one could be put before it.
import { hash } from 'node:crypto';
import { previousHashOf } from '../wire/fact-record.ts';
import { MalformedError } from '../wire/malformed.ts';

/** What the first record holds. */
export const noHash = new Uint8Array(32);

/** SHA-256 of a record's bytes. */
export function hashOfRecord(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}

/** As people compare it: 64 hexadecimal digits. */
export function hashToText(hashed: Uint8Array): string {
  return Buffer.from(hashed.buffer, hashed.byteOffset, hashed.byteLength).toString('hex');
}

/** Where a chain stands after a record. */
export interface Chain {
  /** Of the last record; `noHash` before the first. */
  readonly head: Uint8Array;
  readonly hasBegun: boolean;
}

export const emptyChain: Chain = { head: noHash, hasBegun: false };

/** Where it stands after a record of which alone is known; undefined before the first. */
export function chainAfter(last: Uint8Array | undefined): Chain {
  return last ? followChain(emptyChain, last).chain : emptyChain;
}

/**
 * `stopped`: it holds no hash though the records before it do. `another`: it was written after a record other than the one before it.
 * `unreadable`: its bytes are no record.
 */
export type ChainBreak = 'stopped' | 'another' | 'unreadable';

export interface ChainStep {
  readonly chain: Chain;
  readonly broken: ChainBreak | undefined;
}

/** After one more record. */
export function followChain({ head, hasBegun }: Chain, bytes: Uint8Array): ChainStep {
  const previous = readPrevious(bytes);
  if (!previous) return { chain: { head: hashOfRecord(bytes), hasBegun }, broken: 'unreadable' };
  const chain = { head: hashOfRecord(bytes), hasBegun: hasBegun || previous.length > 0 };
  if (previous.length === 0) return { chain, broken: hasBegun ? 'stopped' : undefined };
  return { chain, broken: Buffer.compare(previous, head) === 0 ? undefined : 'another' };
}

function readPrevious(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return previousHashOf(bytes);
  } catch (error) {
    if (error instanceof MalformedError) return undefined;
    throw error;
  }
}
