// Who may follow: by a code that opens one place, then by a token; and what a machine that follows answers itself.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { silentLog } from '../kit/log.ts';
import type { FollowingStatus } from '../standby/following.ts';
import { roleAnswer } from '../standby/role-proof.ts';
import { readStandbyCode, unseal } from '../standby/sealed.ts';
import { openHttpDesk } from '../testing/http-desk.ts';
import type { SealedPlace, StandbyCode, StandbyPlace, StandbyView } from '../wire/api-standby.ts';
import { createStandbyHttp, wordsAbout } from './standby-http.ts';

const json = { port: 8000, realtimePort: 8001, have: [], accessMark: '' };

async function openPlace(t: Parameters<typeof openHttpDesk>[0]) {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const { code } = (await desk.ask('POST', '/api/standbys/code')).read<StandbyCode>();
  const ask = (path: string, body: unknown, token = '') =>
    desk.ask('POST', path, { json: body, headers: { authorization: `Bearer ${token}` }, anonymous: true });
  const place = await ask('/api/standbys', { code: readStandbyCode(code)?.open.toLowerCase(), name: 'Mini' });
  const { id, sealed } = place.read<StandbyPlace>();
  const { token }: SealedPlace = JSON.parse(unseal(sealed, readStandbyCode(code)?.key ?? '', 'place') ?? '{}');
  assert.ok(!place.text.includes(token), 'whoever listens gets no place by it');
  return { desk, code, ask, place: { id, token } };
}

test('a code opens one place; its token is kept as a hash only', async (t) => {
  const { desk, code, ask, place } = await openPlace(t);
  assert.deepEqual((await ask('/api/standbys', { code, name: 'Other' })).code, 'wrongCode');
  assert.ok(!readFileSync(join(desk.folder, 'standbys.json'), 'utf8').includes(place.token));
  const { standbys } = (await desk.ask('GET', '/api/standbys')).read<{ standbys: StandbyView[] }>();
  assert.deepEqual(
    standbys.map(({ name, origin, seenAt }) => [name, origin, seenAt]),
    [['Mini', null, null]],
  );
  for (let tries = 0; tries < 12; tries += 1) await ask('/api/standbys', { code: 'AAAA-AAAA', name: 'Guess' });
  assert.equal((await ask('/api/standbys', { code: 'AAAA-AAAA', name: 'Guess' })).code, 'tooManyTries');
});

test('what there is goes to who has a token, until it is shut out', async (t) => {
  const { desk, code, ask, place } = await openPlace(t);
  for (const token of ['', 'x'.repeat(43), place.id]) {
    assert.equal((await ask('/api/standbys/sync', json, token)).code, 'notAStandby');
    assert.equal((await ask('/api/standbys/takeover', { by: 'http://x' }, token)).code, 'notAStandby');
  }
  const answer = await ask('/api/standbys/sync', json, place.token);
  assert.equal(answer.status, 200);
  const { access } = answer.read<{ access: string }>();
  assert.ok(!answer.text.includes('joinSecret'), 'by http others can read along');
  assert.match(unseal(access, readStandbyCode(code)?.key ?? '', 'access') ?? '', /joinSecret/);
  const page = await desk.ask('GET', '/api/bootstrap');
  assert.match(String(page.headers['content-security-policy']), /ws:\/\/192\.168\.1\.20:8001/, 'pages may go there');
  await ask('/api/standbys/sync', { ...json, secureRealtimePort: 8444 }, place.token);
  const secure = await desk.ask('GET', '/api/bootstrap');
  assert.match(String(secure.headers['content-security-policy']), /wss:\/\/192\.168\.1\.20:8444/);
  assert.equal((await desk.ask('DELETE', `/api/standbys/${place.id}`)).status, 204);
  assert.equal((await ask('/api/standbys/sync', json, place.token)).code, 'notAStandby');
  assert.equal((await desk.ask('DELETE', `/api/standbys/${place.id}`)).code, 'unknownStandby');
});

test('nodes on one Redis need none', async (t) => {
  const desk = await openHttpDesk(t, { standbys: undefined });
  await desk.logIn();
  assert.equal((await desk.ask('POST', '/api/standbys/code')).code, 'noStandbys');
  assert.equal((await desk.ask('POST', '/api/standbys/sync', { json, anonymous: true })).code, 'noStandbys');
});

const status: FollowingStatus = {
  ...{ primary: 'http://192.168.1.5:8000', state: 'following', behind: 3, wholeAtMs: 1_000 },
  ...{ why: undefined, others: [], facts: 20 },
};

test('a machine that stands by says so to everybody, and takes over for nobody on the network', async (t) => {
  let taken = 0;
  const app = await createStandbyHttp({
    config: { allowedHosts: [], host: '127.0.0.1', port: 0, dataFolder: '/nowhere' },
    ...{ version: '1', log: silentLog, live: { port: 8001, securePort: undefined } },
    ...{ status: () => status, nowMs: () => 5_000, role: (nonce) => roleAnswer('following', nonce, 'token') },
    takeOver: () => {
      taken += 1;
    },
  });
  t.after(() => app.close());
  const ask = (method: 'GET' | 'POST', url: string, accept = '*/*') =>
    app.inject({ method, url, headers: { host: '192.168.1.6:8000', accept } });
  for (const url of ['/api/competitions', '/api/status', '/api/join']) {
    const answer = await ask('GET', url);
    assert.equal(answer.statusCode, 503, url);
    assert.equal(
      answer.json().error.message,
      'This is the standby of http://192.168.1.5:8000: 3 facts behind, all was here 4 s ago.',
    );
  }
  const page = await ask('GET', '/tablet', 'text/html');
  assert.deepEqual([page.statusCode, page.headers.refresh], [503, '5']);
  assert.match(page.body, /This is the standby of <a href="http:\/\/192\.168\.1\.5:8000">/);
  assert.equal((await ask('POST', '/api/promote')).statusCode, 401);
  assert.equal((await ask('POST', '/api/standbys/takeover')).statusCode, 503);
  assert.equal(taken, 0);
  const nonce = 'a'.repeat(32);
  assert.deepEqual(
    (await ask('GET', `/api/standbys/role?nonce=${nonce}`)).json(),
    roleAnswer('following', nonce, 'token'),
  );
});

test('how far it is, in words', () => {
  const words = (part: Partial<FollowingStatus>) => wordsAbout({ ...status, ...part }, 5_000);
  assert.equal(words({ state: 'connecting' }), 'it looks for it');
  assert.equal(words({ behind: 0 }), 'all 20 facts are here');
  assert.match(
    words({ state: 'away', why: 'ECONNREFUSED' }),
    /cannot be reached \(ECONNREFUSED\), all was here 4 s ago/,
  );
  assert.match(words({ state: 'refused', why: 'Not known.' }), /it refuses: Not known$/);
  assert.match(words({ others: ['c1'] }), /c1 has another history there/);
});
