// RULES.md names files and functions: they exist, and every round module and test of the catalogue is among them.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findRound } from './rounds/rounds.ts';

const here = import.meta.dirname;
const page = readFileSync(join(here, 'RULES.md'), 'utf8');
const table = page.split('\n').filter((line) => line.startsWith('| '));
const quoted = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

test('every file that RULES.md names exists', () => {
  const files = quoted(page).filter((name) => name.endsWith('.ts'));
  assert.ok(files.length > 20);
  for (const file of files) assert.ok(existsSync(join(here, file)), file);
});

test('every function in the table is exported by the file named after it', () => {
  let checked = 0;
  for (const line of table) {
    const waiting: string[] = [];
    for (const name of quoted(line)) {
      if (!name.endsWith('.ts')) waiting.push(name);
      else if (!name.endsWith('.test.ts')) {
        const source = readFileSync(join(here, name), 'utf8');
        for (const each of waiting.splice(0)) {
          assert.match(source, new RegExp(`export function ${each}\\b`), `${each} in ${name}`);
          checked += 1;
        }
      }
    }
    assert.deepEqual(waiting, [], line);
  }
  assert.ok(checked >= 15, String(checked));
});

test('every module of rounds has its line, and rounds named as options exist', () => {
  const isCatalogue = (name: string) =>
    /: readonly Round\[\] = /.test(readFileSync(join(here, 'rounds', name), 'utf8'));
  const modules = readdirSync(join(here, 'rounds')).filter((name) => name !== 'rounds.ts' && !name.includes('.test.'));
  const catalogue = modules.filter(isCatalogue);
  assert.ok(catalogue.length >= 7, String(catalogue));
  for (const name of catalogue) assert.ok(page.includes(`\`rounds/${name}\``), name);
  for (const id of ['wa900', 'wa900-threes', 'id-nasional', 'id-nasional-80']) {
    assert.ok(page.includes(`\`${id}\``) && findRound(id), id);
  }
});
