// The table of README.md, cell by cell.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role } from './role-file.ts';
import { type Settled, settleRole } from './settle-role.ts';

const followed = { origin: 'http://a:8000', id: 's1', token: 't', key: 'k', allowedHosts: [] };
const roles = {
  primary: { kind: 'primary' },
  following: { kind: 'following', ...followed },
  promoted: { kind: 'promoted', atMs: 1, ...followed },
  replaced: { kind: 'replaced', by: 'http://b:8000', atMs: 1 },
} as const satisfies Record<Role['kind'], Role>;

const starts = {
  plain: { follow: undefined, promote: false, forcePrimary: false },
  follow: { follow: 'http://a:8000', promote: false, forcePrimary: false },
  promote: { follow: undefined, promote: true, forcePrimary: false },
  force: { follow: undefined, promote: false, forcePrimary: true },
} as const;

type Cells = Readonly<Record<keyof typeof starts, Settled['kind'] | RegExp>>;

function assertRow(role: Role, isEmpty: boolean, cells: Cells) {
  for (const name of Object.keys(starts) as (keyof typeof starts)[]) {
    const settled = settleRole(role, { path: '/data', isEmpty }, starts[name]);
    const expected = cells[name];
    if (typeof expected === 'string') assert.equal(settled.kind, expected, `${role.kind} × ${name}`);
    else assert.match(settled.kind === 'refused' ? settled.why : settled.kind, expected, `${role.kind} × ${name}`);
  }
}

test('an empty folder scores, or gets a place', () => {
  const promote = /has followed nobody/;
  assertRow(roles.primary, true, { plain: 'primary', follow: 'pair', promote, force: 'primary' });
});

test('a folder with competitions of its own never follows', () => {
  const promote = /has followed nobody/;
  const follow = /begins in an empty folder/;
  assertRow(roles.primary, false, { plain: 'primary', follow, promote, force: 'primary' });
});

test('a folder that follows has to be told which of the two', () => {
  const plain = /Follow on with --follow http:\/\/a:8000, or take over with --promote/;
  assertRow(roles.following, false, { plain, follow: 'follow', promote: 'takeOver', force: plain });
});

test('one that took over scores, whatever its service is told', () => {
  assertRow(roles.promoted, false, { plain: 'promoted', follow: 'promoted', promote: 'promoted', force: 'promoted' });
});

test('one that was replaced scores only by force', () => {
  const no = /was replaced by http:\/\/b:8000/;
  assertRow(roles.replaced, false, { plain: no, follow: no, promote: no, force: 'force' });
});

test('to follow and to take over exclude each other', () => {
  const settled = settleRole(roles.following, { path: '/data', isEmpty: false }, { ...starts.follow, promote: true });
  assert.equal(settled.kind, 'refused');
});
