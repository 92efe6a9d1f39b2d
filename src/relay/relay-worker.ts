// Starts the relay's thread and answers what it asks for. A relay that fails takes nothing with it: it is said, and it begins anew.
import { Worker } from 'node:worker_threads';
import type { Clock } from '../kit/clock.ts';
import { workerFile } from '../kit/installation.ts';
import type { Log } from '../kit/log.ts';
import type { RelayStatus } from '../wire/api-relay.ts';
import type { Changes } from './changes.ts';
import type { MainToRelay, RelayOptions, RelayToMain } from './messages.ts';

export interface RelayParts {
  readonly options: RelayOptions;
  readonly changes: Changes;
  /** All that there is, for a thread that begins. */
  readonly competitions: () => readonly string[];
  readonly clock: Pick<Clock, 'sleep'>;
  readonly log: Log;
}

export interface RunningRelay {
  /** Undefined before its first word. */
  status(): RelayStatus | undefined;
  close(): Promise<void>;
}

const heapMegabytes = 96;
const restartMs = 30_000;
/** The appliance's end waits no longer for an answer from the internet. */
const closeMs = 500;

export function openRelay({ options, changes, competitions, clock, log }: RelayParts): RunningRelay {
  const closing = new AbortController();
  let status: RelayStatus | undefined;
  let isRunning = false;
  let worker = start();

  function post(message: MainToRelay) {
    worker.postMessage(message);
  }

  async function give(most: number) {
    const wholes = await changes.take(most);
    const names = changes.gone();
    if (closing.signal.aborted) return;
    if (names.length > 0) post({ kind: 'gone', names });
    post({ kind: 'wholes', wholes });
  }

  function take(message: RelayToMain) {
    if (message.kind === 'pull') void give(message.most);
    else if (message.kind === 'status') status = message.status;
    else log[message.level](message.details, message.message);
  }

  function start(): Worker {
    const fresh = new Worker(workerFile('relay'), {
      workerData: options,
      name: 'relay',
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    fresh.on('message', take);
    fresh.on('error', (error) => log.error({ error: String(error) }, 'the relay has failed, and begins anew'));
    fresh.on('exit', () => {
      isRunning = false;
      void startAgain();
    });
    isRunning = true;
    return fresh;
  }

  async function startAgain() {
    if (closing.signal.aborted) return;
    status = status && { ...status, state: 'down', why: 'failing' };
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
