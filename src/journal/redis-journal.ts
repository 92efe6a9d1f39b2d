// The journal in Redis streams (or Valkey): ids are `seq-0`, appends compare the stream's head first.
import { randomBytes } from 'node:crypto';
import type { Position } from '../domain/facts.ts';
import { invariant } from '../kit/invariant.ts';
import type { Log } from '../kit/log.ts';
import {
  type AppendOutcome,
  type Journal,
  JournalGapError,
  type JournalRecord,
  type JournalWatcher,
} from './journal.ts';
import { appendsChannel, competitionOfStream, epochKey, registryKey, streamKey } from './journal-keys.ts';
import { appendScript, headScript, seedScript } from './journal-scripts.ts';
import { openReadyRedis, openRedis } from './open-redis.ts';
import type { RedisTarget } from './redis-connection.ts';
import { listOf, numberOf, recordOf, textOf } from './redis-replies.ts';
import { runScript } from './redis-script.ts';

export interface RedisJournalOptions {
  readonly connection: RedisTarget;
  readonly log: Log;
  readonly commandTimeoutMs?: number;
  /** How long the first connection may take. */
  readonly firstConnectionMs?: number;
}

/** Throws JournalUnavailableError when Redis cannot be reached at first; later losses are waited out. */
export async function openRedisJournal(options: RedisJournalOptions): Promise<Journal> {
  const { connection: target, log, commandTimeoutMs = 5_000, firstConnectionMs } = options;
  const connection = await openReadyRedis(
    { target, name: 'tenring-journal', log, commandTimeoutMs },
    firstConnectionMs,
  );
  const closing = new AbortController();
  /** Tells this journal's own appends from others'. */
  const self = newEpoch();

  async function head(competition: string): Promise<Position> {
    return positionOf(await runScript(connection, headScript, [streamKey(competition), epochKey(competition)], []));
  }

  /** The registry is another slot in a cluster, so it cannot be part of the script: it is written first, and may be ahead. */
  async function register(competition: string): Promise<void> {
    await connection.call(['sadd', registryKey, competition]);
  }

  async function range(competition: string, afterSeq: number, limit: number): Promise<readonly JournalRecord[]> {
    const reply = await connection.call(['xrange', streamKey(competition), `${afterSeq + 1}-0`, '+', 'COUNT', limit]);
    const records = listOf(reply).map((entry) => {
      const record = recordOf(entry);
      invariant(record, 'XRANGE gives whole entries');
      return record;
    });
    requireNext(competition, afterSeq, records[0]);
    return records;
  }

  async function read(competition: string, afterSeq: number, limit: number): Promise<readonly JournalRecord[]> {
    const records = await range(competition, afterSeq, limit);
    if (records.length > 0 || (await head(competition)).seq <= afterSeq) return records;
    // Appended between the two questions, or trimmed: the second answer tells.
    const later = await range(competition, afterSeq, limit);
    if (later.length === 0) throw new JournalGapError(`${competition}: the records after ${afterSeq} were trimmed`);
    return later;
  }

  async function append(
    competition: string,
    expected: Position,
    records: readonly Uint8Array[],
  ): Promise<AppendOutcome> {
    if (expected.seq === 0 || expected.epoch === '') await register(competition);
    const words = [self, expected.epoch, expected.seq, newEpoch(), ...records.map(asBuffer)];
    const reply = listOf(
      await runScript(connection, appendScript, [streamKey(competition), epochKey(competition)], words),
    );
    const position = positionOf(reply.slice(1));
    return textOf(reply[0]) === 'appended' ? { kind: 'appended', at: position } : { kind: 'conflict', head: position };
  }

  return {
    append,
    head,
    read,
    watch({ appended, missed }, signal) {
      const ear = openRedis({ target, name: 'tenring-watch', log, commandTimeoutMs });
      AbortSignal.any([signal, closing.signal]).addEventListener('abort', ear.close, { once: true });
      ear.listen(appendsChannel, { listening: missed, message: (text) => tellOthers(text, self, appended) });
    },
    async competitions() {
      return listOf(await connection.call(['smembers', registryKey])).map(textOf);
    },
    async seed(competition, seq) {
      await register(competition);
      const keys = [streamKey(competition), epochKey(competition)];
      return positionOf(await runScript(connection, seedScript, keys, [self, seq, newEpoch()]));
    },
    async forget(competition, seq) {
      await connection.call(['xtrim', streamKey(competition), 'MINID', `${seq + 1}-0`]);
    },
    async remove(competition) {
      // First, so that no archive joins the stream anew while it goes.
      await connection.call(['srem', registryKey, competition]);
      await connection.call(['del', streamKey(competition), epochKey(competition)]);
    },
    get state() {
      return connection.state;
    },
    onState: connection.onState,
    close() {
      closing.abort(new Error('closed'));
      connection.close();
      return Promise.resolve();
    },
  };
}

/** Throws JournalGapError when the first record after `afterSeq` is not the next one. */
export function requireNext(competition: string, afterSeq: number, first: JournalRecord | undefined): void {
  if (first && first.seq !== afterSeq + 1) {
    throw new JournalGapError(`${competition}: records ${afterSeq + 1} to ${first.seq - 1} were trimmed`);
  }
}

function tellOthers(text: string, self: string, appended: JournalWatcher['appended']) {
  const [, who, seq, key = ''] = /^(\S+) (\d+) (.*)$/s.exec(text) ?? [];
  const competition = competitionOfStream(key);
  if (competition !== undefined && who !== self) appended(competition, Number(seq));
}

function positionOf(reply: Parameters<typeof listOf>[0]): Position {
  const [epoch, seq] = listOf(reply);
  return { epoch: textOf(epoch), seq: numberOf(seq) };
}

function newEpoch(): string {
  return randomBytes(8).toString('hex');
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
