// The lines of a playlist in their order: dragged by a handle, or moved by its arrow keys and by buttons, which is told to a screen reader.
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { cx } from '../../parts/cx.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import screens from '../screens.module.css';
import styles from './playlists.module.css';
import { useDragOrder } from './use-drag-order.ts';
import { areSecondsRight, type Line } from './use-lines.ts';

interface LineListProps {
  readonly lines: readonly Line[];
  readonly wordsOf: (line: Line) => string;
  /** The line whose picture is shown. */
  readonly shown: string | undefined;
  readonly onShow: (key: string | undefined) => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onSeconds: (key: string, seconds: string) => void;
  readonly onLeaveOut: (at: number) => void;
}

/** What was pressed in a line, to have the keyboard there again. */
type Pressed = 'handle' | 'up' | 'down';

export function LineList({ lines, wordsOf, shown, onShow, onMove, onSeconds, onLeaveOut }: LineListProps) {
  const { t } = useText();
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useRef<{ readonly at: number; readonly pressed: Pressed } | undefined>(undefined);
  const [said, setSaid] = useState('');
  const move = useCallback(
    (from: number, to: number, pressed: Pressed = 'handle') => {
      const line = lines[from];
      if (!line || to < 0 || to >= lines.length) return;
      focusNext.current = { at: to, pressed };
      setSaid(t('desk.playlists.moved', { view: wordsOf(line), place: to + 1, places: lines.length }));
      onMove(from, to);
    },
    [lines, wordsOf, onMove, t],
  );
  const { dragged, grab } = useDragOrder(list, move);
  // An element that changes its place loses the keyboard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the order is another.
  useLayoutEffect(() => {
    if (!focusNext.current) return;
    const { at, pressed } = focusNext.current;
    focusNext.current = undefined;
    const line = list.current?.children[at];
    const wanted = line?.querySelector<HTMLButtonElement>(`[data-pressed="${pressed}"]:not(:disabled)`);
    (wanted ?? line?.querySelector<HTMLButtonElement>('[data-pressed="handle"]'))?.focus();
  }, [lines]);
  return (
    <>
      <ol className={cx(screens.items, dragged && styles.dragging)} ref={list}>
        {lines.map((line, index) => {
          const { key, seconds } = line;
          const view = wordsOf(line);
          const isRight = areSecondsRight(seconds);
          return (
            <li
              key={key}
              className={cx(dragged?.from === index && styles.dragged, shown === key && styles.shown)}
              data-drop={
                dragged && dragged.to !== dragged.from && dragged.to === index
                  ? dragged.to < dragged.from
                    ? 'before'
                    : 'after'
                  : undefined
              }
            >
              <button
                type="button"
                className={styles.handle}
                data-pressed="handle"
                aria-label={t('desk.playlists.drag', { view })}
                onPointerDown={grab(index)}
                onKeyDown={(event) => {
                  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
                  if (by === 0) return;
                  event.preventDefault();
                  move(index, index + by);
                }}
              >
                <span aria-hidden="true">⠿</span>
              </button>
              <span className={screens.item}>{view}</span>
              <span className={styles.time}>
                <input
                  type="text"
                  inputMode="numeric"
                  className={screens.seconds}
                  maxLength={4}
                  value={seconds}
                  aria-label={t('desk.playlists.seconds', { view })}
                  aria-invalid={!isRight}
                  onChange={({ target }) => onSeconds(key, target.value)}
                />{' '}
                s
              </span>
              <span className={styles.moves}>
                <Button
                  data-pressed="up"
                  aria-label={t('desk.playlists.up', { view })}
                  disabled={index === 0}
                  onClick={() => move(index, index - 1, 'up')}
                >
                  ↑
                </Button>
                <Button
                  data-pressed="down"
                  aria-label={t('desk.playlists.down', { view })}
                  disabled={index === lines.length - 1}
                  onClick={() => move(index, index + 1, 'down')}
                >
                  ↓
                </Button>
                <Button
                  aria-pressed={shown === key}
                  aria-label={t('desk.screens.previewOf', { what: view })}
                  onClick={() => onShow(shown === key ? undefined : key)}
                >
                  {t('desk.screens.preview')}
                </Button>
                <Button
                  look="quiet"
                  aria-label={t('desk.playlists.without', { view })}
                  onClick={() => onLeaveOut(index)}
                >
                  ✕
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
      <p className={desk.hidden} role="status">
        {said}
      </p>
    </>
  );
}
