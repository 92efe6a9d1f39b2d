// What comes over a connection that no browser of ours would send: half requests, lying lengths, endless headers, deep nesting. Each is
// answered or cut, nothing is changed, and the next one is served.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { type HttpDesk, openHttpDesk } from '../testing/http-desk.ts';
import { serverTimes, silenceMs } from './connection-limits.ts';
import type { HttpParts } from './parts.ts';

async function listen(t: TestContext, changed: Partial<HttpParts> = {}) {
  const desk = await openHttpDesk(t, changed);
  await desk.logIn();
  await desk.app.listen({ host: '127.0.0.1', port: 0 });
  const address = desk.app.server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const open = async () => {
    const socket = connect({ host: '127.0.0.1', port });
    // Being cut off is what some of these are about; what was answered before is looked at.
    socket.on('error', () => undefined);
    t.after(() => socket.destroy());
    await once(socket, 'connect');
    return socket;
  };
  return { desk, open };
}

/** Everything that is answered until the appliance closes. */
async function say(socket: Socket, ...bytes: readonly string[]): Promise<string> {
  let answer = '';
  socket.on('data', (some) => {
    answer += some.toString('latin1');
  });
  const closed = new Promise<string>((resolve) => {
    if (socket.closed) resolve('');
    else socket.once('close', () => resolve(answer));
  });
  for (const each of bytes) socket.write(each);
  socket.end();
  return closed;
}

const head = (desk: HttpDesk, ...lines: readonly string[]) =>
  ['POST /api/competitions HTTP/1.1', 'host: 127.0.0.1', `cookie: ${desk.cookie()}`, ...lines, '', ''].join('\r\n');
const json = 'content-type: application/json';
const good = JSON.stringify({
  ...{ name: 'Piala', venue: '', from: '2026-05-01', to: '2026-05-02' },
  ...{ discipline: 'outdoor', ruleSetId: 'wa-2026' },
});

async function stillServes(desk: HttpDesk, open: () => Promise<Socket>) {
  assert.equal(desk.intake.facts.length, 0, 'nothing was changed');
  const answer = await say(await open(), 'GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n');
  assert.match(answer, /^HTTP\/1\.1 200 /);
}

const lies: readonly (readonly [what: string, (desk: HttpDesk) => readonly string[], answer: RegExp])[] = [
  [
    'a body shorter than it says',
    (desk) => [head(desk, json, `content-length: ${good.length + 1}`), good],
    /^$|^HTTP\/1\.1 400 /,
  ],
  ['a length that is no number', (desk) => [head(desk, json, 'content-length: ten'), good], /^HTTP\/1\.1 400 /],
  ['a negative length', (desk) => [head(desk, json, 'content-length: -1'), good], /^HTTP\/1\.1 400 /],
  [
    'two lengths',
    (desk) => [head(desk, json, 'content-length: 2', `content-length: ${good.length}`), good],
    /^HTTP\/1\.1 400 /,
  ],
  [
    'a length and chunks',
    (desk) => [
      head(desk, json, 'content-length: 4', 'transfer-encoding: chunked'),
      `${good.length.toString(16)}\r\n${good}\r\n0\r\n\r\n`,
    ],
    /^HTTP\/1\.1 400 /,
  ],
  [
    'chunks of no size',
    (desk) => [head(desk, json, 'transfer-encoding: chunked'), 'zz\r\n{}\r\n'],
    /^HTTP\/1\.1 400 |^$/,
  ],
  [
    'a length beyond the limit',
    (desk) => [head(desk, json, 'content-length: 999999999')],
    /^HTTP\/1\.1 413 [\s\S]*"tooLarge"/,
  ],
  [
    'chunks beyond the limit',
    (desk) => [head(desk, json, 'transfer-encoding: chunked'), `ffff\r\n${'x'.repeat(0xffff)}\r\n`],
    /^HTTP\/1\.1 413 [\s\S]*"tooLarge"/,
  ],
  [
    'a packed body',
    (desk) => [head(desk, json, 'content-encoding: gzip', 'content-length: 2'), '\x1f\x8b'],
    /^HTTP\/1\.1 4/,
  ],
  ['a header of 20 KB', (desk) => [head(desk, json, `x-long: ${'x'.repeat(20_000)}`)], /^HTTP\/1\.1 431 /],
  ['no host', () => ['GET /api/bootstrap HTTP/1.1\r\n\r\n'], /^HTTP\/1\.1 (400|421) /],
  ['another protocol', () => ['SSH-2.0-OpenSSH_9.2\r\n'], /^HTTP\/1\.1 400 /],
  ['a TLS greeting', () => ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'], /^HTTP\/1\.1 400 /],
  ['a line that never ends', () => [`GET /${'x'.repeat(100_000)} HTTP/1.1\r\n`], /^HTTP\/1\.1 (414|431|400) |^$/],
];

test('requests that lie about themselves', async (t) => {
  const { desk, open } = await listen(t);
  for (const [what, bytes, expected] of lies) {
    assert.match(await say(await open(), ...bytes(desk)), expected, what);
    await stillServes(desk, open);
  }
});

test('who begins a request and never ends it is waited for so long and no longer', async (t) => {
  const { desk } = await listen(t);
  const { server } = desk.app;
  assert.equal(server.headersTimeout, serverTimes.headersTimeout);
  assert.equal(server.requestTimeout, 60_000);
  assert.equal(server.timeout, silenceMs);
});

test('connections without a place are cut, and those that have one are served', async (t) => {
  const { desk, open } = await listen(t, { connections: { perAddress: 1, inAll: 2 } });
  const ask = 'GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n';
  const [first, second] = [await open(), await open()];
  assert.equal(await say(await open(), ask), '');
  const gone = once(desk.app.server, 'request').then(([{ socket }]) => once(socket, 'close'));
  assert.match(await say(first, ask), /^HTTP\/1\.1 200 /);
  await gone;
  assert.match(await say(await open(), ask), /^HTTP\/1\.1 200 /, 'who leaves makes room');
  second.destroy();
});

test('nesting without end and names of prototypes are bad requests, not defects', async (t) => {
  const { desk } = await listen(t);
  const headers = { 'content-type': 'application/json' };
  const deep = 2_000_000;
  for (const body of [
    '['.repeat(deep),
    '['.repeat(deep) + ']'.repeat(deep),
    '{"a":'.repeat(deep / 2),
    `{"format":${'['.repeat(deep)}${']'.repeat(deep)}}`,
    '{"__proto__":{"name":"x"}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
  ]) {
    const answer = await desk.ask('POST', '/api/competitions/import', { body, headers });
    assert.ok([400, 413, 422].includes(answer.status), `${body.slice(0, 40)}: ${answer.text.slice(0, 300)}`);
  }
  for (const body of ['['.repeat(1_000), '{"__proto__":{}}', '{"constructor":{"prototype":{"polluted":true}}}']) {
    const answer = await desk.ask('POST', '/api/competitions', { body, headers });
    assert.equal(answer.status, 400, answer.text);
  }
  assert.equal('polluted' in {}, false);
  assert.deepEqual([desk.intake.facts.length, desk.world.logged.includes('a request failed')], [0, false]);
});

test('no address leads out of the built pages', async (t) => {
  const { open } = await listen(t);
  for (const path of [
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/....//package.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/%00',
    '/assets//etc/passwd',
    '//etc/passwd',
    '/api/docs/../../package.json',
    '/api/docs/..%2f..%2fpackage.json',
    '/desk/../../package.json',
  ]) {
    const answer = await say(await open(), `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`);
    assert.doesNotMatch(answer, /"dependencies"|root:x:/, path);
    assert.match(answer, /^HTTP\/1\.1 (200|400|404|503) /, path);
  }
});
