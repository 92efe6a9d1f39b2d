// Starts the archive's thread and is the archive for the main thread: each call becomes a message, each answer a promise's end.
import { Worker } from 'node:worker_threads';
import type { RedisTarget } from '../journal/redis-connection.ts';
import { workerFile } from '../kit/installation.ts';
import type { Log } from '../kit/log.ts';
import type { Archive, ArchiveStats } from './archive.ts';
import { ArchiveFileError } from './archive-errors.ts';
import {
  type ArchiveCall,
  type ArchiveRequest,
  type ArchiveResults,
  type ArchiveSettings,
  type ThreadMessage,
  unpackRecords,
} from './archive-messages.ts';

export interface ArchiveOptions {
  readonly file: string;
  /** Where the journal is. */
  readonly connection: RedisTarget;
  readonly log: Log;
  /** The thread ended by a defect: the process should stop, and start anew. */
  readonly onFailed: (error: Error) => void;
  /** Archives that share one Redis need groups of their own. */
  readonly group?: string;
  /** Of its heap, and of SQLite's cache; V8's and SQLite's own where it is not said. */
  readonly memory?: { readonly heapMegabytes: number; readonly cacheMegabytes: number };
}

interface Waiting {
  readonly resolve: (result: ArchiveResults[keyof ArchiveResults]) => void;
  readonly reject: (error: Error) => void;
}

const closeMs = 20_000;

/** Throws ArchiveFileError for a file that is newer, damaged or not usable. */
export async function openArchive({
  file,
  connection,
  log,
  onFailed,
  group,
  memory,
}: ArchiveOptions): Promise<Archive> {
  const cache = memory && { cacheMegabytes: memory.cacheMegabytes };
  const settings: ArchiveSettings = {
    ...{ file, connection, group: group ?? 'archive', isShared: group !== undefined },
    ...cache,
  };
  const worker = new Worker(workerFile('archive'), {
    workerData: settings,
    name: 'archive',
    ...(memory && { resourceLimits: { maxOldGenerationSizeMb: memory.heapMegabytes } }),
  });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let stats: ArchiveStats | undefined;
  let closing: Promise<void> | undefined;
  let failure: Error | undefined;

  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const opened = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: ThreadMessage) => {
      switch (message.kind) {
        case 'ready':
          stats = message.stats;
          return resolve();
        case 'refused':
          return reject(new ArchiveFileError(message.problem, message.why));
        case 'stats':
          stats = message.stats;
          return;
        case 'log':
          return log[message.level](message.details, message.message);
        case 'answer':
          return settle(message.id)?.resolve(message.result);
        case 'failure':
          return settle(message.id)?.reject(new Error(`The archive cannot answer: ${message.why}`));
      }
    });
    worker.on('error', (error) => {
      failure = error instanceof Error ? error : new Error(String(error));
      reject(failure);
    });
    worker.on('exit', (code) => {
      const error = failure ?? new Error(`The archive's thread has ended (code ${code})`);
      for (const { reject: fail } of waiting.values()) fail(error);
      waiting.clear();
      if (stats && (!closing || failure)) onFailed(error);
      failure = error;
    });
  });

  function settle(id: number): Waiting | undefined {
    const found = waiting.get(id);
    waiting.delete(id);
    return found;
  }

  function ask<C extends ArchiveCall>(call: C): Promise<ArchiveResults[C['method']]> {
    return new Promise((resolve, reject) => {
      if (failure) return reject(failure);
      lastId += 1;
      // The answer to a call has that call's type: archive-thread.ts performs it so.
      waiting.set(lastId, { resolve: (result) => resolve(result as ArchiveResults[C['method']]), reject });
      const request: ArchiveRequest = { id: lastId, call };
      worker.postMessage(request);
    });
  }

  async function close(): Promise<void> {
    if (failure) return;
    const timer = setTimeout(() => {
      log.error({}, 'the archive does not end: its thread is stopped');
      void worker.terminate();
    }, closeMs);
    try {
      await ask({ method: 'close' });
    } finally {
      await exited;
      clearTimeout(timer);
    }
  }

  await opened;
  return {
    list: () => ask({ method: 'list' }),
    latestSnapshot: (competition) => ask({ method: 'latestSnapshot', competition }),
    read: async (competition, afterSeq, limit) =>
      unpackRecords(await ask({ method: 'read', competition, afterSeq, limit })),
    commands: (competition, afterSeq, limit) => ask({ method: 'commands', competition, afterSeq, limit }),
    remove: (competition) => ask({ method: 'remove', competition }),
    removed: () => ask({ method: 'removed' }),
    forgetRemoved: (competition) => ask({ method: 'forgetRemoved', competition }),
    complete: (competition) => ask({ method: 'complete', competition }),
    follow: () => ask({ method: 'follow' }),
    stats: () => stats ?? emptyStats,
    drained: () => ask({ method: 'drained' }),
    close() {
      closing ??= close();
      return closing;
    },
  };
}

const emptyStats: ArchiveStats = {
  competitions: [],
  facts: 0,
  batches: 0,
  fileBytes: 0,
  lastCommitMs: 0,
  trouble: undefined,
};
