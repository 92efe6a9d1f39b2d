// Whether an archive that nobody writes to is whole: SQLite's own check, every fact there, readable, in its place in the chain, and folded
// with the domain's own code. And, quicker, what is in one.

import { gunzipSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import type { Competition } from '../domain/competition.ts';
import { type CompetitionSnapshot, snapshotToCompetition, snapshotVersion } from '../domain/document/snapshot.ts';
import { evolve } from '../domain/evolve.ts';
import type { JournalRecord } from '../journal/journal.ts';
import { emptyChain, followChain, hashToText } from '../journal/record-chain.ts';
import { bytesToFact } from '../wire/fact-record.ts';
import { MalformedError } from '../wire/malformed.ts';
import { shapeOf, withDatabase } from './archive-copy.ts';
import { ArchiveFileError } from './archive-errors.ts';

export interface CheckedCompetition {
  readonly id: string;
  readonly name: string;
  /** Of its last fact. */
  readonly seq: number;
  /** Hash of its last record, which covers all before it; 64 hexadecimal digits. */
  readonly head: string;
}

export type ListedCompetition = Omit<CheckedCompetition, 'head'>;

const pageLength = 2_000;

/** Reads everything. Throws ArchiveFileError with what is wrong. */
export function checkArchive(file: string): readonly CheckedCompetition[] {
  return withDatabase(file, { readonly: true, fileMustExist: true }, (database) => {
    shapeOf(database);
    const verdict = database.pragma('integrity_check(1)', { simple: true });
    if (verdict !== 'ok') throw new ArchiveFileError('damaged', `the archive is damaged: ${String(verdict)}`);
    const store = createReader(database);
    const checked = store.list().map(({ id, seq }) => checkCompetition(store, id, seq));
    const facts = checked.reduce((sum, { seq }) => sum + seq, 0);
    if (facts !== store.countFacts())
      throw new ArchiveFileError('damaged', 'the archive has facts that belong to nothing');
    return checked;
  });
}

function checkCompetition(store: Reader, id: string, last: number): CheckedCompetition {
  let chain = emptyChain;
  const { state } = fold(store, id, { seq: 0, state: undefined }, last, (seq, bytes) => {
    const step = followChain(chain, bytes);
    if (step.broken) throw new ArchiveFileError('damaged', `fact ${seq} of ${id} does not follow the one before it`);
    chain = step.chain;
  });
  if (!state) throw new ArchiveFileError('damaged', `${id} has no facts`);
  return { id, name: state.name, seq: last, head: hashToText(chain.head) };
}

interface Folded {
  readonly seq: number;
  readonly state: Competition | undefined;
}

/** Up to fact `last`. */
function fold(
  store: Reader,
  id: string,
  { seq, state }: Folded,
  last: number,
  look: (seq: number, bytes: Uint8Array) => void,
): Folded {
  while (seq < last) {
    const page = store.read(id, seq, pageLength);
    if (page.length === 0) throw new ArchiveFileError('damaged', `fact ${seq + 1} of ${id} is missing`);
    for (const record of page) {
      if (record.seq !== seq + 1) throw new ArchiveFileError('damaged', `fact ${seq + 1} of ${id} is missing`);
      look(record.seq, record.bytes);
      const recorded = readFact(id, record.seq, record.bytes);
      state = evolve(state, recorded.fact, recorded);
      seq = record.seq;
    }
  }
  return { seq, state };
}

function readFact(id: string, seq: number, bytes: Uint8Array) {
  try {
    return bytesToFact(seq, bytes);
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    const words = `fact ${seq} of ${id} cannot be read (${error.message}): it may be of a newer Tenring`;
    throw new ArchiveFileError('newer', words, { cause: error });
  }
}

/** What is in an archive, by its snapshots where it has them. Throws ArchiveFileError. */
export function listArchive(file: string): readonly ListedCompetition[] {
  return withDatabase(file, { readonly: true, fileMustExist: true }, (database: Database) => {
    shapeOf(database);
    const store = createReader(database);
    return store.list().map(({ id, seq }) => {
      const start = store.saved(id) ?? { seq: 0, state: undefined };
      return { id, seq, name: fold(store, id, start, seq, () => undefined).state?.name ?? id };
    });
  });
}

/** What the first shape of the archive has, so that one of any age can be read without changing it. */
interface Reader {
  list(): readonly { readonly id: string; readonly seq: number }[];
  countFacts(): number;
  read(id: string, afterSeq: number, limit: number): readonly JournalRecord[];
  /** The newest snapshot of this version. */
  saved(id: string): Folded | undefined;
}

function createReader(database: Database): Reader {
  const list = database.prepare<[], { id: string; seq: number }>('SELECT id, seq FROM competition ORDER BY id');
  const count = database.prepare<[], number>('SELECT count(*) FROM fact').pluck();
  const read = database.prepare<[string, number, number], JournalRecord>(
    'SELECT seq, record AS bytes FROM fact WHERE competition = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const saved = database.prepare<[string, number], { seq: number; packed: Buffer }>(
    'SELECT seq, json_gz AS packed FROM snapshot WHERE competition = ? AND version = ? ORDER BY seq DESC LIMIT 1',
  );
  return {
    list: () => list.all(),
    countFacts: () => count.get() ?? 0,
    read: (id, afterSeq, limit) => read.all(id, afterSeq, limit),
    saved(id) {
      const found = saved.get(id, snapshotVersion);
      const state = found && stateOf(found.packed);
      return found && state && { seq: found.seq, state };
    },
  };
}

/** Undefined for damaged bytes: the facts are folded instead. */
function stateOf(packed: Buffer): Competition | undefined {
  try {
    const snapshot: CompetitionSnapshot = JSON.parse(gunzipSync(packed).toString('utf8'));
    return snapshotToCompetition(snapshot);
  } catch {
    return undefined;
  }
}
