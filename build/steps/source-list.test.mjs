import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deriveSourceLists } from './source-list.mjs';

const derive = (name, text) => deriveSourceLists([{ name, text }], 'bookworm');

test('one-line entries become source entries, with their key and without their architecture', () => {
  const text = `# the mirror
deb [arch=amd64 signed-by=/usr/share/keyrings/a.gpg] http://mirror.example/debian bookworm main contrib # near
deb http://mirror.example/debian-security bookworm-security main
`;
  assert.deepEqual(derive('sources.list', text), {
    list: [
      'deb-src [signed-by=/usr/share/keyrings/a.gpg] http://mirror.example/debian bookworm main contrib',
      'deb-src http://mirror.example/debian-security bookworm-security main',
    ].join('\n'),
    sources: '',
  });
});

test('deb822 paragraphs keep their keys, embedded ones too', () => {
  const text = `Types: deb
# was: http://other.example
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates bookworm-backports
Components: main
Architectures: amd64
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 abc
 -----END PGP PUBLIC KEY BLOCK-----
`;
  assert.deepEqual(derive('debian.sources', text), {
    list: '',
    sources: `Types: deb-src
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 abc
 -----END PGP PUBLIC KEY BLOCK-----`,
  });
});

test('archives of other people, disabled ones and comments are left out', () => {
  const list = `deb http://vendor.example/apt cloud-sdk-bookworm main
deb http://vendor.example/docker bookworm stable
deb http://vendor.example/pg bookworm-pgdg main
# deb http://mirror.example/debian bookworm main
`;
  const sources = `Enabled: no
Types: deb
URIs: http://mirror.example/debian
Suites: bookworm
Components: main

Types: deb
URIs: http://vendor.example/node
Suites: nodistro
Components: main
`;
  assert.deepEqual(derive('vendor.list', list), { list: '', sources: '' });
  assert.deepEqual(derive('vendor.sources', sources), { list: '', sources: '' });
});

test('an entry that is there twice, as binary and as source, is taken once', () => {
  const text = `deb http://mirror.example/debian bookworm main
deb-src http://mirror.example/debian bookworm main
`;
  assert.equal(derive('sources.list', text).list, 'deb-src http://mirror.example/debian bookworm main');
});

test('suites named by role and the old security name count as the distribution', () => {
  for (const suite of ['stable', 'stable-updates', 'bookworm/updates', 'sid']) {
    assert.equal(
      derive('a.list', `deb http://m.example/d ${suite} main`).list,
      `deb-src http://m.example/d ${suite} main`,
    );
  }
});
