import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  answerAsset,
  answerPage,
  type Build,
  type CachesLike,
  forgetOthers,
  planOf,
  putAway,
} from './offline-cache.ts';

const build: Build = { name: 'b2', page: '/tablet', assets: ['/assets/tablet-B2.js', '/assets/tablet-B2.css'] };
const origin = 'https://score.example';
const html = '<script type="module" src="/assets/tablet-B2.js"></script>';

function createCaches(): CachesLike & { readonly all: Map<string, Map<string, Response>> } {
  const all = new Map<string, Map<string, Response>>();
  return {
    all,
    async open(name) {
      const items = all.get(name) ?? new Map<string, Response>();
      all.set(name, items);
      return {
        match: async (address) => items.get(address)?.clone(),
        put: async (address, response) => void items.set(address, response.clone()),
      };
    },
    keys: async () => [...all.keys()],
    delete: async (name) => all.delete(name),
  };
}

function createWorld(answers: Readonly<Record<string, () => Response | Promise<Response>>>) {
  const caches = createCaches();
  const asked: string[] = [];
  const network = { isUp: true, isSlow: false };
  const fetch = async (address: string) => {
    asked.push(address);
    if (!network.isUp) throw new TypeError('Failed to fetch');
    if (network.isSlow) return new Promise<Response>(() => undefined);
    return answers[new URL(address, origin).pathname]?.() ?? new Response('', { status: 404 });
  };
  return { world: { caches, fetch, wait: () => new Promise<void>(setImmediate) }, caches, asked, network };
}

const wellAnswers = {
  '/tablet': () => new Response(html),
  '/assets/tablet-B2.js': () => new Response('script'),
  '/assets/tablet-B2.css': () => new Response('style'),
};

describe('the worker of the scoring page', () => {
  it('answers for the page and its assets, and leaves everything else alone', () => {
    const plans: readonly (readonly [string, string, string, string])[] = [
      ['GET', 'navigate', '/tablet', 'page'],
      ['GET', 'navigate', '/tablet/x?y', 'page'],
      ['GET', 'navigate', '/tablets', 'leave'],
      ['GET', 'navigate', '/desk', 'leave'],
      ['GET', 'no-cors', '/assets/tablet-B2.js', 'asset'],
      ['GET', 'no-cors', '/assets/desk-B2.js', 'leave'],
      ['GET', 'cors', '/api/bootstrap', 'leave'],
      ['GET', 'cors', '/healthz', 'leave'],
      ['POST', 'cors', '/assets/tablet-B2.js', 'leave'],
    ];
    for (const [method, mode, path, plan] of plans) {
      assert.equal(planOf({ method, mode, url: origin + path }, origin, build), plan, path);
    }
    const elsewhere = { method: 'GET', mode: 'navigate', url: 'https://other.example/tablet' };
    assert.equal(planOf(elsewhere, origin, build), 'leave');
  });

  it('puts away the page with all its assets, and forgets other builds but nobody else’s', async () => {
    const { world, caches } = createWorld(wellAnswers);
    for (const name of ['tenring-b1', 'somebody-else']) await caches.open(name);
    await putAway(build, world);
    await forgetOthers(build, world);
    assert.deepEqual([...caches.all.keys()], ['somebody-else', 'tenring-b2']);
    assert.deepEqual([...(caches.all.get('tenring-b2')?.keys() ?? [])].sort(), [
      '/assets/tablet-B2.css',
      '/assets/tablet-B2.js',
      '/tablet',
    ]);
  });

  it('does not put away half a build, nor the page of another one', async () => {
    const { '/assets/tablet-B2.css': _, ...half } = wellAnswers;
    const first = createWorld(half);
    await assert.rejects(putAway(build, first.world), /404/);
    assert.equal(first.caches.all.get('tenring-b2')?.has('/tablet'), false);
    const other = createWorld({ ...wellAnswers, '/tablet': () => new Response('<script src="/assets/tablet-B3.js">') });
    await assert.rejects(putAway(build, other.world), /another build/);
    assert.equal(other.caches.all.get('tenring-b2')?.size, 0);
  });

  it('shows the network’s page while there is one, and never keeps it', async () => {
    let shown = html;
    const { world } = createWorld({ ...wellAnswers, '/tablet': () => new Response(shown) });
    await putAway(build, world);
    shown = 'newer';
    assert.equal(await (await answerPage(`${origin}/tablet`, build, world)).text(), 'newer');
    shown = html;
  });

  it('shows what was put away without a network, with one that is too slow, and while the appliance starts', async () => {
    let status = 200;
    const { world, network } = createWorld({ ...wellAnswers, '/tablet': () => new Response(html, { status }) });
    await putAway(build, world);
    network.isUp = false;
    assert.equal(await (await answerPage(`${origin}/tablet/x`, build, world)).text(), html);
    Object.assign(network, { isUp: true, isSlow: true });
    assert.equal((await answerPage(`${origin}/tablet`, build, world)).status, 200);
    network.isSlow = false;
    status = 503;
    assert.equal((await answerPage(`${origin}/tablet`, build, world)).status, 200);
  });

  it('takes assets from what was put away without asking, and asks for those that are not there', async () => {
    const { world, asked, network } = createWorld({ ...wellAnswers, '/assets/x.js': () => new Response('x') });
    await putAway(build, world);
    asked.length = 0;
    network.isUp = false;
    assert.equal(await (await answerAsset('/assets/tablet-B2.js', build, world)).text(), 'script');
    assert.deepEqual(asked, []);
    network.isUp = true;
    assert.equal(await (await answerAsset('/assets/x.js', build, world)).text(), 'x');
  });
});
