// A consumer group over the journal in memory, as redis-group-reader.ts is one in Redis: what was handed out and not acknowledged comes
// again, first, after the reader is opened anew; only what is acknowledged is trimmed.
import type { GroupBatch, GroupReader } from '../../journal/group-reader.ts';
import { JournalUnavailableError } from '../../journal/journal.ts';
import type { MemoryJournalStore } from '../../journal/memory-journal.ts';
import type { Clock } from '../../kit/clock.ts';

/** What the group has in Redis: it outlives the reader. */
export interface MemoryGroup {
  readonly delivered: Map<string, number>;
  readonly pending: Map<string, Set<number>>;
}

export function createMemoryGroup(): MemoryGroup {
  return { delivered: new Map(), pending: new Map() };
}

export interface ReaderFaults {
  /** Asked before each question to Redis: true for one that fails. */
  fails(): boolean;
}

export function openMemoryGroupReader(
  { streams }: MemoryJournalStore,
  { delivered, pending }: MemoryGroup,
  clock: Clock,
  faults: ReaderFaults,
): GroupReader {
  let isAgain = true;
  let isClosed = false;

  function reach() {
    if (isClosed || faults.fails()) throw new JournalUnavailableError('the simulation failed this question');
  }

  function pendingOf(competition: string): Set<number> {
    const found = pending.get(competition) ?? new Set();
    pending.set(competition, found);
    return found;
  }

  function again(): readonly GroupBatch[] {
    return [...streams].flatMap(([competition, { records }]) => {
      const mine = records.filter(({ seq }) => pendingOf(competition).has(seq));
      return mine.length > 0 ? [{ competition, records: mine }] : [];
    });
  }

  function fresh(limit: number): readonly GroupBatch[] {
    return [...streams].flatMap(([competition, { records }]) => {
      const from = delivered.get(competition) ?? 0;
      const mine = records.filter(({ seq }) => seq > from).slice(0, limit);
      for (const { seq } of mine) pendingOf(competition).add(seq);
      delivered.set(competition, mine.at(-1)?.seq ?? from);
      return mine.length > 0 ? [{ competition, records: mine }] : [];
    });
  }

  return {
    async next(limit, waitMs) {
      reach();
      const batches = isAgain ? again() : [];
      isAgain = false;
      if (batches.length > 0) return batches;
      const now = fresh(limit);
      if (now.length > 0) return now;
      await clock.sleep(waitMs);
      reach();
      return fresh(limit);
    },
    async acknowledge(competition, seqs) {
      reach();
      for (const seq of seqs) pendingOf(competition).delete(seq);
    },
    async reread(competition, afterSeq, beforeSeq) {
      reach();
      return (streams.get(competition)?.records ?? []).filter(({ seq }) => seq > afterSeq && seq < beforeSeq);
    },
    async heads() {
      reach();
      return new Map([...streams].map(([competition, { head }]) => [competition, head]));
    },
    async trim(competition, beforeSeq) {
      reach();
      const stream = streams.get(competition);
      const first = Math.min(beforeSeq, (delivered.get(competition) ?? 0) + 1, ...pendingOf(competition));
      if (stream) stream.records = stream.records.filter(({ seq }) => seq >= first);
    },
    async close() {
      isClosed = true;
    },
  };
}
