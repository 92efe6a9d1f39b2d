// Follows the journal into the store: read, commit, and only then acknowledge and trim. A crash between any two of these is harmless,
// because what was not acknowledged comes again and what is already here is compared and left.
import type { GroupBatch, GroupReader } from '../journal/group-reader.ts';
import { type JournalRecord, JournalUnavailableError } from '../journal/journal.ts';
import { chainAfter, followChain } from '../journal/record-chain.ts';
import { backoffMs } from '../kit/backoff.ts';
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import { troubleOf } from './archive-errors.ts';
import type { ArchiveStore, NewFacts } from './archive-store.ts';
import { recordToRow } from './fact-row.ts';
import { createSnapshotWriter } from './snapshot-writer.ts';
import type { Troubles } from './troubles.ts';

export interface FollowerParts {
  readonly store: ArchiveStore;
  readonly reader: GroupReader;
  readonly troubles: Troubles;
  readonly log: Log;
  readonly clock: Clock;
  /** After each commit. */
  readonly committed: (facts: number, milliseconds: number) => void;
  /** Of several nodes: gets what is before this record and in the stream no more. False when nobody has it. */
  readonly complete?: (competition: string, beforeSeq: number) => Promise<boolean>;
  readonly snapshotEvery?: number;
  /** Records left in the stream for other followers. */
  readonly keptTail?: number;
  /** Pause after a batch that was not full: what comes meanwhile shares one commit, and the disk is left to the journal's fsync. */
  readonly restMs?: number;
}

export interface Follower {
  /** Settles when it is stopped; rejects at a defect. */
  readonly over: Promise<void>;
  /** Resolves once everything appended before the call is committed; rejects when it is stopped before. */
  drained(): Promise<void>;
  /** Between two commits. Rejects when it cannot be written, with nothing changed. What comes of it later is let go. */
  remove(competition: string): Promise<void>;
  /** Ends after the commit under way, with a snapshot of everything that changed. */
  stop(): Promise<void>;
}

interface Drain {
  readonly heads: ReadonlyMap<string, number>;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

interface AskedRemoval {
  readonly competition: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

type TroubleSource = 'journal' | 'disk';

const readLimit = 2_000;
const waitMs = 250;
/** Trimming is a write of its own: not after every batch. */
const trimEvery = 500;
const retry = { firstMs: 100, limitMs: 5_000 };

export function startFollower(parts: FollowerParts): Follower {
  const { store, reader, troubles, log, clock, committed, snapshotEvery = 2_000, keptTail = 1_000, restMs = 0 } = parts;
  const { complete = () => Promise.resolve(false) } = parts;
  const snapshots = createSnapshotWriter(store, snapshotEvery);
  const stopping = new AbortController();
  /** Competitions that cannot go on: their records stay in the stream, unacknowledged. */
  const halted = new Set<string>();
  const touched = new Set<string>();
  const trimmedBefore = new Map<string, number>();
  const removed = new Set<string>();
  const removals: AskedRemoval[] = [];
  let drains: Drain[] = [];
  let isReading = false;
  let resting = new AbortController();

  function halt(competition: string, why: string) {
    halted.add(competition);
    troubles.set(`competition ${competition}`, why);
    log.error({ competition }, why);
  }

  function isLetGo(competition: string): boolean {
    return halted.has(competition) || removed.has(competition);
  }

  function removeWhatWasAsked() {
    for (const { competition, resolve, reject } of removals.splice(0)) {
      try {
        store.remove(competition);
      } catch (error) {
        reject(error);
        continue;
      }
      removed.add(competition);
      touched.delete(competition);
      snapshots.forget(competition);
      for (const trouble of ['competition', 'chain', 'unreadable', 'snapshot'])
        troubles.clear(`${trouble} ${competition}`);
      settleDrains();
      resolve();
    }
  }

  /** Tries until it works, which ends those troubles, or it is told to stop; undefined then. Waits out the world's faults only. */
  async function persist<T>(attempt: () => Promise<T>, ends: readonly TroubleSource[]): Promise<T | undefined> {
    for (let failures = 0; !stopping.signal.aborted; failures += 1) {
      try {
        const done = await attempt();
        for (const source of ends) troubles.clear(source);
        return done;
      } catch (error) {
        if (stopping.signal.aborted) return undefined;
        const isJournal = error instanceof JournalUnavailableError;
        const words = isJournal ? `The journal cannot be read: ${error.message}` : troubleOf(error);
        if (words === undefined) throw error;
        troubles.set(
          isJournal ? 'journal' : 'disk',
          isJournal ? words : `${words}. Scores wait in the journal meanwhile`,
        );
        await clock.sleep(backoffMs(failures, retry), stopping.signal).catch(() => undefined);
      }
    }
    return undefined;
  }

  async function read(): Promise<readonly GroupBatch[]> {
    isReading = true;
    try {
      return await reader.next(readLimit, waitMs);
    } finally {
      isReading = false;
    }
  }

  /** The records that follow what is here; undefined when they do not follow. */
  async function admit({ competition, records }: GroupBatch): Promise<NewFacts | undefined> {
    let last = store.lastSeq(competition);
    const fresh: JournalRecord[] = [];
    for (const record of records) {
      if (record.seq <= last) {
        if (fresh.length > 0 || isSame(store.recordAt(competition, record.seq), record.bytes)) continue;
        halt(competition, `Fact ${record.seq} of ${competition} is another one in the journal than in the archive`);
        return undefined;
      }
      if (record.seq > last + 1) {
        let missed = await reader.reread(competition, last, record.seq);
        if (!follow(last, missed, record.seq) && fresh.length === 0 && (await complete(competition, record.seq))) {
          last = store.lastSeq(competition);
          missed = [];
        }
        if (!follow(last, missed, record.seq)) {
          halt(
            competition,
            `Facts ${last + 1} to ${record.seq - 1} of ${competition} are neither in the archive nor in the journal`,
          );
          return undefined;
        }
        fresh.push(...missed);
      }
      fresh.push(record);
      last = record.seq;
    }
    reportBreak(competition, fresh);
    return { competition, rows: fresh.map(recordToRow) };
  }

  /** Archived all the same, so that nothing is lost that can still be looked at. */
  function reportBreak(competition: string, fresh: readonly JournalRecord[]) {
    const seq = findBreak(store.recordAt(competition, store.lastSeq(competition)), fresh);
    if (seq === undefined) return;
    const words = `Fact ${seq} of ${competition} does not follow the one before it: one of them was changed. tenring verify tells more`;
    troubles.set(`chain ${competition}`, words);
    log.error({ competition, seq }, words);
  }

  async function commit(batches: readonly GroupBatch[]): Promise<readonly GroupBatch[]> {
    const admitted: NewFacts[] = [];
    for (const batch of batches) {
      const facts = isLetGo(batch.competition) ? undefined : await admit(batch);
      if (facts) admitted.push(facts);
    }
    const count = admitted.reduce((sum, { rows }) => sum + rows.length, 0);
    if (count > 0) {
      const since = performance.now();
      store.insert(admitted);
      committed(count, performance.now() - since);
    }
    for (const { competition, rows } of admitted) {
      touched.add(competition);
      for (const { seq, unreadable } of rows)
        if (unreadable !== undefined) reportUnreadable(competition, seq, unreadable);
    }
    return batches.filter(({ competition }) => !isLetGo(competition));
  }

  function reportUnreadable(competition: string, seq: number, why: string) {
    const words = `Fact ${seq} of ${competition} cannot be read by this version (${why}): its bytes are archived`;
    troubles.set(`unreadable ${competition}`, words);
    log.error({ competition, seq }, words);
  }

  async function release({ competition, records }: GroupBatch): Promise<void> {
    await reader.acknowledge(
      competition,
      records.map(({ seq }) => seq),
    );
    const before = store.lastSeq(competition) - keptTail + 1;
    if (before - (trimmedBefore.get(competition) ?? 0) < trimEvery) return;
    await reader.trim(competition, before);
    trimmedBefore.set(competition, before);
  }

  /** Only a cache: that it cannot be written stops nothing. */
  function saveSnapshot(competition: string, anyway: boolean) {
    try {
      snapshots.save(competition, anyway);
      troubles.clear(`snapshot ${competition}`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      troubles.set(`snapshot ${competition}`, `No snapshot of ${competition} can be made: ${why}`);
      log.error({ competition, error: why }, 'a snapshot cannot be made');
    }
  }

  function settleDrains() {
    drains = drains.filter(({ heads, resolve }) => {
      const isBehind = [...heads].some(([id, seq]) => !isLetGo(id) && store.lastSeq(id) < seq);
      if (!isBehind) resolve();
      return isBehind;
    });
  }

  async function followOn(): Promise<void> {
    while (!stopping.signal.aborted) {
      removeWhatWasAsked();
      const batches = await persist(read, ['journal']);
      if (!batches || batches.length === 0) continue;
      const done = await persist(() => commit(batches), ['journal', 'disk']);
      if (!done) continue;
      settleDrains();
      await persist(async () => {
        for (const batch of done) await release(batch);
      }, ['journal']);
      for (const { competition } of done) saveSnapshot(competition, false);
      await rest(batches);
    }
  }

  async function rest(batches: readonly GroupBatch[]): Promise<void> {
    const count = batches.reduce((sum, { records }) => sum + records.length, 0);
    if (restMs === 0 || drains.length > 0 || count >= readLimit) return;
    resting = new AbortController();
    await clock.sleep(restMs, AbortSignal.any([stopping.signal, resting.signal])).catch(() => undefined);
  }

  for (const { id } of store.list()) {
    const found = store.firstUnreadable(id);
    if (found) reportUnreadable(id, found.seq, found.why);
  }
  const over = followOn();

  return {
    over,
    async drained() {
      const heads = await persist(() => reader.heads(), []);
      if (!heads) throw new Error('The archive is closing');
      await new Promise<void>((resolve, reject) => {
        drains.push({ heads, resolve, reject });
        settleDrains();
        resting.abort(new Error('somebody waits for the archive'));
      });
    },
    remove(competition) {
      return new Promise((resolve, reject) => {
        if (stopping.signal.aborted) return reject(new Error('The archive is closing'));
        removals.push({ competition, resolve, reject });
        resting.abort(new Error('somebody waits for the archive'));
      });
    },
    async stop() {
      stopping.abort(new Error('stopping'));
      // A blocking read would hold up the end for as long as it waits; an acknowledgement is let through.
      if (isReading) await reader.close();
      await over;
      await reader.close();
      for (const { reject } of [...drains.splice(0), ...removals.splice(0)])
        reject(new Error('The archive is closing'));
      for (const competition of touched) saveSnapshot(competition, true);
    },
  };
}

/** The first record that does not follow, after `last`, if there is one. What cannot be read is told elsewhere. */
function findBreak(last: Uint8Array | undefined, records: readonly JournalRecord[]): number | undefined {
  let chain = chainAfter(last);
  for (const { seq, bytes } of records) {
    const step = followChain(chain, bytes);
    if (step.broken && step.broken !== 'unreadable') return seq;
    chain = step.chain;
  }
  return undefined;
}

function isSame(stored: Uint8Array | undefined, bytes: Uint8Array): boolean {
  return stored !== undefined && Buffer.compare(stored, bytes) === 0;
}

function follow(after: number, records: readonly JournalRecord[], before: number): boolean {
  return records.length === before - after - 1 && records.every(({ seq }, index) => seq === after + 1 + index);
}
