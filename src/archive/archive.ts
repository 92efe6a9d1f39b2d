// The archive as the main thread sees it: SQLite in its own thread (fsync must never stall the event loop), following the journal by
// consumer group. `openArchive` (archive-worker.ts) starts the thread.
import type { CompetitionSnapshot } from '../domain/document/snapshot.ts';
import type { JournalRecord } from '../journal/journal.ts';

export interface ArchivedCompetition {
  readonly id: string;
  /** The last archived fact. */
  readonly seq: number;
}

export interface ArchiveSnapshot {
  readonly seq: number;
  readonly snapshot: CompetitionSnapshot;
}

/** A command that took effect, and the last fact of it. */
export interface ArchivedCommand {
  readonly commandId: string;
  readonly seq: number;
}

export interface ArchiveStats {
  readonly competitions: readonly ArchivedCompetition[];
  readonly facts: number;
  readonly batches: number;
  readonly fileBytes: number;
  /** The last commit's duration; 0 before the first. */
  readonly lastCommitMs: number;
  /** Set while the archive cannot write (disk full, SQLite or the journal failing): what a person is told. It goes on trying. */
  readonly trouble: string | undefined;
}

export interface Archive {
  list(): Promise<readonly ArchivedCompetition[]>;
  /** The newest snapshot that this version can read. */
  latestSnapshot(competition: string): Promise<ArchiveSnapshot | undefined>;
  /** Facts after `seq`, in order, at most `limit`. */
  read(competition: string, afterSeq: number, limit: number): Promise<readonly JournalRecord[]>;
  /** Every command id that took effect, for deduplication after a start; in order of seq, after `afterSeq`. */
  commands(competition: string, afterSeq: number, limit: number): Promise<readonly ArchivedCommand[]>;
  /** Gone for good, in one transaction, which also remembers that its stream has to go. Rejects when it cannot be written; nothing is changed then. */
  remove(competition: string): Promise<void>;
  /** Those whose streams have still to go: a stop came in between. */
  removed(): Promise<readonly string[]>;
  /** Its stream is gone too. */
  forgetRemoved(competition: string): Promise<void>;
  /**
   * Of several nodes, before a competition is loaded: borrows from another node's archive what the stream no longer has. False when none
   * of them has it, or is there.
   */
  complete(competition: string): Promise<boolean>;
  /** Begins to follow the journal. Called once, after the appliance has compared heads and seeded. */
  follow(): Promise<void>;
  stats(): ArchiveStats;
  /** Resolves once everything appended before the call is committed; used by a clean stop and by tests. */
  drained(): Promise<void>;
  close(): Promise<void>;
}
