// The link's world in a browser: real sockets, timers, and `/healthz` as the sign of life that a page can ask for.
import type { LinkWorld } from './link.ts';
import { openIndexedDb, openStringStorage, type TabletStorage } from './outbox-storage.ts';
import { createSafeStorage } from './safe-storage.ts';
import type { TabChannel, TabMessage } from './tabs.ts';

const probeDeadlineMs = 5_000;

export function socketAddress(realtimePort: number, path: '/scoring' | '/board'): string {
  return addressAt(`${window.location.hostname}:${realtimePort}`, path);
}

/** `authority`: `HOST:PORT`. */
export function addressAt(authority: string, path: '/scoring' | '/board'): string {
  return `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${authority}${path}`;
}

async function probe(): Promise<boolean> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), probeDeadlineMs);
  try {
    const answer = await fetch('/healthz', { cache: 'no-store', signal: stop.signal });
    return answer.ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Returns what cancels it. */
export function afterMs(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}

/** `others`: addresses of appliances that may have taken over. */
export function browserWorld(address: string, others: () => readonly string[] = () => []): LinkWorld {
  return {
    isElsewhere: (turn) => turn % (others().length + 1) > 0,
    open(listeners, turn) {
      const all = [address, ...others()];
      const socket = new WebSocket(all[turn % all.length] ?? address);
      socket.binaryType = 'arraybuffer';
      socket.onopen = () => listeners.opened();
      socket.onmessage = ({ data }) => {
        if (data instanceof ArrayBuffer) listeners.message(new Uint8Array(data));
      };
      socket.onclose = ({ code }) => listeners.closed(code);
      return {
        send: (bytes) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(new Uint8Array(bytes));
        },
        close: () => socket.close(),
      };
    },
    after: afterMs,
    now: () => Date.now(),
    random: Math.random,
    probe,
  };
}

/** Calls when the browser knows that its network is gone, long before a socket would notice. Returns what stops it. */
export function whenCut(run: () => void): () => void {
  window.addEventListener('offline', run);
  return () => window.removeEventListener('offline', run);
}

/** Calls when a new attempt is worth it: the network is back, or somebody looks at the page. Returns what stops it. */
export function whenWorthTrying(run: () => void): () => void {
  const onVisible = () => {
    if (document.visibilityState === 'visible') run();
  };
  window.addEventListener('online', run);
  document.addEventListener('visibilitychange', onVisible);
  return () => {
    window.removeEventListener('online', run);
    document.removeEventListener('visibilitychange', onVisible);
  };
}

/** Calls when this page is looked at or touched. Returns what stops it. */
export function whenUsed(run: () => void): () => void {
  const onVisible = () => {
    if (document.visibilityState === 'visible') run();
  };
  const events = ['focus', 'pageshow', 'pointerdown', 'keydown'] as const;
  document.addEventListener('visibilitychange', onVisible);
  for (const name of events) window.addEventListener(name, run, { capture: true, passive: true });
  return () => {
    document.removeEventListener('visibilitychange', onVisible);
    for (const name of events) window.removeEventListener(name, run, { capture: true });
  };
}

const channelName = 'tenring.tabs';

/** Safari has BroadcastChannel since 15.4; before that, writing to localStorage tells the other tabs. */
function openStorageChannel(): TabChannel {
  let count = 0;
  return {
    post(message) {
      count += 1;
      try {
        window.localStorage.setItem(channelName, JSON.stringify({ count, message }));
      } catch {
        // Full or forbidden: each tab then sends for itself, which doubles commands on their way and nothing else.
        count = 0;
      }
    },
    listen(take) {
      const hear = ({ key, newValue }: StorageEvent) => {
        if (key === channelName && newValue) take((JSON.parse(newValue) as { message: TabMessage }).message);
      };
      window.addEventListener('storage', hear);
      return () => window.removeEventListener('storage', hear);
    },
  };
}

/** To the other tabs of this browser. Only pages of this appliance can be at the other end. */
export function openTabChannel(): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return openStorageChannel();
  const channel = new BroadcastChannel(channelName);
  return {
    post: (message) => channel.postMessage(message),
    listen(take) {
      const hear = ({ data }: MessageEvent<TabMessage>) => take(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}

/** IndexedDB, behind it localStorage where that may be used, behind it memory. */
export function openBrowserStorage(changed: (isKept: boolean) => void): TabletStorage {
  const stores = [openIndexedDb()];
  try {
    stores.push(openStringStorage(window.localStorage));
  } catch {
    // Reading the property is enough to be refused in some private windows; memory is what is left.
    return createSafeStorage(stores, { after: afterMs, changed });
  }
  return createSafeStorage(stores, { after: afterMs, changed });
}
