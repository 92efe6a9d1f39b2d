// The rounds that make a backup complete to its end: what was saved meanwhile is written and brought to the disk, which takes a moment in
// which more is saved. They get shorter, to the time of one fsync; where scoring never pauses for that long, a number of them ends it.
import { type Chain, chainAfter, emptyChain, followChain, hashToText } from '../journal/record-chain.ts';
import type { ContainerFile } from './container-file.ts';
import type { BackedUpCompetition } from './format.ts';
import { type Closing, encodeClosing, encodeTailRecord, type TailRecord } from './tail-format.ts';

/** Of a competition when somebody looked. */
export interface KnownHead {
  readonly id: string;
  readonly name: string;
  readonly epoch: string;
  readonly seq: number;
}

/** How far the file has each competition, by id. */
export type Reached = ReadonlyMap<string, number>;

export interface Newer {
  /** ms since 1970: when somebody looked what was acknowledged. */
  readonly at: number;
  readonly heads: readonly KnownHead[];
  /** What the file has not got of that, each competition's in order. */
  readonly records: readonly TailRecord[];
}

/** Looks, and reads everything that was acknowledged by then. */
export type ReadNewer = (reached: Reached) => Promise<Newer>;

/** The copy has not got everything that was acknowledged: no backup is better than one that says so wrongly. */
export class IncompleteBackupError extends Error {
  override readonly name = 'IncompleteBackupError';
}

/** A competition as it is in the file so far. */
export interface Written {
  readonly described: BackedUpCompetition;
  readonly chain: Chain;
}

export function writtenOf(described: BackedUpCompetition, lastRecord: Uint8Array | undefined): Written {
  return { described, chain: chainAfter(lastRecord) };
}

/** The first takes in what was saved during the packing, the others each what was saved during the fsync before. */
export const mostRounds = 5;

/** The file is sealed when it resolves. Rejects with IncompleteBackupError, the file system's error, or what `readNewer` rejects with. */
export async function writeTail(
  container: ContainerFile,
  copied: readonly Written[],
  copiedAt: number,
  readNewer: ReadNewer | undefined,
): Promise<Closing> {
  const written = new Map(copied.map((each) => [each.described.id, each]));
  let closing: Closing = { completeAt: copiedAt, competitions: copied.map(({ described }) => described) };
  let recordBytes = 0;
  for (let round = 1; round <= mostRounds; round += 1) {
    const newer = await readNewer?.(reachedOf(written));
    const isOver = !newer || newer.records.length === 0;
    if (round > 1 && isOver) break;
    for (const record of newer?.records ?? []) {
      follow(written, record, newer?.heads ?? []);
      const bytes = encodeTailRecord(record);
      container.put(bytes);
      recordBytes += bytes.length;
    }
    if (newer) closing = { completeAt: newer.at, competitions: describe(written, newer.heads) };
    container.seal(encodeClosing(closing, recordBytes));
    if (!newer) break;
  }
  return closing;
}

function reachedOf(written: ReadonlyMap<string, Written>): Reached {
  return new Map([...written].map(([id, { described }]) => [id, described.seq]));
}

/** Nothing is written that a restore would refuse. */
function follow(written: Map<string, Written>, { competition: id, seq, bytes }: TailRecord, heads: Newer['heads']) {
  const head = heads.find((each) => each.id === id);
  const none: BackedUpCompetition = { id, name: head?.name ?? id, epoch: head?.epoch ?? '', seq: 0, head: '' };
  const { described, chain: before } = written.get(id) ?? { described: none, chain: emptyChain };
  const { chain, broken } = followChain(before, bytes);
  if (seq !== described.seq + 1 || broken)
    throw new IncompleteBackupError(`fact ${seq} of ${described.name} does not follow what was copied of it`);
  written.set(id, { described: { ...described, seq, head: hashToText(chain.head) }, chain });
}

/** What was deleted meanwhile stays as it was read. */
function describe(written: ReadonlyMap<string, Written>, heads: Newer['heads']): readonly BackedUpCompetition[] {
  const known = new Map(heads.map((head) => [head.id, head]));
  return [...written.values()].map(({ described }) => {
    const { name, epoch } = known.get(described.id) ?? described;
    return { ...described, name, epoch };
  });
}
