// Whether this page comes without a network, and the change to a new version of it. Browsers have service workers only where the origin
// is https or this very device; elsewhere the open page is all there is, and leaving it offline is asked about first.

export type OfflinePage =
  /** Being put away, or this is not known yet. */
  | 'notYet'
  | 'ready'
  /** Not over plain http. */
  | 'impossible';

/** What is used of the browser's. */
export interface WorkerHost {
  readonly controller: unknown;
  register(path: string, options: { readonly scope: string }): Promise<WorkerRegistration>;
}

interface Worker {
  readonly state: string;
  postMessage(message: string): void;
  addEventListener(type: 'statechange', run: () => void): void;
}

interface WorkerRegistration {
  readonly active: Worker | null;
  readonly waiting: Worker | null;
  readonly installing: Worker | null;
  addEventListener(type: 'updatefound', run: () => void): void;
}

export interface OfflinePageParts {
  /** Undefined where the browser has none for this page. */
  readonly host: WorkerHost | undefined;
  /** Calls when the page's own files are there. */
  whenLoaded(run: () => void): void;
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

export function keepPageOffline({ host, whenLoaded, changed, isIdle }: OfflinePageParts): OfflineKeeper {
  let state: OfflinePage = host ? 'notYet' : 'impossible';
  let registration: WorkerRegistration | undefined;

  function set(next: OfflinePage) {
    if (next === state) return;
    state = next;
    changed(state);
  }

  function takeOver() {
    if (registration?.waiting && isIdle()) registration.waiting.postMessage('takeOver');
  }

  function watch(worker: Worker | null) {
    if (!worker) return;
    const look = () => {
      if (worker.state === 'activated') set('ready');
      takeOver();
    };
    worker.addEventListener('statechange', look);
    look();
  }

  async function register(workers: WorkerHost) {
    registration = await workers.register(workerPath, { scope });
    for (const worker of [registration.active, registration.waiting, registration.installing]) watch(worker);
    registration.addEventListener('updatefound', () => watch(registration?.installing ?? null));
  }

  // After the page's own files: a tablet at the edge of the Wi-Fi shows its target first. Where the worker cannot be had (no network now,
  // a browser's setting) a page that was put away before is still there, and the next visit tries again.
  if (host) whenLoaded(() => void register(host).catch(() => set(host.controller ? 'ready' : 'notYet')));
  changed(state);

  return {
    get state() {
      return state;
    },
    settled: takeOver,
  };
}

/** Calls when the page's own files are there. */
export function whenPageLoaded(run: () => void) {
  if (document.readyState === 'complete') run();
  else window.addEventListener('load', run, { once: true });
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
