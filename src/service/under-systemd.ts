// What systemd is told from the start to the end. The words that the main thread sends are its own sign of life: one that hangs sends none.
import type { Clock } from '../kit/clock.ts';
import type { Log } from '../kit/log.ts';
import { createNotifier, type Send, sendBySystemdNotify } from './notifier.ts';
import { checkSelf, type VitalSigns } from './self-check.ts';

export interface Supervision {
  ready(signs: VitalSigns): void;
  /** From here to `ended`, which resolves when everything is sent. */
  stopping(): void;
  ended(): Promise<void>;
}

interface Surroundings {
  readonly log: Log;
  readonly clock: Clock;
  readonly send?: Send;
}

const second = 1_000;
/** While it starts or stops it asks for this much more, this often, and no longer than this: then something hangs. */
const more = { askEveryMs: 10 * second, byMs: 30 * second, noLongerThanMs: 10 * 60 * second };
const lookEveryMs = 15 * second;

const nothing = () => undefined;
const nobody: Supervision = { ready: nothing, stopping: nothing, ended: async () => undefined };

/** How often systemd wants a sign of life: a third of the time after which it kills. Another one's watchdog is none of ours. */
export function watchEveryMs(
  { WATCHDOG_USEC, WATCHDOG_PID }: NodeJS.ProcessEnv,
  pid = process.pid,
): number | undefined {
  const microseconds = Number(WATCHDOG_USEC);
  if (!(microseconds > 0) || (WATCHDOG_PID !== undefined && Number(WATCHDOG_PID) !== pid)) return undefined;
  return Math.floor(microseconds / 1_000 / 3);
}

/** Does nothing where systemd does not ask to be told. */
export function openSupervision(environment: NodeJS.ProcessEnv, surroundings: Surroundings): Supervision {
  if (!environment.NOTIFY_SOCKET) return nobody;
  const { log, clock, send = sendBySystemdNotify(environment) } = surroundings;
  const notifier = createNotifier(send, log);
  const watched = watchEveryMs(environment);
  let phase = new AbortController();

  /** Every so often until the next phase. */
  function keep(everyMs: number, act: () => Promise<void> | void): void {
    phase.abort(new Error('next phase'));
    phase = new AbortController();
    const { signal } = phase;
    void (async () => {
      while (!signal.aborted) {
        await act();
        await clock.sleep(everyMs, signal).catch(() => undefined);
      }
    })();
  }

  function keepAskingForTime(message: Readonly<Record<string, string>>): void {
    const until = clock.now() + more.noLongerThanMs;
    const time = { EXTEND_TIMEOUT_USEC: String(more.byMs * 1_000) };
    keep(more.askEveryMs, () => {
      if (clock.now() < until) notifier.tell({ ...message, ...time, ...(watched && { WATCHDOG: '1' }) });
    });
  }

  async function look(signs: VitalSigns, isCurrent: () => boolean): Promise<void> {
    const { hangs, status } = await checkSelf(signs, clock);
    if (!isCurrent()) return;
    if (hangs !== undefined) log.error({ hangs }, 'no sign of life for systemd: it starts Tenring again soon');
    notifier.tell({ STATUS: status, ...(watched && hangs === undefined ? { WATCHDOG: '1' } : {}) });
  }

  keepAskingForTime({ STATUS: 'Starting: reading what is saved' });
  return {
    ready(signs) {
      notifier.tell({ READY: '1', STATUS: signs.words() });
      keep(watched ?? lookEveryMs, () => {
        const { signal } = phase;
        return look(signs, () => !signal.aborted);
      });
    },
    stopping: () => keepAskingForTime({ STOPPING: '1', STATUS: 'Stopping: writing everything into the archive' }),
    async ended() {
      phase.abort(new Error('ended'));
      await notifier.idle();
    },
  };
}
