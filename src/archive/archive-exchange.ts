// The archive as one of several nodes: says that it is there, lends what others miss, and borrows what it misses itself.
import { JournalUnavailableError } from '../journal/journal.ts';
import type { SharedArchives } from '../journal/shared-archives.ts';
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import type { ArchiveStore } from './archive-store.ts';
import { recordToRow } from './fact-row.ts';

export interface ExchangeParts {
  readonly archives: SharedArchives;
  readonly store: Pick<ArchiveStore, 'lastSeq' | 'read' | 'insert'>;
  readonly log: Log;
  readonly clock: Clock;
}

export interface Exchange {
  /** Borrows what is before this record, by default before all that the stream still has. False when nobody has it. */
  complete(competition: string, beforeSeq?: number): Promise<boolean>;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

const registerEveryMs = 60_000;
const lookEveryMs = 250;
/** Whoever borrows has more to ask for. */
const nextPageMs = 20;
const pageLength = 2_000;

/** A defect in what goes on by itself surfaces as an unhandled rejection, and ends the thread. */
export function startExchange({ archives, store, log, clock }: ExchangeParts): Exchange {
  const stopping = new AbortController();

  async function lend(): Promise<boolean> {
    let hasLent = false;
    for (const wish of await archives.wishes()) {
      const { competition, afterSeq, beforeSeq } = wish;
      const limit = Math.min(pageLength, beforeSeq - afterSeq - 1);
      if (store.lastSeq(competition) <= afterSeq || !(await archives.claim(wish))) continue;
      await archives.lend(wish, store.read(competition, afterSeq, limit));
      hasLent = true;
    }
    return hasLent;
  }

  async function keepAtIt(): Promise<void> {
    let registeredAt = Number.NEGATIVE_INFINITY;
    while (!stopping.signal.aborted) {
      let hasLent = false;
      try {
        if (clock.now() - registeredAt >= registerEveryMs) {
          await archives.register();
          registeredAt = clock.now();
        }
        hasLent = await lend();
      } catch (error) {
        if (!(error instanceof JournalUnavailableError)) throw error;
        registeredAt = Number.NEGATIVE_INFINITY;
      }
      await clock.sleep(hasLent ? nextPageMs : lookEveryMs, stopping.signal).catch(() => undefined);
    }
  }

  async function complete(competition: string, beforeSeq?: number): Promise<boolean> {
    // Nothing more is trimmed without this archive from now on.
    await archives.register();
    const before = beforeSeq ?? (await archives.firstSeq(competition));
    for (;;) {
      const last = store.lastSeq(competition);
      if (last >= before - 1) return true;
      log.info({ competition, from: last + 1, to: before - 1 }, 'facts are borrowed from another node');
      const records = await archives.borrow(competition, last, before);
      if (records.length === 0 || stopping.signal.aborted) return false;
      store.insert([{ competition, rows: records.map(recordToRow) }]);
    }
  }

  const over = keepAtIt();
  return {
    complete,
    async stop() {
      stopping.abort(new Error('stopping'));
      await over;
      archives.close();
    },
  };
}
