// Folds archived facts with the domain's own code and saves the state now and then, so that a start need not fold everything again.
import type { Competition } from '../domain/competition.ts';
import { competitionToSnapshot, snapshotToCompetition } from '../domain/document/snapshot.ts';
import { evolve } from '../domain/evolve.ts';
import { bytesToFact } from '../wire/fact-record.ts';
import type { ArchiveStore } from './archive-store.ts';

export interface SnapshotWriter {
  /** Saves when enough facts have come since the last snapshot; with `anyway`, when any have. */
  save(competition: string, anyway: boolean): void;
  forget(competition: string): void;
}

interface Folded {
  readonly seq: number;
  readonly state: Competition | undefined;
}

const pageLength = 2_000;

export function createSnapshotWriter(store: ArchiveStore, every: number): SnapshotWriter {
  const folded = new Map<string, Folded>();

  function lastSaved(competition: string): Folded {
    const saved = store.latestSnapshot(competition);
    const state = saved && snapshotToCompetition(saved.snapshot);
    return saved && state ? { seq: saved.seq, state } : { seq: 0, state: undefined };
  }

  function fold({ seq, state }: Folded, competition: string): Folded {
    for (;;) {
      const page = store.read(competition, seq, pageLength);
      for (const record of page) {
        const recorded = bytesToFact(record.seq, record.bytes);
        state = evolve(state, recorded.fact, recorded);
        seq = record.seq;
      }
      if (page.length < pageLength) return { seq, state };
    }
  }

  return {
    forget(competition) {
      folded.delete(competition);
    },
    save(competition, anyway) {
      // Without that fact every later state would be wrong.
      if (store.firstUnreadable(competition)) return;
      const start = folded.get(competition) ?? lastSaved(competition);
      folded.set(competition, start);
      const waiting = store.lastSeq(competition) - start.seq;
      if (waiting === 0 || (waiting < every && !anyway)) return;
      const now = fold(start, competition);
      if (!now.state) return;
      store.saveSnapshot(competition, { seq: now.seq, snapshot: competitionToSnapshot(now.state) });
      folded.set(competition, now);
    },
  };
}
