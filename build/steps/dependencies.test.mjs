import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInstalled } from './dependencies.mjs';

const wanted = {
  '': { name: 'tenring' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b-darwin': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};
const installed = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } };

test('packages for other platforms may be missing', () => {
  assert.equal(isInstalled(wanted, installed), true);
});

test('nothing installed, another version or other content means that npm must run', () => {
  assert.equal(isInstalled(wanted, {}), false);
  assert.equal(isInstalled(wanted, { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }), false);
  assert.equal(isInstalled(wanted, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } }), false);
});
