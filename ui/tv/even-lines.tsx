// A list of lines of one height on a TV: as many on a page as there is room for, so that of thousands only a page is ever laid out.
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Turn } from '../../src/domain/show/rotation.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { usePage } from '../board/use-page.ts';
import { slidesOf } from '../board/view-options.ts';
import { useText } from '../text/text-context.tsx';
import styles from './tv.module.css';

interface EvenLinesProps<T> {
  readonly competition: CompetitionView;
  readonly turn: Turn;
  readonly columns: 1 | 2;
  readonly lines: readonly T[];
  readonly children: (line: T) => ReactNode;
}

/** As tv.module.css has it. */
const lineRem = 2.85;

export function EvenLines<T>({ competition, turn, columns, lines, children }: EvenLinesProps<T>) {
  const { t } = useText();
  const list = useRef<HTMLUListElement>(null);
  const [fit, setFit] = useState(10);
  const slides = slidesOf(lines.length, fit * columns);
  const page = usePage(competition.id, slides.length, { turn });
  const slide = slides[page];
  useLayoutEffect(() => {
    const measure = () => {
      if (!list.current) return;
      const remPx = Number.parseFloat(window.getComputedStyle(document.documentElement).fontSize);
      setFit(Math.max(1, Math.floor(list.current.clientHeight / (lineRem * remPx))));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  });
  return (
    <>
      <ul ref={list} className={styles.evenLines} data-columns={columns}>
        {lines.slice(slide?.from, slide?.to).map(children)}
      </ul>
      <p className={styles.page}>{slide && slides.length > 1 ? t('board.page', { ...slide }) : ''}</p>
    </>
  );
}
