// Files whose tail somebody changed who knows the format, so that the checksum is right: none is restored, and none is called whole.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { headsOf, makeDataFolder, savedAfter, temporaryFolder } from '../testing/data-folder.ts';
import { verifyBackup } from '../verify/verify-backup.ts';
import { BackupFileError, endMark } from './format.ts';
import { checkBackup } from './read-backup.ts';
import { restoreBackup } from './restore.ts';
import { encodeClosing, encodeTailRecord, type TailRecord } from './tail-format.ts';
import { writeBackup } from './write-backup.ts';

const copied = { aaaaaaaa: 30 };
const ends = { aaaaaaaa: 40 };
const records = savedAfter('aaaaaaaa', 30, 40);

async function prepare(t: TestContext) {
  const base = temporaryFolder(t);
  const dataFolder = makeDataFolder(base, 'data', copied);
  const path = join(base, 'one.tenring');
  const order = { dataFolder, target: path, heads: headsOf(copied), tenring: '1.2.3', madeAt: 5 };
  await writeBackup(order, async (reached) => {
    return { at: 6, heads: headsOf(ends), records: reached.get('aaaaaaaa') === 30 ? records : [] };
  });
  const { tailAt, manifest } = await checkBackup(path);
  const front = readFileSync(path).subarray(0, tailAt);
  /** The same file with this tail. */
  function forge(tail: readonly Buffer[], closing: object = {}) {
    const bytes = Buffer.concat(tail);
    const { completeAt, competitions } = manifest;
    const content = Buffer.concat([
      front,
      bytes,
      encodeClosing({ completeAt, competitions, ...closing }, bytes.length),
    ]);
    writeFileSync(path, Buffer.concat([content, createHash('sha256').update(content).digest(), endMark]));
  }
  return { base, path, manifest, forge };
}

async function isRefused(base: string, path: string): Promise<void> {
  const folder = join(base, 'new');
  mkdirSync(folder, { recursive: true });
  const refused = (error: unknown) => {
    assert.ok(error instanceof BackupFileError, String(error));
    assert.match(error.message, /is damaged|cannot be restored/);
    return true;
  };
  await assert.rejects(async () => restoreBackup({ folder, backup: await checkBackup(path), now: 5 }), refused);
  assert.deepEqual(readdirSync(folder), []);
}

async function isNotWhole(path: string): Promise<void> {
  const { flaws, competitions } = await verifyBackup(path);
  assert.ok(flaws.length > 0 || competitions.some(({ flaw }) => flaw), 'a flaw is found');
}

const changes: readonly (readonly [string, readonly TailRecord[]])[] = [
  ['the last record gone', records.slice(0, -1)],
  ['the first record gone', records.slice(1)],
  ['all records gone', []],
  ['two in another order', [records[1], records[0], ...records.slice(2)].filter((each) => each !== undefined)],
  ['one more', savedAfter('aaaaaaaa', 30, 41)],
  ['one twice', [...records, ...records.slice(-1)]],
  [
    'another record in the middle',
    records.map((each, at) => (at === 4 ? { ...each, bytes: new Uint8Array(40) } : each)),
  ],
  ['a competition of its own', [...records, ...savedAfter('zzzzzzzz', 0, 3)]],
];

for (const [name, changed] of changes) {
  test(`a tail with ${name}`, async (t) => {
    const { base, path, forge } = await prepare(t);
    forge(changed.map(encodeTailRecord));
    await isNotWhole(path);
    await isRefused(base, path);
  });
}

test('as it was it is whole, and one that says more or less than it holds is not', async (t) => {
  const { base, path, manifest, forge } = await prepare(t);
  const tail = records.map(encodeTailRecord);
  forge(tail);
  const { flaws, competitions } = await verifyBackup(path);
  assert.deepEqual([flaws, competitions.map(({ facts, flaw }) => [facts, flaw])], [[], [[40, undefined]]]);
  for (const seq of [39, 41]) {
    forge(tail, { competitions: manifest.competitions.map((each) => ({ ...each, seq })) });
    await isNotWhole(path);
    await isRefused(base, path);
  }
  forge(tail, { competitions: [] });
  await isNotWhole(path);
  await isRefused(base, path);
});

test('a record that is cut off within the tail', async (t) => {
  const { base, path, forge } = await prepare(t);
  forge([...records.map(encodeTailRecord), Buffer.from([8, 97, 97])]);
  await assert.rejects(verifyBackup(path), BackupFileError);
  await isRefused(base, path);
});

test('a closing says what the file holds, and nothing about where members go or what else the manifest names', async (t) => {
  const { base, path, manifest, forge } = await prepare(t);
  const members = manifest.members.map((each) => ({ ...each, name: '../escaped' }));
  const more = { members, scope: 'event', shape: 99, tenring: 'x' };
  forge(records.map(encodeTailRecord), more);
  assert.deepEqual((await checkBackup(path)).manifest, manifest);
  const { flaws } = await verifyBackup(path);
  assert.deepEqual([flaws, readdirSync(base)], [[], ['data', 'one.tenring']]);
});

test('lengths that do not fit are damage, not a fault', async (t) => {
  const { path, forge } = await prepare(t);
  forge(records.map(encodeTailRecord));
  const bytes = readFileSync(path);
  const footAt = bytes.length - endMark.length - 32 - 12;
  for (const [closing, tail] of [
    [0, 5n],
    [0xffff_ffff, 5n],
    [10, 0xffff_ffff_ffff_ffffn],
    [10, BigInt(bytes.length)],
  ] as const) {
    const content = Buffer.from(bytes.subarray(0, footAt + 12));
    content.writeUInt32LE(closing, footAt);
    content.writeBigUInt64LE(tail, footAt + 4);
    writeFileSync(path, Buffer.concat([content, createHash('sha256').update(content).digest(), endMark]));
    await assert.rejects(checkBackup(path), BackupFileError);
  }
});
