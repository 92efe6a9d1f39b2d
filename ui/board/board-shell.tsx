// The frame of a board that shows one thing: on a phone a page with its tools, on a TV a head in big type and nothing to press.
import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { cx } from '../parts/cx.ts';
import { LinkMark } from '../parts/link-mark.tsx';
import { Logo } from '../parts/logo.tsx';
import { LanguagePicker, ThemePicker } from '../parts/pickers.tsx';
import { Rings } from '../parts/rings.tsx';
import { useAwake } from '../parts/use-awake.ts';
import { useText, useTitle } from '../text/text-context.tsx';
import styles from './board-shell.module.css';
import { Stale } from './stale.tsx';
import { useBoardView } from './use-board.ts';
import type { Layout } from './view-options.ts';

interface BoardShellProps {
  readonly competition: CompetitionView;
  readonly title: string;
  readonly layout: Layout;
  /** Where a page leads back to, if not to the competition's boards. */
  readonly back?: { readonly href: string; readonly words: string };
  readonly children: ReactNode;
}

export function BoardShell({ competition, title, layout, back, children }: BoardShellProps) {
  const { t } = useText();
  const { link } = useBoardView();
  const isBig = layout === 'screen';
  useTitle(title, competition.name);
  useAwake();
  useBigType(isBig);
  return (
    <div className={cx(styles.screen, isBig && styles.big)}>
      <header className={styles.top}>
        <a href="/" className={styles.home} aria-label={t('app.home')}>
          <Logo size={isBig ? 64 : 40} />
        </a>
        <div className={styles.titles}>
          <p className={styles.competition}>{competition.name}</p>
          <h1 className={styles.title}>{title}</h1>
        </div>
        <span className={styles.link}>
          <LinkMark state={link} />
        </span>
        {isBig ? null : (
          <span className={styles.tools}>
            <ThemePicker />
            <LanguagePicker />
          </span>
        )}
      </header>
      <Rings thick />
      <main id="content" className={styles.main}>
        <div className={styles.stale}>
          <Stale />
        </div>
        {children}
      </main>
      {isBig ? null : (
        <footer className={styles.foot}>
          <Link href={back?.href ?? `/board/${encodeURIComponent(competition.id)}`}>
            {back?.words ?? t('board.back')}
          </Link>
        </footer>
      )}
    </div>
  );
}

/** Sizes follow the screen (big-screen.module.css). */
export function useBigType(isBig: boolean): void {
  useEffect(() => {
    if (!isBig) return undefined;
    document.documentElement.dataset.screen = 'big';
    return () => {
      delete document.documentElement.dataset.screen;
    };
  }, [isBig]);
}
