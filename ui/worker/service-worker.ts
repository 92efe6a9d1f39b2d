// The service worker of the scoring page: only the wiring of offline-cache.ts to the browser's events. Browsers run it where the origin
// is https or this very device. A new version waits until a page says that nothing typed is still unsent.
import {
  answerAsset,
  answerPage,
  type Build,
  forgetOthers,
  type OfflineWorld,
  planOf,
  putAway,
} from './offline-cache.ts';

/** Put in by the build. */
declare const TENRING_BUILD: Build;

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** What this file uses of ServiceWorkerGlobalScope; TypeScript has either its types or those of pages. */
interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', run: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', run: (event: Asked) => void): void;
  addEventListener(type: 'message', run: (event: Lasting & { readonly data: unknown }) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

const world: OfflineWorld = {
  caches,
  fetch: (address, options) => fetch(address, options),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

scope.addEventListener('install', (event) => event.waitUntil(putAway(TENRING_BUILD, world)));

scope.addEventListener('activate', (event) =>
  event.waitUntil(forgetOthers(TENRING_BUILD, world).then(() => scope.clients.claim())),
);

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const plan = planOf(request, scope.location.origin, TENRING_BUILD);
  if (plan === 'page') event.respondWith(answerPage(request.url, TENRING_BUILD, world));
  if (plan === 'asset') event.respondWith(answerAsset(new URL(request.url).pathname, TENRING_BUILD, world));
});

scope.addEventListener('message', (event) => {
  if (event.data === 'takeOver') event.waitUntil(scope.skipWaiting());
});
