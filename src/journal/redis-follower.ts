// Following one stream: what is there first, then blocking reads, and from the beginning of that again after every loss of the
// connection. Ends with JournalGapError where the numbers say nothing any more: trimmed, or another epoch.
import { backoffMs } from '../kit/backoff.ts';
import type { Clock } from '../kit/clock.ts';
import { type Journal, JournalGapError, type JournalRecord, JournalUnavailableError } from './journal.ts';
import { streamKey } from './journal-keys.ts';
import type { RedisConnection } from './redis-connection.ts';
import { listOf, recordOf } from './redis-replies.ts';

export interface StreamFollower extends Pick<Journal, 'head' | 'read'> {
  readonly competition: string;
  readonly afterSeq: number;
  readonly signal: AbortSignal;
  /** This follower's own; closed with it. */
  readonly blocking: RedisConnection;
  readonly clock: Clock;
}

const batch = 1_000;
/** Also how late a change of epoch is seen that closes no connection. */
const blockMs = 5_000;
const retry = { firstMs: 50, limitMs: 1_000 };

export async function* followStream(follower: StreamFollower): AsyncGenerator<readonly JournalRecord[]> {
  const { competition, signal, blocking, clock } = follower;
  const stop = () => blocking.close();
  signal.addEventListener('abort', stop, { once: true });
  let after = follower.afterSeq;
  let epoch = '';
  let caughtUp = false;
  let failures = 0;

  async function catchUp(): Promise<readonly JournalRecord[]> {
    const head = await follower.head(competition);
    const isAnother = epoch !== '' && head.epoch !== epoch;
    if (isAnother || head.seq < after) throw new JournalGapError(`${competition}: this is another journal than before`);
    epoch = head.epoch;
    const records = await follower.read(competition, after, batch);
    caughtUp = records.length < batch;
    return records;
  }

  async function waitForMore(): Promise<readonly JournalRecord[]> {
    const words = ['COUNT', batch, 'BLOCK', blockMs, 'STREAMS', streamKey(competition), `${after}-0`] as const;
    const reply = await blocking.call(['xread', ...words], blockMs);
    caughtUp = reply !== null;
    if (reply === null) return [];
    const [stream] = listOf(reply);
    const records = listOf(listOf(stream)[1]).flatMap((entry) => recordOf(entry) ?? []);
    // What XREAD gives is not what follows: let catchUp find out why.
    if (records[0]?.seq === after + 1) return records;
    caughtUp = false;
    return [];
  }

  try {
    while (!signal.aborted) {
      let records: readonly JournalRecord[] = [];
      try {
        records = caughtUp ? await waitForMore() : await catchUp();
        failures = 0;
      } catch (error) {
        if (!(error instanceof JournalUnavailableError)) throw error;
        caughtUp = false;
        await clock.sleep(backoffMs(failures, retry), signal).catch(() => undefined);
        failures += 1;
      }
      const last = records.at(-1);
      if (!last || signal.aborted) continue;
      after = last.seq;
      yield records;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    blocking.close();
  }
}
