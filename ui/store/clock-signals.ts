// When the horn of a screen sounds: whenever the face that it shows becomes another one that has a signal. A page that was asleep or
// without a connection keeps silent about what is long over; an emergency is told however late.
import { type ClockFace, signalBetween } from '../../src/domain/clock/shooting-clock.ts';
import type { ClockStore, ClockWorld } from './clock-store.ts';

const latestMs = 1_500;

/** Rings with the number of sounds. Returns what ends it. */
export function watchSignals(store: ClockStore, world: ClockWorld, ring: (sounds: number) => void): () => void {
  let before: ClockFace | undefined;
  let cancel: () => void = () => undefined;

  function look() {
    cancel();
    const shown = store.shown();
    if (!shown) {
      before = undefined;
      return;
    }
    const { face, changesInMs, sinceSignalMs } = shown;
    const sounds = before ? signalBetween(before, face) : 0;
    // A line that shoots on after a stop begins long after its call.
    const isGoingOn = before?.phase === 'paused' || before?.phase === 'emergency';
    before = face;
    if (sounds > 0 && (isGoingOn || sinceSignalMs < latestMs)) ring(sounds);
    if (changesInMs !== undefined) cancel = world.after(Math.ceil(changesInMs), look);
  }

  const unsubscribe = store.subscribe(look);
  look();
  return () => {
    cancel();
    unsubscribe();
  };
}
