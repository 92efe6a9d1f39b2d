// The real program killed while it makes a backup and while it restores one. It dies at the n-th change that it makes to a folder, for more
// and more n, until it is through: that depends on what it does and not on how fast.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { checkArchive } from '../archive/archive-check.ts';
import { lockDataFolder } from '../archive/data-folder-lock.ts';
import { checkBackup } from '../backup/read-backup.ts';
import { exitCodes } from '../config/exit-codes.ts';
import { makeDataFolder, temporaryFolder } from '../testing/data-folder.ts';
import { runCommand } from '../testing/run-command.ts';

const main = resolve(import.meta.dirname, '..', 'main.ts');
/** Numbers of changes after which it dies. */
const deaths = [1, 5, 12, 30, 1_000];

/** True when it was through before it had made so many changes in `folder`. */
async function isThrough(args: readonly string[], folder: string, changes: number): Promise<boolean> {
  const child = spawn(process.execPath, [main, ...args], { stdio: 'ignore' });
  let count = 0;
  const watcher = watch(folder, () => {
    count += 1;
    if (count === changes) child.kill('SIGKILL');
  });
  try {
    const [code, signal] = await once(child, 'exit');
    if (signal === null) assert.equal(code, exitCodes.ok, args.join(' '));
    return signal === null;
  } finally {
    watcher.close();
  }
}

async function ok(...args: readonly string[]) {
  const done = await runCommand(args);
  assert.equal(done.code, exitCodes.ok, `${args.join(' ')}: ${done.said}`);
}

const factsIn = (folder: string) =>
  Object.fromEntries(checkArchive(join(folder, 'tenring.db')).map(({ id, seq }) => [id, seq]));

test('a backup: no file, or the whole one; an older one stays until then; what is left over goes with the next', async (t) => {
  const base = temporaryFolder(t);
  const data = makeDataFolder(base, 'data', { aaaaaaaa: 10_000 });
  const stick = join(base, 'stick');
  mkdirSync(stick);
  const file = join(stick, 'cup.tenring');
  let whole = 0;
  for (const changes of deaths) {
    const before = existsSync(file) ? readFileSync(file) : undefined;
    const through = await isThrough(['backup', file, '--force', '--data', data], stick, changes);
    if (existsSync(file)) {
      assert.deepEqual(
        (await checkBackup(file)).manifest.competitions.map(({ id, seq }) => [id, seq]),
        [['aaaaaaaa', 10_000]],
      );
      whole += 1;
    } else assert.equal(before, undefined, 'the older one is lost');
    if (through) break;
  }
  assert.ok(whole < deaths.length, 'it was killed before the first was whole');
  assert.ok(whole > 0, 'it came through');
  assert.deepEqual(readdirSync(stick), ['cup.tenring']);
  assert.deepEqual(factsIn(data), { aaaaaaaa: 10_000 });
});

test('a backup that is stopped by Ctrl-C leaves nothing behind, and the older one', async (t) => {
  const base = temporaryFolder(t);
  const data = makeDataFolder(base, 'data', { aaaaaaaa: 10_000 });
  const stick = join(base, 'stick');
  mkdirSync(stick);
  writeFileSync(join(stick, 'cup.tenring'), 'older');
  const args = ['backup', join(stick, 'cup.tenring'), '--force', '--data', data];
  const child = spawn(process.execPath, [main, ...args], { stdio: 'ignore' });
  const watcher = watch(stick, () => child.kill('SIGINT'));
  const [code, signal] = await once(child, 'exit');
  watcher.close();
  assert.deepEqual([code, signal], [130, null]);
  assert.deepEqual(readdirSync(stick), ['cup.tenring']);
  assert.equal(readFileSync(join(stick, 'cup.tenring'), 'utf8'), 'older');
});

test('a restore: the old state or the new one, each with its own password and authority, and the old one kept', async (t) => {
  const base = temporaryFolder(t);
  const older = makeDataFolder(base, 'older', { aaaaaaaa: 60, bbbbbbbb: 20 });
  await ok('backup', join(base, 'older.tenring'), '--data', older);
  const outcomes: string[] = [];
  for (const changes of deaths) {
    const folder = makeDataFolder(base, `used-${changes}`, { aaaaaaaa: 90, cccccccc: 30 });
    const through = await isThrough(
      ['restore', join(base, 'older.tenring'), '--data', folder, '--yes'],
      folder,
      changes,
    );
    // Locks the folder and finishes what was begun, as a start would; a look changes nothing else.
    await ok('restore', join(base, 'older.tenring'), '--data', folder, '--dry-run');
    const asides = readdirSync(folder).filter((name) => name.startsWith('before-restore'));
    const facts = factsIn(folder);
    const isOld = 'cccccccc' in facts;
    assert.deepEqual(facts, isOld ? { aaaaaaaa: 90, cccccccc: 30 } : { aaaaaaaa: 60, bbbbbbbb: 20 });
    assert.equal(asides.length, isOld ? 0 : 1, `after ${changes} changes: ${asides}`);
    for (const name of asides) assert.deepEqual(factsIn(join(folder, name)), { aaaaaaaa: 90, cccccccc: 30 });
    assert.deepEqual(
      readdirSync(folder).filter((name) => /^restore/.test(name)),
      [],
    );
    outcomes.push(isOld ? 'old' : 'new');
    if (through) break;
  }
  assert.equal(outcomes.at(-1), 'new');
  assert.ok(outcomes.includes('old'), String(outcomes));
  assert.deepEqual(outcomes, outcomes.toSorted().toReversed(), 'once it is the new state it stays that');
});

test('a folder that something holds and nobody answers for: no backup, and when to try again', async (t) => {
  const base = temporaryFolder(t);
  const data = makeDataFolder(base, 'data', { aaaaaaaa: 5 });
  const lock = lockDataFolder(data);
  try {
    const run = await runCommand(['backup', join(base, 'cup.tenring'), '--data', data]);
    assert.equal(run.code, exitCodes.inUse);
    assert.match(run.said, /starting or stopping.*Try again in a moment\.\n$/);
    assert.equal(existsSync(join(base, 'cup.tenring')), false);
  } finally {
    if (lock.kind === 'locked') lock.release();
  }
});
