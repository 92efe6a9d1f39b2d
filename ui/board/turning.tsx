// Content that may be longer than a TV, whatever it is: it flows into columns as high as there is room, of which a screenful is shown at a
// time. Nothing is cut, and nobody has to scroll. On a phone it is the page that scrolls.
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../text/text-context.tsx';
import styles from './turning.module.css';
import { type TurnTime, usePage } from './use-page.ts';
import type { Layout } from './view-options.ts';

interface TurningProps {
  readonly competition: string;
  readonly layout: Layout;
  /** Beside each other on one screen. */
  readonly columns: 1 | 2 | 3;
  readonly turn?: TurnTime | undefined;
  readonly children: ReactNode;
}

export function Turning({ competition, layout, columns, turn, children }: TurningProps) {
  if (layout !== 'screen') return children;
  return (
    <Screenfuls competition={competition} columns={columns} turn={turn}>
      {children}
    </Screenfuls>
  );
}

function Screenfuls({ competition, columns, turn, children }: Omit<TurningProps, 'layout'>) {
  const { t } = useText();
  const flow = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState(1);
  const page = usePage(competition, pages, { turn });
  const isRightToLeft = document.documentElement.dir === 'rtl';
  useLayoutEffect(() => {
    const measure = () => {
      const box = flow.current;
      if (!box) return;
      const gapPx = Number.parseFloat(window.getComputedStyle(box).columnGap) || 0;
      setPages(Math.max(1, Math.round((box.scrollWidth + gapPx) / (box.clientWidth + gapPx))));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  });
  return (
    <div className={styles.window}>
      <div
        ref={flow}
        className={styles.flow}
        data-columns={columns}
        style={{ transform: `translateX(calc(${isRightToLeft ? page : -page} * (100% + var(--gap))))` }}
      >
        {children}
      </div>
      {pages > 1 ? <p className={styles.page}>{t('board.page', { page: page + 1, pages })}</p> : null}
    </div>
  );
}
