// A backup that is not what was written is refused: cut off anywhere, longer, or with a bit changed anywhere. And one that somebody made
// up with a right checksum is refused or unpacks to what it says, never to anything else.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { headsOf, makeDataFolder, savedAfter, temporaryFolder } from '../testing/data-folder.ts';
import { BackupFileError, endMark, fixedHeadBytes, hashBytes, memberNames, trailerBytes } from './format.ts';
import { checkBackup, unpackBackup } from './read-backup.ts';
import { readTail } from './read-tail.ts';
import { writeBackup } from './write-backup.ts';

const facts = { aaaaaaaa: 30 };

async function prepare(t: TestContext) {
  const base = temporaryFolder(t);
  const path = join(base, 'backup.tenring');
  const dataFolder = makeDataFolder(base, 'data', facts);
  const order = { dataFolder, target: path, heads: headsOf(facts), tenring: '1.2.3', madeAt: 5 };
  await writeBackup(order, async (reached) => {
    const records = savedAfter('aaaaaaaa', reached.get('aaaaaaaa') ?? 0, 80);
    return { at: 6, heads: headsOf({ aaaaaaaa: 80 }), records };
  });
  return { base, path, bytes: readFileSync(path) };
}

async function isRefused(path: string): Promise<boolean> {
  try {
    await checkBackup(path);
    return false;
  } catch (error) {
    assert.ok(error instanceof BackupFileError, String(error));
    return true;
  }
}

test('cut off at any byte, or longer by some', async (t) => {
  const { path, bytes } = await prepare(t);
  const edges = [0, 1, fixedHeadBytes - 1, fixedHeadBytes, bytes.length - trailerBytes, bytes.length - 1];
  const length = fc.oneof(fc.constantFrom(...edges), fc.nat(bytes.length - 1));
  await fc.assert(
    fc.asyncProperty(length, async (kept) => {
      writeFileSync(path, bytes.subarray(0, kept));
      assert.ok(await isRefused(path), `${kept} of ${bytes.length} bytes`);
    }),
    { numRuns: 150 },
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 100 }), async (more) => {
      writeFileSync(path, Buffer.concat([bytes, more]));
      assert.ok(await isRefused(path));
    }),
    { numRuns: 50 },
  );
});

test('a bit changed at any byte', async (t) => {
  const { path, bytes } = await prepare(t);
  const ends = [
    ...Array(fixedHeadBytes).keys(),
    ...Array.from({ length: trailerBytes }, (_, at) => bytes.length - 1 - at),
  ];
  const place = fc.oneof(fc.constantFrom(...ends), fc.nat(bytes.length - 1));
  await fc.assert(
    fc.asyncProperty(place, fc.nat(7), async (at, bit) => {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at);
      writeFileSync(path, changed);
      assert.ok(await isRefused(path), `bit ${bit} of byte ${at}`);
    }),
    { numRuns: 300 },
  );
  writeFileSync(path, bytes);
  assert.equal(await isRefused(path), false, 'as it was written it is taken');
});

test('made up with a right checksum: refused, or just what it says', async (t) => {
  const { base, path, bytes } = await prepare(t);
  const length = bytes.length - trailerBytes;
  const edit = fc.record({ at: fc.nat(length - 1), gone: fc.nat(20), put: fc.uint8Array({ maxLength: 20 }) });
  const folder = join(base, 'unpacked');
  const allowed = new Set<string>([...memberNames, 'tls']);
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
      let content = bytes.subarray(0, length);
      for (const { at, gone, put } of edits)
        content = Buffer.concat([content.subarray(0, at), put, content.subarray(at + gone)]);
      const hash = createHash('sha256').update(content).digest();
      assert.equal(hash.length, hashBytes);
      writeFileSync(path, Buffer.concat([content, hash, endMark]));
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      try {
        const whole = await checkBackup(path);
        await unpackBackup(whole, folder);
        for await (const records of readTail(whole)) assert.ok(records.length > 0);
        for (const { name, sha256 } of whole.manifest.members)
          assert.equal(
            createHash('sha256')
              .update(readFileSync(join(folder, name)))
              .digest('hex'),
            sha256,
          );
      } catch (error) {
        assert.ok(error instanceof BackupFileError, String(error));
      }
      assert.deepEqual(
        readdirSync(folder, { recursive: true }).filter((name) => !allowed.has(String(name))),
        [],
      );
    }),
    { numRuns: 200 },
  );
  assert.deepEqual(readdirSync(base).toSorted(), ['backup.tenring', 'data', 'unpacked']);
});
