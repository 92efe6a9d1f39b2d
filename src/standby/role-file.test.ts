import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { keepHosts, markTold, takeOverFolder } from './open-role.ts';
import { DamagedRoleFileError, forgetRole, readRole, roleFileIn, writeRole } from './role-file.ts';
import { isProven, proveRole, roleAnswer } from './role-proof.ts';

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-role-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const followed = {
  origin: 'http://a:8000',
  id: 's1',
  token: 'secret token',
  key: 'k',
  allowedHosts: ['scores.example'],
};

test('without a file it is a primary; what is written is read, by its owner only', (t) => {
  const folder = folderFor(t);
  assert.deepEqual(readRole(folder), { kind: 'primary' });
  writeRole(folder, { kind: 'following', ...followed });
  assert.deepEqual(readRole(folder), { kind: 'following', ...followed });
  assert.equal(statSync(roleFileIn(folder)).mode & 0o777, 0o600);
  forgetRole(folder);
  assert.deepEqual(readRole(folder), { kind: 'primary' });
});

test('a damaged file is never taken for a primary’s', (t) => {
  const folder = folderFor(t);
  for (const text of [
    '',
    '{',
    '{}',
    '{"version":2,"role":{"kind":"following"}}',
    '{"version":1,"role":{"kind":"x"}}',
  ]) {
    writeFileSync(roleFileIn(folder), text);
    assert.throws(() => readRole(folder), DamagedRoleFileError, text);
  }
});

test('taking over happens once, and nothing that still follows takes it back', (t) => {
  const folder = folderFor(t);
  writeRole(folder, { kind: 'following', ...followed });
  keepHosts(folder, ['other.example']);
  takeOverFolder(folder, 7);
  const promoted = { kind: 'promoted', ...followed, allowedHosts: ['other.example'], atMs: 7 };
  assert.deepEqual(readRole(folder), promoted);
  takeOverFolder(folder, 8);
  keepHosts(folder, []);
  assert.deepEqual(readRole(folder), promoted);
  markTold(folder);
  assert.deepEqual(readRole(folder), { ...promoted, isTold: true });
});

test('a role is proven by who has the token, for this question only', () => {
  const answer = roleAnswer('promoted', 'n1', 'secret token');
  const hash = 'b'.repeat(64);
  assert.equal(isProven(answer, 'n1', hash), false);
  assert.deepEqual(proveRole('promoted', 'n1', hash).proof === answer.proof, false);
  const own = proveRole('promoted', 'n1', hash);
  assert.equal(isProven(own, 'n1', hash), true);
  assert.equal(isProven(own, 'n2', hash), false, 'an answer of before');
  assert.equal(isProven({ ...own, role: 'following' }, 'n1', hash), false, 'another role');
});
