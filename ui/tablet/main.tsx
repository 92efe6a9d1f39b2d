// The scoring tablet.
import { whenPainted } from '../parts/after-paint.ts';
import { startPage } from '../parts/start-page.tsx';
import { fetchLaterParts } from './later-parts.ts';
import { TabletPage } from './tablet-page.tsx';
import { createTabletSession } from './tablet-session.ts';

const session = createTabletSession();

/** The target's archers are there, or the question whose tablet this is: what else there is to fetch may come now. */
function whenUseful(run: () => void): void {
  const stop = session.subscribe(() => {
    const { phase, sheet, missing } = session.view();
    const isUseful =
      phase.kind === 'paired' ? sheet !== undefined || missing : phase.kind !== 'opening' && phase.kind !== 'joining';
    if (!isUseful) return;
    stop();
    whenPainted(run);
  });
}

whenUseful(fetchLaterParts);
session.start();
startPage(<TabletPage session={session} />, { whenQuiet: whenUseful });
