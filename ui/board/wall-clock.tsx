// The shooting clock on a TV or a phone of its own: the whole screen is the light.
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { ClockPanel, useShownClock } from '../parts/clock-face.tsx';
import { HornButton } from '../parts/clock-horn.tsx';
import { Empty } from '../parts/empty.tsx';
import { LinkMark } from '../parts/link-mark.tsx';
import { useAwake } from '../parts/use-awake.ts';
import { viewerSession } from '../store/viewer-session.ts';
import { useText, useTitle } from '../text/text-context.tsx';
import { useBoardView } from './use-board.ts';
import styles from './wall-clock.module.css';

export function WallClock({ competition }: { readonly competition: CompetitionView }) {
  const { t } = useText();
  const store = viewerSession().clock(competition.id);
  const shown = useShownClock(store);
  const { link, lostAt } = useBoardView();
  const isLost = lostAt !== undefined && link.kind !== 'live';
  useTitle(t('clock.title'), competition.name);
  useAwake();
  return (
    <div className={styles.screen}>
      <main id="content" className={styles.main}>
        <h1 className={styles.hidden}>
          {t('clock.title')}, {competition.name}
        </h1>
        {shown ? (
          <ClockPanel face={shown.face} wall />
        ) : (
          <Empty title={t(store.clock() ? 'clock.unknownTime' : 'clock.none')}>{t('clock.none.text')}</Empty>
        )}
      </main>
      <footer className={styles.foot}>
        <LinkMark state={link} />
        {isLost ? (
          <p className={styles.lost} role="alert">
            {t('clock.lost')}
          </p>
        ) : null}
        <p className={styles.order}>
          {shown && shown.clock.lines.length > 1 ? t('clock.order', { lines: shown.clock.lines.join(' – ') }) : null}
        </p>
        <HornButton store={store} />
      </footer>
    </div>
  );
}
