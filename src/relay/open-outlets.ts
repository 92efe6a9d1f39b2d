// The ways out of the venue, together: what of them there is follows from the settings. Off until somebody sets one up.
import { join } from 'node:path';
import type { PublishSettings, PusherSettings } from '../config/config.ts';
import type { CommittedFacts, Intake } from '../intake/intake.ts';
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import type { PublishingStatus, RelayStatus } from '../wire/api-relay.ts';
import { addressOf, limitsOf, type PusherAccount, type PusherAddress, readAccount } from './account.ts';
import type { BudgetLimits } from './budget.ts';
import { type Changes, type ChangesParts, createChanges } from './changes.ts';
import type { RelayOptions } from './messages.ts';
import { openOutlet, type RunningOutlet } from './outlet-worker.ts';

export interface OutletsParts {
  readonly config: {
    readonly pusher: PusherSettings | undefined;
    readonly publishing: PublishSettings | undefined;
    readonly dataFolder: string;
  };
  readonly intake: Pick<Intake, 'find' | 'list' | 'onCommitted'>;
  readonly answerAt: ChangesParts['answerAt'];
  /** Of each thread. */
  readonly heapMegabytes: number;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Outlets {
  /** What pages need to listen at Pusher; undefined without a relay. */
  readonly pusher: PusherAddress | undefined;
  /** Null without one, and before its first word. */
  relay(): RelayStatus | null;
  readonly publishes: boolean;
  /** Null where nothing is published, and before the first word. */
  publishing(): PublishingStatus | null;
  /** The competition is another one, or gone. */
  replaced(competition: string): void;
  close(): Promise<void>;
}

interface Outlet<Status> extends RunningOutlet<Status> {
  readonly changes: Changes;
}

/** Throws StartError where an account is set up and is not whole. */
export function openOutlets(parts: OutletsParts): Outlets {
  const { config } = parts;
  const account = readAccount(config.pusher);
  const relay = account && config.pusher && openRelay(parts, account, limitsOf(config.pusher));
  const publishing = config.publishing && openPublishing(parts, config.publishing);
  const all = [relay, publishing].filter((outlet) => outlet !== undefined);
  return {
    pusher: account && addressOf(account),
    publishes: publishing !== undefined,
    relay: () => relay?.status() ?? null,
    publishing: () => publishing?.status() ?? null,
    replaced(competition) {
      for (const { changes } of all) changes.replaced(competition);
    },
    async close() {
      await Promise.all(all.map((outlet) => outlet.close()));
    },
  };
}

/** Each way out asks for what has changed since it asked last. */
function changesFor({ intake, clock, answerAt }: OutletsParts, wants?: (name: string) => boolean): Changes {
  const changes = createChanges({ intake, clock, answerAt, ...(wants && { wants }) });
  intake.onCommitted((committed: CommittedFacts) => changes.committed(committed));
  return changes;
}

function openRelay(parts: OutletsParts, account: PusherAccount, limits: BudgetLimits): Outlet<RelayStatus> {
  const { intake, heapMegabytes, clock, log, config } = parts;
  const changes = changesFor(parts);
  const options: RelayOptions = { account, limits, usedFile: join(config.dataFolder, 'relay-used.json') };
  const running = openOutlet<RelayStatus>({
    ...{ name: 'relay', options, changes, heapMegabytes, clock, log },
    failed: (last) => ({ ...last, state: 'down', why: 'failing' }),
    competitions: () => intake.list().map(({ id }) => id),
  });
  return { ...running, changes };
}

/** Rankings, brackets, what a competition is, what is announced and under review. */
function isPublished(name: string): boolean {
  return /^(leaderboard|show)\//.test(name) || /^\/api\/competitions\/[^/?]+(\/events\/[^/]+\/bracket)?$/.test(name);
}

function openPublishing(parts: OutletsParts, options: PublishSettings): Outlet<PublishingStatus> {
  const { intake, heapMegabytes, clock, log } = parts;
  const changes = changesFor(parts, isPublished);
  const running = openOutlet<PublishingStatus>({
    ...{ name: 'publish', options, changes, heapMegabytes, clock, log },
    failed: (last) => ({ ...last, trouble: 'It has failed and begins anew.' }),
    competitions: () => intake.list().map(({ id }) => id),
  });
  return { ...running, changes };
}
