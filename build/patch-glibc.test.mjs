// The patch is tried on the addons that ship beside the one in use (for other Node versions), which no set-up ever patches.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { patchGlibc, UnrecognisedAddon } from './patch-glibc.mjs';

const packageFile = (path) => readFileSync(fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url)));
const addon = () => packageFile('uWebSockets.js/uws_linux_x64_127.node');

function changed(find, replacement) {
  const bytes = addon();
  const at = bytes.indexOf(find);
  assert.ok(at > 0, 'the addon no longer holds what this test changes');
  Buffer.from(replacement).copy(bytes, at);
  return bytes;
}

test('only the symbols, their versions and one version entry change', () => {
  const original = addon();
  const patched = patchGlibc(original);
  assert.deepEqual(original, addon(), 'the given bytes stay as they were');
  assert.equal(patched.length, original.length);
  const differences = original.filter((byte, at) => byte !== patched[at]).length;
  assert.ok(differences > 0 && differences <= 3 * (4 + 2) + 8, `${differences} bytes differ`);
});

test('a patched addon needs no second patch', () => {
  assert.equal(patchGlibc(patchGlibc(addon())), undefined);
});

test('an addon that asks for no newer glibc is left alone', () => {
  assert.equal(patchGlibc(packageFile('better-sqlite3/prebuilds/linux-x64.node')), undefined);
});

const dynamicGnuHash = Buffer.alloc(8);
dynamicGnuHash.writeBigUInt64LE(0x6ffffef5n);

const refusals = [
  ['a text file', () => Buffer.from('#!/bin/sh\n'.repeat(20)), /not an ELF file/],
  ['another processor', () => packageFile('uWebSockets.js/uws_linux_arm64_137.node'), /x86-64/],
  ['a program for another system', () => packageFile('uWebSockets.js/uws_win32_x64_137.node'), /not an ELF file/],
  ['half a file', () => addon().subarray(0, 3_000_000), /section table/],
  ['a symbol that has no old twin', () => changed('__isoc23_strtol\0', '__isoc23_strfmt\0'), /not a symbol/],
  ['a version whose hash is not its own', () => changed('GLIBC_2.2.5\0', 'GLIBC_2.2.6\0'), /fall back|hash/],
  ['a symbol hash table that would lie', () => changed(dynamicGnuHash, '\x04\0\0\0\0\0\0\0'), /classic/],
];
for (const [what, bytes, why] of refusals) {
  test(`refused: ${what}`, () => {
    assert.throws(
      () => patchGlibc(bytes()),
      (error) => error instanceof UnrecognisedAddon && why.test(error.message),
    );
  });
}
