// A message across its container: what happened, in words, and what can be done about it.
import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { cx } from './cx.ts';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

interface BannerProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** Read out at once, rather than when there is a pause. */
  readonly urgent?: boolean;
}

export function Banner({ tone, children, action, urgent = false }: BannerProps) {
  return (
    <div className={cx(styles.banner, styles[tone])} role={urgent ? 'alert' : 'status'}>
      <span className={styles.mark} aria-hidden="true">
        {tone === 'good' ? '✓' : tone === 'info' ? 'i' : '!'}
      </span>
      <div className={styles.words}>{children}</div>
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
