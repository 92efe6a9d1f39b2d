// Backups of a running appliance, together: those that somebody fetches now, and the regular ones.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ScheduledBackups } from '../config/config.ts';
import type { Log } from '../kit/log.ts';
import type { BackupStatus } from '../wire/api-status.ts';
import { backupFileName, freePath } from './file-names.ts';
import { fileExtension } from './format.ts';
import { createBackupMaker, type MakerParts } from './make-backup.ts';
import { startSchedule } from './schedule.ts';
import type { MadeBackup } from './write-backup.ts';

export interface BackupsParts extends MakerParts {
  /** Undefined: none but those that are asked for. */
  readonly settings: ScheduledBackups | undefined;
  readonly log: Log;
}

export interface Backups {
  /** Of everything, or of the competition with that id; whoever asked sends it and removes it. Rejects with BackupFailedError. */
  make(event?: string): Promise<MadeBackup>;
  status(): BackupStatus;
  /** No regular ones any more; lets the one under way end. */
  stop(): Promise<void>;
}

export function openBackups(parts: BackupsParts): Backups {
  const { settings, dataFolder, clock, log, intake } = parts;
  const maker = createBackupMaker(parts);
  const workFolder = join(dataFolder, 'backup-under-way');
  // What a killed run left.
  rmSync(workFolder, { recursive: true, force: true });
  const schedule = settings && startSchedule({ settings, dataFolder, maker, clock, log });
  let fetchedAt: number | null = null;

  function status(): BackupStatus {
    const regular = schedule?.status() ?? { lastAt: null, lastFile: null, nextAt: null, trouble: null };
    if (fetchedAt === null || fetchedAt <= (regular.lastAt ?? 0)) return regular;
    return { ...regular, lastAt: fetchedAt, lastFile: null };
  }

  return {
    status,
    async make(event) {
      mkdirSync(workFolder, { recursive: true, mode: 0o700 });
      const at = clock.now();
      const name = event === undefined ? undefined : intake.list().find(({ id }) => id === event)?.state.name;
      const made = await maker.make(freePath(workFolder, backupFileName(at, name), fileExtension), event);
      if (event === undefined) fetchedAt = at;
      return made;
    },
    async stop() {
      await schedule?.stop();
      await maker.idle();
    },
  };
}
