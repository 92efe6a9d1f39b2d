// Whom a standby believes over https: one authority and nobody else, and only for the address that it asked.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openAuthority } from '../network/authority.ts';
import { keepIssuedCertificate } from '../network/issued-certificate.ts';
import { askPrimaryAt, PrimaryAwayError } from './ask-primary.ts';
import { postJsonTo } from './post-json.ts';

async function openServer(t: TestContext, names: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-post-'));
  const authority = openAuthority(folder, Date.now(), []);
  const { key, cert } = keepIssuedCertificate(folder, authority, Date.now(), names).current;
  const heard: string[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    heard.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`);
    response.end('{"id":"s1"}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  });
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return { origin: `https://127.0.0.1:${port}`, root: authority.pem, heard };
}

const post = { path: '/api/standbys', body: {}, token: 'secret', signal: AbortSignal.timeout(10_000) };

test('the authority that was told is believed; another one, and those of the machine, hear no token', async (t) => {
  const [server, other] = [await openServer(t, ['127.0.0.1']), await openServer(t, ['127.0.0.1'])];
  assert.deepEqual(await postJsonTo(server.origin, { root: server.root })(post), { status: 200, text: '{"id":"s1"}' });
  assert.deepEqual(server.heard, ['POST /api/standbys Bearer secret']);
  for (const trusted of [{ root: other.root }, 'known'] as const) {
    const ask = askPrimaryAt(server.origin, trusted);
    await assert.rejects(ask.tookOver('secret', 'me', post.signal), (error: Error) => {
      assert.ok(error instanceof PrimaryAwayError);
      assert.match(error.message, /its certificate is not of the machine that printed the code/);
      return true;
    });
  }
  assert.equal(server.heard.length, 1);
  assert.deepEqual(await askPrimaryAt(server.origin, 'anybody').place({ code: 'A', name: 'Mini' }), { id: 's1' });
});

test('a certificate of the right authority for another address is not enough', async (t) => {
  const { origin, root, heard } = await openServer(t, ['10.1.2.3']);
  const ask = askPrimaryAt(origin, { root });
  await assert.rejects(ask.tookOver('secret', 'me', post.signal), /not for this address/);
  assert.deepEqual(heard, []);
});

test('nobody there is said by the system’s word', async (t) => {
  const { root } = await openServer(t, ['127.0.0.1']);
  await assert.rejects(askPrimaryAt('https://127.0.0.1:1', { root }).tookOver('x', 'me', post.signal), /ECONNREFUSED/);
});
