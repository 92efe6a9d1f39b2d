// What was acknowledged since a backup's archive was copied: asked of intake, which knows it before the acks leave, and read from the
// journal, or from the archive where the stream is trimmed already.
import type { Archive } from '../archive/archive.ts';
import type { Intake } from '../intake/intake.ts';
import { type Journal, JournalGapError, type JournalRecord, JournalUnavailableError } from '../journal/journal.ts';
import type { Clock } from '../kit/clock.ts';
import { BackupFailedError } from './backup-failure.ts';
import type { TailRecord } from './tail-format.ts';
import type { KnownHead, Newer, Reached } from './write-tail.ts';

export interface NewerParts {
  readonly intake: Pick<Intake, 'list'>;
  readonly journal: Pick<Journal, 'read'>;
  readonly archive: Pick<Archive, 'list' | 'read'>;
  readonly clock: Clock;
}

const pageLength = 2_000;

/** What is acknowledged now. */
export function headsOf(intake: NewerParts['intake']): readonly KnownHead[] {
  return intake.list().map(({ id, at, state }) => ({ id, name: state.name, epoch: at.epoch, seq: at.seq }));
}

/** With `event` of that competition only. Rejects with BackupFailedError. */
export async function readNewer(parts: NewerParts, reached: Reached, event: string | undefined): Promise<Newer> {
  const at = parts.clock.now();
  const heads = headsOf(parts.intake).filter(({ id }) => event === undefined || event === id);
  const records: TailRecord[] = [];
  try {
    for (const head of heads) records.push(...(await readUpTo(parts, head, reached.get(head.id) ?? 0)));
  } catch (error) {
    if (!(error instanceof JournalUnavailableError)) throw error;
    const message = 'the journal cannot be read: what was saved meanwhile would be missing';
    throw new BackupFailedError({ kind: 'failed', message }, { cause: error });
  }
  return { at, heads, records };
}

/** To its head and not beyond: what one command made stays together. */
async function readUpTo(
  parts: NewerParts,
  { id, name, seq }: KnownHead,
  after: number,
): Promise<readonly TailRecord[]> {
  const records: TailRecord[] = [];
  for (let last = after; last < seq; ) {
    const page = await readAfter(parts, id, last, Math.min(pageLength, seq - last));
    if (page.length === 0) {
      if (await isDeleted(parts, id)) break;
      const message = `facts ${last + 1} to ${seq} of ${name} cannot be read`;
      throw new BackupFailedError({ kind: 'failed', message });
    }
    // Copied, because a thread is sent the whole buffer of which it is a part.
    for (const { seq: number, bytes } of page)
      records.push({ competition: id, seq: number, bytes: Uint8Array.from(bytes) });
    last = page.at(-1)?.seq ?? last;
  }
  return records;
}

async function readAfter(
  { journal, archive }: NewerParts,
  id: string,
  seq: number,
  limit: number,
): Promise<readonly JournalRecord[]> {
  try {
    return await journal.read(id, seq, limit);
  } catch (error) {
    if (!(error instanceof JournalGapError)) throw error;
    return archive.read(id, seq, limit);
  }
}

/** What is in neither of the two: only what is archived is trimmed, and a competition that is deleted leaves the archive first. */
async function isDeleted({ archive }: NewerParts, id: string): Promise<boolean> {
  return !(await archive.list()).some((each) => each.id === id);
}
