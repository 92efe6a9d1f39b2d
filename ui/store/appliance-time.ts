// What time the appliance has, on a device whose own clock may be years off. Each question and answer bounds the difference between the
// two clocks; the shortest round trip bounds it best. The local clock is one that never jumps (performance.now), so only a device that
// slept, or an appliance whose clock was set, makes an old answer worthless: then the new one contradicts it.

/** One question and its answer: sent and heard by the local clock, the appliance's time in between. */
export interface TimeSample {
  readonly sentMs: number;
  readonly serverMs: number;
  readonly heardMs: number;
}

/** The appliance's time is the local time plus `offsetMs`, give or take `errorMs` at the local time `atMs`. */
export interface TimeFit {
  readonly offsetMs: number;
  readonly errorMs: number;
  readonly atMs: number;
}

/** How fast two clocks may part: 50 ppm each is what cheap crystals promise. */
const driftPerMs = 1e-4;

/** The answer may have been written at either end of the trip, and is as old as the way back when it is heard. */
function fitOfSample({ sentMs, serverMs, heardMs }: TimeSample): TimeFit {
  const tripMs = heardMs - sentMs;
  return { offsetMs: serverMs - (sentMs + heardMs) / 2, errorMs: tripMs / 2 + tripMs * driftPerMs, atMs: heardMs };
}

export function errorAt({ errorMs, atMs }: TimeFit, localMs: number): number {
  return errorMs + Math.max(0, localMs - atMs) * driftPerMs;
}

/** The better of what was known and what a sample says. */
export function improveFit(known: TimeFit | undefined, sample: TimeSample): TimeFit {
  const fresh = fitOfSample(sample);
  if (!known) return fresh;
  const errorMs = errorAt(known, sample.heardMs);
  const isContradicted = Math.abs(known.offsetMs - fresh.offsetMs) > errorMs + fresh.errorMs;
  return isContradicted || fresh.errorMs <= errorMs ? fresh : known;
}

/** A correction up to here waits until time has caught up; a larger one is a clock that was set. */
const largestWaitMs = 1_000;

export interface ApplianceTime {
  /** Milliseconds since 1970 by the appliance's clock, never less than before; undefined until it has answered once. */
  now(): number | undefined;
  learn(sample: TimeSample): void;
  readonly fit: TimeFit | undefined;
}

export function createApplianceTime(localMs: () => number): ApplianceTime {
  let fit: TimeFit | undefined;
  let latestMs = Number.NEGATIVE_INFINITY;
  return {
    now() {
      if (!fit) return undefined;
      const nowMs = localMs() + fit.offsetMs;
      if (nowMs >= latestMs || latestMs - nowMs > largestWaitMs) latestMs = nowMs;
      return latestMs;
    },
    learn(sample) {
      fit = improveFit(fit, sample);
    },
    get fit() {
      return fit;
    },
  };
}
