// A start's look at what journal and archive both have: a disk that turns a bit within a record is noticed by nobody else, because Redis
// checks the form of its file only. Scores come from the archive anyway; but a standby is sent what the journal has.
import type { Archive } from '../archive/archive.ts';
import { type Journal, JournalGapError, type JournalRecord } from '../journal/journal.ts';
import { chainAfter, followChain } from '../journal/record-chain.ts';
import type { Log } from '../kit/log.ts';

export interface MendingParts {
  readonly journal: Pick<Journal, 'head' | 'read' | 'forget'>;
  readonly archive: Pick<Archive, 'read'>;
  readonly log: Log;
}

/** What the archive leaves in the journal at least, and then some. */
const overlap = 1_000;

/** For whoever has the only archive that reads this journal. `archivedSeq`: the last fact that the archive has. */
export async function mendJournal(competition: string, archivedSeq: number, parts: MendingParts): Promise<void> {
  const { journal, archive, log } = parts;
  if (archivedSeq === 0 || (await journal.head(competition)).seq < archivedSeq) return;
  const there = await readOverlap(competition, archivedSeq, journal);
  const [first] = there;
  if (!first || first.seq > archivedSeq) return;
  const own = await archive.read(competition, first.seq - 1, archivedSeq - first.seq + 1);
  const at = own.findIndex(({ bytes }, index) => Buffer.compare(bytes, there[index]?.bytes ?? bytes) !== 0);
  const record = own[at];
  if (!record) return;
  const successor = own[at + 1] ?? there[at + 1];
  const about = { competition, seq: record.seq };
  // The one after it holds the hash of what it was.
  if (successor && followChain(chainAfter(record.bytes), successor.bytes).broken) {
    log.error(
      about,
      'archive and journal have different facts, and the archive’s does not fit: tenring verify says more',
    );
    return;
  }
  log.error(about, 'a fact in the journal was damaged: is the disk failing? The archive has it whole, and is believed');
  await journal.forget(competition, archivedSeq);
}

/** As much of the end as is in order. */
async function readOverlap(
  competition: string,
  archivedSeq: number,
  journal: Pick<Journal, 'read'>,
): Promise<readonly JournalRecord[]> {
  for (let length = overlap; length >= 1; length = Math.floor(length / 2)) {
    try {
      return await journal.read(competition, Math.max(0, archivedSeq - length), length + 1);
    } catch (error) {
      if (!(error instanceof JournalGapError)) throw error;
    }
  }
  return [];
}
