// With an outside Redis other nodes may write too: their facts are read on as they come. With the built-in one this process is the only
// writer and nothing is read back.
import { type Journal, JournalUnavailableError } from '../journal/journal.ts';
import type { Clock } from '../kit/clock.ts';
import type { OpenableIntake } from './create-intake.ts';

const discoveryMs = 2_000;

export interface OtherNodesParts {
  readonly journal: Journal;
  readonly intake: OpenableIntake;
  readonly clock: Clock;
  readonly failed: (error: unknown) => void;
}

/** Until the signal aborts. New competitions are found within two seconds. */
export async function followOtherNodes(
  { journal, intake, clock, failed }: OtherNodesParts,
  signal: AbortSignal,
): Promise<void> {
  const followed = new Set<string>();

  async function follow(competition: string): Promise<void> {
    await intake.catchUp(competition);
    const after = intake.find(competition)?.at.seq ?? 0;
    for await (const records of journal.follow(competition, after, signal)) {
      const last = records.at(-1)?.seq ?? 0;
      // Our own appends come back here too: they are known already.
      if (last > (intake.find(competition)?.at.seq ?? 0)) await intake.catchUp(competition);
    }
  }

  async function competitionsNow(): Promise<readonly string[]> {
    try {
      return await journal.competitions();
    } catch (error) {
      if (error instanceof JournalUnavailableError) return [];
      throw error;
    }
  }

  while (!signal.aborted) {
    if (journal.state === 'up') {
      for (const competition of await competitionsNow()) {
        if (followed.has(competition)) continue;
        followed.add(competition);
        follow(competition).catch((error: unknown) => {
          if (!signal.aborted) failed(error);
        });
      }
    }
    await clock.sleep(discoveryMs, signal).catch(() => undefined);
  }
}
