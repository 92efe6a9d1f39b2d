// What was opened while a Tenring starts, and its end.
import type { Log } from '../kit/log.ts';

/** What was opened, to be closed in the opposite order whatever happens. */
export function createClosing(log: Log) {
  const steps: { readonly what: string; readonly close: () => Promise<void> | void }[] = [];
  let closing: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    for (const { what, close } of steps.reverse()) {
      try {
        await close();
      } catch (error) {
        // The rest must still be closed; that this part was not is for a person to see.
        log.error({ what, error: String(error) }, 'a part did not close');
      }
    }
  }

  return {
    add: (what: string, close: () => Promise<void> | void) => {
      steps.push({ what, close });
    },
    close: () => {
      closing ??= closeAll();
      return closing;
    },
  };
}

export type Closing = ReturnType<typeof createClosing>;
