// Keeps the screen on while somebody scores or a TV shows the board, where the browser allows it: only in secure contexts, so on plain
// http it stays with the device's own settings.
import { useEffect } from 'react';

interface WakeLocks {
  request(type: 'screen'): Promise<{ release(): Promise<void> }>;
}

function findWakeLocks(): WakeLocks | undefined {
  return 'wakeLock' in navigator ? (navigator.wakeLock as WakeLocks) : undefined;
}

export function useAwake() {
  useEffect(() => {
    const locks = findWakeLocks();
    if (!locks) return undefined;
    let held: { release(): Promise<void> } | undefined;
    // The browser lets go whenever the page is hidden.
    const hold = () => {
      if (document.visibilityState !== 'visible') return;
      locks.request('screen').then(
        (lock) => {
          held = lock;
        },
        // Battery saver says no: nothing a page can do.
        () => undefined,
      );
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      document.removeEventListener('visibilitychange', hold);
      held?.release().catch(() => undefined);
    };
  }, []);
}
