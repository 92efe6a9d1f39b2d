// Access of several nodes: what one of them is told, all of them know, and only one of them can be first.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { StartError } from '../config/start-error.ts';
import { createMemorySharedText } from '../journal/memory-shared-text.ts';
import { createMemoryShortLived } from '../journal/memory-short-lived.ts';
import type { SharedText } from '../journal/shared-text.ts';
import { silentLog } from '../kit/log.ts';
import { AccessUnavailableError } from './access.ts';
import { readAccessFile } from './access-file.ts';
import { openAccess } from './open-access.ts';
import { rewritePassword } from './set-password.ts';
import { openSharedAccessStore } from './shared-access-store.ts';

const cheap = { cost: 16, blockSize: 1, parallelization: 1 };
const address = '192.0.2.7';
const target = { competition: 'abc', butt: 3 };

function setUp(t: TestContext, shared: SharedText = createMemorySharedText()) {
  const root = mkdtempSync(join(tmpdir(), 'tenring-nodes-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  const clock = { now: () => 1_700_000_100_000 };
  const shortLived = createMemoryShortLived(clock);
  const parts = { shortLived, clock, log: silentLog, passwordCost: cheap };
  return {
    shared,
    newFolder: () => mkdtempSync(join(root, 'node-')),
    box: (folder: string) => openAccess({ ...parts, folder }),
    async node(folder: string) {
      const store = await openSharedAccessStore({ folder, node: folder, shared, log: silentLog, random: randomBytes });
      return openAccess({ ...parts, folder, store });
    },
  };
}

type Opened = ReturnType<typeof openAccess>;

async function tokenOf(access: Opened, credentials: Parameters<Opened['logIn']>[0]): Promise<string> {
  const answer = await access.logIn(credentials, address);
  assert.ok(answer.kind === 'loggedIn', JSON.stringify(answer));
  return answer.token;
}

async function twoNodes(t: TestContext) {
  const world = setUp(t);
  const folders = [world.newFolder(), world.newFolder()] as const;
  const [one, two] = [await world.node(folders[0]), await world.node(folders[1])];
  return { ...world, folders, one, two };
}

test('a password set on one node opens the other, whose session holds on both, until it is changed', async (t) => {
  const { one, two } = await twoNodes(t);
  const first = await tokenOf(one, { code: one.deskCode ?? '' });
  assert.equal(await one.setPassword(first, 'long enough', undefined, address), undefined);
  const token = await tokenOf(two, { password: 'long enough' });
  assert.deepEqual([await one.isLoggedIn(token), await two.isLoggedIn(first)], [true, true]);
  assert.equal(await two.setPassword(token, 'another one', 'long enough', address), undefined);
  assert.deepEqual([await one.isLoggedIn(token), await one.isLoggedIn(first)], [true, false]);
  assert.equal((await one.logIn({ password: 'long enough' }, address)).kind, 'refused');
  await one.logOut(token);
  assert.equal(await two.isLoggedIn(token), false);
});

test('each node shows a code, any of them is good at any node, and using one ends all', async (t) => {
  const { one, two } = await twoNodes(t);
  const codes = [one.deskCode ?? '', two.deskCode ?? ''] as const;
  assert.notEqual(codes[0], codes[1]);
  await tokenOf(one, { code: codes[1] });
  assert.equal(one.deskCode, undefined);
  for (const node of [one, two])
    for (const code of codes) assert.equal((await node.logIn({ code }, address)).kind, 'refused');
  assert.equal(two.deskCode, undefined, 'once it has looked');
});

test('of fifty who use the codes of both nodes at once one is the organiser', async (t) => {
  const { one, two } = await twoNodes(t);
  const codes = [one.deskCode ?? '', two.deskCode ?? ''] as const;
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      (index % 2 === 0 ? one : two).logIn({ code: codes[index % 2 === 0 ? 0 : 1] }, `192.0.2.${index}`),
    ),
  );
  assert.equal(answers.filter(({ kind }) => kind === 'loggedIn').length, 1);
});

test('of two passwords set on two nodes at once one is set', async (t) => {
  const { one, two } = await twoNodes(t);
  const token = await tokenOf(one, { code: one.deskCode ?? '' });
  const refusals = await Promise.all([
    one.setPassword(token, 'of the first', undefined, address),
    two.setPassword(token, 'of the second', undefined, address),
  ]);
  assert.equal(refusals.filter((refusal) => refusal === undefined).length, 1);
  assert.equal(refusals.filter((refusal) => refusal?.code === 'passwordExists').length, 1);
  const set = refusals[0] === undefined ? 'of the first' : 'of the second';
  for (const node of [one, two]) await tokenOf(node, { password: set });
});

test('a code that was used without a password: only a new start brings a new one', async (t) => {
  const { one, two, node, folders } = await twoNodes(t);
  await tokenOf(one, { code: one.deskCode ?? '' });
  const again = await node(folders[1]);
  assert.equal((await two.logIn({ code: two.deskCode ?? '' }, address)).kind, 'refused');
  await tokenOf(one, { code: again.deskCode ?? '' });
});

test('QR codes that one node printed are good at all', async (t) => {
  const { one, two } = await twoNodes(t);
  assert.equal(two.joinByKey(target, one.joinKey(target)).kind, 'target');
  const { code } = await one.createJoinCode(target);
  assert.equal((await two.joinByCode(code, address)).kind, 'target');
  await two.spendJoinCode(code);
  assert.equal((await one.joinByCode(code, address)).kind, 'refused');
});

test('one box becomes a node: its password and printed codes are those of all, and it may be a box again', async (t) => {
  const { newFolder, box, node } = setUp(t);
  const [first, second] = [newFolder(), newFolder()];
  const alone = box(first);
  await alone.setPassword(await tokenOf(alone, { code: alone.deskCode ?? '' }), 'long enough', undefined, address);
  const key = alone.joinKey(target);
  const [one, two] = [await node(first), await node(second)];
  assert.deepEqual([one.deskCode, two.deskCode, two.passwordSet], [undefined, undefined, true]);
  await tokenOf(two, { password: 'long enough' });
  assert.equal(two.joinKey(target), key);
  for (const folder of [first, second]) {
    const after = box(folder);
    assert.equal(after.joinKey(target), key);
    await tokenOf(after, { password: 'long enough' });
  }
  assert.equal(existsSync(join(first, 'access.before-nodes.json')), false);
});

test('a box with a password of its own that joins others takes theirs, and its own file is kept aside', async (t) => {
  const { newFolder, box, node } = setUp(t);
  const own = newFolder();
  const alone = box(own);
  await alone.setPassword(await tokenOf(alone, { code: alone.deskCode ?? '' }), 'of its own', undefined, address);
  const before = readFileSync(join(own, 'access.json'), 'utf8');
  const one = await node(newFolder());
  const joined = await node(own);
  assert.equal(joined.joinKey(target), one.joinKey(target));
  assert.equal((await joined.logIn({ password: 'of its own' }, address)).kind, 'refused');
  assert.equal(readFileSync(join(own, 'access.before-nodes.json'), 'utf8'), before);
});

test('tenring password at one node, running or not, is known to all', async (t) => {
  const { one, two, node, folders, newFolder } = await twoNodes(t);
  const token = await tokenOf(one, { code: one.deskCode ?? '' });
  await rewritePassword(folders[0], 'typed at one');
  assert.equal(await one.isLoggedIn(token), false);
  await tokenOf(two, { password: 'typed at one' });
  // Not running: the others hear of it when it starts.
  await rewritePassword(folders[1], 'typed at two');
  const started = await node(folders[1]);
  for (const each of [started, one]) await tokenOf(each, { password: 'typed at two' });
  // Somebody was later: what was typed before is over.
  const late = newFolder();
  await node(late);
  await rewritePassword(late, 'typed and late');
  await one.resetPassword('the newest of all');
  const back = await node(late);
  assert.equal((await back.logIn({ password: 'typed and late' }, address)).kind, 'refused');
  await tokenOf(back, { password: 'the newest of all' });
});

test('what Redis lost is put back from a copy, by a node that runs or one that starts', async (t) => {
  const memory = createMemorySharedText();
  let kept: SharedText = memory;
  const shared: SharedText = { get: () => kept.get(), replace: (seen, text) => kept.replace(seen, text) };
  const { newFolder, node } = setUp(t, shared);
  const folder = newFolder();
  const one = await node(folder);
  await one.resetPassword('long enough');
  const key = one.joinKey(target);
  kept = createMemorySharedText();
  await tokenOf(one, { password: 'long enough' });
  const two = await node(newFolder());
  assert.equal(two.joinKey(target), key);
  kept = createMemorySharedText();
  const again = await node(folder);
  assert.equal(again.joinKey(target), key);
  await tokenOf(again, { password: 'long enough' });
});

test('secrets are shared as hashes, and a node’s copy says of which generation it is', async (t) => {
  const { one, two, shared, folders } = await twoNodes(t);
  const text = (await shared.get()) ?? '';
  for (const { deskCode } of [one, two]) assert.ok(deskCode && !text.includes(deskCode.replace('-', '')));
  await one.resetPassword('correct horse');
  assert.doesNotMatch((await shared.get()) ?? '', /correct|sharedGeneration/);
  const copy = readAccessFile(folders[0]);
  assert.equal(copy?.sharedGeneration, copy?.generation);
});

test('with Redis away nobody is wrong; something else under the key stops a start in words', async (t) => {
  const memory = createMemorySharedText();
  let isAway = false;
  const gone = () => Promise.reject(new Error('connection refused'));
  const shared: SharedText = {
    get: () => (isAway ? gone() : memory.get()),
    replace: (seen, text) => (isAway ? gone() : memory.replace(seen, text)),
  };
  const { newFolder, node } = setUp(t, shared);
  const folder = newFolder();
  const one = await node(folder);
  isAway = true;
  await assert.rejects(one.logIn({ code: one.deskCode ?? '' }, address), AccessUnavailableError);
  await assert.rejects(one.isLoggedIn('x'), AccessUnavailableError);
  await rewritePassword(folder, 'typed meanwhile');
  await assert.rejects(one.logIn({ password: 'typed meanwhile' }, address), AccessUnavailableError);
  isAway = false;
  await tokenOf(one, { password: 'typed meanwhile' });
  await memory.replace(await memory.get(), '{"version":1}');
  await assert.rejects(
    node(newFolder()),
    (error) => error instanceof StartError && /tenring:access/.test(error.message),
  );
});
