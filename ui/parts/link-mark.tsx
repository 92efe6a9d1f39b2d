// The state of the connection as a small mark in words, so that nobody takes old results for new ones.
import type { LinkState } from '../link/link-state.ts';
import { useText } from '../text/text-context.tsx';
import { cx } from './cx.ts';
import styles from './link-mark.module.css';

export function LinkMark({ state }: { readonly state: LinkState }) {
  const { t } = useText();
  const isLive = state.kind === 'live';
  const isFirst = 'attempt' in state && state.attempt === 0;
  const words = isLive
    ? t('link.live')
    : state.kind === 'outdated'
      ? t('link.outdated')
      : isFirst || state.kind === 'off'
        ? t('link.connecting')
        : t('link.waiting');
  return (
    <span className={cx(styles.mark, isLive ? styles.live : isFirst ? undefined : styles.lost)} role="status">
      <span className={styles.dot} aria-hidden="true" />
      {words}
    </span>
  );
}
