// Which screens there are now: what each said of itself last, here or at another node, and what the desk wants of it at once. Worth nothing after a
// restart; whose a screen is and what it shows are facts of its competition.
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

/** What one node knows that the others want to. */
export interface KnownHere {
  readonly screens: readonly (readonly [screen: string, seen: SeenScreen])[];
  readonly wishes: readonly (readonly [screen: string, wishes: ScreenWishes])[];
}

export interface Presence {
  hear(screen: string, report: ScreenReport): ScreenWishes;
  seen(screen: string): SeenScreen | undefined;
  isThere(seen: SeenScreen): boolean;
  /** Those that were there lately. */
  present(): readonly string[];
  wish(screen: string, what: 'identify' | 'reload'): void;
  /** Of this node alone, and lately. */
  here(): KnownHere;
  /** Undefined: that node says nothing any more. */
  hearNode(node: string, known: KnownHere | undefined): void;
}

/** A screen reports every two seconds. */
export const thereForMs = 10_000;
const presentForMs = 60_000;
/** Far more than a venue has: who invents screens pushes out the oldest. */
const mostScreens = 500;

/** A screen asks every two seconds; clocks of nodes differ, so that an old wish must not stand in the way of a newer one. */
const wishForMs = 20_000;

const none: ScreenWishes = { identifyAt: null, reloadAt: null };

function later(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

function newest<Value>(all: Iterable<Value>, atOf: (value: Value) => number): Value | undefined {
  return [...all].sort((a, b) => atOf(b) - atOf(a))[0];
}

export function createPresence({ now }: Pick<Clock, 'now'>): Presence {
  // The longest silent first.
  const screens = new Map<string, SeenScreen>();
  const wishes = new Map<string, ScreenWishes>();
  const nodes = new Map<string, KnownHere>();
  const isPresent = ({ at }: SeenScreen) => now() - at <= presentForMs;

  function freshOf({ identifyAt, reloadAt }: ScreenWishes): ScreenWishes {
    const fresh = (at: number | null) => (at !== null && now() - at <= wishForMs ? at : null);
    return { identifyAt: fresh(identifyAt), reloadAt: fresh(reloadAt) };
  }

  /** A screen may have gone from one node to another. */
  function seen(screen: string): SeenScreen | undefined {
    const elsewhere = [...nodes.values()].flatMap((node) => node.screens.filter(([id]) => id === screen));
    const found = [screens.get(screen), ...elsewhere.map(([, each]) => each)].filter((each) => each !== undefined);
    return newest(found, ({ at }) => at);
  }

  function wishesFor(screen: string): ScreenWishes {
    const elsewhere = [...nodes.values()].flatMap((node) => node.wishes.filter(([id]) => id === screen));
    return elsewhere.reduce(
      (so, [, { identifyAt, reloadAt }]) => ({
        identifyAt: later(so.identifyAt, identifyAt),
        reloadAt: later(so.reloadAt, reloadAt),
      }),
      freshOf(wishes.get(screen) ?? none),
    );
  }

  function forgetOld() {
    for (const oldest of screens.keys()) {
      if (screens.size <= mostScreens) break;
      screens.delete(oldest);
    }
    for (const screen of wishes.keys()) if (!seen(screen)) wishes.delete(screen);
  }

  return {
    hear(screen, report) {
      screens.delete(screen);
      screens.set(screen, { at: now(), report });
      forgetOld();
      return wishesFor(screen);
    },
    seen,
    isThere: ({ at }) => now() - at <= thereForMs,
    present() {
      const everywhere = [...screens, ...[...nodes.values()].flatMap((node) => node.screens)];
      return [...new Set(everywhere.flatMap(([screen, each]) => (isPresent(each) ? [screen] : [])))];
    },
    wish(screen, what) {
      // Of one that is not there nothing is wanted.
      if (!seen(screen)) return;
      wishes.set(screen, { ...(wishes.get(screen) ?? none), [`${what}At`]: now() });
    },
    here: () => ({
      screens: [...screens].filter(([, each]) => isPresent(each)),
      wishes: [...wishes].map(([screen, wished]) => [screen, freshOf(wished)]),
    }),
    hearNode(node, known) {
      if (known) nodes.set(node, known);
      else nodes.delete(node);
    },
  };
}
