// The one that took over tells the one before it, as soon as that is seen again: no two may score.
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import { type AskPrimary, PrimaryAwayError, PrimaryRefusedError } from './ask-primary.ts';
import type { Followed } from './role-file.ts';

export interface TellingParts {
  readonly followed: Followed;
  readonly ask: Pick<AskPrimary, 'tookOver'>;
  /** Where this one is reached. */
  readonly by: string;
  /** It knows, or there is nobody who would have to. */
  readonly told: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

const everyMs = 3_000;

/** Until it has heard, or does not know this one any more, or the signal aborts. */
export async function tellReplaced(
  { followed, ask, by, told, clock, log }: TellingParts,
  signal: AbortSignal,
): Promise<void> {
  const { origin, token } = followed;
  while (!signal.aborted) {
    try {
      await ask.tookOver(token, by, signal);
      log.warn({ origin }, 'the one that scored before has been told that this one took over');
      told();
      return;
    } catch (error) {
      if (error instanceof PrimaryRefusedError) {
        log.info({ origin, why: error.message }, 'where the one before was another one answers, or it was set up anew');
        told();
        return;
      }
      if (!(error instanceof PrimaryAwayError)) throw error;
      await clock.sleep(everyMs, signal).catch(() => undefined);
    }
  }
}
