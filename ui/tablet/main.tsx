// The scoring tablet.
import { whenPainted } from '../parts/after-paint.ts';
import { startPage } from '../parts/start-page.tsx';
import { fetchLaterParts } from './later-parts.ts';
import { TabletPage } from './tablet-page.tsx';
import { createTabletSession } from './tablet-session.ts';

const session = createTabletSession();
session.start();
startPage(<TabletPage session={session} />);

/** The target's archers, or the question whose tablet this is. */
const stop = session.subscribe(() => {
  const { phase, sheet, missing } = session.view();
  const isUseful =
    phase.kind === 'paired' ? sheet !== undefined || missing : phase.kind !== 'opening' && phase.kind !== 'joining';
  if (!isUseful) return;
  stop();
  whenPainted(fetchLaterParts);
});
