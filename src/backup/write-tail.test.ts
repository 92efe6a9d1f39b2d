// What is saved while a backup is made, round by round: it is in the file, comes back with it, and a file is whole after each round.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Facts, headsOf, makeDataFolder, savedAfter, temporaryFolder } from '../testing/data-folder.ts';
import { verifyBackup } from '../verify/verify-backup.ts';
import { checkBackup } from './read-backup.ts';
import { collectTail } from './read-tail.ts';
import { restoreBackup } from './restore.ts';
import { unfinishedBeside } from './unfinished.ts';
import { type BackupOrder, writeBackup } from './write-backup.ts';
import { IncompleteBackupError, mostRounds, type Newer, type ReadNewer } from './write-tail.ts';

const copied = { aaaaaaaa: 60, bbbbbbbb: 20 };

function prepare(t: TestContext, changed: Partial<BackupOrder> = {}) {
  const base = temporaryFolder(t);
  const dataFolder = makeDataFolder(base, 'data', copied);
  const target = join(base, 'one.tenring');
  const order: BackupOrder = { dataFolder, target, heads: headsOf(copied), tenring: '1.2.3', madeAt: 5, ...changed };
  return { base, order };
}

/** Somebody looks, and this is what is acknowledged: the next of `looks` each time, the last for good. */
function readerOf(
  looks: readonly Facts[],
  look: (reached: Readonly<Record<string, number>>) => void = () => undefined,
) {
  let asked = 0;
  const read: ReadNewer = async (reached) => {
    look(Object.fromEntries(reached));
    const heads = headsOf(looks[Math.min(asked, looks.length - 1)] ?? {});
    asked += 1;
    const records = heads.flatMap(({ id, seq }) => {
      const have = reached.get(id) ?? 0;
      return have < seq ? savedAfter(id, have, seq) : [];
    });
    return { at: 5 + asked, heads, records };
  };
  return { read, asked: () => asked };
}

const endsOf = (all: readonly { readonly id: string; readonly seq: number }[]) =>
  Object.fromEntries(all.map(({ id, seq }) => [id, seq]));

async function restoredFrom(base: string, path: string) {
  const folder = join(base, 'restored');
  mkdirSync(folder);
  const { competitions } = await restoreBackup({ folder, backup: await checkBackup(path), now: 5 });
  return endsOf(competitions);
}

test('what was saved meanwhile, by competitions old and new, is proved and comes back', async (t) => {
  const { base, order } = prepare(t);
  const present = { aaaaaaaa: 400, bbbbbbbb: 20, cccccccc: 7 };
  const { read } = readerOf([present]);
  const made = await writeBackup(order, read);
  assert.deepEqual(endsOf(made.manifest.competitions), present);
  assert.equal(made.manifest.completeAt, 6);
  const whole = await checkBackup(order.target);
  assert.deepEqual(whole.manifest, made.manifest);
  assert.equal(whole.bytes, made.bytes);
  const tail = await collectTail(whole);
  assert.deepEqual(
    [...tail].map(([id, records]) => [id, records.at(0)?.seq, records.at(-1)?.seq]),
    [
      ['aaaaaaaa', 61, 400],
      ['cccccccc', 1, 7],
    ],
  );
  const { competitions, flaws } = await verifyBackup(order.target);
  assert.deepEqual(flaws, []);
  assert.deepEqual(
    competitions.map(({ id, facts, head, flaw }) => ({ id, seq: facts, head, flaw })),
    made.manifest.competitions.map(({ id, seq, head }) => ({ id, seq, head, flaw: undefined })),
  );
  assert.deepEqual(await restoredFrom(base, order.target), present);
});

test('a folder in which nothing runs has no tail, and is complete to when it was asked for', async (t) => {
  const { order } = prepare(t);
  const { manifest } = await writeBackup(order);
  assert.equal(manifest.completeAt, 5);
  assert.deepEqual(endsOf(manifest.competitions), copied);
  assert.equal((await checkBackup(order.target)).tailBytes, 0);
});

test('rounds go on until nothing new is there, and each leaves a whole file beside', async (t) => {
  const { base, order } = prepare(t);
  const looks = [100, 104, 105, 105].map((aaaaaaaa) => ({ ...copied, aaaaaaaa }));
  const { container } = unfinishedBeside(order.target);
  const states: Facts[] = [];
  const kept: string[] = [];
  const { read, asked } = readerOf(looks, (reached) => {
    states.push(reached);
    if (states.length === 1) return;
    const copy = join(base, `${states.length}.copy`);
    writeFileSync(copy, readFileSync(container));
    kept.push(copy);
  });
  const { manifest } = await writeBackup(order, read);
  assert.equal(asked(), 4);
  assert.deepEqual(
    states.map(({ aaaaaaaa }) => aaaaaaaa),
    [60, 100, 104, 105],
  );
  assert.deepEqual([endsOf(manifest.competitions), manifest.completeAt], [looks[3], 8]);
  for (const [at, path] of kept.entries())
    assert.deepEqual(endsOf((await checkBackup(path)).manifest.competitions), looks[at]);
  assert.ok(!existsSync(container));
});

test('where saving never pauses a number of rounds ends it, and the file names how far it goes', async (t) => {
  const { order } = prepare(t);
  const looks = Array.from({ length: 100 }, (_, look) => ({ ...copied, aaaaaaaa: 61 + look }));
  const { read, asked } = readerOf(looks);
  const { manifest } = await writeBackup(order, read);
  assert.equal(asked(), mostRounds);
  assert.equal(manifest.competitions[0]?.seq, 60 + mostRounds);
  assert.equal(manifest.completeAt, 5 + mostRounds);
});

test('nothing new during the packing: one look more, after the file is on disk', async (t) => {
  const { order } = prepare(t);
  const { read, asked } = readerOf([copied]);
  const { manifest } = await writeBackup(order, read);
  assert.equal(asked(), 2);
  assert.deepEqual([endsOf(manifest.competitions), manifest.completeAt], [copied, 6]);
  const late = prepare(t);
  const saved = readerOf([copied, { ...copied, bbbbbbbb: 21 }]);
  const made = await writeBackup(late.order, saved.read);
  assert.deepEqual([endsOf(made.manifest.competitions), made.manifest.completeAt], [{ ...copied, bbbbbbbb: 21 }, 7]);
});

test('what is deleted after it was copied stays in the file as it was read', async (t) => {
  const { base, order } = prepare(t);
  const { read } = readerOf([{ aaaaaaaa: 70, bbbbbbbb: 25 }, { aaaaaaaa: 71 }]);
  const { manifest } = await writeBackup(order, read);
  assert.deepEqual(endsOf(manifest.competitions), { aaaaaaaa: 71, bbbbbbbb: 25 });
  assert.deepEqual(await restoredFrom(base, order.target), { aaaaaaaa: 71, bbbbbbbb: 25 });
});

test('one event out of a backup of everything, or alone in one, comes back with its tail', async (t) => {
  const { base, order } = prepare(t);
  await writeBackup(order, readerOf([{ aaaaaaaa: 90, bbbbbbbb: 33 }]).read);
  const backup = await checkBackup(order.target);
  const event = backup.manifest.competitions.find(({ id }) => id === 'bbbbbbbb');
  mkdirSync(join(base, 'one'));
  const into = await restoreBackup({ folder: join(base, 'one'), backup, event, now: 5 });
  assert.deepEqual(endsOf(into.competitions), { bbbbbbbb: 33 });
  const alone = join(base, 'alone.tenring');
  const { manifest } = await writeBackup(
    { ...order, target: alone, event: 'bbbbbbbb' },
    readerOf([{ bbbbbbbb: 33 }]).read,
  );
  assert.deepEqual([manifest.scope, endsOf(manifest.competitions)], ['event', { bbbbbbbb: 33 }]);
  assert.deepEqual(await restoredFrom(base, alone), { bbbbbbbb: 33 });
});

const wrong: readonly (readonly [string, Newer['records']])[] = [
  ['one is missing', savedAfter('aaaaaaaa', 61, 70)],
  ['one comes twice', [...savedAfter('aaaaaaaa', 60, 62), ...savedAfter('aaaaaaaa', 61, 70)]],
  ['another history', savedAfter('aaaaaaaa', 10, 20).map((each) => ({ ...each, seq: each.seq + 50 }))],
  ['a new one that does not begin', savedAfter('cccccccc', 2, 5)],
  ['no record', [{ competition: 'aaaaaaaa', seq: 61, bytes: Uint8Array.from([1, 2, 3]) }]],
];
for (const [name, records] of wrong) {
  test(`a tail that does not follow what was copied gives no backup: ${name}`, async (t) => {
    const { base, order } = prepare(t);
    let asked = 0;
    const read: ReadNewer = async () => {
      asked += 1;
      return { at: 6, heads: headsOf({ ...copied, aaaaaaaa: 70 }), records: asked === 1 ? records : [] };
    };
    await assert.rejects(writeBackup(order, read), IncompleteBackupError);
    assert.deepEqual(readdirSync(base), ['data']);
  });
}
