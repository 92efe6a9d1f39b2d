// The relay's thread: whatever Pusher and the way there do, only this thread waits. workerData is RelayOptions.
import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { systemCodeOf, writeDurably } from '../kit/durable-files.ts';
import type { Log } from '../kit/log.ts';
import type { RelayStatus } from '../wire/api-relay.ts';
import type { Budget } from './budget.ts';
import type { RelayOptions } from './messages.ts';
import { runOutletThread } from './outlet-thread.ts';
import { createPusherUplink } from './pusher-uplink.ts';
import { createRelay } from './relay-core.ts';

const { account, limits, usedFile } = workerData as RelayOptions;
// Of this thread only: what `pusher` fetches with still parses addresses the old way, which would be told in every club's journal.
process.noDeprecation = true;

type Used = Pick<Budget, 'day' | 'used'>;

/** A day's count that cannot be read counts as none: Pusher says when it is too much. */
function readUsed(log: Pick<Log, 'warn'>): Used | undefined {
  try {
    const { day, used }: Partial<Used> = JSON.parse(readFileSync(usedFile, 'utf8'));
    return typeof day === 'number' && typeof used === 'number' ? { day, used } : undefined;
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT') log.warn({ error: String(error) }, 'the relay cannot read what it has used');
    return undefined;
  }
}

function keepUsed(used: Used, log: Pick<Log, 'warn'>): void {
  try {
    writeDurably(usedFile, JSON.stringify(used));
  } catch (error) {
    log.warn({ error: String(error) }, 'the relay cannot note what it has used');
  }
}

runOutletThread<RelayStatus>((world) => {
  const keep = (used: Used) => keepUsed(used, world.log);
  return createRelay({ ...world, uplink: createPusherUplink(account), keep }, limits, readUsed(world.log));
});
