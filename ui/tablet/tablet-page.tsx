// Which of the tablet's screens is shown: joining, moving, or scoring.
import { useSyncExternalStore } from 'react';
import { countUnsent } from '../link/outbox-state.ts';
import { Skeleton } from '../parts/empty.tsx';
import { useText, useTitle } from '../text/text-context.tsx';
import { JoinScreen, MoveScreen } from './join-screen.tsx';
import { ScoreScreen } from './score-screen.tsx';
import styles from './tablet-page.module.css';
import type { TabletSession } from './tablet-session.ts';

export function TabletPage({ session }: { readonly session: TabletSession }) {
  const { t } = useText();
  const view = useSyncExternalStore(session.subscribe, session.view);
  const { phase, pairing } = view;
  useTitle(pairing ? t('tablet.target', { butt: pairing.butt }) : undefined, t('tablet.title'));
  switch (phase.kind) {
    case 'opening':
      return <Joining />;
    case 'moving':
      return (
        <MoveScreen session={session} view={view} pairing={pairing} to={phase.to} unsent={countUnsent(view.outbox)} />
      );
    case 'paired':
      return pairing ? <ScoreScreen session={session} view={view} pairing={pairing} /> : null;
    case 'joining':
      // Scanned, and nothing is in the way: there is nothing to say yet but where to.
      if (phase.tried && 'key' in phase.tried && !phase.failure) return <Joining butt={phase.tried.key.butt} />;
      return <JoinScreen session={session} view={view} phase={phase} />;
    case 'unpaired':
      return <JoinScreen session={session} view={view} phase={phase} />;
  }
}

/** Not the whole joining screen: on an old tablet that would be drawn for a blink, and the target later. */
function Joining({ butt }: { readonly butt?: number }) {
  const { t } = useText();
  return (
    <main id="content" className={styles.joining}>
      {butt === undefined ? null : <h1>{t('tablet.target', { butt })}</h1>}
      <Skeleton label={t('app.loading')} />
    </main>
  );
}
