// The twin of redis-journal.ts for tests, with two bad days built in: away for a while, and records trimmed.
// (src/testing/faulty-journal.ts loses appends and replies around either twin.)
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Position } from '../domain/facts.ts';
import {
  type AppendOutcome,
  type Journal,
  JournalGapError,
  type JournalRecord,
  JournalUnavailableError,
  type JournalWatcher,
} from './journal.ts';

interface Stream {
  epoch: string;
  head: number;
  records: JournalRecord[];
}

interface ToldAppend {
  readonly by: string;
  readonly competition: string;
  readonly seq: number;
}

/** What several journals may share, as several nodes share one Redis. */
export interface MemoryJournalStore {
  readonly streams: Map<string, Stream>;
  readonly changes: EventEmitter;
}

export interface MemoryJournal extends Journal {
  goDown(): void;
  goUp(): void;
  trim(competition: string, beforeSeq: number): void;
}

export function createMemoryJournalStore(): MemoryJournalStore {
  return { streams: new Map(), changes: new EventEmitter().setMaxListeners(0) };
}

export function createMemoryJournal(store: MemoryJournalStore = createMemoryJournalStore()): MemoryJournal {
  const { streams, changes } = store;
  const listeners: ((state: 'up' | 'down') => void)[] = [];
  const closing = new AbortController();
  const self = newEpoch();
  let state: 'up' | 'down' = 'up';

  async function reach(): Promise<void> {
    // As over a socket: never in the caller's turn.
    await new Promise((resolve) => setImmediate(resolve));
    if (state === 'down') throw new JournalUnavailableError('The journal in memory is down');
  }

  function become(next: 'up' | 'down') {
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener(next);
  }

  function headOf(competition: string): Position {
    const stream = streams.get(competition);
    return { epoch: stream?.epoch ?? '', seq: stream?.head ?? 0 };
  }

  function streamOf(competition: string): Stream {
    const stream = streams.get(competition) ?? { epoch: newEpoch(), head: 0, records: [] };
    streams.set(competition, stream);
    return stream;
  }

  function readNow(competition: string, afterSeq: number, limit: number): readonly JournalRecord[] {
    const stream = streams.get(competition);
    if (!stream || stream.head <= afterSeq) return [];
    const first = stream.records[0]?.seq ?? stream.head + 1;
    if (first > afterSeq + 1) throw new JournalGapError(`${competition}: the records after ${afterSeq} were trimmed`);
    return stream.records.slice(afterSeq + 1 - first, afterSeq + 1 - first + limit);
  }

  async function append(
    competition: string,
    expected: Position,
    records: readonly Uint8Array[],
  ): Promise<AppendOutcome> {
    await reach();
    const head = headOf(competition);
    if (head.epoch !== expected.epoch || head.seq !== expected.seq) return { kind: 'conflict', head };
    const stream = streamOf(competition);
    for (const bytes of records) {
      stream.head += 1;
      stream.records.push({ seq: stream.head, bytes: Uint8Array.from(bytes) });
    }
    tell(competition);
    return { kind: 'appended', at: headOf(competition) };
  }

  function tell(competition: string) {
    changes.emit('append', { by: self, competition, seq: headOf(competition).seq });
  }

  function watch({ appended, missed }: JournalWatcher, signal: AbortSignal) {
    const stop = AbortSignal.any([signal, closing.signal]);
    const hear = ({ by, competition, seq }: ToldAppend) => {
      if (state === 'up' && by !== self) appended(competition, seq);
    };
    const isBack = (now: 'up' | 'down') => now === 'up' && !stop.aborted && missed();
    changes.on('append', hear);
    listeners.push(isBack);
    stop.addEventListener('abort', () => changes.off('append', hear), { once: true });
    queueMicrotask(missed);
  }

  function trim(competition: string, beforeSeq: number): void {
    const stream = streams.get(competition);
    if (stream) stream.records = stream.records.filter(({ seq }) => seq >= beforeSeq);
  }

  return {
    append,
    async head(competition) {
      await reach();
      return headOf(competition);
    },
    async read(competition, afterSeq, limit) {
      await reach();
      return readNow(competition, afterSeq, limit);
    },
    watch,
    async competitions() {
      await reach();
      return [...streams.keys()];
    },
    async seed(competition, seq) {
      await reach();
      if (headOf(competition).seq < seq) streams.set(competition, { epoch: newEpoch(), head: seq, records: [] });
      tell(competition);
      return headOf(competition);
    },
    async forget(competition, seq) {
      await reach();
      trim(competition, seq + 1);
    },
    async remove(competition) {
      await reach();
      streams.delete(competition);
    },
    get state() {
      return state;
    },
    onState: (listener) => {
      listeners.push(listener);
    },
    close() {
      closing.abort(new Error('closed'));
      return Promise.resolve();
    },
    goDown: () => become('down'),
    goUp: () => become('up'),
    trim,
  };
}

function newEpoch(): string {
  return randomBytes(8).toString('hex');
}
