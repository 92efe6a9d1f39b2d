// When the horn of a screen sounds: whenever the face that it shows becomes another one that has a signal. A page that was asleep or
// without a connection keeps silent about what is long over; an emergency is told however late.
import { type KeptFace, keptSignalBetween } from '../../src/domain/clock/kept-clock.ts';
import type { ClockStore, ClockWorld } from './clock-store.ts';

const latestMs = 1_500;

/** Rings with the number of sounds. `keys` as in ClockStore.shown. Returns what ends it. */
export function watchSignals(
  store: ClockStore,
  world: ClockWorld,
  ring: (sounds: number) => void,
  keys?: readonly string[],
): () => void {
  let before: KeptFace | undefined;
  /** What is there when the watching begins is no news. */
  let isFirst = true;
  let cancel: () => void = () => undefined;

  function look() {
    cancel();
    const now = store.shown(keys);
    if (!now) {
      before = undefined;
      isFirst &&= store.now() === undefined;
      return;
    }
    const { shown, changesInMs, sinceSignalMs } = now;
    const sounds = isFirst ? 0 : keptSignalBetween(before, shown);
    isFirst = false;
    // A line that shoots on after a stop begins long after its call.
    const wasStopped = before?.face.phase === 'paused' || before?.face.phase === 'emergency';
    const isGoingOn = wasStopped && before?.key === shown.key;
    before = shown;
    if (sounds > 0 && (isGoingOn || shown.face.phase === 'emergency' || sinceSignalMs < latestMs)) ring(sounds);
    if (changesInMs !== undefined) cancel = world.after(Math.ceil(changesInMs), look);
  }

  const unsubscribe = store.subscribe(look);
  look();
  return () => {
    cancel();
    unsubscribe();
  };
}
