// The link's world in a browser: real sockets, timers, and `/healthz` as the sign of life that a page can ask for.
import type { LinkWorld } from './link.ts';

const probeDeadlineMs = 5_000;

export function socketAddress(realtimePort: number, path: '/scoring' | '/board'): string {
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${window.location.hostname}:${realtimePort}${path}`;
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

export function browserWorld(address: string): LinkWorld {
  return {
    open(listeners) {
      const socket = new WebSocket(address);
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
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
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
