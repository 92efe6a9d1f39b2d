import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ExitName } from '../config/exit-codes.ts';
import { competitionToDocument } from '../domain/document/competition-to-document.ts';
import { resultsOf } from '../interchange/results.ts';
import { wholeCompetition } from '../testing/whole-competition.ts';
import { checkUrl } from './appliance-client.ts';
import { chooseCompetition } from './choose-competition.ts';
import { CommandError } from './command-error.ts';
import { readText, writeText } from './files.ts';
import { readPassword } from './read-password.ts';
import { renderResults } from './results-tables.ts';
import { renderTable } from './table.ts';

function isRefused(exit: ExitName, words: RegExp) {
  return (error: unknown) => error instanceof CommandError && error.exit === exit && words.test(error.message);
}

test('a competition is chosen by its id, its whole name, or a part that no other has', () => {
  const all = [
    { id: 'aaa', name: 'Spring Cup' },
    { id: 'bbb', name: 'Spring Cup Youth' },
    { id: 'ccc', name: 'aaa' },
  ];
  assert.equal(chooseCompetition(all, 'aaa').name, 'Spring Cup', 'an id before a name');
  assert.equal(chooseCompetition(all, ' spring cup ').id, 'aaa');
  assert.equal(chooseCompetition(all, 'YOUTH').id, 'bbb');
  assert.throws(() => chooseCompetition(all, 'spring'), isRefused('notFound', /Spring Cup \(aaa\), Spring Cup Youth/));
  assert.throws(() => chooseCompetition(all, 'autumn'), isRefused('notFound', /no competition "autumn"/));
  assert.throws(() => chooseCompetition([], 'x'), isRefused('notFound', /none yet/));
});

test('an address is one of HTTP, and holds no password', () => {
  assert.equal(checkUrl('http://10.0.0.7:8000').host, '10.0.0.7:8000');
  for (const text of ['nowhere', 'ftp://127.0.0.1', '127.0.0.1:8000', '']) {
    assert.throws(() => checkUrl(text), isRefused('usage', /--url/), text);
  }
  assert.throws(
    () => checkUrl('http://me:secret@127.0.0.1'),
    (error) => isRefused('usage', /--password-file/)(error) && !String(error).includes('secret'),
  );
});

test('files: the whole one or none, nothing replaced unasked, what is wrong in words', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-files-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'cup.json');
  await writeText(file, 'one', false);
  await assert.rejects(writeText(file, 'two', false), isRefused('fileExists', /--force/));
  assert.equal(await readText(file), 'one');
  await writeText(file, 'two', true);
  assert.equal(readFileSync(file, 'utf8'), 'two');
  await assert.rejects(writeText(join(folder, 'no', 'x'), '', false), isRefused('noFile', /is not there/));
  await assert.rejects(readText(folder), isRefused('noFile', /is a folder/));
  await assert.rejects(readText(join(folder, 'no')), isRefused('noFile', /is not there/));
  assert.deepEqual(readdirSync(folder), ['cup.json'], 'nothing is left behind');
});

test('a password is the first line of its file', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-password-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'password');
  writeFileSync(file, 'correct horse \r\nanother line\n');
  assert.equal(await readPassword(file, true), 'correct horse ');
  writeFileSync(file, '\n');
  await assert.rejects(readPassword(file, false), isRefused('usage', /empty/));
  await assert.rejects(readPassword(join(folder, 'no'), false), isRefused('noFile', /cannot be read/));
  await assert.rejects(readPassword(undefined, true), isRefused('usage', /--password-file/));
});

test('tables are aligned by what is seen, and a name can do nothing to the terminal', () => {
  const lines = renderTable(
    [{ title: 'Rank', align: 'right' }, { title: 'Name' }, { title: 'Empty' }, { title: 'Total', align: 'right' }],
    [
      ['1', 'Jose\u0301', '', '700'],
      ['10', 'Li \u001b[2J\nX', '', '9'],
    ],
  );
  assert.deepEqual(lines, ['Rank  Name       Total', '   1  Jose\u0301         700', '  10  Li  [2J X      9']);
});

test('results as tables: ranks, who goes on, decided ties, records, matches, pools', () => {
  const text = renderResults(resultsOf(competitionToDocument(wholeCompetition())));
  for (const line of [
    /^Piala Uji · Lapangan Timur · 2026-05-01 to 2026-05-02 · wa-2026$/m,
    /^Recurve Men \(RM\), 4 go on \(\*\)$/m,
    /^ {3}4 {2}\* {2}Archer 5 .* 38 .* SO$/m,
    /^ {3}5 {5}Archer 4 .* 38 .* SO$/m,
    /^ {3}2 {2}\* {2}Archer 2 .*Club PB =$/m,
    /^ {6}Dewi Maharani .* DNS$/m,
    /^2\/1 .* 1 {2}Archer 1 \* {2}6 : 5 {2}Archer 5 .* 4 {2}shoot-off$/m,
    /^1\/1 {4}2026-05-02 13:30 .* 0 : 0 /m,
    /^Recurve pairs: teams, 4 go on \(\*\)$/m,
    /^Recurve pairs: pool B$/m,
    /^ {4}5 {2}Archer 4 /m,
  ]) {
    assert.match(text, line);
  }
  assert.doesNotMatch(text, /undefined|null|\p{Cc}\[/u);
});
