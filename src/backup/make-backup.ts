// A backup of a running appliance: notes what is acknowledged, waits until the archive has it, then lets the backup's own thread copy. One
// at a time; scoring goes on meanwhile.
import { Worker } from 'node:worker_threads';
import type { Archive } from '../archive/archive.ts';
import type { Intake } from '../intake/intake.ts';
import type { Clock } from '../kit/clock.ts';
import { workerFile } from '../kit/installation.ts';
import { BackupFailedError, type ThreadAnswer } from './backup-failure.ts';
import type { BackupOrder, KnownHead, MadeBackup } from './write-backup.ts';

export interface MakerParts {
  readonly dataFolder: string;
  readonly version: string;
  readonly intake: Pick<Intake, 'list'>;
  readonly archive: Pick<Archive, 'drained' | 'list' | 'stats'>;
  readonly clock: Clock;
  /** Of the thread that writes; V8's own where it is not said. */
  readonly heapMegabytes?: number;
}

export interface BackupMaker {
  /** What is acknowledged now. */
  heads(): readonly KnownHead[];
  /** Complete to the last arrow that was acknowledged when it was called. Rejects with BackupFailedError; then no file is there. */
  make(target: string, event?: string): Promise<MadeBackup>;
  /** Resolves when none is under way. */
  idle(): Promise<void>;
}

const drainDeadlineMs = 60_000;

export function createBackupMaker(parts: MakerParts): BackupMaker {
  const { dataFolder, version, intake, archive, clock } = parts;
  let last: Promise<unknown> = Promise.resolve();

  function heads(): readonly KnownHead[] {
    return intake.list().map(({ id, at, state }) => ({ id, name: state.name, epoch: at.epoch, seq: at.seq }));
  }

  async function make(target: string, event: string | undefined): Promise<MadeBackup> {
    const order: BackupOrder = { dataFolder, target, event, heads: heads(), tenring: version, madeAt: clock.now() };
    await waitForArchive(parts);
    try {
      return await runThread(order, parts.heapMegabytes);
    } catch (error) {
      if (!(error instanceof BackupFailedError) || !(await isDeletedMeanwhile(order))) throw error;
      return make(target, event);
    }
  }

  /** What the archive had and has no more somebody has deleted for good: it is not missing, and the rest is copied once more. */
  async function isDeletedMeanwhile({ heads: before, event }: BackupOrder): Promise<boolean> {
    const there = new Set((await archive.list()).map(({ id }) => id));
    return event === undefined && before.some(({ id, seq }) => seq > 0 && !there.has(id));
  }

  return {
    heads,
    make(target, event) {
      const made = last.then(() => make(target, event));
      last = made.catch(() => undefined);
      return made;
    },
    async idle() {
      await last;
    },
  };
}

async function waitForArchive({ archive, clock }: MakerParts): Promise<void> {
  const deadline = new AbortController();
  const late = clock.sleep(drainDeadlineMs, deadline.signal).then(() => {
    const { trouble = 'it does not keep up with the journal' } = archive.stats();
    throw new BackupFailedError({ kind: 'failed', message: `the archive has not got everything yet: ${trouble}` });
  });
  try {
    await Promise.race([archive.drained(), late]);
  } catch (error) {
    if (error instanceof BackupFailedError) throw error;
    throw new BackupFailedError({ kind: 'failed', message: 'the archive is closing' }, { cause: error });
  } finally {
    deadline.abort(new Error('drained'));
    await late.catch(() => undefined);
  }
}

/** A defect in it rejects with its error. */
async function runThread(order: BackupOrder, heapMegabytes: number | undefined): Promise<MadeBackup> {
  const worker = new Worker(workerFile('backup'), {
    workerData: order,
    name: 'backup',
    ...(heapMegabytes && { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } }),
  });
  const { promise, resolve, reject } = Promise.withResolvers<ThreadAnswer>();
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`The backup's thread has ended (code ${code})`)));
  const answer = await promise;
  if (answer.kind === 'made') return answer.made;
  throw new BackupFailedError(answer.failure);
}
