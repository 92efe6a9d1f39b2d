// Records that were saved after an archive was copied, put into the copy: each the next of its competition, and written after the one that
// stands there before it.
import type { JournalRecord } from '../journal/journal.ts';
import { type Chain, chainAfter, followChain } from '../journal/record-chain.ts';
import { withDatabase } from './archive-copy.ts';
import { ArchiveFileError } from './archive-errors.ts';
import { type ArchiveStore, createStore } from './archive-store.ts';
import { recordToRow } from './fact-row.ts';
import { migrateArchive } from './merge-archive.ts';

export interface AppendedRecord extends JournalRecord {
  readonly competition: string;
}

interface Place {
  readonly seq: number;
  readonly chain: Chain;
}

/**
 * The archive is brought to this version's shape first, and is one file on disk afterwards. Rejects with ArchiveFileError, or what `pages` rejects with;
 * then some of them may be in it.
 */
export async function appendRecords(file: string, pages: AsyncIterable<readonly AppendedRecord[]>): Promise<void> {
  migrateArchive(file);
  const places = new Map<string, Place>();
  for await (const page of pages) {
    withDatabase(file, { fileMustExist: true }, (database) => {
      database.pragma('synchronous = FULL');
      const store = createStore(database);
      for (const record of page) places.set(record.competition, placeAfter(store, places, record));
      store.insert(page.map(({ competition, seq, bytes }) => ({ competition, rows: [recordToRow({ seq, bytes })] })));
    });
  }
}

function placeAfter(
  store: Pick<ArchiveStore, 'lastSeq' | 'recordAt'>,
  places: ReadonlyMap<string, Place>,
  { competition, seq, bytes }: AppendedRecord,
): Place {
  const before = places.get(competition) ?? lastPlace(store, competition);
  if (seq !== before.seq + 1)
    throw new ArchiveFileError('damaged', `fact ${before.seq + 1} of ${competition} is missing`);
  const { chain, broken } = followChain(before.chain, bytes);
  if (broken) throw new ArchiveFileError('damaged', `fact ${seq} of ${competition} does not follow the one before it`);
  return { seq, chain };
}

function lastPlace(store: Pick<ArchiveStore, 'lastSeq' | 'recordAt'>, competition: string): Place {
  const seq = store.lastSeq(competition);
  return { seq, chain: chainAfter(store.recordAt(competition, seq)) };
}
