// Restoring into data folders made by hand. A kill is an exception after a step; what the next one to lock the folder finds is the old
// state or the new one.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { checkArchive } from '../archive/archive-check.ts';
import { lockDataFolder } from '../archive/data-folder-lock.ts';
import { accessText, type Facts, headsOf, makeDataFolder, temporaryFolder } from '../testing/data-folder.ts';
import { BackupFileError } from './format.ts';
import { checkBackup, type WholeBackup } from './read-backup.ts';
import { lookAtFolder, type RestoreOrder, restoreBackup } from './restore.ts';
import { writeBackup } from './write-backup.ts';

const saved = { aaaaaaaa: 60, bbbbbbbb: 20 };
const present = { aaaaaaaa: 90, cccccccc: 30 };
const presentAccess = '{"version":1,"joinSecret":"another"}\n';
const now = new Date(2026, 4, 2, 14, 3, 5).getTime();

async function backUp(base: string, facts: Facts, event?: string): Promise<WholeBackup> {
  const dataFolder = makeDataFolder(base, `source-${event ?? 'all'}`, facts);
  const target = join(base, `${event ?? 'all'}.tenring`);
  await writeBackup({ dataFolder, target, event, heads: headsOf(facts), tenring: '1.2.3', madeAt: 5 });
  return checkBackup(target);
}

function makeUsedFolder(base: string, name = 'used'): string {
  const folder = makeDataFolder(base, name, present);
  writeFileSync(join(folder, 'access.json'), presentAccess);
  writeFileSync(join(folder, 'tls', 'authority.pem'), 'another authority');
  mkdirSync(join(folder, 'redis', 'appendonlydir'), { recursive: true });
  writeFileSync(join(folder, 'redis', 'appendonlydir', 'appendonly.aof'), 'the tail');
  writeFileSync(join(folder, 'tls.pem'), 'not a competition’s');
  return folder;
}

/** As `restore` and `start` come to it. */
function lock(folder: string) {
  const found = lockDataFolder(folder);
  assert.equal(found.kind, 'locked');
  return found.kind === 'locked' ? found : undefined;
}

async function restore(order: Omit<RestoreOrder, 'now'>) {
  const held = lock(order.folder);
  try {
    return await restoreBackup({ now, ...order });
  } finally {
    held?.release();
  }
}

const factsIn = (folder: string) =>
  Object.fromEntries(checkArchive(join(folder, 'tenring.db')).map(({ id, seq }) => [id, seq]));
const text = (...parts: readonly string[]) => readFileSync(join(...parts), 'utf8');
const namesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => !/^(lock\.|tenring\.db-)/.test(name))
    .toSorted();

test('into a new folder', async (t) => {
  const base = temporaryFolder(t);
  const folder = join(base, 'new');
  assert.deepEqual(lookAtFolder(folder), { kind: 'empty' });
  const { aside, competitions } = await restore({ folder, backup: await backUp(base, saved) });
  assert.equal(aside, undefined);
  assert.deepEqual(Object.fromEntries(competitions.map(({ id, seq }) => [id, seq])), saved);
  assert.deepEqual(factsIn(folder), saved);
  assert.equal(text(folder, 'access.json'), accessText);
  assert.deepEqual(namesIn(folder), ['access.json', 'tenring.db', 'tls']);
  assert.deepEqual(namesIn(join(folder, 'tls')), ['authority.pem'], 'the server’s own certificate is issued anew');
  for (const [path, mode] of [
    ['tls', 0o700],
    ['tls/authority.pem', 0o600],
    ['access.json', 0o600],
  ] as const)
    assert.equal(statSync(join(folder, path)).mode & 0o777, mode, path);
});

test('a backup without an authority leaves the folder’s own, one with an authority takes its place', async (t) => {
  const base = temporaryFolder(t);
  const without = makeDataFolder(base, 'without', saved);
  rmSync(join(without, 'tls'), { recursive: true });
  const target = join(base, 'without.tenring');
  await writeBackup({ dataFolder: without, target, heads: headsOf(saved), tenring: '1.2.3', madeAt: 5 });
  const folder = makeUsedFolder(base);
  await restore({ folder, backup: await checkBackup(target) });
  assert.equal(text(folder, 'tls', 'authority.pem'), 'another authority');
  const { aside = '' } = await restore({ folder, backup: await backUp(base, saved) });
  assert.equal(text(folder, 'tls', 'authority.pem'), 'authority of the test\n');
  assert.equal(text(aside, 'tls', 'authority.pem'), 'another authority');
});

test('into a used one: the old data is kept whole beside, what is not the competitions’ stays', async (t) => {
  const base = temporaryFolder(t);
  const folder = makeUsedFolder(base);
  const { aside = '' } = await restore({ folder, backup: await backUp(base, saved) });
  assert.equal(aside, join(folder, 'before-restore-20260502-140305'));
  assert.deepEqual(factsIn(folder), saved);
  assert.equal(text(folder, 'access.json'), accessText);
  assert.deepEqual(namesIn(folder), ['access.json', 'before-restore-20260502-140305', 'tenring.db', 'tls', 'tls.pem']);
  assert.deepEqual(factsIn(aside), present);
  assert.equal(text(aside, 'access.json'), presentAccess);
  assert.equal(text(aside, 'redis', 'appendonlydir', 'appendonly.aof'), 'the tail');
  const again = await restore({ folder, backup: await backUp(temporaryFolder(t), saved) });
  assert.equal(again.aside, `${aside}-2`, 'nothing that was put aside is put into twice');
  assert.deepEqual(factsIn(aside), present);
});

test('one event goes beside the others, or in the place of its older self; the password stays', async (t) => {
  const base = temporaryFolder(t);
  const folder = makeUsedFolder(base);
  const backup = await backUp(base, saved);
  for (const [id, expected] of [
    ['bbbbbbbb', { ...present, bbbbbbbb: 20 }],
    ['aaaaaaaa', { ...present, aaaaaaaa: 60, bbbbbbbb: 20 }],
  ] as const) {
    const event = backup.manifest.competitions.find((each) => each.id === id);
    await restore({ folder, backup, event });
    assert.deepEqual(factsIn(folder), expected);
    assert.equal(text(folder, 'access.json'), presentAccess);
    assert.equal(text(folder, 'tls', 'authority.pem'), 'another authority');
    assert.equal(existsSync(join(folder, 'redis')), false, 'every page begins in a new epoch');
  }
});

test('one event into a new folder is alone there', async (t) => {
  const base = temporaryFolder(t);
  const backup = await backUp(base, saved);
  const folder = join(base, 'new');
  await restore({ folder, backup, event: backup.manifest.competitions[1] });
  assert.deepEqual(factsIn(folder), { bbbbbbbb: 20 });
  const alone = await backUp(base, saved, 'aaaaaaaa');
  const other = join(base, 'other');
  await restore({ folder: other, backup: alone, event: alone.manifest.competitions[0] });
  assert.deepEqual(factsIn(other), { aaaaaaaa: 60 });
  assert.deepEqual(namesIn(other), ['tenring.db']);
});

class Killed extends Error {}

async function stepsOf(
  t: TestContext,
  make: (base: string) => string,
  backup: WholeBackup,
): Promise<readonly string[]> {
  const steps: string[] = [];
  await restore({ folder: make(temporaryFolder(t)), backup, after: (step) => steps.push(step) });
  return steps;
}

test('killed after any step: the old state or the new one, whole, and the old data never lost', async (t) => {
  const backup = await backUp(temporaryFolder(t), saved);
  const make = (base: string) => makeUsedFolder(base);
  const steps = await stepsOf(t, make, backup);
  assert.deepEqual(steps.slice(0, 3), ['unpacked', 'verified', 'intended']);
  assert.ok(steps.length >= 9, String(steps));
  for (const fatal of steps) {
    const folder = make(temporaryFolder(t));
    const after = (step: string) => {
      if (step === fatal) throw new Killed(step);
    };
    await assert.rejects(restore({ folder, backup, after }), Killed);
    // Locks, as a start would.
    lock(folder)?.release();
    const isOld = steps.indexOf(fatal) < steps.indexOf('intended');
    assert.deepEqual(factsIn(folder), isOld ? present : saved, `killed after: ${fatal}`);
    assert.equal(text(folder, 'access.json'), isOld ? presentAccess : accessText, fatal);
    assert.equal(text(folder, 'tls', 'authority.pem'), isOld ? 'another authority' : 'authority of the test\n', fatal);
    assert.equal(existsSync(join(folder, 'redis')), isOld, fatal);
    assert.equal(existsSync(join(folder, 'restore-staging')) || existsSync(join(folder, 'restore.json')), false, fatal);
    if (isOld) continue;
    const aside = join(folder, 'before-restore-20260502-140305');
    assert.deepEqual(factsIn(aside), present, fatal);
    assert.deepEqual(
      readdirSync(aside)
        .filter((name) => !name.startsWith('tenring.db-'))
        .toSorted(),
      ['access.json', 'redis', 'tenring.db', 'tls'],
    );
  }
});

test('killed while the intent is written: nothing of it stays', (t) => {
  const folder = makeUsedFolder(temporaryFolder(t));
  writeFileSync(join(folder, 'restore.json.4711.new'), '{"version":1,"asi');
  lock(folder)?.release();
  assert.deepEqual(namesIn(folder), ['access.json', 'redis', 'tenring.db', 'tls', 'tls.pem']);
  assert.deepEqual(factsIn(folder), present);
});

test('killed in a new folder after any step, and in finishing it again', async (t) => {
  const backup = await backUp(temporaryFolder(t), saved);
  const steps = await stepsOf(t, (base) => join(base, 'new'), backup);
  for (const fatal of steps) {
    const folder = join(temporaryFolder(t), 'new');
    const after = (step: string) => {
      if (step === fatal) throw new Killed(step);
    };
    await assert.rejects(restore({ folder, backup, after }), Killed);
    for (let start = 0; start < 2; start += 1) lock(folder)?.release();
    const isOld = steps.indexOf(fatal) < steps.indexOf('intended');
    assert.equal(existsSync(join(folder, 'tenring.db')), !isOld, fatal);
    if (!isOld) assert.deepEqual(factsIn(folder), saved, fatal);
  }
});

test('an archive that is not what the description says is refused, and the folder is as it was', async (t) => {
  const base = temporaryFolder(t);
  const folder = makeUsedFolder(base);
  const whole = await backUp(base, saved);
  const [first, ...others] = whole.manifest.competitions;
  assert.ok(first);
  for (const changed of [
    { ...first, seq: 59 },
    { ...first, head: '0'.repeat(64) },
    { ...first, id: 'zzzzzzzz' },
  ]) {
    const backup = { ...whole, manifest: { ...whole.manifest, competitions: [changed, ...others] } };
    await assert.rejects(restore({ folder, backup }), BackupFileError);
  }
  assert.deepEqual(factsIn(folder), present);
  assert.equal(text(folder, 'redis', 'appendonlydir', 'appendonly.aof'), 'the tail');
  assert.deepEqual(namesIn(folder), ['access.json', 'redis', 'tenring.db', 'tls', 'tls.pem']);
});

test('what a folder holds is told, also when it cannot be read', async (t) => {
  const base = temporaryFolder(t);
  const folder = makeUsedFolder(base);
  assert.deepEqual(lookAtFolder(folder), {
    kind: 'data',
    competitions: [
      { id: 'aaaaaaaa', seq: 90, name: 'Piala Uji' },
      { id: 'cccccccc', seq: 30, name: 'Piala Uji' },
    ],
  });
  writeFileSync(join(folder, 'tenring.db'), 'nothing of ours. '.repeat(300));
  assert.equal(lookAtFolder(folder).kind, 'unreadable');
  const { aside = '' } = await restore({ folder, backup: await backUp(base, saved) });
  assert.deepEqual(factsIn(folder), saved);
  assert.match(text(aside, 'tenring.db'), /^nothing of ours/);
});
