// The archive's consumer group in Redis: created from 0, over every registered competition. After a start and after every failure the
// entries that were delivered but not acknowledged come first, because a reply may have been lost on its way.
import { invariant } from '../kit/invariant.ts';
import type { Log } from '../kit/log.ts';
import type { GroupBatch, GroupReader } from './group-reader.ts';
import type { JournalRecord } from './journal.ts';
import { competitionOfStream, epochKey, registryKey, streamKey } from './journal-keys.ts';
import { headScript } from './journal-scripts.ts';
import { openRedis } from './open-redis.ts';
import { RedisReplyError, type RedisTarget, type Reply, type Word } from './redis-connection.ts';
import { fieldsOf, listOf, numberOf, recordOf, seqOf, textOf } from './redis-replies.ts';
import { runScript } from './redis-script.ts';
import type { SharedArchives } from './shared-archives.ts';

export interface RedisGroupReaderOptions {
  readonly connection: RedisTarget;
  readonly log: Log;
  /** One archive, one group: two archives on the same group would each get half of the facts. */
  readonly group?: string;
  /** Of several nodes: whose groups there have to be before anything is trimmed, and which may go. */
  readonly archives?: Pick<SharedArchives, 'groups'>;
  readonly commandTimeoutMs?: number;
}

const consumer = 'archive';
const idsPerAcknowledgement = 1_000;

export function openRedisGroupReader(options: RedisGroupReaderOptions): GroupReader {
  const { connection: target, log, group = 'archive', archives, commandTimeoutMs = 5_000 } = options;
  // Acknowledging must not wait behind a blocking read.
  const blocking = openRedis({ target, name: 'tenring-archive-reader', log, commandTimeoutMs });
  const commands = openRedis({ target, name: 'tenring-archive', log, commandTimeoutMs });
  const isCluster = 'cluster' in target;
  const grouped = new Set<string>();
  /** Where each competition's pending entries are read on from; empty when all were handed out. */
  let pendingAfter: Map<string, string> | undefined;

  async function joinGroup(competition: string): Promise<void> {
    try {
      await commands.call(['xgroup', 'CREATE', streamKey(competition), group, '0', 'MKSTREAM']);
    } catch (error) {
      if (!(error instanceof RedisReplyError) || error.code !== 'BUSYGROUP') throw error;
    }
    grouped.add(competition);
    pendingAfter?.set(competition, '0');
  }

  async function competitions(): Promise<readonly string[]> {
    return listOf(await commands.call(['smembers', registryKey])).map(textOf);
  }

  async function findNew(): Promise<void> {
    for (const competition of await competitions()) if (!grouped.has(competition)) await joinGroup(competition);
  }

  async function readGroup(
    limit: number,
    waitMs: number,
    from: ReadonlyMap<string, string>,
  ): Promise<readonly Reply[]> {
    const names = [...from.keys()];
    const count = Math.max(1, Math.floor(limit / names.length));
    if (isCluster) return readEach(count, waitMs, from);
    const block: readonly Word[] = waitMs > 0 ? ['BLOCK', waitMs] : [];
    const ids = [...from.values()];
    const words = ['GROUP', group, consumer, 'COUNT', count, ...block, 'STREAMS', ...names.map(streamKey), ...ids];
    const reply = await blocking.call(['xreadgroup', ...words], waitMs);
    return reply === null ? [] : listOf(reply);
  }

  /** In a cluster one question is for one slot, and none can wait for all of them. */
  async function readEach(count: number, waitMs: number, from: ReadonlyMap<string, string>): Promise<readonly Reply[]> {
    const replies = await Promise.all(
      [...from].map(([competition, id]) => {
        const words = ['GROUP', group, consumer, 'COUNT', count, 'STREAMS', streamKey(competition), id];
        return commands.call(['xreadgroup', ...words]);
      }),
    );
    const found = replies.flatMap((reply) => (reply === null ? [] : listOf(reply)));
    if (found.length === 0 && waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    return found;
  }

  async function readPending(limit: number): Promise<readonly GroupBatch[]> {
    pendingAfter ??= new Map([...grouped].map((competition) => [competition, '0']));
    while (pendingAfter.size > 0) {
      const batches: GroupBatch[] = [];
      for (const stream of await readGroup(limit, 0, pendingAfter)) {
        const [key, entries] = listOf(stream);
        const competition = competitionOf(textOf(key));
        const last = listOf(entries).at(-1);
        if (last === undefined) pendingAfter.delete(competition);
        else pendingAfter.set(competition, textOf(listOf(last)[0]));
        batches.push(...(await batchOf(competition, listOf(entries))));
      }
      if (batches.length > 0) return batches;
    }
    return [];
  }

  async function readNew(limit: number, waitMs: number): Promise<readonly GroupBatch[]> {
    const from = new Map([...grouped].map((competition) => [competition, '>']));
    const batches: GroupBatch[] = [];
    for (const stream of await readGroup(limit, waitMs, from)) {
      const [key, entries] = listOf(stream);
      batches.push(...(await batchOf(competitionOf(textOf(key)), listOf(entries))));
    }
    return batches;
  }

  /** Pending ids whose entry is gone are let go; the archive sees by the numbers whether it misses any. */
  async function batchOf(competition: string, entries: readonly Reply[]): Promise<readonly GroupBatch[]> {
    const records: JournalRecord[] = [];
    const gone: string[] = [];
    for (const entry of entries) {
      const record = recordOf(entry);
      if (record) records.push(record);
      else gone.push(textOf(listOf(entry)[0]));
    }
    if (gone.length > 0) await commands.call(['xack', streamKey(competition), group, ...gone]);
    return records.length > 0 ? [{ competition, records }] : [];
  }

  /** Of groups that nobody reads for any more nothing is kept; of one that is still to come everything is. */
  async function groupsOf(key: string): Promise<readonly ReadonlyMap<string, Reply>[]> {
    const groups = listOf(await commands.call(['xinfo', 'GROUPS', key])).map(fieldsOf);
    if (!archives) return groups;
    const expected = new Set(await archives.groups());
    const kept: ReadonlyMap<string, Reply>[] = [];
    for (const fields of groups) {
      const name = textOf(fields.get('name'));
      if (expected.delete(name) || name === group) kept.push(fields);
      else await commands.call(['xgroup', 'DESTROY', key, name]);
    }
    return expected.size > 0 ? [] : kept;
  }

  /** The first record that some archive (each node has one, with a group of its own) has not committed yet. */
  async function neededFrom(competition: string): Promise<number> {
    const key = streamKey(competition);
    const groups = await groupsOf(key);
    let needed = groups.length > 0 ? Number.POSITIVE_INFINITY : 0;
    for (const fields of groups) {
      const delivered = seqOf(fields.get('last-delivered-id'));
      const [, firstPending] = listOf(await commands.call(['xpending', key, textOf(fields.get('name'))]));
      needed = Math.min(needed, firstPending ? seqOf(firstPending) : delivered + 1);
    }
    return needed;
  }

  return {
    async next(limit, waitMs) {
      try {
        await Promise.all([blocking.ready(commandTimeoutMs), commands.ready(commandTimeoutMs)]);
        await findNew();
        if (grouped.size === 0) {
          await new Promise((resolve) => setTimeout(resolve, waitMs));
          return [];
        }
        const pending = await readPending(limit);
        return pending.length > 0 ? pending : await readNew(limit, waitMs);
      } catch (error) {
        pendingAfter = undefined;
        grouped.clear();
        // A stream that was made anew has no group yet.
        if (error instanceof RedisReplyError && /^(NOGROUP|UNBLOCKED)$/.test(error.code)) return [];
        throw error;
      }
    },
    async acknowledge(competition, seqs) {
      for (let at = 0; at < seqs.length; at += idsPerAcknowledgement) {
        const ids = seqs.slice(at, at + idsPerAcknowledgement).map((seq) => `${seq}-0`);
        try {
          await commands.call(['xack', streamKey(competition), group, ...ids]);
        } catch (error) {
          // They stay pending: come to them again, so that they are acknowledged one day.
          pendingAfter = undefined;
          throw error;
        }
      }
    },
    async trim(competition, beforeSeq) {
      const before = Math.min(beforeSeq, await neededFrom(competition));
      await commands.call(['xtrim', streamKey(competition), 'MINID', `${before}-0`]);
    },
    async reread(competition, afterSeq, beforeSeq) {
      const range = [`${afterSeq + 1}-0`, `${beforeSeq - 1}-0`];
      const reply = await commands.call(['xrange', streamKey(competition), ...range]);
      return listOf(reply).flatMap((entry) => recordOf(entry) ?? []);
    },
    async heads() {
      await commands.ready(commandTimeoutMs);
      const heads = new Map<string, number>();
      for (const competition of await competitions()) {
        const keys = [streamKey(competition), epochKey(competition)];
        heads.set(competition, numberOf(listOf(await runScript(commands, headScript, keys, []))[1]));
      }
      return heads;
    },
    close() {
      blocking.close();
      commands.close();
      return Promise.resolve();
    },
  };
}

function competitionOf(key: string): string {
  const competition = competitionOfStream(key);
  invariant(competition !== undefined, `${key} is a stream of ours`);
  return competition;
}
