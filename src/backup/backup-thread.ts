// The backup's thread: one backup, then it ends. Copying and packing take seconds, and neither the archive nor anybody's arrow waits for them.
import { parentPort, workerData } from 'node:worker_threads';
import { ArchiveFileError } from '../archive/archive-errors.ts';
import { invariant } from '../kit/invariant.ts';
import { askForNewer } from './ask-for-newer.ts';
import { failureOf } from './backup-failure.ts';
import type { ThreadAnswer } from './thread-messages.ts';
import { writeBackup } from './write-backup.ts';

invariant(parentPort, 'backups are made in a thread of their own');
const port = parentPort;
writeBackup(workerData, (reached) => askForNewer(port, reached)).then(
  (made) => port.postMessage({ kind: 'made', made } satisfies ThreadAnswer),
  (error: unknown) => {
    const words = error instanceof ArchiveFileError ? error.message : undefined;
    port.postMessage({ kind: 'failed', failure: failureOf(error, words) } satisfies ThreadAnswer);
  },
);
