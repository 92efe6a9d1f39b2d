// Whether this page comes without a network, and the change to a new version of it. Browsers have service workers only where the origin
// is https or this very device; elsewhere the open page is all there is, and leaving it offline is asked about first.

export type OfflinePage =
  /** Being put away, or this is not known yet. */
  | 'notYet'
  | 'ready'
  /** Not over plain http. */
  | 'impossible';

export interface OfflinePageParts {
  changed(state: OfflinePage): void;
  /** Nothing typed here is still unsent. */
  isIdle(): boolean;
}

export interface OfflineKeeper {
  readonly state: OfflinePage;
  /** Something was sent: a new version that waits may take over. */
  settled(): void;
}

const workerPath = '/service-worker.js';
const scope = '/tablet';

export function keepPageOffline({ changed, isIdle }: OfflinePageParts): OfflineKeeper {
  const { serviceWorker } = navigator;
  let state: OfflinePage = serviceWorker ? 'notYet' : 'impossible';
  let registration: ServiceWorkerRegistration | undefined;

  function set(next: OfflinePage) {
    if (next === state) return;
    state = next;
    changed(state);
  }

  function takeOver() {
    if (registration?.waiting && isIdle()) registration.waiting.postMessage('takeOver');
  }

  function watch(worker: ServiceWorker | null) {
    if (!worker) return;
    const look = () => {
      if (worker.state === 'activated') set('ready');
      takeOver();
    };
    worker.addEventListener('statechange', look);
    look();
  }

  async function register() {
    registration = await serviceWorker.register(workerPath, { scope });
    for (const worker of [registration.active, registration.waiting, registration.installing]) watch(worker);
    registration.addEventListener('updatefound', () => watch(registration?.installing ?? null));
  }

  // After the page's own files: a tablet at the edge of the Wi-Fi shows its target first. Where the worker cannot be had (no network now,
  // a browser's setting) a page that was put away before is still there, and the next visit tries again.
  if (serviceWorker) {
    const start = () => void register().catch(() => set(serviceWorker.controller ? 'ready' : 'notYet'));
    if (document.readyState === 'complete') start();
    else window.addEventListener('load', start, { once: true });
  }
  changed(state);

  return {
    get state() {
      return state;
    },
    settled: takeOver,
  };
}

/** Asks the browser not to clear this page's storage when the device runs out of room; it may decline. */
export function askToKeepStorage() {
  navigator.storage?.persist?.().catch(() => false);
}

/** Asks before the page is left when it could not be loaded again. */
export function askBeforeLeaving(isLost: () => boolean) {
  window.addEventListener('beforeunload', (event) => {
    if (!isLost()) return;
    event.preventDefault();
    // What browsers before 2023 look at.
    event.returnValue = true;
  });
}
