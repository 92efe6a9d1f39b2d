// Starts the thread of a way out and answers what it asks for. One that fails takes nothing with it: it is said, and it begins anew.
import { Worker } from 'node:worker_threads';
import type { Clock } from '../kit/clock.ts';
import { type WorkerName, workerFile } from '../kit/installation.ts';
import type { Log } from '../kit/log.ts';
import type { Changes } from './changes.ts';
import type { MainToOutlet, OutletToMain } from './messages.ts';

export interface OutletParts<Status> {
  readonly name: WorkerName;
  /** The thread's workerData. */
  readonly options: object;
  /** What is told of one that has failed. */
  readonly failed: (last: Status) => Status;
  readonly changes: Changes;
  readonly heapMegabytes: number;
  /** All that there is, for a thread that begins. */
  readonly competitions: () => readonly string[];
  readonly clock: Pick<Clock, 'sleep'>;
  readonly log: Log;
}

export interface RunningOutlet<Status> {
  /** Undefined before its first word. */
  status(): Status | undefined;
  close(): Promise<void>;
}

const restartMs = 30_000;
/** The appliance's end waits no longer for an answer from the internet. */
const closeMs = 500;

export function openOutlet<Status>(parts: OutletParts<Status>): RunningOutlet<Status> {
  const { name, options, failed, changes, heapMegabytes, competitions, clock, log } = parts;
  const closing = new AbortController();
  let status: Status | undefined;
  let isRunning = false;
  let worker = start();

  function post(message: MainToOutlet) {
    worker.postMessage(message);
  }

  async function give(most: number) {
    const wholes = await changes.take(most);
    const names = changes.gone();
    if (closing.signal.aborted) return;
    if (names.length > 0) post({ kind: 'gone', names });
    post({ kind: 'wholes', wholes });
  }

  function take(message: OutletToMain<Status>) {
    if (message.kind === 'pull') void give(message.most);
    else if (message.kind === 'status') status = message.status;
    else log[message.level](message.details, message.message);
  }

  function start(): Worker {
    const fresh = new Worker(workerFile(name), {
      workerData: options,
      name,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    fresh.on('message', take);
    fresh.on('error', (error) => log.error({ error: String(error) }, `the thread ${name} has failed, and begins anew`));
    fresh.on('exit', () => {
      isRunning = false;
      void startAgain();
    });
    isRunning = true;
    return fresh;
  }

  async function startAgain() {
    if (closing.signal.aborted) return;
    status = status && failed(status);
    try {
      await clock.sleep(restartMs, closing.signal);
    } catch (error) {
      if (closing.signal.aborted) return;
      throw error;
    }
    for (const id of competitions()) changes.replaced(id);
    worker = start();
  }

  return {
    status: () => status,
    async close() {
      closing.abort(new Error('stopping'));
      if (!isRunning) return;
      const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      post({ kind: 'stop' });
      const timer = setTimeout(() => void worker.terminate(), closeMs);
      await ended;
      clearTimeout(timer);
    },
  };
}
