// The backup file's tail: the records that were saved while the archive was copied and packed, and the description of the file with them.
// It ends with its own lengths, because nobody knows where it begins before the packing is over. README.md beside is its description.
import { type BackedUpCompetition, isBackedUpCompetition, isCount } from './format.ts';
import { isRecord } from './is-record.ts';

/** A record of the journal as it is, and of which competition. */
export interface TailRecord {
  readonly competition: string;
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/** What the file holds with its tail. */
export interface Closing {
  /** ms since 1970: whatever was acknowledged by then is in the file. */
  readonly completeAt: number;
  readonly competitions: readonly BackedUpCompetition[];
}

export interface TailLengths {
  readonly records: number;
  readonly closing: number;
}

/** Length of the closing, length of the records. */
export const tailFootBytes = 12;
/** As long as the manifest in front may be. */
const longestClosingBytes = 16 * 1024 * 1024;
/** Length of the id. */
const idHeadBytes = 1;
/** Number and length of the record. */
const recordHeadBytes = 12;

export function encodeTailRecord({ competition, seq, bytes }: TailRecord): Buffer {
  const id = Buffer.from(competition);
  const numbers = Buffer.alloc(recordHeadBytes);
  numbers.writeBigUInt64LE(BigInt(seq), 0);
  numbers.writeUInt32LE(bytes.length, 8);
  return Buffer.concat([Buffer.from([id.length]), id, numbers, bytes]);
}

export function encodeClosing(closing: Closing, recordBytes: number): Buffer {
  const json = Buffer.from(JSON.stringify(closing));
  const foot = Buffer.alloc(tailFootBytes);
  foot.writeUInt32LE(json.length, 0);
  foot.writeBigUInt64LE(BigInt(recordBytes), 4);
  return Buffer.concat([json, foot]);
}

/** Undefined for what cannot be the last bytes of a tail that fits into so many. */
export function readTailFoot(foot: Buffer, room: number): TailLengths | undefined {
  if (foot.length !== tailFootBytes) return undefined;
  const lengths = { closing: foot.readUInt32LE(0), records: Number(foot.readBigUInt64LE(4)) };
  const isLength = lengths.closing > 0 && lengths.closing <= longestClosingBytes;
  return isLength && lengths.records + lengths.closing + tailFootBytes <= room ? lengths : undefined;
}

/** Undefined for what is no closing of this version. */
export function parseClosing(json: Buffer): Closing | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json.toString('utf8'));
  } catch {
    return undefined;
  }
  // Nothing else that is in it may take the place of what the manifest says.
  return isClosing(value) ? { completeAt: value.completeAt, competitions: value.competitions } : undefined;
}

function isClosing(value: unknown): value is Closing {
  if (!isRecord(value)) return false;
  const { completeAt, competitions } = value;
  return isCount(completeAt) && Array.isArray(competitions) && competitions.every(isBackedUpCompetition);
}

/** What is left over is the beginning of a record that has not come whole yet. */
export interface SplitTail {
  readonly records: readonly TailRecord[];
  readonly rest: Buffer;
}

export function splitTail(bytes: Buffer): SplitTail {
  const records: TailRecord[] = [];
  let at = 0;
  for (;;) {
    const idEnd = at + idHeadBytes + (bytes[at] ?? 0);
    const bodyAt = idEnd + recordHeadBytes;
    if (bodyAt > bytes.length) break;
    const end = bodyAt + bytes.readUInt32LE(bodyAt - 4);
    if (end > bytes.length) break;
    records.push({
      competition: bytes.toString('utf8', at + idHeadBytes, idEnd),
      seq: Number(bytes.readBigUInt64LE(idEnd)),
      bytes: bytes.subarray(bodyAt, end),
    });
    at = end;
  }
  return { records, rest: bytes.subarray(at) };
}
