// The horn of a board or of the desk: its sounds, and the button that allows them, because browsers let no page sound before somebody
// has touched it.
import { useEffect, useRef, useState } from 'react';
import { watchSignals } from '../store/clock-signals.ts';
import type { ClockStore } from '../store/clock-store.ts';
import { browserClock } from '../store/viewer-session.ts';
import { useText } from '../text/text-context.tsx';
import { Button } from './button.tsx';

const soundSeconds = 0.65;
const everySeconds = 1;
/** A third, as horns have it: heard above wind and through ear protection. */
const pitchesHz = [392, 494];

/** Each sound begins and ends softly enough not to crack. */
export function blow(context: AudioContext, sounds: number): void {
  for (let index = 0; index < sounds; index += 1) {
    const from = context.currentTime + 0.02 + index * everySeconds;
    const volume = context.createGain();
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(0.45, from + 0.03);
    volume.gain.setValueAtTime(0.45, from + soundSeconds - 0.05);
    volume.gain.linearRampToValueAtTime(0, from + soundSeconds);
    volume.connect(context.destination);
    for (const pitch of pitchesHz) {
      const tone = context.createOscillator();
      tone.type = 'sawtooth';
      tone.frequency.value = pitch;
      tone.connect(volume);
      tone.start(from);
      tone.stop(from + soundSeconds);
    }
  }
}

type HornState = 'off' | 'on' | 'refused';

interface HornButtonProps {
  readonly store: ClockStore;
  /** As in ClockStore.shown. */
  readonly keys?: readonly string[] | undefined;
}

export function HornButton({ store, keys }: HornButtonProps) {
  const { t } = useText();
  const [state, setState] = useState<HornState>('off');
  const context = useRef<AudioContext | undefined>(undefined);

  const wanted = keys?.join('\n');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same keys in another list are the same.
  useEffect(() => {
    if (state !== 'on') return undefined;
    const ring = (sounds: number) => {
      if (context.current) blow(context.current, sounds);
    };
    return watchSignals(store, browserClock, ring, keys);
  }, [state, store, wanted]);

  useEffect(() => () => void context.current?.close(), []);

  const toggle = async () => {
    if (state === 'on') {
      setState('off');
      return;
    }
    try {
      context.current ??= new AudioContext();
      await context.current.resume();
      blow(context.current, 1);
      setState('on');
    } catch {
      setState('refused');
    }
  };
  return (
    <Button onClick={toggle} aria-pressed={state === 'on'}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path d="M3 7.5h3.5L11 4v12l-4.5-3.5H3z" fill="currentColor" />
        {state === 'on' ? (
          <path
            d="M13.5 7a4 4 0 0 1 0 6M15.5 4.8a7 7 0 0 1 0 10.4"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
          />
        ) : (
          <path d="M13.5 7.5l4 5M17.5 7.5l-4 5" fill="none" stroke="currentColor" strokeWidth="1.8" />
        )}
      </svg>
      {t(state === 'on' ? 'clock.sound.off' : state === 'refused' ? 'clock.sound.refused' : 'clock.sound.on')}
    </Button>
  );
}
