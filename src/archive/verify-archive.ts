// An archive proved whole, without changing it: SQLite's own check, then every competition fact by fact, with what the journal has beyond
// the archive. For a person who has to know; archive-check.ts is the shorter one for programs.
import { setImmediate as breathe } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import Sqlite, { type Database } from 'better-sqlite3';
import { type CompetitionSnapshot, snapshotVersion } from '../domain/document/snapshot.ts';
import type { JournalRecord } from '../journal/journal.ts';
import { shapeOf } from './archive-copy.ts';
import { ArchiveFileError, troubleOf } from './archive-errors.ts';
import {
  CompetitionProof,
  type Flaw,
  labelOf,
  type ProvenCompetition,
  type StoredRecord,
} from './competition-proof.ts';
import { recordToRow } from './fact-row.ts';

/** Records of the journal, in order: the last that the archive has too, and those that it has not yet. */
export type Tails = ReadonlyMap<string, readonly JournalRecord[]>;

/** Given where each competition ends in the archive. */
export type ReadTails = (ends: ReadonlyMap<string, number>) => Promise<Tails>;

export interface ArchiveProof {
  readonly competitions: readonly ProvenCompetition[];
  /** Of the file as a whole. */
  readonly flaws: readonly Flaw[];
}

const pageLength = 2_000;
/** SQLite's own default is 100. */
const mostComplaints = 3;

/** Reads everything, from one moment. Rejects with ArchiveFileError for what is no archive, a newer one, or cannot be read at all. */
export async function verifyArchive(file: string, readTails: ReadTails): Promise<ArchiveProof> {
  let database: Database | undefined;
  try {
    database = new Sqlite(file, { readonly: true, fileMustExist: true });
    database.exec('BEGIN');
    const shape = shapeOf(database);
    const flaws = findFileFlaws(database);
    const ends = listEnds(database, shape);
    const tails = await readTails(new Map(ends.map(({ id, seq }) => [id, seq])));
    const ids = new Set([...ends.map(({ id }) => id), ...tails.keys()]);
    const competitions: ProvenCompetition[] = [];
    for (const id of ids) {
      const end = ends.find((each) => each.id === id) ?? { seq: 0, head: undefined };
      competitions.push(await proveCompetition(database, id, end, tails.get(id) ?? []));
    }
    return { competitions, flaws };
  } catch (error) {
    if (error instanceof ArchiveFileError) throw error;
    const trouble = troubleOf(error) ?? (error instanceof TypeError ? error.message : undefined);
    if (trouble === undefined) throw error;
    const isDamaged = error instanceof Sqlite.SqliteError && /CORRUPT|NOTADB/.test(error.code);
    throw new ArchiveFileError(isDamaged ? 'damaged' : 'unusable', `${file}: ${trouble}`, { cause: error });
  } finally {
    database?.close();
  }
}

function findFileFlaws(database: Database): readonly Flaw[] {
  const complaints = database.pragma(`integrity_check(${mostComplaints})`) as { readonly integrity_check: string }[];
  const said = complaints.map(({ integrity_check }) => integrity_check).filter((text) => text !== 'ok');
  const strays = database.pragma('foreign_key_check') as unknown[];
  if (strays.length > 0) said.push(`${strays.length} rows belong to no competition or to no fact`);
  return said.map((why) => ({ problem: 'file', competition: undefined, fact: undefined, why }));
}

interface End {
  readonly id: string;
  readonly seq: number;
  readonly head: Uint8Array | undefined;
}

/** Where heads came is in migrations.ts. */
function listEnds(database: Database, shape: number): readonly End[] {
  const column = shape >= 2 ? 'head' : 'NULL AS head';
  const rows = database
    .prepare<[], { id: string; seq: number; head: Buffer | null }>(`SELECT id, seq, ${column} FROM competition`)
    .all();
  return rows.map(({ id, seq, head }) => ({ id, seq, head: head ?? undefined }));
}

async function proveCompetition(
  database: Database,
  id: string,
  end: Omit<End, 'id'>,
  tail: readonly JournalRecord[],
): Promise<ProvenCompetition> {
  const proof = new CompetitionProof(id, end, snapshotsOf(database, id));
  const inJournal = new Map(tail.map((record) => [record.seq, record.bytes]));
  let last = 0;
  let differing: Flaw | undefined;
  for (;;) {
    const page = readPage(database, id, last);
    for (const record of page) {
      proof.take(record);
      differing ??= differenceOf(id, record, inJournal.get(record.seq));
    }
    last = page.at(-1)?.seq ?? last;
    if (page.length < pageLength) break;
    await breathe();
  }
  for (const { seq, bytes } of tail) if (seq > last) proof.take({ seq, bytes, columns: undefined });
  const result = proof.result();
  if (!differing?.fact || (result.flaw?.fact && result.flaw.fact.seq < differing.fact.seq)) return result;
  return { ...result, facts: differing.fact.seq - 1, head: '', flaw: differing };
}

function readPage(database: Database, id: string, after: number): readonly StoredRecord[] {
  interface Row {
    readonly seq: number;
    readonly at_ms: number;
    readonly command_id: Buffer | null;
    readonly kind: string;
    readonly actor: string;
    readonly record: Buffer;
  }
  const rows = database
    .prepare<[string, number, number], Row>(
      `SELECT seq, at_ms, command_id, kind, actor, record FROM fact
       WHERE competition = ? AND seq > ? ORDER BY seq LIMIT ?`,
    )
    .all(id, after, pageLength);
  return rows.map(({ seq, at_ms: atMs, command_id: commandId, kind, actor, record }) => {
    return { seq, bytes: record, columns: { atMs, commandId, kind, actor } };
  });
}

function snapshotsOf(database: Database, id: string): ReadonlyMap<number, CompetitionSnapshot> {
  const rows = database
    .prepare<[string, number], { seq: number; json_gz: Buffer }>(
      'SELECT seq, json_gz FROM snapshot WHERE competition = ? AND version = ?',
    )
    .all(id, snapshotVersion);
  // One that cannot be unpacked is left alone at a start too.
  return new Map(rows.flatMap(({ seq, json_gz }) => unpack(json_gz).map((snapshot) => [seq, snapshot])));
}

function unpack(packed: Buffer): readonly CompetitionSnapshot[] {
  try {
    return [JSON.parse(gunzipSync(packed).toString('utf8'))];
  } catch {
    return [];
  }
}

function differenceOf(
  competition: string,
  { seq, bytes }: StoredRecord,
  other: Uint8Array | undefined,
): Flaw | undefined {
  if (!other || Buffer.compare(bytes, other) === 0) return undefined;
  return {
    problem: 'journal',
    competition,
    fact: labelOf(recordToRow({ seq, bytes })),
    why: 'the journal has another one in its place',
  };
}
