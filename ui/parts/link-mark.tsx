// The state of the connection as a small mark in words, so that nobody takes old results for new ones.
import type { LinkState } from '../link/link-state.ts';
import { useText } from '../text/text-context.tsx';
import { cx } from './cx.ts';
import styles from './link-mark.module.css';

interface LinkMarkProps {
  readonly state: LinkState;
  /** On a phone one word, on the smallest a dot alone while all is well: a clock may stand beside it. */
  readonly isShort?: boolean;
}

export function LinkMark({ state, isShort = false }: LinkMarkProps) {
  const { t } = useText();
  const isLive = state.kind === 'live';
  const isFirst = 'attempt' in state && state.attempt === 0;
  const isLost = !isLive && !isFirst;
  const words = isLive
    ? t('link.live')
    : state.kind === 'outdated'
      ? t('link.outdated')
      : isFirst || state.kind === 'off'
        ? t('link.connecting')
        : t('link.waiting');
  return (
    <span
      className={cx(styles.mark, isLive && styles.live, isLost && styles.lost, isShort && styles.whole)}
      role="status"
    >
      <span className={styles.dot} aria-hidden="true" />
      <span className={cx(isShort && isLive && styles.dotAlone, isShort && isLost && styles.long)}>{words}</span>
      {isShort && isLost ? (
        <span aria-hidden="true" className={styles.oneWord}>
          {t('link.lost')}
        </span>
      ) : null}
    </span>
  );
}
