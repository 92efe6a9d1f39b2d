// The backup's thread asks the main thread what was saved meanwhile: only there is it known what is acknowledged.
import type { MessagePort } from 'node:worker_threads';
import type { FromThread, ToThread } from './thread-messages.ts';
import { IncompleteBackupError, type Newer, type Reached } from './write-tail.ts';

export async function askForNewer(port: MessagePort, reached: Reached): Promise<Newer> {
  const answer = Promise.withResolvers<ToThread>();
  port.once('message', answer.resolve);
  port.postMessage({ kind: 'newerWanted', reached } satisfies FromThread);
  const { newer } = await answer.promise;
  if (newer) return newer;
  throw new IncompleteBackupError('what was saved meanwhile cannot be read');
}
