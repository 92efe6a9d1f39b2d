// A competition goes for good: out of the archive, out of memory, out of the journal, in this order. The archive's transaction is the
// moment from which it is gone; a stop after it is made up for at the next start, a failure before it changes nothing.
import type { Archive } from '../archive/archive.ts';
import type { Boards } from '../boards/boards.ts';
import { type Journal, JournalUnavailableError } from '../journal/journal.ts';
import type { Log } from '../kit/log.ts';
import type { Live } from '../live/live.ts';
import type { OpenableIntake } from './create-intake.ts';
import type { CompetitionView } from './intake.ts';

export interface RemovalParts {
  readonly intake: Pick<OpenableIntake, 'find' | 'remove'>;
  readonly archive: Pick<Archive, 'remove' | 'forgetRemoved'>;
  readonly journal: Pick<Journal, 'remove' | 'state'>;
  readonly log: Log;
  /** It is out of memory: its tablets and boards are to be told. Handed what it was. */
  readonly removed: (competition: CompetitionView) => void;
}

export type RemovalOutcome =
  | { readonly kind: 'removed' }
  /** Nothing is changed. */
  | { readonly kind: 'deferred'; readonly reason: 'journalDown' | 'archiveTrouble' };

export interface Removal {
  /** Of a competition that exists, or that this process has removed before. */
  remove(competition: string): Promise<RemovalOutcome>;
  wasRemoved(competition: string): boolean;
}

export function createRemoval({ intake, archive, journal, log, removed }: RemovalParts): Removal {
  const gone = new Map<string, Promise<RemovalOutcome>>();

  async function remove(competition: string): Promise<RemovalOutcome> {
    const view = intake.find(competition);
    if (!view || journal.state === 'down') return { kind: 'deferred', reason: 'journalDown' };
    try {
      await archive.remove(competition);
    } catch (error) {
      log.error({ competition, error: String(error) }, 'a competition cannot be removed from the archive');
      return { kind: 'deferred', reason: 'archiveTrouble' };
    }
    await intake.remove(competition);
    removed(view);
    await finishRemoval(competition, { archive, journal, log });
    log.info({ competition, name: view.state.name }, 'a competition is removed for good');
    return { kind: 'removed' };
  }

  return {
    wasRemoved: (competition) => gone.has(competition) && !intake.find(competition),
    async remove(competition) {
      // Asked twice at once it is one removal.
      const underWay = gone.get(competition) ?? remove(competition);
      gone.set(competition, underWay);
      const outcome = await underWay;
      if (outcome.kind === 'deferred') gone.delete(competition);
      return outcome;
    },
  };
}

/** Its tablets keep what they have not sent, and say so; its boards say that there is nothing any more. */
export function tellRemoved(
  { id, state }: CompetitionView,
  live: Pick<Live, 'dismiss'>,
  boards: Pick<Boards, 'replaced'>,
): void {
  for (const device of state.devices.keys()) live.dismiss(id, device, 'competitionGone');
  boards.replaced(id);
}

/** What follows the archive's transaction; also at a start, for removals that a stop interrupted. */
export async function finishRemoval(
  competition: string,
  { archive, journal, log }: Pick<RemovalParts, 'archive' | 'journal' | 'log'>,
): Promise<void> {
  try {
    await journal.remove(competition);
    await archive.forgetRemoved(competition);
  } catch (error) {
    if (!(error instanceof JournalUnavailableError)) throw error;
    log.warn({ competition, error: error.message }, 'the rest of a removed competition goes at the next start');
  }
}
