// The archive's thread: owns the SQLite file, answers questions, follows the journal. An error that nothing here expects ends the thread,
// and the main thread hears of it.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { openRedisGroupReader } from '../journal/redis-group-reader.ts';
import { openRedisSharedArchives } from '../journal/redis-shared-archives.ts';
import { systemClock } from '../kit/clock.ts';
import { invariant } from '../kit/invariant.ts';
import type { Log } from '../kit/log.ts';
import type { ArchiveStats } from './archive.ts';
import { ArchiveFileError, troubleOf } from './archive-errors.ts';
import { startExchange } from './archive-exchange.ts';
import { type Follower, startFollower } from './archive-follower.ts';
import {
  type ArchiveCall,
  type ArchiveRequest,
  type ArchiveResults,
  type ArchiveSettings,
  packRecords,
  type ThreadMessage,
} from './archive-messages.ts';
import { type ArchiveStore, createStore } from './archive-store.ts';
import { openDatabase } from './open-database.ts';
import { createTroubles } from './troubles.ts';

/** Redis already has the facts on disk: one commit a second loses nothing, spares the disk, and stays out of the way of the journal's fsync. */
const restBetweenBatchesMs = 1_000;
/** At most this often, except that a trouble is told at once. */
const statsEveryMs = 100;

function serve(store: ArchiveStore, settings: ArchiveSettings, port: MessagePort, log: Log) {
  const troubles = createTroubles(() => postStats());
  const exchange = settings.isShared ? openExchange(store, settings, log) : undefined;
  let follower: Follower | undefined;
  let facts = store.countFacts();
  let batches = 0;
  let lastCommitMs = 0;
  let nextStats: NodeJS.Timeout | undefined;

  function stats(): ArchiveStats {
    const { text: trouble } = troubles;
    return { competitions: store.list(), facts, batches, fileBytes: store.fileBytes(), lastCommitMs, trouble };
  }

  function post(message: ThreadMessage) {
    port.postMessage(message);
  }

  function postStats() {
    clearTimeout(nextStats);
    nextStats = undefined;
    post({ kind: 'stats', stats: stats() });
  }

  function committed(count: number, milliseconds: number) {
    facts += count;
    batches += 1;
    lastCommitMs = milliseconds;
    nextStats ??= setTimeout(postStats, statsEveryMs);
  }

  function follow() {
    invariant(!follower, 'the archive follows once');
    const { connection, group } = settings;
    const reader = openRedisGroupReader({ connection, log, group, ...(exchange && { archives: exchange.archives }) });
    follower = startFollower({
      store,
      reader,
      troubles,
      log,
      clock: systemClock,
      committed,
      restMs: restBetweenBatchesMs,
      ...(exchange && { complete: exchange.complete }),
    });
  }

  async function close() {
    await follower?.stop();
    await exchange?.stop();
    postStats();
    try {
      store.close();
    } catch (error) {
      // The write-ahead log stays beside the file and is read at the next start.
      const trouble = troubleOf(error);
      if (trouble === undefined) throw error;
      log.warn({ trouble }, 'the archive could not be tidied up at its end');
    }
  }

  async function perform(call: ArchiveCall): Promise<ArchiveResults[keyof ArchiveResults]> {
    switch (call.method) {
      case 'list':
        return store.list();
      case 'latestSnapshot':
        return store.latestSnapshot(call.competition);
      case 'read':
        return packRecords(store.read(call.competition, call.afterSeq, call.limit));
      case 'commands':
        return store.commands(call.competition, call.afterSeq, call.limit);
      case 'remove':
        invariant(follower, 'a competition is removed from an archive that follows');
        await follower.remove(call.competition);
        facts = store.countFacts();
        postStats();
        return undefined;
      case 'removed':
        return store.removed();
      case 'forgetRemoved':
        store.forgetRemoved(call.competition);
        return undefined;
      case 'complete':
        invariant(exchange, 'only among several nodes anything can be borrowed');
        return exchange.complete(call.competition);
      case 'follow':
        follow();
        return undefined;
      case 'drained':
        invariant(follower, 'drained is asked of an archive that follows');
        await follower.drained();
        postStats();
        return undefined;
      case 'close':
        await close();
        return undefined;
    }
  }

  port.on('message', ({ id, call }: ArchiveRequest) => {
    perform(call).then(
      (result) => {
        post({ kind: 'answer', id, result });
        if (call.method === 'close') port.close();
      },
      (error: unknown) => post({ kind: 'failure', id, why: error instanceof Error ? error.message : String(error) }),
    );
  });
  post({ kind: 'ready', stats: stats() });
}

function openExchange(store: ArchiveStore, { connection, group }: ArchiveSettings, log: Log) {
  const archives = openRedisSharedArchives({ connection, group, log, clock: systemClock });
  return { archives, ...startExchange({ archives, store, log, clock: systemClock }) };
}

function logOver(port: MessagePort): Log {
  function at(level: keyof Log) {
    return (details: object, message: string) => {
      const line: ThreadMessage = { kind: 'log', level, details: JSON.parse(JSON.stringify(details)), message };
      port.postMessage(line);
    };
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function begin(port: MessagePort, settings: ArchiveSettings) {
  const log = logOver(port);
  try {
    const store = createStore(openDatabase(settings.file, settings.cacheMegabytes));
    const revived = store.revive();
    if (revived > 0) log.info({ revived }, 'facts that an older version could not read can be read now');
    serve(store, settings, port, log);
  } catch (error) {
    if (!(error instanceof ArchiveFileError)) throw error;
    const refusal: ThreadMessage = { kind: 'refused', problem: error.problem, why: error.message };
    port.postMessage(refusal);
    port.close();
  }
}

invariant(parentPort, 'the archive runs in a thread of its own');
begin(parentPort, workerData);
