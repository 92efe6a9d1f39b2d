// A backup of a running appliance: notes what is acknowledged, waits until the archive has it, then lets the backup's own thread copy, and
// hands it what was acknowledged meanwhile. One at a time; scoring goes on.
import type { Archive } from '../archive/archive.ts';
import type { Intake } from '../intake/intake.ts';
import type { Journal } from '../journal/journal.ts';
import type { Clock } from '../kit/clock.ts';
import { BackupFailedError } from './backup-failure.ts';
import { headsOf, readNewer } from './read-newer.ts';
import { runThread } from './run-thread.ts';
import type { BackupOrder, MadeBackup } from './write-backup.ts';
import type { KnownHead, ReadNewer } from './write-tail.ts';

export interface MakerParts {
  readonly dataFolder: string;
  readonly version: string;
  readonly intake: Pick<Intake, 'list'>;
  readonly archive: Pick<Archive, 'drained' | 'list' | 'read' | 'stats'>;
  readonly journal: Pick<Journal, 'read'>;
  readonly clock: Clock;
  /** Of the thread that writes; V8's own where it is not said. */
  readonly heapMegabytes?: number;
  /** In tests, what takes the place of the thread. */
  readonly write?: (order: BackupOrder, readNewer: ReadNewer) => Promise<MadeBackup>;
}

export interface BackupMaker {
  /** What is acknowledged now. */
  heads(): readonly KnownHead[];
  /**
   * Complete to what was acknowledged at the manifest's `completeAt`, which is when it resolves less the time in which the last records
   * come to the disk. Rejects with BackupFailedError; then no file is there.
   */
  make(target: string, event?: string): Promise<MadeBackup>;
  /** Resolves when none is under way. */
  idle(): Promise<void>;
}

const drainDeadlineMs = 60_000;

export function createBackupMaker(parts: MakerParts): BackupMaker {
  const { dataFolder, version, intake, archive, clock, heapMegabytes } = parts;
  const { write = (order, newer) => runThread(order, newer, heapMegabytes) } = parts;
  let last: Promise<unknown> = Promise.resolve();

  const heads = () => headsOf(intake);

  async function make(target: string, event: string | undefined): Promise<MadeBackup> {
    const order: BackupOrder = { dataFolder, target, event, heads: heads(), tenring: version, madeAt: clock.now() };
    await waitForArchive(parts);
    try {
      return await write(order, (reached) => readNewer(parts, reached, event));
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
