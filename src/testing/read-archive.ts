// Reads a data folder's archive when no appliance runs, for tests that compare it with what tablets were told.
import { join } from 'node:path';
import { openDatabase } from '../archive/open-database.ts';
import type { RecordedFact } from '../domain/facts.ts';
import { bytesToFact } from '../wire/fact-record.ts';

interface Row {
  readonly seq: number;
  readonly record: Uint8Array;
}

/** Every archived fact of a competition, in order. */
export function readArchive(dataFolder: string, competition: string): readonly RecordedFact[] {
  const database = openDatabase(join(dataFolder, 'tenring.db'));
  try {
    const rows = database
      .prepare<[string], Row>('SELECT seq, record FROM fact WHERE competition = ? ORDER BY seq')
      .all(competition);
    return rows.map(({ seq, record }) => bytesToFact(seq, record));
  } finally {
    database.close();
  }
}
