// The archive's SQL. Synchronous, and used by one thread only.
import { statSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { type CompetitionSnapshot, snapshotVersion } from '../domain/document/snapshot.ts';
import type { JournalRecord } from '../journal/journal.ts';
import { hashOfRecord } from '../journal/record-chain.ts';
import { bytesToCommandId } from '../wire/command-id.ts';
import type { ArchivedCommand, ArchivedCompetition, ArchiveSnapshot } from './archive.ts';
import { createRemoval } from './archive-removal.ts';
import { type FactRow, recordToRow } from './fact-row.ts';

export interface NewFacts {
  readonly competition: string;
  readonly rows: readonly FactRow[];
}

export interface ArchiveStore {
  list(): readonly ArchivedCompetition[];
  /** 0 for a competition that is not here. */
  lastSeq(competition: string): number;
  /** The hash of its last record. */
  head(competition: string): Uint8Array | undefined;
  countFacts(): number;
  recordAt(competition: string, seq: number): Uint8Array | undefined;
  read(competition: string, afterSeq: number, limit: number): readonly JournalRecord[];
  commands(competition: string, afterSeq: number, limit: number): readonly ArchivedCommand[];
  /** One transaction; on disk when it returns. Facts that are here already are left as they are. */
  insert(batches: readonly NewFacts[]): void;
  latestSnapshot(competition: string): ArchiveSnapshot | undefined;
  saveSnapshot(competition: string, snapshot: ArchiveSnapshot): void;
  /** One transaction: its facts and snapshots go, and `removed` names it. What is freed in the file is overwritten. */
  remove(competition: string): void;
  removed(): readonly string[];
  forgetRemoved(competition: string): void;
  /** The first fact that this version cannot read, and why. */
  firstUnreadable(competition: string): { readonly seq: number; readonly why: string } | undefined;
  /** Reads again what an older version could not; how many it can now. */
  revive(): number;
  fileBytes(): number;
  close(): void;
}

const keptSnapshots = 2;

interface RecordRow {
  readonly seq: number;
  readonly record: Buffer;
}

export function createStore(database: Database): ArchiveStore {
  const list = database.prepare<[], ArchivedCompetition>('SELECT id, seq FROM competition ORDER BY id');
  const lastSeq = database.prepare<[string], number>('SELECT seq FROM competition WHERE id = ?').pluck();
  const head = database.prepare<[string], Buffer>('SELECT head FROM competition WHERE id = ?').pluck();
  const countFacts = database.prepare<[], number>('SELECT count(*) FROM fact').pluck();
  const recordAt = database
    .prepare<[string, number], Buffer>('SELECT record FROM fact WHERE competition = ? AND seq = ?')
    .pluck();
  const read = database.prepare<[string, number, number], RecordRow>(
    'SELECT seq, record FROM fact WHERE competition = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const commandIds = database.prepare<[string, number], { seq: number; id: Buffer }>(
    `SELECT seq, command_id AS id FROM fact WHERE competition = ? AND seq > ? AND command_id IS NOT NULL ORDER BY seq`,
  );
  const reach = database.prepare<[string, number, Uint8Array]>(
    `INSERT INTO competition (id, seq, head) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, head = excluded.head WHERE excluded.seq > seq`,
  );
  const add = database.prepare<[string, number, number, Uint8Array | null, string, string, Uint8Array]>(
    `INSERT INTO fact (competition, seq, at_ms, command_id, kind, actor, record) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const setAside = database.prepare<[string, number, string]>(
    'INSERT INTO dead_letter (competition, seq, why) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const firstUnreadable = database.prepare<[string], { seq: number; why: string }>(
    'SELECT seq, why FROM dead_letter WHERE competition = ? ORDER BY seq LIMIT 1',
  );
  const unreadable = database.prepare<[], RecordRow & { competition: string }>(
    'SELECT competition, seq, record FROM dead_letter JOIN fact USING (competition, seq) ORDER BY competition, seq',
  );
  const refresh = database.prepare<[number, Uint8Array | null, string, string, string, number]>(
    'UPDATE fact SET at_ms = ?, command_id = ?, kind = ?, actor = ? WHERE competition = ? AND seq = ?',
  );
  const forgive = database.prepare<[string, number]>('DELETE FROM dead_letter WHERE competition = ? AND seq = ?');
  const snapshots = database.prepare<[string, number], { seq: number; json_gz: Buffer }>(
    'SELECT seq, json_gz FROM snapshot WHERE competition = ? AND version = ? ORDER BY seq DESC',
  );
  const saveSnapshot = database.prepare<[string, number, number, Buffer]>(
    'INSERT OR REPLACE INTO snapshot (competition, seq, version, json_gz) VALUES (?, ?, ?, ?)',
  );
  const dropSnapshots = database.prepare<[string, string, number]>(
    `DELETE FROM snapshot WHERE competition = ? AND seq NOT IN
     (SELECT seq FROM snapshot WHERE competition = ? ORDER BY seq DESC LIMIT ?)`,
  );

  const insert = database.transaction((batches: readonly NewFacts[]) => {
    for (const { competition, rows } of batches) {
      const last = rows.at(-1);
      if (!last) continue;
      reach.run(competition, last.seq, hashOfRecord(last.record));
      for (const { seq, atMs, commandId, kind, actor, record, unreadable: why } of rows) {
        add.run(competition, seq, atMs, commandId, kind, actor, record);
        if (why !== undefined) setAside.run(competition, seq, why);
      }
    }
  });

  const revive = database.transaction(() => {
    let revived = 0;
    for (const { competition, seq, record } of unreadable.all()) {
      const row = recordToRow({ seq, bytes: record });
      if (row.unreadable !== undefined) continue;
      refresh.run(row.atMs, row.commandId, row.kind, row.actor, competition, seq);
      forgive.run(competition, seq);
      revived += 1;
    }
    return revived;
  });

  const removal = createRemoval(database);

  return {
    ...removal,
    list: () => list.all(),
    lastSeq: (competition) => lastSeq.get(competition) ?? 0,
    head: (competition) => head.get(competition),
    countFacts: () => countFacts.get() ?? 0,
    recordAt: (competition, seq) => recordAt.get(competition, seq),
    read: (competition, afterSeq, limit) =>
      read.all(competition, afterSeq, limit).map(({ seq, record }) => ({ seq, bytes: record })),
    commands(competition, afterSeq, limit) {
      const found: { commandId: string; seq: number }[] = [];
      // A command's facts stand together, so its last one is where the id changes.
      for (const { seq, id } of commandIds.iterate(competition, afterSeq)) {
        const commandId = bytesToCommandId(id);
        const last = found.at(-1);
        if (last?.commandId === commandId) last.seq = seq;
        else if (found.length === limit) break;
        else found.push({ commandId, seq });
      }
      return found;
    },
    insert: (batches) => insert.immediate(batches),
    latestSnapshot(competition) {
      for (const { seq, json_gz } of snapshots.iterate(competition, snapshotVersion)) {
        const snapshot = unpack(json_gz);
        if (snapshot) return { seq, snapshot };
      }
      return undefined;
    },
    saveSnapshot(competition, { seq, snapshot }) {
      saveSnapshot.run(competition, seq, snapshot.version, gzipSync(JSON.stringify(snapshot), { level: 3 }));
      dropSnapshots.run(competition, competition, keptSnapshots);
    },
    firstUnreadable: (competition) => firstUnreadable.get(competition),
    revive: () => revive.immediate(),
    fileBytes: () => sizeOf(database.name) + sizeOf(`${database.name}-wal`),
    close() {
      // Leaves one file behind, complete in itself. Closing does the same, but says nothing when it cannot.
      database.pragma('wal_checkpoint(TRUNCATE)');
      database.close();
    },
  };
}

/** Undefined for damaged bytes: the facts are folded instead. */
function unpack(packed: Buffer): CompetitionSnapshot | undefined {
  try {
    const snapshot: CompetitionSnapshot = JSON.parse(gunzipSync(packed).toString('utf8'));
    return snapshot;
  } catch {
    return undefined;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
