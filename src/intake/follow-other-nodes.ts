// With an outside Redis other nodes may write too: their facts are read on as they come. With the built-in one this process is the only
// writer and nothing is read back.
import { type Journal, JournalGapError, JournalUnavailableError } from '../journal/journal.ts';
import type { Clock } from '../kit/clock.ts';
import type { StartingPoint } from './competition-writer.ts';
import type { OpenableIntake } from './create-intake.ts';

/** What is not told in between (a message may be lost) is found by looking. */
const discoveryMs = 1_000;
const lookAtAllEvery = 10;

export interface OtherNodesParts {
  readonly journal: Pick<Journal, 'watch' | 'competitions' | 'read' | 'state'>;
  readonly intake: Pick<OpenableIntake, 'find' | 'isOpen' | 'open' | 'catchUp'>;
  readonly clock: Clock;
  /** A competition whose beginning is no longer in the journal, from this node's archive; asked once for each. */
  readonly load: (competition: string) => Promise<StartingPoint>;
  /** It was loaded, without a word to whoever hears of commits. */
  readonly loaded: (competition: string) => void;
  readonly failed: (error: unknown) => void;
}

/** Until the signal aborts. */
export function followOtherNodes(parts: OtherNodesParts, signal: AbortSignal): void {
  const { journal, intake, clock, load, loaded, failed } = parts;
  const opening = new Set<string>();

  async function isTrimmed(competition: string): Promise<boolean> {
    try {
      await journal.read(competition, 0, 1);
      return false;
    } catch (error) {
      if (error instanceof JournalGapError) return true;
      throw error;
    }
  }

  async function openAnew(competition: string): Promise<void> {
    if (opening.has(competition)) return;
    opening.add(competition);
    try {
      if (!(await isTrimmed(competition))) return await intake.catchUp(competition);
      const start = await load(competition);
      // A command may have opened it meanwhile.
      if (intake.isOpen(competition)) return await intake.catchUp(competition);
      intake.open(competition, start);
      loaded(competition);
    } finally {
      opening.delete(competition);
    }
  }

  /** What cannot be reached now is found again by looking. */
  function follow(competition: string): void {
    const followed = intake.isOpen(competition) ? intake.catchUp(competition) : openAnew(competition);
    followed.catch((error: unknown) => {
      if (!signal.aborted && !(error instanceof JournalUnavailableError)) failed(error);
    });
  }

  async function look(atAll: boolean): Promise<void> {
    try {
      for (const competition of await journal.competitions())
        if (atAll || !intake.isOpen(competition)) follow(competition);
    } catch (error) {
      if (!(error instanceof JournalUnavailableError)) throw error;
    }
  }

  async function keepLooking(): Promise<void> {
    for (let looks = 0; !signal.aborted; looks += 1) {
      if (journal.state === 'up') await look(looks % lookAtAllEvery === 0);
      await clock.sleep(discoveryMs, signal).catch(() => undefined);
    }
  }

  journal.watch(
    {
      appended(competition, seq) {
        if (seq > (intake.find(competition)?.at.seq ?? 0)) follow(competition);
      },
      missed: () => void look(true).catch(failed),
    },
    signal,
  );
  keepLooking().catch(failed);
}
