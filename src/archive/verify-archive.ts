// An archive proved whole, without changing it: SQLite's own check, then every competition fact by fact, with what the journal has beyond
// the archive. For a person who has to know; archive-check.ts is the shorter one for programs.
import { gunzipSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { type CompetitionSnapshot, snapshotVersion } from '../domain/document/snapshot.ts';
import type { JournalRecord } from '../journal/journal.ts';
import { shapeOf, withDatabaseHeld } from './archive-copy.ts';
