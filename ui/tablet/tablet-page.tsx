// Which of the tablet's screens is shown: joining, moving, or scoring.
import { useSyncExternalStore } from 'react';
import { countUnsent } from '../link/outbox-state.ts';
import { Skeleton } from '../parts/empty.tsx';
import { useText, useTitle } from '../text/text-context.tsx';
import { JoinScreen, MoveScreen } from './join-screen.tsx';
import { ScoreScreen } from './score-screen.tsx';
import type { TabletSession } from './tablet-session.ts';

export function TabletPage({ session }: { readonly session: TabletSession }) {
  const { t } = useText();
  const view = useSyncExternalStore(session.subscribe, session.view);
  const { phase, pairing } = view;
  useTitle(pairing ? t('tablet.target', { butt: pairing.butt }) : undefined, t('tablet.title'));
  switch (phase.kind) {
    case 'opening':
      return (
        <main style={{ padding: '1.5rem' }}>
          <Skeleton label={t('app.loading')} />
        </main>
      );
    case 'moving':
      return (
        <MoveScreen session={session} view={view} pairing={pairing} to={phase.to} unsent={countUnsent(view.outbox)} />
      );
    case 'paired':
      return pairing ? <ScoreScreen session={session} view={view} pairing={pairing} /> : null;
    case 'joining':
    case 'unpaired':
      return <JoinScreen session={session} view={view} phase={phase} />;
  }
}
