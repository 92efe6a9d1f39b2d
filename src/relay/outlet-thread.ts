// What every thread of a way out has in common: it asks the main thread for what has changed, tells how it goes, and ends when it is told to.
import { type MessagePort, parentPort } from 'node:worker_threads';
import type { Clock } from '../kit/clock.ts';
import { systemClock } from '../kit/clock.ts';
import { invariant } from '../kit/invariant.ts';
import type { Log } from '../kit/log.ts';
import type { MainToOutlet, OutletToMain, Whole } from './messages.ts';
import { yieldToVenue } from './yield-to-venue.ts';

export interface OutletWorld<Status> {
  readonly clock: Clock;
  readonly random: () => number;
  /** What has changed, at most so many; resolves at once, also with nothing. */
  pull(most: number): Promise<readonly Whole[]>;
  tell(status: Status): void;
  readonly log: Pick<Log, 'info' | 'warn'>;
}

export interface OutletWork {
  /** Resolves when it was stopped. */
  run(): Promise<void>;
  forget(names: readonly string[]): void;
  stop(): void;
}

/** Call it once, from a worker of its own. */
export function runOutletThread<Status>(work: (world: OutletWorld<Status>) => OutletWork): void {
  const port = parentPort;
  invariant(port, 'a way out is started as a worker');
  yieldToVenue();
  let waiting: ((wholes: readonly Whole[]) => void) | undefined;
  const post = (message: OutletToMain<Status>) => port.postMessage(message);
  const outlet = work({
    clock: systemClock,
    random: Math.random,
    pull: (most) =>
      new Promise((resolve) => {
        waiting = resolve;
        post({ kind: 'pull', most });
      }),
    tell: (status) => post({ kind: 'status', status }),
    log: {
      info: (details, message) => post({ kind: 'log', level: 'info', details, message }),
      warn: (details, message) => post({ kind: 'log', level: 'warn', details, message }),
    },
  });
  listen(port, outlet, (wholes) => {
    const take = waiting;
    waiting = undefined;
    take?.(wholes);
  });
  // A rejection is a defect, and ends the thread: see outlet-worker.ts.
  outlet.run().then(() => port.close());
}

function listen(port: MessagePort, outlet: OutletWork, give: (wholes: readonly Whole[]) => void): void {
  port.on('message', (message: MainToOutlet) => {
    if (message.kind === 'gone') return outlet.forget(message.names);
    if (message.kind === 'stop') outlet.stop();
    give(message.kind === 'wholes' ? message.wholes : []);
  });
}
