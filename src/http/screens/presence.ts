// Which screens there are now: what each said of itself last, and what the desk wants of it at once. Worth nothing after a restart; whose a
// screen is and what it shows are facts of its competition.
import type { Clock } from '../../kit/clock.ts';
import type { ScreenReport } from '../../wire/api-show.ts';

export interface SeenScreen {
  readonly at: number;
  readonly report: ScreenReport;
}

export interface ScreenWishes {
  readonly identifyAt: number | null;
  readonly reloadAt: number | null;
}

export interface Presence {
  hear(screen: string, report: ScreenReport): ScreenWishes;
  seen(screen: string): SeenScreen | undefined;
  isThere(seen: SeenScreen): boolean;
  /** Those that were there lately. */
  present(): readonly string[];
  wish(screen: string, what: 'identify' | 'reload'): void;
}

/** A screen reports every two seconds. */
export const thereForMs = 10_000;
const presentForMs = 60_000;
/** Far more than a venue has: who invents screens pushes out the oldest. */
const mostScreens = 500;

const none: ScreenWishes = { identifyAt: null, reloadAt: null };

export function createPresence({ now }: Pick<Clock, 'now'>): Presence {
  // The longest silent first.
  const screens = new Map<string, SeenScreen>();
  const wishes = new Map<string, ScreenWishes>();

  return {
    hear(screen, report) {
      screens.delete(screen);
      screens.set(screen, { at: now(), report });
      for (const oldest of screens.keys()) {
        if (screens.size <= mostScreens) break;
        screens.delete(oldest);
        wishes.delete(oldest);
      }
      return wishes.get(screen) ?? none;
    },
    seen: (screen) => screens.get(screen),
    isThere: ({ at }) => now() - at <= thereForMs,
    present: () => [...screens].filter(([, { at }]) => now() - at <= presentForMs).map(([screen]) => screen),
    wish(screen, what) {
      // Of one that is not there nothing is wanted.
      if (!screens.has(screen)) return;
      wishes.set(screen, { ...(wishes.get(screen) ?? none), [`${what}At`]: now() });
    },
  };
}
