// When the page may be called loadable without a network, and when a new version of it takes over.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepPageOffline, type WorkerHost } from './offline-page.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

function createWorker(state: string) {
  const listeners: (() => void)[] = [];
  const said: string[] = [];
  const worker = {
    state,
    said,
    postMessage: (message: string) => void said.push(message),
    addEventListener: (_: 'statechange', run: () => void) => void listeners.push(run),
    become(next: string) {
      worker.state = next;
      for (const run of listeners) run();
    },
  };
  return worker;
}

type Worker = ReturnType<typeof createWorker>;

function createHost(active: Worker | null, installing: Worker | null) {
  let found: () => void = () => undefined;
  const registration = {
    active,
    installing,
    waiting: null as Worker | null,
    addEventListener: (_: 'updatefound', run: () => void) => {
      found = run;
    },
  };
  const asked: string[] = [];
  const host: WorkerHost = {
    controller: active,
    async register(path, { scope }) {
      asked.push(`${path} ${scope}`);
      return registration;
    },
  };
  return { host, registration, asked, find: () => found() };
}

test('a page is called loadable once its worker has put it away, and not before', async () => {
  const installing = createWorker('installing');
  const { host, asked } = createHost(null, installing);
  const states: string[] = [];
  keepPageOffline({ host, whenLoaded: (run) => run(), changed: (state) => states.push(state), isIdle: () => true });
  await settle();
  assert.deepEqual([states, asked], [['notYet'], ['/service-worker.js /tablet']]);
  installing.become('installed');
  assert.deepEqual(states, ['notYet']);
  installing.become('activated');
  assert.deepEqual(states, ['notYet', 'ready']);
});

test('a new version waits while something is unsent, and takes over then', async () => {
  const { host, registration, find } = createHost(createWorker('activated'), null);
  let isIdle = false;
  const keeper = keepPageOffline({ host, whenLoaded: (run) => run(), changed: () => undefined, isIdle: () => isIdle });
  await settle();
  assert.equal(keeper.state, 'ready');
  const fresh = createWorker('installing');
  registration.installing = fresh;
  find();
  registration.waiting = fresh;
  fresh.become('installed');
  keeper.settled();
  assert.deepEqual(fresh.said, []);
  isIdle = true;
  keeper.settled();
  assert.deepEqual(fresh.said, ['takeOver']);
});

test('over plain http nothing is promised, and without a network a page put away before still is', async () => {
  const states: string[] = [];
  const changed = (state: string) => void states.push(state);
  keepPageOffline({
    host: undefined,
    whenLoaded: () => assert.fail('nothing to register'),
    changed,
    isIdle: () => true,
  });
  for (const controller of [{}, null]) {
    const host: WorkerHost = { controller, register: () => Promise.reject(new TypeError('no network')) };
    keepPageOffline({ host, whenLoaded: (run) => run(), changed, isIdle: () => true });
    await settle();
  }
  assert.deepEqual(states, ['impossible', 'notYet', 'ready', 'notYet']);
});
