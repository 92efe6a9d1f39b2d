// What an appliance that scores has to do with others: machines that follow it, and the one that it took over from.
import { randomBytes } from 'node:crypto';
import type { Config } from '../config/config.ts';
import { StartError } from '../config/start-error.ts';
import type { StandbyRole } from '../wire/api-standby.ts';
import { askPrimaryAt } from './ask-primary.ts';
import { markReplaced, markTold, type PromotedFrom } from './open-role.ts';
import { trustedOf } from './role-file.ts';
import { roleAnswer } from './role-proof.ts';
import { openStandbys, type Standbys, type StandbysParts } from './standbys.ts';
import { tellReplaced } from './tell-replaced.ts';

export interface AsPrimaryParts extends Omit<StandbysParts, 'folder' | 'random' | 'allowedHosts' | 'replaced'> {
  readonly config: Pick<Config, 'dataFolder' | 'allowedHosts' | 'redisUrl'>;
  readonly promotedFrom: PromotedFrom | undefined;
  /** Another one took over. */
  readonly failed: (error: Error) => void;
}

export interface AsPrimary {
  /** Undefined with a Redis of somebody else's: nodes on it have everything already. */
  readonly standbys: Standbys | undefined;
  /** Undefined where this one has followed nobody. */
  readonly role: ((nonce: string) => StandbyRole) | undefined;
  liveAddresses(): readonly string[];
  removed(competition: string): void;
  /** Whoever scored before hears of it from now on. `by`: where this one is reached. */
  begin(by: string): void;
  close(): void;
}

export function openAsPrimary({ config, promotedFrom, failed, ...parts }: AsPrimaryParts): AsPrimary {
  const { dataFolder, allowedHosts, redisUrl } = config;
  const { clock, log } = parts;
  const stopping = new AbortController();

  function replaced(by: string) {
    markReplaced(dataFolder, by, clock.now());
    failed(new StartError('usage', `The standby at ${by} took over: scores go there now, and this Tenring stops.`));
  }

  const standbys =
    redisUrl === undefined
      ? openStandbys({ ...parts, folder: dataFolder, random: randomBytes, allowedHosts, replaced })
      : undefined;

  return {
    standbys,
    role: promotedFrom && ((nonce) => roleAnswer('promoted', nonce, promotedFrom.token)),
    liveAddresses: () => standbys?.liveAddresses() ?? [],
    removed: (competition) => standbys?.competitionRemoved(competition),
    begin(by) {
      if (!promotedFrom || promotedFrom.isTold) return;
      const ask = askPrimaryAt(promotedFrom.origin, trustedOf(promotedFrom));
      const telling = { followed: promotedFrom, ask, by, clock, log, told: () => markTold(dataFolder) };
      tellReplaced(telling, stopping.signal).catch(failed);
    },
    close() {
      stopping.abort(new Error('stopping'));
      standbys?.close();
    },
  };
}
