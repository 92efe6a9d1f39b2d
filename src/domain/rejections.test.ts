// Every rejection is provoked somewhere: a code that no test names is a rule that nobody has tried.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rejectionCodes } from './rejections.ts';

const isTable = (name: string) => /(rejections|errors|text)\.test\.ts$/.test(name);

test('every code of a rejection is named by a test of this folder or of the routes', () => {
  const folders = [import.meta.dirname, join(import.meta.dirname, '..', 'http')];
  const tests = folders
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
    .filter((name) => name.endsWith('.test.ts') && !isTable(name));
  assert.ok(tests.length > 50, String(tests.length));
  const text = tests.map((name) => readFileSync(name, 'utf8')).join('\n');
  const untried = rejectionCodes.filter((code) => !text.includes(`'${code}'`));
  assert.deepEqual(untried, []);
});
