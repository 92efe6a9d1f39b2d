// The protocol server against the official clients as they are, in Node and in a browser: what they do not mind is what Pusher says.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { describe, test } from 'node:test';
import Pusher from 'pusher';
import PusherClient from 'pusher-js';
import { openBrowser } from '../browser.ts';
import { limits, signatureOf } from './judge-request.ts';
import { openPusherServer, type PusherServer, testApp } from './pusher-server.ts';

function publisherOf({ port }: PusherServer, secret = testApp.secret): Pusher {
  const { id, key } = testApp;
  return new Pusher({ appId: id, key, secret, host: '127.0.0.1', port: String(port), useTLS: false });
}

const statusOf = (wanted: Promise<{ readonly status: number }>) =>
  wanted.then(
    ({ status }) => status,
    (error: { readonly status?: number }) => error.status,
  );

function subscriberOf({ port }: PusherServer, key = testApp.key): PusherClient {
  return new PusherClient(key, {
    ...{ cluster: '', wsHost: '127.0.0.1', wsPort: port, forceTLS: false, disableStats: true },
    enabledTransports: ['ws'],
  });
}

describe('the HTTP side', () => {
  test('takes what the official client signs and nothing else', async (t) => {
    const server = await openPusherServer(t);
    assert.equal(await statusOf(publisherOf(server).trigger('news', 'part', { one: 1 })), 200);
    assert.deepEqual(server.events, [{ channel: 'news', name: 'part', data: '{"one":1}' }]);
    assert.equal(await statusOf(publisherOf(server, 'another').trigger('news', 'part', {})), 401);
    server.nowMs = Date.now() + (limits.timestampSeconds + 5) * 1_000;
    assert.equal(await statusOf(publisherOf(server).trigger('news', 'part', {})), 401);
    assert.equal(server.events.length, 1);
  });

  test('refuses a body that was changed under way', async (t) => {
    const server = await openPusherServer(t);
    const path = `/apps/${testApp.id}/events`;
    const params = new Map([
      ['auth_key', testApp.key],
      ['auth_timestamp', String(Math.floor(Date.now() / 1_000))],
      ['auth_version', '1.0'],
      ['body_md5', '00000000000000000000000000000000'],
    ]);
    params.set('auth_signature', signatureOf(testApp.secret, { method: 'POST', path, params }));
    const query = [...params].map(([key, value]) => `${key}=${value}`).join('&');
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}?${query}`, { method: 'POST', body: '{}' });
    assert.deepEqual([answer.status, await answer.text()], [401, 'Invalid body_md5']);
  });

  test('has the limits of events: data, batch, channels, names', async (t) => {
    const server = await openPusherServer(t);
    const publisher = publisherOf(server);
    const events = (count: number) => Array.from({ length: count }, () => ({ channel: 'a', name: 'part', data: '' }));
    assert.equal(await statusOf(publisher.triggerBatch(events(10))), 200);
    assert.equal(await statusOf(publisher.triggerBatch(events(11))), 400);
    const data = 'x'.repeat(limits.dataBytes);
    assert.equal(await statusOf(publisher.triggerBatch([{ channel: 'a', name: 'part', data }])), 200);
    const tooMuch = [
      { channel: 'a', name: 'part', data: 'fine' },
      { channel: 'a', name: 'part', data: `${data}x` },
    ];
    assert.equal(await statusOf(publisher.triggerBatch(tooMuch)), 413);
    assert.equal(await statusOf(publisher.triggerBatch([{ channel: 'a/b', name: 'part', data: '' }])), 400);
    assert.equal(server.events.length, 11, 'all of a batch or nothing');
  });

  test('says who is subscribed to what', async (t) => {
    const server = await openPusherServer(t);
    const client = subscriberOf(server);
    t.after(() => client.disconnect());
    await new Promise((heard) => client.subscribe('cache-a').bind('pusher:cache_miss', heard));
    const answer = await publisherOf(server).get({
      path: '/channels',
      params: { filter_by_prefix: 'cache-', info: 'subscription_count' },
    });
    assert.deepEqual(await answer.json(), { channels: { 'cache-a': { subscription_count: 1 } } });
  });

  test('fails in every way that an uplink does', async (t) => {
    const server = await openPusherServer(t);
    const publisher = publisherOf(server);
    for (const status of [401, 413, 429, 500]) {
      server.fault = { status };
      assert.equal(await statusOf(publisher.trigger('a', 'part', {})), status);
    }
    server.fault = 'refuse';
    assert.equal(await statusOf(publisher.trigger('a', 'part', {})), undefined);
    server.fault = 'flap';
    const answers = [];
    for (let each = 0; each < 4; each += 1) answers.push(await statusOf(publisher.trigger('a', 'part', {})));
    assert.deepEqual(answers.filter((status) => status === 200).length, 2);
  });
});

describe('the socket side', () => {
  test('greets, gives the last event of a cache channel, then what comes', async (t) => {
    const server = await openPusherServer(t);
    await publisherOf(server).trigger('cache-a', 'part', { n: 1 });
    const client = subscriberOf(server);
    t.after(() => client.disconnect());
    const heard: unknown[] = [];
    await new Promise<void>((done) => {
      client.subscribe('cache-a').bind('part', (data: unknown) => {
        heard.push(data);
        if (heard.length === 1) void publisherOf(server).trigger('cache-a', 'part', { n: 2 });
        else done();
      });
    });
    assert.deepEqual(heard, [{ n: 1 }, { n: 2 }]);
  });

  test('tells a wrong key with the code of the protocol, and the client gives up', async (t) => {
    const server = await openPusherServer(t);
    const client = subscriberOf(server, 'nobody');
    t.after(() => client.disconnect());
    const { promise: gaveUp, resolve } = Promise.withResolvers<unknown>();
    const { promise: told, resolve: tell } = Promise.withResolvers<number | undefined>();
    client.connection.bind('error', (told: { readonly error?: { readonly data?: { readonly code?: number } } }) =>
      tell(told.error?.data?.code),
    );
    client.connection.bind('disconnected', resolve);
    await gaveUp;
    assert.equal(await told, 4001);
  });
});

test('the official client in a browser is served as well', async (t) => {
  const server = await openPusherServer(t);
  await publisherOf(server).trigger('cache-a', 'part', { n: 7 });
  const script = readFileSync(new URL('../../../node_modules/pusher-js/dist/web/pusher.js', import.meta.url));
  const pages = createServer((request, response) =>
    response.end(request.url === '/pusher.js' ? script : '<script src="/pusher.js"></script>'),
  );
  pages.listen(0, '127.0.0.1');
  await once(pages, 'listening');
  t.after(() => pages.close());
  const browser = await openBrowser();
  t.after(() => browser.close());
  const page = await browser.newPage();
  const address = pages.address();
  await page.goto(`http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}/`);
  const heard = await page.evaluate(
    ([key, port]) =>
      new Promise((done) => {
        const client = new (globalThis as unknown as { Pusher: typeof PusherClient }).Pusher(String(key), {
          ...{ cluster: '', wsHost: '127.0.0.1', wsPort: Number(port), forceTLS: false, enabledTransports: ['ws'] },
        });
        client.subscribe('cache-a').bind('part', done);
      }),
    [testApp.key, server.port],
  );
  assert.deepEqual(heard, { n: 7 });
});
