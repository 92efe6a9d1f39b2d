// What the HTTP side is handed: views of the other parts, as narrow as its use of them.
import type { Access } from '../access/access.ts';
import type { Archive } from '../archive/archive.ts';
import type { Config } from '../config/config.ts';
import type { Intake } from '../intake/intake.ts';
import type { Removal } from '../intake/remove-competition.ts';
import type { Journal } from '../journal/journal.ts';
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import type { Live } from '../live/live.ts';
import type { Sidecar } from '../sidecar/sidecar.ts';
import type { BackupStatus } from '../wire/api-status.ts';

export interface HttpParts {
  readonly config: Pick<Config, 'host' | 'port' | 'dataFolder' | 'allowedHosts' | 'demo'>;
  readonly version: string;
  readonly intake: Pick<Intake, 'submit' | 'find' | 'list' | 'onCommitted'>;
  readonly access: Access;
  readonly archive: Pick<Archive, 'stats'>;
  readonly journal: Pick<Journal, 'state'>;
  readonly live: Pick<Live, 'port' | 'stats'>;
  /** Undefined with a Redis of somebody else's. */
  readonly sidecar: Pick<Sidecar, 'state'> | undefined;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** Of the backups; undefined where none are made. */
  readonly backupStatus?: (() => BackupStatus) | undefined;
  /** The built pages; found beside the program by default. */
  readonly uiFolder?: string | undefined;
}
  /** Undefined where other nodes may have the same competitions. */
  readonly removal: Removal | undefined;
