// `tenring verify` as a person gives it: of a folder whose appliance was killed, changed behind its back, and of backups.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import Sqlite from 'better-sqlite3';
import { exitCodes } from '../config/exit-codes.ts';
import { temporaryFolder } from '../testing/data-folder.ts';
import { backupOf, copyFixture, listFixtures } from '../testing/fixture.ts';
import { runCommand } from '../testing/run-command.ts';

const [fixture] = listFixtures().filter(({ name }) => name === 'format-1');
assert.ok(fixture);
const { kept } = fixture;

interface KeptDocument {
  readonly name: string;
  readonly journal: { readonly facts: number; readonly head: string };
}
const tailCup = kept.find(({ document }) => (document as KeptDocument).name === 'Tail Cup');
assert.ok(tailCup);
const { journal } = tailCup.document as KeptDocument;

function copied(t: TestContext): string {
  assert.ok(fixture);
  return copyFixture(t, fixture);
}

function backupCopy(t: TestContext): string {
  assert.ok(fixture);
  const path = join(temporaryFolder(t), 'cup.tenring');
  copyFileSync(backupOf(fixture) ?? '', path);
  return path;
}

test('a whole folder: names, facts, and the head in short and in full, the facts that only Redis has included', async (t) => {
  const { code, out, said } = await runCommand(['verify', copied(t)]);
  assert.deepEqual([code, said], [exitCodes.ok, '']);
  const { facts, head } = journal;
  const short = `${head.slice(0, 4)} ${head.slice(4, 8)} ${head.slice(8, 12)} ${head.slice(12, 16)}`;
  assert.ok(out.includes(`Tail Cup (${tailCup.id}): ${facts} facts, whole\n  head ${short}\n  ${head}\n`), out);
  assert.equal(out.match(/facts, whole/g)?.length, kept.length);
});

test('for a script: the same as JSON', async (t) => {
  const { code, out } = await runCommand(['verify', copied(t), '--json']);
  assert.equal(code, exitCodes.ok);
  const { isWhole, isRunning, notLookedAt, flaws, competitions } = JSON.parse(out);
  assert.deepEqual([isWhole, isRunning, notLookedAt, flaws], [true, false, null, []]);
  const found = competitions.find(({ id }: { readonly id: string }) => id === tailCup.id);
  const { facts, head } = journal;
  assert.deepEqual(found, { id: tailCup.id, name: 'Tail Cup', facts, head, chainedFrom: 1, flaw: null });
});

test('a changed arrow: which fact, when, by whom, how far all is well, and exit code 65', async (t) => {
  const folder = copied(t);
  const database = new Sqlite(join(folder, 'tenring.db'));
  const changed = database
    .prepare(
      "UPDATE fact SET record = CAST(substr(record, 1, length(record) - 1) || x'07' AS BLOB) WHERE competition = ? AND seq = 6",
    )
    .run(tailCup.id).changes;
  database.close();
  assert.equal(changed, 1);
  const { code, out, said } = await runCommand(['verify', folder]);
  assert.equal(code, exitCodes.badFile);
  assert.match(said, /is not whole/);
  // The append-only file still has the fact as it was.
  const words =
    /Tail Cup \(\w+\): NOT WHOLE, fact 6 \(arrowsScored at \d{4}-.* by scorer .*\): the journal has another one/;
  assert.match(out, words);
  assert.match(out, /facts 1 to 5 are whole/);
  assert.doesNotMatch(out, new RegExp(journal.head));
  assert.equal(out.match(/facts, whole/g)?.length, kept.length - 1, 'the others are');
});

test('a backup is proved like a folder; a byte of it changed, or its end missing, and it is refused', async (t) => {
  const path = backupCopy(t);
  const whole = await runCommand(['verify', path]);
  assert.equal(whole.code, exitCodes.ok, whole.said);
  assert.ok(whole.out.includes(journal.head));
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
  writeFileSync(path, bytes);
  const flipped = await runCommand(['verify', path]);
  assert.deepEqual([flipped.code, flipped.out], [exitCodes.badFile, '']);
  assert.match(flipped.said, /is damaged/);
  truncateSync(path, 1_000);
  const cut = await runCommand(['verify', path]);
  assert.deepEqual([cut.code, cut.out], [exitCodes.badFile, '']);
  assert.match(cut.said, /cut off/);
});

test('what is not there, what is no data folder, what is no archive, and a restore that was cut off', async (t) => {
  const folder = temporaryFolder(t);
  const cases: readonly (readonly [name: string, make: (path: string) => void, code: number, words: RegExp])[] = [
    ['nowhere', () => undefined, exitCodes.noFile, /is not there/],
    ['empty', (path) => mkdirSync(path), exitCodes.noFile, /no data folder of Tenring/],
    ['letter.tenring', (path) => writeFileSync(path, 'Dear all'), exitCodes.badFile, /not a backup of Tenring/],
    [
      'foreign',
      (path) => {
        mkdirSync(path);
        writeFileSync(join(path, 'tenring.db'), 'not a database '.repeat(100));
      },
      exitCodes.badFile,
      /damaged/,
    ],
    [
      'restoring',
      (path) => {
        mkdirSync(path);
        writeFileSync(join(path, 'restore.json'), '{}');
      },
      exitCodes.failed,
      /A restore was cut off/,
    ],
  ];
  for (const [name, make, expected, words] of cases) {
    make(join(folder, name));
    const { code, out, said } = await runCommand(['verify', join(folder, name)]);
    assert.deepEqual([code, out], [expected, ''], name);
    assert.match(said, words);
  }
});
