// Starts the backup's thread and answers what it asks meanwhile.
import { Worker } from 'node:worker_threads';
import { workerFile } from '../kit/installation.ts';
import { BackupFailedError } from './backup-failure.ts';
import type { FromThread, ThreadAnswer, ToThread } from './thread-messages.ts';
import type { BackupOrder, MadeBackup } from './write-backup.ts';
import type { ReadNewer } from './write-tail.ts';

/** Rejects with BackupFailedError, with what `readNewer` rejects with, or with a defect of the thread. */
export async function runThread(
  order: BackupOrder,
  readNewer: ReadNewer,
  heapMegabytes: number | undefined,
): Promise<MadeBackup> {
  const worker = new Worker(workerFile('backup'), {
    workerData: order,
    name: 'backup',
    ...(heapMegabytes && { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } }),
  });
  const { promise, resolve, reject } = Promise.withResolvers<ThreadAnswer>();
  let unread: { readonly error: unknown } | undefined;
  worker.on('message', (message: FromThread) => {
    if (message.kind !== 'newerWanted') return resolve(message);
    const tell = (answer: ToThread) => worker.postMessage(answer);
    readNewer(message.reached).then(
      (newer) => tell({ newer }),
      (error: unknown) => {
        // The thread removes what it has written, and says that it could not go on.
        unread = { error };
        tell({ newer: undefined });
      },
    );
  });
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`The backup's thread has ended (code ${code})`)));
  const answer = await promise;
  if (answer.kind === 'made') return answer.made;
  throw unread ? unread.error : new BackupFailedError(answer.failure);
}
