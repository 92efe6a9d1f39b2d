import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import { creation } from '../testing/small-competition.ts';

const { kind: _, ...json } = creation;

test('by its own names and addresses only', async (t) => {
  const desk = await openHttpDesk(t);
  for (const host of [
    '10.0.0.5:8000',
    'localhost:8000',
    'tenring.local:8000',
    '[fe80::1]:8000',
    'scores.example',
    '127.0.0.1',
    'tenring.local.:8000',
  ]) {
    assert.equal((await desk.ask('GET', '/api/bootstrap', { headers: { host } })).status, 200, host);
  }
  for (const host of ['evil.example:8000', '192.168.1.10.evil.example', 'a b', 'x;script-src.local', 'a,b.local']) {
    const answer = await desk.ask('GET', '/api/bootstrap', { headers: { host } });
    assert.deepEqual([answer.status, answer.code], [421, 'wrongHost'], host);
  }
});

test('nothing is changed for a page of another site, whatever cookie the browser sends along', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  for (const headers of [
    { origin: 'http://evil.example' },
    { origin: 'http://192.168.1.10:8001' },
    { origin: 'http://192.168.1.99:8000' },
    { origin: 'null' },
    { origin: desk.origin, 'sec-fetch-site': 'cross-site' },
    { origin: desk.origin, 'sec-fetch-site': 'same-site' },
  ]) {
    const answer = await desk.ask('POST', '/api/competitions', { json, headers });
    assert.deepEqual([answer.status, answer.code], [403, 'wrongOrigin'], JSON.stringify(headers));
  }
  assert.equal(desk.intake.facts.length, 0);
  const own = { origin: desk.origin, 'sec-fetch-site': 'same-origin' };
  assert.equal((await desk.ask('POST', '/api/competitions', { json, headers: own })).status, 201);
  assert.equal(
    (await desk.ask('GET', '/api/competitions', { headers: { origin: 'http://evil.example' } })).status,
    200,
  );
});

test('every answer carries the same protection, and none promises https', async (t) => {
  const desk = await openHttpDesk(t);
  for (const url of ['/', '/healthz', '/api/bootstrap', '/api/nothing', '/api/docs']) {
    const { headers } = await desk.ask('GET', url);
    const policy = String(headers['content-security-policy']);
    assert.match(
      policy,
      /default-src 'none'.*connect-src 'self' ws:\/\/192\.168\.1\.10:8001 .*frame-ancestors 'none'/,
      url,
    );
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
    assert.match(String(headers['permissions-policy']), /camera=\(\), microphone=\(\)/);
    assert.equal(headers['cross-origin-opener-policy'], undefined, 'browsers take no notice of it here');
    assert.equal(headers['strict-transport-security'], undefined);
    assert.equal(headers['access-control-allow-origin'], undefined);
  }
  for (const [url, by, option] of [
    ['/tv?preview=c1&view=medals', 'self', 'SAMEORIGIN'],
    ['/tv/hall', 'self', 'SAMEORIGIN'],
    ['/tvs', 'none', 'DENY'],
    ['/desk', 'none', 'DENY'],
  ]) {
    const { headers } = await desk.ask('GET', url ?? '');
    assert.match(String(headers['content-security-policy']), new RegExp(`frame-ancestors '${by}'$`), url);
    assert.equal(headers['x-frame-options'], option, url);
  }
  const here = await desk.ask('GET', '/', { headers: { host: 'localhost:8000' } });
  assert.equal(here.headers['cross-origin-opener-policy'], 'same-origin');
  const v6 = await desk.ask('GET', '/', { headers: { host: '[fe80::1]:8000' } });
  assert.match(String(v6.headers['content-security-policy']), /ws:\/\/\*:8001/);
});

for (const [label, asked, status, code] of [
  ['malformed JSON', { body: '{"code":', headers: { 'content-type': 'application/json' } }, 400, 'badRequest'],
  ['no body', { headers: { 'content-type': 'application/json' } }, 400, 'badRequest'],
  [
    'a form',
    { body: 'code=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    415,
    'unsupportedMediaType',
  ],
  ['more than 1 KB', { json: { code: 'x'.repeat(1_100) } }, 413, 'tooLarge'],
  ['an array', { json: [] }, 400, 'badRequest'],
  ['neither code nor password', { json: {} }, 400, 'badRequest'],
  ['both', { json: { code: 'x', password: 'y' } }, 400, 'badRequest'],
  ['a number for a code', { json: { code: 12345678 } }, 400, 'badRequest'],
  [
    'a prototype',
    { body: '{"__proto__":{"code":"x"}}', headers: { 'content-type': 'application/json' } },
    400,
    'badRequest',
  ],
  ['a wrong code', { json: { code: 'AAAA-AAAA' } }, 401, 'wrongCode'],
] as const) {
  test(`a log-in with ${label}: ${status} ${code}`, async (t) => {
    const desk = await openHttpDesk(t);
    const answer = await desk.ask('POST', '/api/session', asked);
    assert.deepEqual([answer.status, answer.code], [status, code]);
    assert.equal(answer.headers['set-cookie'], undefined);
  });
}

test('a bad address, an unknown method, a made-up cookie', async (t) => {
  const desk = await openHttpDesk(t);
  assert.equal((await desk.ask('GET', '/api/competitions/%E0%A4%A')).code, 'badRequest');
  assert.equal((await desk.ask('PUT', '/api/competitions', { json: {} })).code, 'notFound');
  const cookie = 'tenring=somebodyElse';
  assert.equal((await desk.ask('POST', '/api/competitions', { json, headers: { cookie } })).code, 'notLoggedIn');
  assert.equal((await desk.ask('GET', `/api/competitions/${'x'.repeat(300)}`)).code, 'badRequest');
});

test('log-ins are limited per address', async (t) => {
  const desk = await openHttpDesk(t);
  for (let count = 0; count < 10; count += 1) await desk.ask('POST', '/api/session', { json: { code: 'AAAA-AAAA' } });
  const answer = await desk.logIn();
  assert.deepEqual([answer.status, answer.code], [429, 'tooManyTries']);
  const elsewhere = await desk.ask('POST', '/api/session', {
    json: { code: desk.access.deskCode },
    address: '192.168.1.21',
  });
  assert.equal(elsewhere.status, 200);
});

test('and their work is bounded, right or wrong', async (t) => {
  const desk = await openHttpDesk(t);
  const codes = new Set<string | undefined>();
  for (let count = 0; count < 130; count += 1) codes.add((await desk.ask('POST', '/api/session', { json: {} })).code);
  assert.deepEqual([...codes], ['badRequest', 'tooManyRequests']);
});

test('passwords: too short, wrong, not logged in', async (t) => {
  const desk = await openHttpDesk(t);
  assert.equal((await desk.ask('PUT', '/api/password', { json: { password: 'long enough' } })).code, 'notLoggedIn');
  await desk.logIn();
  const short = await desk.ask('PUT', '/api/password', { json: { password: 'short' } });
  assert.deepEqual([short.status, short.code], [422, 'passwordTooShort']);
  assert.deepEqual(short.read<{ error: { details: object } }>().error.details, { shortest: '8' });
  await desk.ask('PUT', '/api/password', { json: { password: 'long enough' } });
  assert.equal((await desk.ask('PUT', '/api/password', { json: { password: 'another one' } })).code, 'wrongPassword');
  assert.equal((await desk.ask('POST', '/api/session', { json: { password: 'guess' } })).code, 'wrongPassword');
  assert.equal((await desk.ask('POST', '/api/session', { json: { code: 'AAAA-AAAA' } })).code, 'passwordExists');
  assert.equal((await desk.ask('POST', '/api/session', { json: { password: 'long enough' } })).status, 200);
});

test('with Redis away sessions cannot be looked up: that is no log-out', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  desk.world.redisUp = false;
  for (const [method, url] of [
    ['GET', '/api/session'],
    ['POST', '/api/competitions'],
  ] as const) {
    const answer = await desk.ask(method, url, method === 'POST' ? { json } : {});
    assert.deepEqual([answer.status, answer.code, answer.headers['retry-after']], [503, 'unavailable', '2']);
  }
  assert.equal((await desk.ask('GET', '/api/competitions')).status, 200, 'boards need no session');
  assert.equal((await desk.ask('GET', '/api/session', { anonymous: true })).status, 200);
  desk.world.redisUp = true;
  assert.equal((await desk.ask('POST', '/api/competitions', { json })).status, 201);
});

test('a defect is an answer without its insides, and a line in the log', async (t) => {
  const list = () => {
    throw new Error('the insides');
  };
  const desk = await openHttpDesk(t, { intake: { list, find: list, submit: list, onCommitted: () => undefined } });
  const answer = await desk.ask('GET', '/api/competitions');
  assert.deepEqual([answer.status, answer.code], [500, 'internal']);
  assert.doesNotMatch(answer.text, /insides/);
  assert.deepEqual(desk.world.logged, ['a request failed']);
});
