// Keeps the screen on while somebody scores or a TV shows the board: by the browser's wake lock, which only secure contexts have, else by
// a silent video, else not at all, which is then to be said in words.
import { useEffect, useState } from 'react';
import { openMutedVideo } from './muted-video.ts';

/** `asking` until the browser has answered. */
export type Awake = 'asking' | 'lock' | 'video' | 'no';

interface WakeLocks {
  request(type: 'screen'): Promise<{ release(): Promise<void> }>;
}

interface Keeper {
  hold(): Promise<boolean>;
  letGo(): void;
}

function keeperByLock(): Keeper | undefined {
  if (!('wakeLock' in navigator)) return undefined;
  const locks = navigator.wakeLock as WakeLocks;
  let held: { release(): Promise<void> } | undefined;
  let isOver = false;
  // One that the browser has taken back already needs no release.
  const release = () => held?.release().catch(() => undefined);
  return {
    // Battery saver may say no.
    hold: () =>
      locks.request('screen').then(
        (lock) => {
          held = lock;
          if (isOver) release();
          return true;
        },
        () => false,
      ),
    letGo() {
      isOver = true;
      release();
    },
  };
}

function keeperByVideo(): Keeper | undefined {
  const video = openMutedVideo();
  return video && { hold: () => video.play(), letGo: () => video.stop() };
}

export function useAwake(): Awake {
  const [awake, setAwake] = useState<Awake>('asking');
  useEffect(() => {
    const lock = keeperByLock();
    const keeper = lock ?? keeperByVideo();
    if (!keeper) {
      setAwake('no');
      return undefined;
    }
    let isHeld = false;
    const hold = () => {
      if (document.visibilityState !== 'visible') return;
      keeper.hold().then((held) => {
        isHeld = held;
        setAwake(held ? (lock ? 'lock' : 'video') : 'no');
      });
    };
    // Some browsers play nothing before the first tap.
    const holdIfNot = () => {
      if (!isHeld) hold();
    };
    hold();
    // The browser lets go whenever the page is hidden.
    document.addEventListener('visibilitychange', hold);
    document.addEventListener('pointerdown', holdIfNot);
    return () => {
      document.removeEventListener('visibilitychange', hold);
      document.removeEventListener('pointerdown', holdIfNot);
      keeper.letGo();
    };
  }, []);
  return awake;
}
