// How old what came over the relay is, though the venue's clock may be wrong: what comes live tells how the two clocks differ, give or take
// its way here. Pure.

export interface Freshness {
  /** When the latest was sent, by the venue's clock; undefined before the first. */
  readonly sentAtMs: number | undefined;
  /** This device's clock less the venue's; undefined while nothing came live. */
  readonly offsetMs: number | undefined;
  /** Without news for longer than this, by the venue's word, the venue is silent. */
  readonly everyMs: number | undefined;
}

export const nothingFresh: Freshness = { sentAtMs: undefined, offsetMs: undefined, everyMs: undefined };

export interface Sign {
  readonly sentAtMs: number;
  readonly heardAtMs: number;
  /** From a cache: it may be as old as it likes. */
  readonly isKept: boolean;
  readonly everyMs?: number | undefined;
}

export function withSign(fresh: Freshness, { sentAtMs, heardAtMs, isKept, everyMs }: Sign): Freshness {
  const differenceMs = heardAtMs - sentAtMs;
  // Also what was kept has come after it was sent: a clock that says otherwise is wrong by that much at least.
  const offsetMs = isKept
    ? fresh.offsetMs === undefined
      ? differenceMs < 0
        ? differenceMs
        : undefined
      : Math.min(fresh.offsetMs, differenceMs)
    : Math.min(fresh.offsetMs ?? differenceMs, differenceMs);
  return {
    sentAtMs: Math.max(fresh.sentAtMs ?? sentAtMs, sentAtMs),
    offsetMs,
    everyMs: everyMs ?? fresh.everyMs,
  };
}

/** When the latest was true at the venue, by this device's clock. */
export function trueAtMs({ sentAtMs, offsetMs = 0 }: Freshness): number | undefined {
  return sentAtMs === undefined ? undefined : sentAtMs + offsetMs;
}

const usualEveryMs = 60_000;

/** When the venue will have been silent for too long. */
export function silentFromMs(fresh: Freshness): number | undefined {
  const since = trueAtMs(fresh);
  return since === undefined ? undefined : since + 2.5 * (fresh.everyMs ?? usualEveryMs);
}
