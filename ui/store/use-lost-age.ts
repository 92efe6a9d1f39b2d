// How old what a page shows is, once its connection is gone.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { viewerSession } from './viewer-session.ts';

/** In milliseconds, told again every second; undefined while the connection is there or was never. */
export function useLostAge(): number | undefined {
  const viewer = viewerSession();
  const { link, lostAt } = useSyncExternalStore(viewer.subscribe, viewer.state);
  const isLost = lostAt !== undefined && link.kind !== 'live';
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isLost) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isLost]);
  // The clock of the page may have stood since.
  return isLost ? Math.max(0, now - lostAt) : undefined;
}
