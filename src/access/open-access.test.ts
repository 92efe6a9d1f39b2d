import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { StartError } from '../config/start-error.ts';
import { createMemoryShortLived } from '../journal/memory-short-lived.ts';
import type { ShortLivedStore } from '../journal/short-lived.ts';
import { silentLog } from '../kit/log.ts';
import { AccessUnavailableError } from './access.ts';
import { type AccessParts, openAccess } from './open-access.ts';
import { rewritePassword } from './set-password.ts';

const cheap = { cost: 16, blockSize: 1, parallelization: 1 };
const desk = '192.0.2.7';

function setUp(t: TestContext, changed: Partial<AccessParts> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-access-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const clock = { time: 1_700_000_100_000, now: () => clock.time };
  const parts = {
    folder,
    shortLived: createMemoryShortLived(clock),
    clock,
    log: silentLog,
    passwordCost: cheap,
    ...changed,
  };
  return { folder, clock, parts, access: openAccess(parts), reopen: () => openAccess(parts) };
}

async function logInByCode(access: ReturnType<typeof openAccess>): Promise<string> {
  const answer = await access.logIn({ code: access.deskCode ?? '' }, desk);
  assert.equal(answer.kind, 'loggedIn');
  return answer.kind === 'loggedIn' ? answer.token : '';
}

test('a first start has a code to type, of 40 bits, another one each time', (t) => {
  const { access, reopen } = setUp(t);
  assert.match(access.deskCode ?? '', /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
  assert.notEqual(access.deskCode, reopen().deskCode);
  assert.equal(access.passwordSet, false);
});

test('the code opens the desk once, however it is typed', async (t) => {
  const { access } = setUp(t);
  const typed = ` ${access.deskCode?.toLowerCase().replace('-', ' ')} `;
  const answer = await access.logIn({ code: typed }, desk);
  assert.ok(answer.kind === 'loggedIn' && (await access.isLoggedIn(answer.token)));
  assert.equal(access.deskCode, undefined);
  assert.deepEqual(await access.logIn({ code: typed }, desk), { kind: 'refused', refusal: { code: 'wrongCode' } });
  assert.equal(await access.isLoggedIn('somethingElse'), false);
});

test('a password is asked for at the next start, and there is no code any more', async (t) => {
  const { access, reopen, folder } = setUp(t);
  const token = await logInByCode(access);
  assert.equal(await access.setPassword(token, 'correct horse', undefined, desk), undefined);
  assert.ok(await access.isLoggedIn(token));
  const next = reopen();
  assert.deepEqual([next.deskCode, next.passwordSet], [undefined, true]);
  assert.equal((await next.logIn({ password: 'correct horse' }, desk)).kind, 'loggedIn');
  assert.deepEqual(await next.logIn({ password: 'correct house' }, desk), {
    kind: 'refused',
    refusal: { code: 'wrongPassword' },
  });
  assert.deepEqual(await next.logIn({ code: 'ABCD-EFGH' }, desk), {
    kind: 'refused',
    refusal: { code: 'passwordExists' },
  });
  const path = join(folder, 'access.json');
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.doesNotMatch(readFileSync(path, 'utf8'), /correct/);
});

test('a password is set by a session only, long enough, and changed only by who knows it', async (t) => {
  const { access } = setUp(t);
  assert.deepEqual(await access.setPassword('nothing', 'long enough', undefined, desk), { code: 'notLoggedIn' });
  const token = await logInByCode(access);
  assert.deepEqual(await access.setPassword(token, 'short', undefined, desk), {
    code: 'passwordTooShort',
    shortest: 8,
  });
  assert.equal(await access.setPassword(token, 'long enough', undefined, desk), undefined);
  assert.deepEqual(await access.setPassword(token, 'another one', undefined, desk), { code: 'wrongPassword' });
  assert.deepEqual(await access.setPassword(token, 'another one', 'wrong one', desk), { code: 'wrongPassword' });
  assert.equal(await access.setPassword(token, 'another one', 'long enough', desk), undefined);
});

test('a new password ends the other sessions; logging out ends one', async (t) => {
  const { access } = setUp(t);
  const first = await logInByCode(access);
  await access.setPassword(first, 'long enough', undefined, desk);
  const other = await access.logIn({ password: 'long enough' }, desk);
  assert.ok(other.kind === 'loggedIn');
  await access.setPassword(first, 'another one', 'long enough', desk);
  assert.equal(await access.isLoggedIn(other.token), false);
  assert.equal(await access.isLoggedIn(first), true);
  await access.logOut(first);
  assert.equal(await access.isLoggedIn(first), false);
});

test('a session lasts 12 hours from the last time it was used', async (t) => {
  const { access, clock } = setUp(t);
  const token = await logInByCode(access);
  for (let hour = 0; hour < 30; hour += 10) {
    clock.time += 10 * 3_600_000;
    assert.equal(await access.isLoggedIn(token), true);
  }
  clock.time += 12 * 3_600_000 + 1_000;
  assert.equal(await access.isLoggedIn(token), false);
});

test('wrong tries are limited per address, for a while, and in all', async (t) => {
  const { access, clock } = setUp(t);
  const code = access.deskCode ?? '';
  for (let count = 0; count < 10; count += 1) await access.logIn({ code: 'WRONG' }, desk);
  const refused = await access.logIn({ code }, desk);
  assert.ok(refused.kind === 'refused' && refused.refusal.code === 'tooManyTries');
  assert.ok(refused.refusal.retryAfterSeconds > 0 && refused.refusal.retryAfterSeconds <= 300);
  for (let host = 0; host < 100; host += 1) await access.logIn({ code: 'WRONG' }, `198.51.100.${host}`);
  assert.equal((await access.logIn({ code }, '192.0.2.200')).kind, 'refused');
  assert.equal(access.deskCode, code, 'still unused');
  clock.time += 300_000;
  assert.equal((await access.logIn({ code }, desk)).kind, 'loggedIn');
});

test('whoever sits at the box gets in although others guess', async (t) => {
  const { access } = setUp(t);
  for (let host = 0; host < 120; host += 1) await access.logIn({ code: 'WRONG' }, `198.51.100.${host}`);
  assert.equal((await access.logIn({ code: access.deskCode ?? '' }, '127.0.0.1')).kind, 'loggedIn');
});

test('a thousand tries at once are not a thousand chances', async (t) => {
  const { access } = setUp(t);
  const answers = await Promise.all(Array.from({ length: 1_000 }, () => access.logIn({ code: 'WRONG' }, desk)));
  const judged = answers.filter((answer) => answer.kind === 'refused' && answer.refusal.code === 'wrongCode');
  assert.equal(judged.length, 10);
});

test('with Redis away nobody is wrong: it cannot be said', async (t) => {
  const gone = () => Promise.reject(new Error('connection refused'));
  const shortLived: ShortLivedStore = { get: gone, set: gone, delete: gone, increment: gone };
  const { access } = setUp(t, { shortLived });
  await assert.rejects(access.isLoggedIn('x'), AccessUnavailableError);
  await assert.rejects(access.logIn({ code: 'x' }, desk), AccessUnavailableError);
  await assert.rejects(access.joinByCode('x', desk), AccessUnavailableError);
});

test('a forgotten password is written anew in the data folder, without a restart; QR codes stay good', async (t) => {
  const { access, folder } = setUp(t);
  const key = access.joinKey({ competition: 'c', butt: 1 });
  const token = await logInByCode(access);
  await access.setPassword(token, 'long enough', undefined, desk);
  assert.deepEqual(await rewritePassword(folder, 'short'), { code: 'passwordTooShort', shortest: 8 });
  assert.equal(await rewritePassword(folder, 'written anew'), undefined);
  assert.equal((await access.logIn({ password: 'long enough' }, desk)).kind, 'refused');
  assert.equal((await access.logIn({ password: 'written anew' }, desk)).kind, 'loggedIn');
  assert.equal(await access.isLoggedIn(token), false);
  assert.equal(access.joinKey({ competition: 'c', butt: 1 }), key);
});

test('losing access.json locks nobody out, a damaged one stops the start in words', async (t) => {
  const { access, folder, reopen } = setUp(t);
  await access.setPassword(await logInByCode(access), 'long enough', undefined, desk);
  const path = join(folder, 'access.json');
  for (const damaged of ['', '{"version":1}', 'null', '{"version":1,"joinSecret":1,"generation":2,"password":3}']) {
    writeFileSync(path, damaged);
    assert.throws(
      reopen,
      (error) => error instanceof StartError && error.exit === 'dataFolder' && /Move it away/.test(error.message),
    );
  }
  rmSync(path);
  assert.equal((await reopen().logIn({ code: 'x' }, desk)).kind, 'refused');
  assert.ok(reopen().deskCode);
});

test('a data folder that is not there', () => {
  const parts = {
    folder: '/nowhere/at/all',
    shortLived: createMemoryShortLived({ now: () => 0 }),
    clock: { now: () => 0 },
    log: silentLog,
  };
  assert.throws(() => openAccess(parts), StartError);
});

test('the key of a QR code fits its own target only, also after a restart', (t) => {
  const { access, reopen } = setUp(t);
  const target = { competition: 'abc', butt: 3 };
  const key = access.joinKey(target);
  assert.match(key, /^[a-z2-7]{16}$/);
  assert.deepEqual(reopen().joinByKey(target, key.toUpperCase()), { kind: 'target', target });
  for (const other of [
    { competition: 'abc', butt: 4 },
    { competition: 'abd', butt: 3 },
  ]) {
    assert.equal(access.joinByKey(other, key).kind, 'refused');
  }
});

test('a short code joins its target once, within half an hour', async (t) => {
  const { access, clock } = setUp(t);
  const target = { competition: 'abc', butt: 3 };
  const { code, expiresInSeconds } = await access.createJoinCode(target);
  assert.match(code, /^[2-9A-HJ-NP-Z]{6}$/);
  assert.equal(expiresInSeconds, 1800);
  assert.deepEqual(await access.joinByCode(` ${code.toLowerCase()}`, desk), { kind: 'target', target });
  assert.equal((await access.joinByCode(code, desk)).kind, 'target', 'until a device has joined');
  await access.spendJoinCode(code);
  const refused = (code: string) => ({ kind: 'refused', refusal: { code, butt: 3 } });
  assert.deepEqual(await access.joinByCode(code, desk), refused('codeUsed'));
  const late = await access.createJoinCode(target);
  clock.time += 1_799_999;
  assert.equal((await access.joinByCode(late.code, desk)).kind, 'target');
  clock.time += 1;
  assert.deepEqual(await access.joinByCode(late.code, desk), refused('codeExpired'));
  assert.deepEqual(await access.joinByCode(code, desk), refused('codeUsed'), 'still told apart');
  clock.time += 12 * 3_600_000;
  for (const old of [code, late.code])
    assert.deepEqual(await access.joinByCode(old, desk), { kind: 'refused', refusal: { code: 'wrongCode' } });
});

test('250 tablets behind one router join at once', async (t) => {
  const { access } = setUp(t);
  const codes = await Promise.all(
    Array.from({ length: 250 }, (_, butt) => access.createJoinCode({ competition: 'c', butt })),
  );
  const answers = await Promise.all(codes.map(({ code }) => access.joinByCode(code, desk)));
  assert.ok(answers.every(({ kind }) => kind === 'target'));
});
