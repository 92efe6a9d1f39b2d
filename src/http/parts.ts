// What the HTTP side is handed: views of the other parts, as narrow as its use of them.
import type { Access } from '../access/access.ts';
import type { Archive } from '../archive/archive.ts';
import type { Backups } from '../backup/open-backups.ts';
import type { Config } from '../config/config.ts';
import type { Intake } from '../intake/intake.ts';
import type { Removal } from '../intake/remove-competition.ts';
import type { Journal } from '../journal/journal.ts';
import type { Clock } from '../kit/clock.ts';
import type { RoomLimits } from '../kit/connection-room.ts';
import type { Log } from '../kit/log.ts';
import type { Live } from '../live/live.ts';
import type { Network } from '../network/network.ts';
import type { Printer } from '../printing/printer.ts';
import type { Outlets } from '../relay/open-outlets.ts';
import type { Sidecar } from '../sidecar/sidecar.ts';
import type { Standbys } from '../standby/standbys.ts';
import type { Tables } from '../tables/open-tables.ts';
import type { StandbyRole } from '../wire/api-standby.ts';
import type { SharedByNodes } from './screens/share-presence.ts';

export interface HttpParts {
  readonly config: Pick<Config, 'host' | 'port' | 'dataFolder' | 'allowedHosts' | 'demo' | 'tls'> &
    Partial<Pick<Config, 'redisUrl'>>;
  readonly version: string;
  readonly intake: Pick<Intake, 'submit' | 'find' | 'list' | 'onCommitted'>;
  readonly access: Access;
  readonly archive: Pick<Archive, 'stats'>;
  readonly journal: Pick<Journal, 'state'>;
  readonly live: Pick<Live, 'port' | 'securePort' | 'stats'>;
  readonly network: Pick<
    Network,
    'addresses' | 'goneAddresses' | 'name' | 'root' | 'certificate' | 'trouble' | 'onCertificate'
  >;
  /** Undefined with a Redis of somebody else's. */
  readonly sidecar: Pick<Sidecar, 'state'> | undefined;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** Undefined where other nodes may have the same competitions. */
  readonly removal: Removal | undefined;
  readonly backups: Pick<Backups, 'make' | 'status'>;
  readonly printer: Pick<Printer, 'start' | 'find' | 'cancel'>;
  readonly tables: Pick<Tables, 'read' | 'write'>;
  /** The ways out of the venue; undefined: none. */
  readonly outlets?: Pick<Outlets, 'pusher' | 'relay' | 'publishes' | 'publishing'> | undefined;
  /** Machines that follow this one; undefined with a Redis of somebody else's. */
  readonly standbys: Standbys | undefined;
  /** What a machine that follows, or has followed, says to its primary. */
  readonly role?: ((nonce: string) => StandbyRole) | undefined;
  /** Undefined with a Redis of its own. */
  readonly shared?: SharedByNodes | undefined;
  /** The built pages; found beside the program by default. */
  readonly uiFolder?: string | undefined;
  /** Of tests; else as many as a club needs. */
  readonly connections?: RoomLimits;
}
