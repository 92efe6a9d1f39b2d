// What the backup's thread and the main thread say to each other. The thread asks as often as it has rounds, and answers once.
import type { BackupTrouble } from '../wire/api-status.ts';
import type { MadeBackup } from './write-backup.ts';
import type { Newer, Reached } from './write-tail.ts';

export type ThreadAnswer =
  | { readonly kind: 'made'; readonly made: MadeBackup }
  | { readonly kind: 'failed'; readonly failure: BackupTrouble };

export type FromThread = ThreadAnswer | { readonly kind: 'newerWanted'; readonly reached: Reached };

/** Undefined: it cannot be had. Whoever started the thread knows why. */
export type ToThread = { readonly newer: Newer | undefined };
