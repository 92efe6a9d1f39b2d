// The shooting clock in the head of a tablet, over the tablet's own connection.
import { useEffect, useState } from 'react';
import { afterMs } from '../link/browser-world.ts';
import { ClockChip } from '../parts/clock-face.tsx';
import { type ClockStore, createClockStore } from '../store/clock-store.ts';
import type { TabletSession } from './tablet-session.ts';

interface TabletClockProps {
  readonly session: TabletSession;
  readonly competition: string;
  /** Time is asked for whenever the connection is there again. */
  readonly isLive: boolean;
}

/** Nothing while nobody is called to the line. */
export function TabletClock({ session, competition, isLive }: TabletClockProps) {
  const [store, setStore] = useState<ClockStore | undefined>();

  useEffect(() => {
    const opened = createClockStore(session, competition, { localMs: () => performance.now(), after: afterMs });
    const stop = session.onTime(opened.answer);
    setStore(opened);
    return () => {
      stop();
      opened.close();
    };
  }, [session, competition]);

  useEffect(() => {
    if (!store || !isLive) return undefined;
    store.ask();
    // A device that slept has lost its count of time.
    const onVisible = () => {
      if (document.visibilityState === 'visible') store.ask();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [store, isLive]);

  return store ? <ClockChip store={store} /> : null;
}
