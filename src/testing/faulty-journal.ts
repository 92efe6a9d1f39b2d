// A journal that fails when a test says so: before the append, after it (the reply is lost), or altogether.
import { type AppendOutcome, type Journal, JournalUnavailableError } from '../journal/journal.ts';

export type AppendFault = 'before' | 'replyLost';

export interface FaultyJournal extends Journal {
  /** Faults of the coming appends, first one first; undefined lets one through. */
  readonly faults: (AppendFault | undefined)[];
  readonly appends: number;
  /** Sizes of the batches appended, in order. */
  readonly batchSizes: readonly number[];
  reachable: boolean;
}

export function createFaultyJournal(inner: Journal): FaultyJournal {
  const faults: (AppendFault | undefined)[] = [];
  const batchSizes: number[] = [];
  let reachable = true;

  function reach() {
    if (!reachable) throw new JournalUnavailableError('the test has cut the journal off');
  }

  return {
    faults,
    batchSizes,
    get appends() {
      return batchSizes.length;
    },
    get reachable() {
      return reachable;
    },
    set reachable(value: boolean) {
      reachable = value;
    },
    get state() {
      return inner.state;
    },
    async append(competition, expected, records): Promise<AppendOutcome> {
      reach();
      const fault = faults.shift();
      if (fault === 'before') throw new JournalUnavailableError('the test failed this append');
      const outcome = await inner.append(competition, expected, records);
      if (outcome.kind === 'appended') batchSizes.push(records.length);
      if (fault === 'replyLost') throw new JournalUnavailableError('the test lost this reply');
      return outcome;
    },
    async head(competition) {
      reach();
      return inner.head(competition);
    },
    async read(competition, afterSeq, limit) {
      reach();
      return inner.read(competition, afterSeq, limit);
    },
    watch: (watcher, signal) => inner.watch(watcher, signal),
    competitions: () => inner.competitions(),
    seed: (competition, seq) => inner.seed(competition, seq),
    forget: (competition, seq) => inner.forget(competition, seq),
    remove: (competition) => inner.remove(competition),
    onState: (listener) => inner.onState(listener),
    close: () => inner.close(),
  };
}
