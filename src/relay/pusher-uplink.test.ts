// A network that wants a log-in first answers in Pusher's place: by a certificate of its own, or by saying so.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createPlainServer, type RequestListener, type Server } from 'node:http';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openAuthority } from '../network/authority.ts';
import { keepIssuedCertificate } from '../network/issued-certificate.ts';
import { createPusherUplink } from './pusher-uplink.ts';

async function uplinkTo(t: TestContext, server: Server, tls: boolean) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return createPusherUplink({ appId: '1', key: 'k', secret: 's', cluster: undefined, host: '127.0.0.1', port, tls });
}

const events = [{ channel: 'c', data: '{}', cost: 1 }];

test('a certificate of nobody known: the network is in between', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-portal-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const { key, cert } = keepIssuedCertificate(folder, openAuthority(folder, Date.now(), []), Date.now(), [
    '127.0.0.1',
  ]).current;
  let heard = 0;
  const server = createServer({ key, cert }, () => {
    heard += 1;
  });
  const uplink = await uplinkTo(t, server, true);
  const published = await uplink.publish(events);
  assert.deepEqual([published.kind, 'why' in published && published.why], ['failed', 'intercepted']);
  const asked = await uplink.listeners();
  assert.deepEqual([asked.kind, 'why' in asked && asked.why], ['failed', 'intercepted']);
  assert.equal(heard, 0, 'key and signature were told nobody');
});

test('by plain http it says so; what else fails is told apart', async (t) => {
  for (const [status, why] of [
    [511, 'intercepted'],
    [500, 'failing'],
    [401, 'refused'],
  ] as const) {
    const answer: RequestListener = (_, response) => response.writeHead(status).end('log in');
    const uplink = await uplinkTo(t, createPlainServer(answer), false);
    const published = await uplink.publish(events);
    assert.deepEqual([published.kind, 'why' in published && published.why], ['failed', why], String(status));
  }
});
