// The shooting clock as it is seen: light, seconds, who is on the line, which end. In one line for the head of a page, as a panel for the
// desk, or over a whole screen, readable from the shooting line. The light is told in words too: colour alone says nothing to many.
import { useEffect, useState } from 'react';
import type { ClockFace } from '../../src/domain/clock/shooting-clock.ts';
import type { ClockStore, ShownClock } from '../store/clock-store.ts';
import { useText } from '../text/text-context.tsx';
import type { Translator } from '../text/translator.ts';
import styles from './clock-face.module.css';
import { cx } from './cx.ts';

/** Undefined while there is no clock, or no time to show it by. Draws anew with every second, and when something is set. */
export function useShownClock(store: ClockStore | undefined): ShownClock | undefined {
  const [shown, setShown] = useState(() => store?.shown());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const next = store?.shown();
      setShown(next);
      if (next?.changesInMs !== undefined) timer = setTimeout(look, Math.ceil(next.changesInMs));
    };
    look();
    const unsubscribe = store?.subscribe(look);
    return () => {
      clearTimeout(timer);
      unsubscribe?.();
    };
  }, [store]);
  return shown;
}

export function lineName({ t }: Translator, line: string): string {
  return line === '' ? t('clock.all') : line;
}

export function endName({ t }: Translator, end: number): string {
  return end === 0 ? t('clock.practice') : t('clock.end', { end });
}

interface FaceProps {
  readonly face: ClockFace;
}

/** For the head of a tablet or a board. Nothing while nobody is called. */
export function ClockChip({ store }: { readonly store: ClockStore }) {
  const face = useShownClock(store)?.face;
  return face && face.phase !== 'idle' ? <ChipOfFace face={face} /> : null;
}

function ChipOfFace({ face }: FaceProps) {
  const text = useText();
  const { light, line, phase, secondsLeft } = face;
  const words = text.t(`clock.phase.${phase}`);
  const isStopped = phase === 'emergency' || phase === 'paused';
  return (
    <p className={cx(styles.chip, styles[light], phase === 'emergency' && styles.emergency)} role="timer" title={words}>
      <span className={styles.hidden}>
        {text.t('clock.title')}, {words}:{' '}
      </span>
      {line === '' ? null : <span className={styles.chipLine}>{line}</span>}
      <span className={styles.chipSeconds}>{isStopped ? <StopMark /> : null}</span>
      <span className={styles.chipSeconds}>{secondsLeft}</span>
    </p>
  );
}

function StopMark() {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      <path d="M2 1h3.5v12H2zM8.5 1H12v12H8.5z" fill="currentColor" />
    </svg>
  );
}

/** For the desk, and for the whole of a screen. */
export function ClockPanel({ face, wall = false }: FaceProps & { readonly wall?: boolean }) {
  const text = useText();
  const { light, line, end, phase, secondsLeft } = face;
  const words = text.t(`clock.phase.${phase}`);
  return (
    <div className={cx(styles.panel, wall && styles.wall, styles[light], phase === 'emergency' && styles.emergency)}>
      <p className={styles.line}>{lineName(text, line)}</p>
      <p className={styles.seconds} role="timer" aria-label={text.t('clock.seconds', { count: secondsLeft })}>
        {secondsLeft}
      </p>
      <p className={styles.words}>{words}</p>
      <p className={styles.end}>{endName(text, end)}</p>
      <p className={styles.hidden} role="status">
        {lineName(text, line)}: {words}, {text.t(`clock.light.${light}`)}
      </p>
    </div>
  );
}
