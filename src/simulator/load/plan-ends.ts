// When which tablet sends an end: evenly through the load, and every so often everybody at once, as after the whistle that ends the
// shooting. Planned lazily, in the order of time, the same for the same seed.
import { createRandom } from '../random.ts';

export interface LoadShape {
  readonly tablets: number;
  readonly archersPerTablet: number;
  /** Of the whole field, besides the whistles. */
  readonly endsPerSecond: number;
  readonly seconds: number;
  /** 0: none. */
  readonly whistleEverySeconds: number;
  readonly seed: number;
}

export interface PlannedEnd {
  /** After the beginning of the load. */
  readonly atMs: number;
  /** From 0. */
  readonly tablet: number;
  /** Of that tablet, from 0. */
  readonly archer: number;
}

/** A tenth of the time between two whistles, and never longer than this: harder than any field of people. */
const whistleMostMs = 2_000;
/** An archer shoots an end about every four minutes. */
const endSeconds = 240;

export function usualEndsPerSecond({ tablets, archersPerTablet }: Pick<LoadShape, 'tablets' | 'archersPerTablet'>) {
  return (tablets * archersPerTablet) / endSeconds;
}

/** Seconds at which the whistle goes: after a third of the first time, then every so often, not in the last moment. */
export function whistlesIn({ whistleEverySeconds, seconds }: LoadShape): readonly number[] {
  if (whistleEverySeconds <= 0) return [];
  const first = Math.min(whistleEverySeconds, seconds) / 3;
  const times: number[] = [];
  for (let at = first; at <= seconds * 0.9; at += whistleEverySeconds) times.push(at);
  return times;
}

/** The most ends that one archer sends. */
export function mostEndsOfOne(shape: LoadShape): number {
  const even = Math.ceil((shape.endsPerSecond * shape.seconds) / (shape.tablets * shape.archersPerTablet));
  return even + whistlesIn(shape).length;
}

function whistled(shape: LoadShape, at: number, index: number): readonly PlannedEnd[] {
  const { tablets, archersPerTablet, whistleEverySeconds, seconds, seed } = shape;
  const within = Math.min(whistleMostMs, Math.min(whistleEverySeconds, seconds) * 100);
  const random = createRandom(seed, index);
  const ends: PlannedEnd[] = [];
  for (let tablet = 0; tablet < tablets; tablet += 1) {
    for (let archer = 0; archer < archersPerTablet; archer += 1)
      ends.push({ atMs: at * 1_000 + within * random.next(), tablet, archer });
  }
  return ends.sort((a, b) => a.atMs - b.atMs);
}

/** Tablet after tablet, so that neighbours in time are not neighbours at a butt. */
function* evenly({ tablets, archersPerTablet, endsPerSecond, seconds }: LoadShape): Generator<PlannedEnd> {
  const total = Math.floor(endsPerSecond * seconds);
  for (let index = 0; index < total; index += 1) {
    const archer = Math.floor(index / tablets) % archersPerTablet;
    yield { atMs: (index * 1_000) / endsPerSecond, tablet: index % tablets, archer };
  }
}

function* allWhistled(shape: LoadShape): Generator<PlannedEnd> {
  for (const [index, at] of whistlesIn(shape).entries()) yield* whistled(shape, at, index);
}

export function* planEnds(shape: LoadShape): Generator<PlannedEnd> {
  const bursts = allWhistled(shape);
  let burst = bursts.next();
  for (const end of evenly(shape)) {
    for (; !burst.done && burst.value.atMs <= end.atMs; burst = bursts.next()) yield burst.value;
    yield end;
  }
  for (; !burst.done; burst = bursts.next()) yield burst.value;
}
