// Spreadsheets in and out, each order in a thread of its own, one after the other and not many waiting. What is written is passed on while it is
// made and kept until it is fetched; whoever goes away ends it.
import type { Log } from '../kit/log.ts';
import type { FileOrder, ReadOrder, TablesMessage, TablesOrder } from './messages.ts';
import type { ReadSheet } from './read-xlsx.ts';
import type { RunningTables, StartTables } from './start-tables.ts';
import { TableFileError } from './table-file-error.ts';

/** Nothing was begun: ask again in a moment. */
export class TablesBusyError extends Error {
  override readonly name = 'TablesBusyError';
}

export interface Tables {
  /** Rejects with TableFileError for a file that cannot be read, TablesBusyError, or the fault of the thread. */
  read(order: Omit<ReadOrder, 'kind'>): Promise<ReadSheet>;
  /**
   * Resolves once there is a first piece; to be read to its end, or ended by `return`. `order` is asked when its turn comes. Rejects, then and
   * while it is read, with TablesBusyError or the fault of the thread.
   */
  write(order: () => FileOrder): Promise<AsyncGenerator<Uint8Array>>;
  close(): void;
}

export interface TablesParts {
  readonly startTables: StartTables;
  readonly log: Log;
  /** Of reading one file. */
  readonly readWithinMs?: number;
}

/** A file of the allowed size takes a second or two. */
const usualReadWithinMs = 20_000;
const mostWaiting = 8;
/** Written, and not fetched yet. */
const mostUnfetched = 16;

interface Job {
  readonly order: () => TablesOrder;
  readonly said: (message: TablesMessage) => void;
  readonly failed: (error: Error) => void;
  readonly withinMs: number | undefined;
}

export function createTables({ startTables, log, readWithinMs = usualReadWithinMs }: TablesParts): Tables {
  const waiting: Job[] = [];
  let running: { readonly job: Job; readonly thread: RunningTables } | undefined;
  let unfetched = 0;

  function next() {
    if (running) return;
    const job = waiting.shift();
    if (!job) return;
    let isDone = false;
    let timer: NodeJS.Timeout | undefined;
    const thread = startTables(job.order(), {
      said(message) {
        isDone ||= message.kind !== 'piece';
        job.said(message);
      },
      ended(error) {
        clearTimeout(timer);
        running = undefined;
        if (!isDone) job.failed(error ?? new Error('the thread ended without a word'));
        next();
      },
    });
    running = { job, thread };
    if (job.withinMs !== undefined) timer = setTimeout(thread.end, job.withinMs);
  }

  function enter(job: Job) {
    if (waiting.length >= mostWaiting) throw new TablesBusyError('orders of tables wait already');
    waiting.push(job);
    next();
  }

  function drop(job: Job) {
    const place = waiting.indexOf(job);
    if (place >= 0) waiting.splice(place, 1);
    else if (running?.job === job) running.thread.end();
  }

  async function read(order: Omit<ReadOrder, 'kind'>): Promise<ReadSheet> {
    return new Promise((resolve, reject) => {
      enter({
        order: () => ({ kind: 'read', ...order }),
        withinMs: readWithinMs,
        said(message) {
          if (message.kind === 'read') resolve(message.sheet);
          if (message.kind !== 'unreadable') return;
          const { code, details } = message.problem;
          reject(new TableFileError(code, details));
        },
        failed(error) {
          if (error instanceof TablesBusyError) return reject(error);
          // Out of time or memory: only a file that is made for it gets there.
          log.warn({ error: String(error) }, 'a spreadsheet was given up');
          reject(new TableFileError('unpacksTooLarge', {}, { cause: error }));
        },
      });
    });
  }

  async function write(order: () => FileOrder): Promise<AsyncGenerator<Uint8Array>> {
    if (unfetched >= mostUnfetched) throw new TablesBusyError('tables wait to be fetched');
    const pieces: Uint8Array[] = [];
    let end: 'written' | Error | undefined;
    let wake: () => void = () => undefined;
    const job: Job = {
      order,
      withinMs: undefined,
      said(message) {
        if (message.kind === 'piece') pieces.push(message.bytes);
        if (message.kind === 'written') end = 'written';
        wake();
      },
      failed(error) {
        log.error({ error: String(error) }, 'a table could not be written');
        end = error;
        wake();
      },
    };
    const something = () =>
      new Promise<void>((resolve) => {
        wake = resolve;
        if (pieces.length > 0 || end !== undefined) resolve();
      });
    enter(job);
    await something();
    if (end instanceof Error) throw end;
    return fetch();

    async function* fetch(): AsyncGenerator<Uint8Array> {
      unfetched += 1;
      try {
        for (;;) {
          for (let piece = pieces.shift(); piece; piece = pieces.shift()) yield piece;
          if (end instanceof Error) throw end;
          if (end === 'written') return;
          await something();
        }
      } finally {
        unfetched -= 1;
        drop(job);
      }
    }
  }

  return {
    read,
    write,
    close() {
      const stopping = new TablesBusyError('the appliance stops');
      for (const job of waiting.splice(0)) job.failed(stopping);
      running?.thread.end();
    },
  };
}
