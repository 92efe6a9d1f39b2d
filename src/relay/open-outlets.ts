// The ways out of the venue, together: what of them there is follows from the settings. Off until somebody sets one up.
import { join } from 'node:path';
import type { PusherSettings } from '../config/config.ts';
import type { CommittedFacts, Intake } from '../intake/intake.ts';
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import type { RelayStatus } from '../wire/api-relay.ts';
import { addressOf, limitsOf, type PusherAddress, readAccount } from './account.ts';
import { type ChangesParts, createChanges } from './changes.ts';
import { openRelay } from './relay-worker.ts';

export interface OutletsParts {
  readonly config: { readonly pusher: PusherSettings | undefined; readonly dataFolder: string };
  readonly intake: Pick<Intake, 'find' | 'list' | 'onCommitted'>;
  readonly answerAt: ChangesParts['answerAt'];
  readonly clock: Clock;
  readonly log: Log;
}

export interface Outlets {
  /** What pages need to listen at Pusher; undefined without a relay. */
  readonly pusher: PusherAddress | undefined;
  /** Null without one, and before its first word. */
  relay(): RelayStatus | null;
  /** The competition is another one, or gone. */
  replaced(competition: string): void;
  close(): Promise<void>;
}

/** Throws StartError where an account is set up and is not whole. */
export function openOutlets({ config, intake, answerAt, clock, log }: OutletsParts): Outlets {
  const account = readAccount(config.pusher);
  if (!account || !config.pusher)
    return { pusher: undefined, relay: () => null, replaced: () => undefined, close: async () => undefined };
  const changes = createChanges({ intake, clock, answerAt });
  intake.onCommitted((committed: CommittedFacts) => changes.committed(committed));
  const relay = openRelay({
    options: { account, limits: limitsOf(config.pusher), usedFile: join(config.dataFolder, 'relay-used.json') },
    ...{ changes, clock, log },
    competitions: () => intake.list().map(({ id }) => id),
  });
  return {
    pusher: addressOf(account),
    relay: () => relay.status() ?? null,
    replaced: changes.replaced,
    close: relay.close,
  };
}
