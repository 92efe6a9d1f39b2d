// The shooting clock as it is seen: light, seconds, who is on the line, which end. In one line for the head of a page, as a panel for the
// desk, or over a whole screen, readable from the shooting line. The light is told in words too: colour alone says nothing to many.
import { useEffect, useState } from 'react';
import type { KeptFace } from '../../src/domain/clock/kept-clock.ts';
import type { MatchClockFace } from '../../src/domain/clock/match-clock.ts';
import type { ClockFace } from '../../src/domain/clock/shooting-clock.ts';
import { type Side, sides } from '../../src/domain/match/match.ts';
import type { ClockStore, ShownClock } from '../store/clock-store.ts';
import { useText } from '../text/text-context.tsx';
import type { Translator } from '../text/translator.ts';
import styles from './clock-face.module.css';
import { cx } from './cx.ts';

/**
 * Undefined while there is no clock, or no time to show it by. Draws anew with every second, and when something is set. `keys` as in
 * ClockStore.shown.
 */
export function useShownClock(store: ClockStore | undefined, keys?: readonly string[]): ShownClock | undefined {
  const [shown, setShown] = useState(() => store?.shown(keys));
  const wanted = keys?.join('\n');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same keys in another list are the same.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const next = store?.shown(keys);
      setShown(next);
      if (next?.changesInMs !== undefined) timer = setTimeout(look, Math.ceil(next.changesInMs));
    };
    look();
    const unsubscribe = store?.subscribe(look);
    return () => {
      clearTimeout(timer);
      unsubscribe?.();
    };
  }, [store, wanted]);
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

interface ClockChipProps {
  readonly store: ClockStore;
  readonly keys?: readonly string[] | undefined;
}

/** For the head of a tablet or a board. Nothing while nobody is called. */
export function ClockChip({ store, keys }: ClockChipProps) {
  const shown = useShownClock(store, keys)?.shown;
  return shown && shown.face.phase !== 'idle' ? <KeptChip shown={shown} /> : null;
}

/** The clock of a category's sessions, or where none of those is set, whichever goes. */
export function CategoryClock({ store, keys }: ClockChipProps) {
  const own = useShownClock(store, keys);
  const any = useShownClock(store);
  const shown = (own ?? any)?.shown;
  return shown && shown.face.phase !== 'idle' ? <KeptChip shown={shown} /> : null;
}

export function KeptChip({ shown }: { readonly shown: KeptFace }) {
  return shown.of === 'lines' ? <ChipOfFace face={shown.face} /> : <ChipOfMatch face={shown.face} />;
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

interface MatchFaceProps {
  readonly face: MatchClockFace;
}

/** Side a on the left, as everywhere. */
function ChipOfMatch({ face }: MatchFaceProps) {
  const text = useText();
  const { lights, phase, secondsLeft } = face;
  const words = text.t(`clock.phase.${phase}`);
  return (
    <p className={cx(styles.pair, phase === 'emergency' && styles.emergency)} role="timer" title={words}>
      <span className={styles.hidden}>
        {text.t('clock.title')}, {words}:{' '}
      </span>
      {sides.map((side) => (
        <span key={side} className={cx(styles.half, styles[lights[side]])}>
          {secondsLeft[side]}
        </span>
      ))}
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

interface MatchPanelProps extends MatchFaceProps {
  readonly names: Readonly<Record<'a' | 'b', string>>;
  /** Which set or end, and of what. */
  readonly place: string;
  readonly wall?: boolean;
  /** In one line, for the page of the match itself, which has the names already. */
  readonly low?: boolean;
}

/** Both sides of a match by turns; the one that shoots is green. */
export function MatchClockPanel({ face, names, place, wall = false, low = false }: MatchPanelProps) {
  const text = useText();
  const { lights, phase, side: onTurn, secondsLeft } = face;
  const words = text.t(`clock.phase.${phase}`);
  const isGoing = phase !== 'idle' && phase !== 'over';
  return (
    <div className={cx(styles.match, wall && styles.matchWall, low && styles.matchLow)}>
      {sides.map((side) => (
        <div
          key={side}
          className={cx(
            styles.matchSide,
            styles[lights[side]],
            isGoing && onTurn === side && styles.onTurn,
            phase === 'emergency' && styles.emergency,
          )}
        >
          <p className={styles.matchName}>{names[side]}</p>
          <p
            className={styles.matchSeconds}
            role="timer"
            aria-label={`${names[side]}: ${text.t('clock.seconds', { count: secondsLeft[side] })}`}
          >
            {secondsLeft[side]}
          </p>
        </div>
      ))}
      <p className={styles.matchWords}>
        <strong>{words}</strong> <span>{place}</span>
      </p>
      <p className={styles.hidden} role="status">
        {isGoing ? names[onTurn] : ''} {words}
      </p>
    </div>
  );
}

/** One side's time, beside its name. */
export function SideTime({ face, side, name }: MatchFaceProps & { readonly side: Side; readonly name: string }) {
  const { t } = useText();
  const { lights, phase, side: onTurn, secondsLeft } = face;
  const isGoing = phase !== 'idle' && phase !== 'over';
  return (
    <p
      className={cx(
        styles.sideTime,
        styles[lights[side]],
        isGoing && onTurn === side && styles.onTurn,
        phase === 'emergency' && styles.emergency,
      )}
      role="timer"
      aria-label={`${name}: ${t('clock.seconds', { count: secondsLeft[side] })}`}
    >
      {secondsLeft[side]}
    </p>
  );
}
