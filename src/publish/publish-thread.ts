// The thread that publishes: neither a slow disk nor a slow web space makes anybody wait. workerData is PublishOptions.
import { parentPort, workerData } from 'node:worker_threads';
import type { PublishSettings } from '../config/config.ts';
import { systemClock } from '../kit/clock.ts';
import { invariant } from '../kit/invariant.ts';
import type { MainToOutlet, OutletToMain, Whole } from '../relay/messages.ts';
import { yieldToVenue } from '../relay/yield-to-venue.ts';
import type { PublishingStatus } from '../wire/api-relay.ts';
import { createFolderTarget } from './folder-target.ts';
import { createPublisher } from './publisher.ts';
import { createPutTarget } from './put-target.ts';

const port = parentPort;
invariant(port, 'publishing is started as a worker');
const { to, isFolder, user, password, everySeconds, language } = workerData as PublishSettings;
yieldToVenue();
let waiting: ((wholes: readonly Whole[]) => void) | undefined;

function post(message: OutletToMain<PublishingStatus>) {
  port?.postMessage(message);
}

const publisher = createPublisher({
  target: isFolder ? createFolderTarget(to) : createPutTarget({ url: to, user, password }),
  ...{ to, everyMs: everySeconds * 1_000, language, clock: systemClock, random: Math.random },
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

port.on('message', (message: MainToOutlet) => {
  if (message.kind === 'gone') return publisher.forget(message.names);
  if (message.kind === 'stop') publisher.stop();
  const take = waiting;
  waiting = undefined;
  take?.(message.kind === 'wholes' ? message.wholes : []);
});

// A rejection is a defect, and ends the thread: see outlet-worker.ts.
publisher.run().then(() => port.close());
