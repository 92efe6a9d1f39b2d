// Who sets up an appliance first owns it, so nobody else may, whatever they do at the same moment: not by the code, not by the password,
// not around a crash in between.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createMemoryShortLived } from '../journal/memory-short-lived.ts';
import type { ShortLivedStore } from '../journal/short-lived.ts';
import { silentLog } from '../kit/log.ts';
import { openHttpDesk } from '../testing/http-desk.ts';
import type { Access } from './access.ts';
import { accessFileIn } from './access-file.ts';
import { openAccess } from './open-access.ts';
import { rewritePassword } from './set-password.ts';

const cheap = { cost: 16, blockSize: 1, parallelization: 1 };
const many = Array.from({ length: 50 }, (_, index) => ({ address: `192.0.2.${index}`, password: `password ${index}` }));

function setUp(t: TestContext, changed: Partial<ShortLivedStore> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-set-up-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const clock = { now: () => 1_700_000_100_000 };
  const shortLived = { ...createMemoryShortLived(clock), ...changed };
  const open = () => openAccess({ folder, shortLived, clock, log: silentLog, passwordCost: cheap });
  return { folder, access: open(), restart: open };
}

/** Throws when it does not open. */
async function tokenOf(access: Access, address = '192.0.2.1'): Promise<string> {
  const answer = await access.logIn({ code: access.deskCode ?? '' }, address);
  assert.ok(answer.kind === 'loggedIn');
  return answer.token;
}

/** The one password that opens the desk, of those that were tried to be set. */
async function passwordsThatOpen(access: Access): Promise<readonly string[]> {
  const open: string[] = [];
  for (const { password, address } of many)
    if ((await access.logIn({ password }, `10${address.slice(3)}`)).kind === 'loggedIn') open.push(password);
  return open;
}

test('of fifty who have the code at once one is the organiser', async (t) => {
  const { access } = setUp(t);
  const code = access.deskCode ?? '';
  const answers = await Promise.all(many.map(({ address }) => access.logIn({ code }, address)));
  assert.equal(answers.filter(({ kind }) => kind === 'loggedIn').length, 1);
});

test('of fifty passwords set at once one is set, and the others are told so', async (t) => {
  const { access } = setUp(t);
  const token = await tokenOf(access);
  const answers = await Promise.all(
    many.map(({ password, address }) => access.setPassword(token, password, undefined, address)),
  );
  const set = many.filter((_, index) => answers[index] === undefined).map(({ password }) => password);
  assert.equal(set.length, 1);
  assert.ok(answers.every((answer) => answer === undefined || answer.code === 'passwordExists'));
  assert.deepEqual(await passwordsThatOpen(access), set);
});

test('killed between code and password: the new start has a new code, and still one password is set', async (t) => {
  const { access, restart } = setUp(t);
  const before = await tokenOf(access);
  const next = restart();
  assert.notEqual(next.deskCode, undefined, 'nobody is locked out by the crash');
  const after = await tokenOf(next);
  const answers = await Promise.all(
    many.map(({ password, address }, index) =>
      next.setPassword(index % 2 === 0 ? before : after, password, undefined, address),
    ),
  );
  const set = many.filter((_, index) => answers[index] === undefined).map(({ password }) => password);
  assert.equal(set.length, 1);
  assert.deepEqual(await passwordsThatOpen(next), set);
  const last = restart();
  assert.deepEqual([last.deskCode, await passwordsThatOpen(last)], [undefined, set]);
});

test('set from the console while the first one is being set by the desk: the later one does not write over it', async (t) => {
  const { access, folder } = setUp(t);
  const token = await tokenOf(access);
  const byDesk = access.setPassword(token, 'of the desk', undefined, '192.0.2.1');
  // The desk's is being hashed meanwhile, with the console's slow hash longest.
  const byConsole = rewritePassword(folder, 'of the console');
  const [refusal] = await Promise.all([byDesk, byConsole]);
  const kept = readFileSync(accessFileIn(folder), 'utf8');
  assert.equal((await access.logIn({ password: 'of the console' }, '192.0.2.2')).kind, 'loggedIn', kept);
  assert.equal((await access.logIn({ password: 'of the desk' }, '192.0.2.2')).kind, 'refused');
  assert.equal(refusal, undefined);
});

test('with Redis away as the code is used it stays good', async (t) => {
  let isAway = false;
  const memory = createMemoryShortLived({ now: () => 1_700_000_100_000 });
  const set: ShortLivedStore['set'] = (...asked) =>
    isAway && asked[0].startsWith('session') ? Promise.reject(new Error('away')) : memory.set(...asked);
  const { access } = setUp(t, { ...memory, set });
  const code = access.deskCode ?? '';
  isAway = true;
  await assert.rejects(access.logIn({ code }, '192.0.2.1'));
  isAway = false;
  assert.equal(access.deskCode, code);
  assert.equal((await access.logIn({ code }, '192.0.2.1')).kind, 'loggedIn');
});

test('a session that is open ends when the console sets a password, without a log-in by anybody', async (t) => {
  const { access, folder } = setUp(t);
  const token = await tokenOf(access);
  assert.equal(await access.isLoggedIn(token), true);
  await rewritePassword(folder, 'of the console');
  assert.equal(await access.isLoggedIn(token), false);
  assert.equal(access.deskCode, undefined);
});

test('who was right lately gets in although others guess from everywhere; a stranger with the right password does not', async (t) => {
  const { access } = setUp(t);
  await access.setPassword(await tokenOf(access, '192.0.2.1'), 'long enough', undefined, '192.0.2.1');
  for (let host = 0; host < 120; host += 1) await access.logIn({ password: 'guess' }, `198.51.100.${host}`);
  assert.equal((await access.logIn({ password: 'long enough' }, '192.0.2.1')).kind, 'loggedIn');
  const stranger = await access.logIn({ password: 'long enough' }, '192.0.2.200');
  assert.equal(stranger.kind === 'refused' && stranger.refusal.code, 'tooManyTries');
});

test('over HTTP: of fifty at once one is let in, and one password is set', async (t) => {
  const desk = await openHttpDesk(t);
  const json = { code: desk.access.deskCode };
  const logIns = await Promise.all(
    many.map(({ address }) => desk.ask('POST', '/api/session', { json, address, anonymous: true })),
  );
  assert.deepEqual(logIns.map(({ status }) => status).toSorted(), [200, ...Array(49).fill(401)]);
  const won = logIns.find(({ status }) => status === 200);
  const headers = { cookie: String(won?.headers['set-cookie']).split(';')[0] ?? '' };
  const sets = await Promise.all(
    many.map(({ password, address }) =>
      desk.ask('PUT', '/api/password', { json: { password }, address, headers, anonymous: true }),
    ),
  );
  assert.equal(sets.filter(({ status }) => status === 204).length, 1);
  assert.ok(sets.every(({ status, code }) => status === 204 || code === 'passwordExists' || code === 'notLoggedIn'));
});
