// The archive file's shape, as the list of steps that made it (PRAGMA user_version counts them). A step, once released, never changes:
// files of every age must open. A file from a newer Tenring is refused, because writing to it could break what it means: a version that
// adds a kind of fact adds a step too, an empty one if need be. Format 1, the first released, is the shape after the first two steps;
// src/testing/fixtures keeps a folder of each.
import type { Database } from 'better-sqlite3';
import { hashOfRecord } from '../journal/record-chain.ts';
import { ArchiveFileError } from './archive-errors.ts';

interface Migration {
  readonly what: string;
  readonly sql: string;
}

/** 'TnRg': says that a SQLite file is one of ours. */
export const applicationId = 0x546e5267;

export const migrations: readonly Migration[] = [
  {
    what: 'competitions, facts, snapshots, what cannot be read',
    sql: `
      CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

      CREATE TABLE competition (
        id TEXT PRIMARY KEY,
        seq INTEGER NOT NULL -- of its last fact
      ) STRICT, WITHOUT ROWID;

      -- The record's bytes are the truth; the other columns are read out of it, for people and queries.
      CREATE TABLE fact (
        competition TEXT NOT NULL REFERENCES competition (id),
        seq INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        command_id BLOB,
        kind TEXT NOT NULL, -- 'unknown' where this version cannot read the record
        actor TEXT NOT NULL,
        record BLOB NOT NULL,
        PRIMARY KEY (competition, seq)
      ) STRICT, WITHOUT ROWID;

      -- A cache: gzipped JSON of the state after fact seq.
      CREATE TABLE snapshot (
        competition TEXT NOT NULL REFERENCES competition (id),
        seq INTEGER NOT NULL,
        version INTEGER NOT NULL,
        json_gz BLOB NOT NULL,
        PRIMARY KEY (competition, seq)
      ) STRICT;

      CREATE TABLE dead_letter (
        competition TEXT NOT NULL,
        seq INTEGER NOT NULL,
        why TEXT NOT NULL,
        PRIMARY KEY (competition, seq),
        FOREIGN KEY (competition, seq) REFERENCES fact (competition, seq)
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    what: 'where each competition’s chain ends, so that a changed last record is noticed too',
    sql: `
      ALTER TABLE competition ADD COLUMN head BLOB; -- SHA-256 of its last record
      UPDATE competition SET head =
        (SELECT sha256(record) FROM fact WHERE fact.competition = competition.id AND fact.seq = competition.seq);
    `,
  },
];

/** All steps that are missing, each in a transaction of its own. Throws ArchiveFileError. */
export function migrate(database: Database, steps: readonly Migration[] = migrations): void {
  const version = Number(database.pragma('user_version', { simple: true }));
  const id = Number(database.pragma('application_id', { simple: true }));
  const isNew = version === 0 && database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
  if (!isNew && id !== applicationId)
    throw new ArchiveFileError('damaged', `${database.name} is not an archive of Tenring`);
  if (version > steps.length) {
    throw new ArchiveFileError(
      'newer',
      `${database.name} was written by a newer Tenring (format ${version}, this one knows ${steps.length}): use that version or a newer one`,
    );
  }
  if (version === steps.length) return;
  database.function('sha256', { deterministic: true }, (record: Buffer) => hashOfRecord(record));
  for (const [index, { sql }] of steps.entries()) {
    if (index < version) continue;
    database.transaction(() => {
      database.exec(sql);
      database.pragma(`application_id = ${applicationId}`);
      database.pragma(`user_version = ${index + 1}`);
    })();
  }
}
