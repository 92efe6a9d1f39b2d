import assert from 'node:assert/strict';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { checkArchive } from '../archive/archive-check.ts';
import { ArchiveFileError } from '../archive/archive-errors.ts';
import { accessText, headsOf, makeDataFolder, temporaryFolder } from '../testing/data-folder.ts';
import { failureOf } from './backup-failure.ts';
import { BackupFileError, encodeHead, magic } from './format.ts';
import { checkBackup, unpackBackup } from './read-backup.ts';
import { type BackupOrder, writeBackup } from './write-backup.ts';
import { IncompleteBackupError } from './write-tail.ts';

const facts = { aaaaaaaa: 120, bbbbbbbb: 40 };

function prepare(t: TestContext, changed: Partial<BackupOrder> = {}) {
  const base = temporaryFolder(t);
  const dataFolder = makeDataFolder(base, 'data', facts);
  const target = join(base, 'one.tenring');
  const order: BackupOrder = { dataFolder, target, heads: headsOf(facts), tenring: '1.2.3', madeAt: 5, ...changed };
  return { base, order, unpacked: temporaryFolder(t) };
}

function refusal(problem: string, words: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof BackupFileError, String(error));
    assert.equal(error.problem, problem, error.message);
    assert.match(error.message, words);
    return true;
  };
}

test('everything: what is in it is said, unpacks to what was packed, and nothing else is left beside', async (t) => {
  const { base, order, unpacked } = prepare(t);
  const made = await writeBackup(order);
  assert.deepEqual(readdirSync(base).toSorted(), ['data', 'one.tenring']);
  const whole = await checkBackup(order.target);
  assert.deepEqual(whole.manifest, made.manifest);
  assert.equal(whole.bytes, made.bytes);
  const { tenring, madeAt, scope, competitions } = whole.manifest;
  assert.deepEqual({ tenring, madeAt, scope }, { tenring: '1.2.3', madeAt: 5, scope: 'everything' });
  await unpackBackup(whole, unpacked);
  assert.equal(readFileSync(join(unpacked, 'access.json'), 'utf8'), accessText);
  assert.equal(readFileSync(join(unpacked, 'tls', 'authority.pem'), 'utf8'), 'authority of the test\n');
  const checked = checkArchive(join(unpacked, 'tenring.db'));
  assert.deepEqual(
    competitions.map(({ id, seq, head }) => ({ id, seq, head })),
    checked.map(({ id, seq, head }) => ({ id, seq, head })),
  );
  assert.deepEqual(
    competitions.map(({ id, name, epoch, seq }) => ({ id, name, epoch, seq })),
    [
      { id: 'aaaaaaaa', name: 'Cup aaaaaaaa', epoch: 'e', seq: 120 },
      { id: 'bbbbbbbb', name: 'Cup bbbbbbbb', epoch: 'e', seq: 40 },
    ],
  );
});

test('one event: no other is in it, and no secret', async (t) => {
  const { order, unpacked } = prepare(t, { event: 'bbbbbbbb' });
  const { manifest } = await writeBackup(order);
  assert.deepEqual([manifest.scope, manifest.competitions.map(({ id }) => id)], ['event', ['bbbbbbbb']]);
  await unpackBackup(await checkBackup(order.target), unpacked);
  assert.deepEqual(readdirSync(unpacked), ['tenring.db']);
  assert.deepEqual(
    checkArchive(join(unpacked, 'tenring.db')).map(({ id, seq }) => [id, seq]),
    [['bbbbbbbb', 40]],
  );
  assert.ok(!readFileSync(join(unpacked, 'tenring.db')).includes('aaaaaaaa'), 'not even in unused pages');
});

test('an archive that is behind what was acknowledged gives no backup', async (t) => {
  const { base, order } = prepare(t, { heads: headsOf({ ...facts, bbbbbbbb: 41 }) });
  await assert.rejects(writeBackup(order), IncompleteBackupError);
  const { order: missing } = prepare(t, { heads: headsOf({ ...facts, cccccccc: 1 }) });
  await assert.rejects(writeBackup(missing), /only 0 of 1 facts of Cup cccccccc/);
  assert.deepEqual(readdirSync(base), ['data']);
});

test('no data, no backup; a damaged archive gives none either', async (t) => {
  const { base, order } = prepare(t);
  await assert.rejects(writeBackup({ ...order, dataFolder: join(base, 'nowhere') }), ArchiveFileError);
  writeFileSync(join(order.dataFolder, 'tenring.db'), 'no database at all. '.repeat(500));
  await assert.rejects(writeBackup(order), ArchiveFileError);
  assert.deepEqual(readdirSync(base), ['data']);
});

test('where nothing can be written the system’s own words come, not those about the archive', async (t) => {
  const { base, order } = prepare(t);
  await assert.rejects(
    writeBackup({ ...order, target: join(base, 'data', 'access.json', 'one.tenring') }),
    (error) => failureOf(error, undefined).message === 'what is there is no folder',
  );
  await assert.rejects(
    writeBackup({ ...order, target: join(base, 'none', 'one.tenring') }),
    (error) => failureOf(error, undefined).kind === 'missing',
  );
});

test('what killed runs left goes: of this name at once, of another one after a day, of others never', async (t) => {
  const { base, order } = prepare(t);
  const old = ['.other.tenring.part', '.other.tenring.part-db', '.other.tenring.part-db-journal'];
  const kept = ['.fresh.tenring.part-db', '.film.part', 'other.tenring.part', '.other.tenring'];
  for (const name of [...old, ...kept, '.one.tenring.part']) writeFileSync(join(base, name), 'half');
  const madeAt = Date.now() + 25 * 3600_000;
  for (const name of kept) utimesSync(join(base, name), 5, 5);
  utimesSync(join(base, '.fresh.tenring.part-db'), madeAt / 1000, madeAt / 1000);
  await writeBackup({ ...order, madeAt });
  assert.deepEqual(readdirSync(base).toSorted(), [...kept, 'data', 'one.tenring'].toSorted());
});

test('what is no backup, or a newer one, is refused with a sentence', async (t) => {
  const { base, order } = prepare(t);
  const file = join(base, 'other.tenring');
  await assert.rejects(checkBackup(file), refusal('unreadable', /is not there/));
  await assert.rejects(checkBackup(base), refusal('unreadable', /is not a file/));
  for (const content of [
    '',
    'A letter.',
    'PK\u0003\u0004'.repeat(1000),
    magic.subarray(0, 5),
    readFileSync(join(order.dataFolder, 'tenring.db')),
  ]) {
    writeFileSync(file, content);
    await assert.rejects(checkBackup(file), refusal('notABackup', /is not a backup of Tenring/));
  }
  writeFileSync(file, magic);
  await assert.rejects(checkBackup(file), refusal('notABackup', /not a backup/));
  const { manifest } = await writeBackup(order);
  writeFileSync(file, encodeHead(manifest));
  await assert.rejects(checkBackup(file), refusal('truncated', /cut off/));
});
