import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:https';
import { type TestContext, test } from 'node:test';
import { connect } from 'node:tls';
import WebSocket from 'ws';
import { openAuthority } from '../network/authority.ts';
import { keepIssuedCertificate } from '../network/issued-certificate.ts';
import { openHttpDesk, quietNetwork } from '../testing/http-desk.ts';
import { openHttp } from './open-http.ts';

async function open(t: TestContext) {
  const desk = await openHttpDesk(t);
  const authority = openAuthority(`${desk.folder}/tls`, Date.now(), []);
  const keeper = keepIssuedCertificate(`${desk.folder}/tls`, authority, Date.now(), ['127.0.0.1']);
  let changed: () => void = () => undefined;
  const network = {
    ...quietNetwork,
    get certificate() {
      return keeper.current;
    },
    root: { ...authority, name: 'Tenring' },
    onCertificate: (listener: () => void) => {
      changed = listener;
    },
  };
  const tls = { port: 0, realtimePort: 0, own: undefined };
  const parts = { ...desk.parts, network, config: { ...desk.parts.config, port: 0, tls } };
  const http = await openHttp({ ...parts, live: { ...parts.live, securePort: 8444 } });
  t.after(() => http.close());
  const port = http.securePort ?? 0;

  async function send(method: string, path: string, headers: Record<string, string> = {}, body?: string) {
    const asked = request(`https://127.0.0.1:${port}${path}`, { method, ca: authority.pem, headers });
    asked.end(body);
    const [answer] = await once(asked, 'response');
    let text = '';
    for await (const bytes of answer) text += bytes;
    return { status: answer.statusCode as number, headers: answer.headers as Record<string, unknown>, text };
  }
  const renew = () => {
    assert.equal(keeper.check(Date.now(), ['10.0.0.1']).kind, 'renewed');
    changed();
  };
  return { desk, http, port, ca: authority.pem, send, renew };
}

const json = { 'content-type': 'application/json' };

test('the same routes, with what holds for pages by https', async (t) => {
  const { send, port } = await open(t);
  const { headers, text } = await send('GET', '/api/bootstrap');
  assert.equal(JSON.parse(text).realtimePort, 8444);
  assert.equal(JSON.parse(text).secure.port, port);
  const policy = String(headers['content-security-policy']);
  assert.match(policy, /connect-src 'self' wss:\/\/127\.0\.0\.1:8444;/);
  assert.doesNotMatch(policy, / ws:/);
  assert.equal(headers['strict-transport-security'], undefined);
});

test('the cookie is secure, has a name of its own, and the one of http is not taken for it', async (t) => {
  const { desk, send } = await open(t);
  await desk.logIn();
  const plain = await send('GET', '/api/session', { cookie: desk.cookie() });
  assert.equal(JSON.parse(plain.text).role, 'viewer');
  await desk.ask('PUT', '/api/password', { json: { password: 'long enough' } });
  const answer = await send('POST', '/api/session', json, JSON.stringify({ password: 'long enough' }));
  const cookie = String(answer.headers['set-cookie']);
  assert.match(cookie, /^__Host-tenring=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  const role = async (value: string) =>
    JSON.parse((await send('GET', '/api/session', { cookie: value })).text).role as string;
  assert.equal(await role(cookie.split(';')[0] ?? ''), 'organiser');
});

test('origins are held to the very port, also by https', async (t) => {
  const { send, port, http } = await open(t);
  const status = async (origin: string) => (await send('POST', '/api/session', { ...json, origin }, '{}')).status;
  assert.equal(await status(`https://127.0.0.1:${port}`), 400);
  for (const origin of [`http://127.0.0.1:${http.port}`, `https://127.0.0.1:${http.port}`, 'https://evil.example'])
    assert.equal(await status(origin), 403, origin);
});

test('GraphQL’s sockets come by TLS too', async (t) => {
  const { port, ca } = await open(t);
  const socket = new WebSocket(`wss://127.0.0.1:${port}/api/graphql`, 'graphql-transport-ws', { ca });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  const [message] = await once(socket, 'message');
  assert.equal(JSON.parse(String(message)).type, 'connection_ack');
  socket.terminate();
});

test('a new certificate is what newcomers get', async (t) => {
  const { port, ca, renew } = await open(t);
  const serial = async () => {
    const socket = connect({ host: '127.0.0.1', port, ca });
    await once(socket, 'secureConnect');
    const { serialNumber } = socket.getPeerCertificate();
    socket.destroy();
    return serialNumber;
  };
  const before = await serial();
  assert.equal(await serial(), before);
  renew();
  assert.notEqual(await serial(), before);
});
