// The relay's thread: whatever Pusher and the way there do, only this thread waits. workerData is RelayOptions.
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '../kit/clock.ts';
import { systemCodeOf, writeDurably } from '../kit/durable-files.ts';
import { invariant } from '../kit/invariant.ts';
import type { Budget } from './budget.ts';
import type { MainToOutlet, RelayOptions, RelayToMain, Whole } from './messages.ts';
import { createPusherUplink } from './pusher-uplink.ts';
import { createRelay } from './relay-core.ts';
import { yieldToVenue } from './yield-to-venue.ts';

const port = parentPort;
invariant(port, 'the relay is started as a worker');
const { account, limits, usedFile } = workerData as RelayOptions;
// Of this thread only: what `pusher` fetches with still parses addresses the old way, which would be told in every club's journal.
process.noDeprecation = true;
yieldToVenue();

type Used = Pick<Budget, 'day' | 'used'>;
type Take = (wholes: readonly Whole[]) => void;
let waiting: Take | undefined;

function post(message: RelayToMain) {
  port?.postMessage(message);
}

function log(level: 'info' | 'warn', details: object, message: string) {
  post({ kind: 'log', level, details, message });
}

/** A day's count that cannot be read counts as none: Pusher says when it is too much. */
function readUsed(): Used | undefined {
  try {
    const { day, used }: Partial<Used> = JSON.parse(readFileSync(usedFile, 'utf8'));
    return typeof day === 'number' && typeof used === 'number' ? { day, used } : undefined;
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT')
      log('warn', { error: String(error) }, 'the relay cannot read what it has used');
    return undefined;
  }
}

function keepUsed(used: Used) {
  try {
    writeDurably(usedFile, JSON.stringify(used));
  } catch (error) {
    log('warn', { error: String(error) }, 'the relay cannot note what it has used');
  }
}

const relay = createRelay(
  {
    uplink: createPusherUplink(account),
    clock: systemClock,
    random: Math.random,
    pull: (most) =>
      new Promise((resolve) => {
        waiting = resolve;
        post({ kind: 'pull', most });
      }),
    tell: (status) => post({ kind: 'status', status }),
    keep: keepUsed,
    log: { info: (...line) => log('info', ...line), warn: (...line) => log('warn', ...line) },
  },
  limits,
  readUsed(),
);

port.on('message', (message: MainToOutlet) => {
  if (message.kind === 'gone') relay.forget(message.names);
  if (message.kind === 'stop') relay.stop();
  if (message.kind === 'gone') return;
  const take = waiting;
  waiting = undefined;
  take?.(message.kind === 'wholes' ? message.wholes : []);
});

// A rejection is a defect, and ends the thread: see outlet-worker.ts.
relay.run().then(() => port.close());
