// How fresh what this page shows is, always in sight and in words.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { cx } from '../parts/cx.ts';
import { viewerSession } from '../store/viewer-session.ts';
import { sentenceOfAge } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import styles from './freshness-note.module.css';

const tickMs = 1_000;

export function FreshnessNote() {
  const text = useText();
  const { t } = text;
  const session = viewerSession();
  const state = useSyncExternalStore(session.subscribe, session.state);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  const trueAt = session.trueAt();
  const age = trueAt === undefined ? undefined : sentenceOfAge(text, now - trueAt);
  const isLive = state.link.kind === 'live';
  return (
    <p className={cx(styles.note, !isLive && styles.old)} role="status">
      <span className={styles.dot} aria-hidden="true" />
      {age === undefined
        ? t(isLive ? 'relay.nothing' : 'link.connecting')
        : isLive
          ? t('relay.fresh', { age })
          : t('relay.old', { age })}
    </p>
  );
}
