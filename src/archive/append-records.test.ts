import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fillArchive, savedAfter, temporaryFolder } from '../testing/data-folder.ts';
import { type AppendedRecord, appendRecords } from './append-records.ts';
import { checkArchive } from './archive-check.ts';
import { ArchiveFileError } from './archive-errors.ts';
import { verifyArchive } from './verify-archive.ts';

function prepare(t: TestContext) {
  const folder = temporaryFolder(t);
  const file = join(folder, 'tenring.db');
  fillArchive(file, { aaaaaaaa: 30, bbbbbbbb: 10 });
  return { folder, file };
}

async function* pagesOf(...pages: readonly (readonly AppendedRecord[])[]) {
  yield* pages;
}

test('records of old and new competitions, through several pages, as if they had been archived', async (t) => {
  const { folder, file } = prepare(t);
  const [first, second] = [savedAfter('aaaaaaaa', 30, 45), savedAfter('cccccccc', 0, 9)];
  await appendRecords(file, pagesOf(first.slice(0, 5), [...first.slice(5), ...second.slice(0, 4)], second.slice(4)));
  const { competitions, flaws } = await verifyArchive(file, async () => new Map());
  assert.deepEqual(flaws, []);
  assert.deepEqual(
    competitions.map(({ id, facts, flaw }) => [id, facts, flaw]),
    [
      ['aaaaaaaa', 45, undefined],
      ['bbbbbbbb', 10, undefined],
      ['cccccccc', 9, undefined],
    ],
  );
  assert.deepEqual(readdirSync(folder), ['tenring.db'], 'one file, complete in itself');
});

test('nothing to add changes nothing', async (t) => {
  const { file } = prepare(t);
  const before = checkArchive(file);
  await appendRecords(file, pagesOf());
  assert.deepEqual(checkArchive(file), before);
});

const next = savedAfter('aaaaaaaa', 30, 40);
const refused: readonly (readonly [string, RegExp, readonly (readonly AppendedRecord[])[]])[] = [
  ['one is left out', /fact 31 of aaaaaaaa is missing/, [next.slice(1)]],
  ['one is left out between pages', /fact 33 of aaaaaaaa is missing/, [next.slice(0, 2), next.slice(3)]],
  ['one is there already', /fact 31 of aaaaaaaa is missing/, [savedAfter('aaaaaaaa', 29, 31)]],
  ['a new competition does not begin', /fact 1 of cccccccc is missing/, [savedAfter('cccccccc', 1, 3)]],
  [
    'another history',
    /fact 31 of aaaaaaaa does not follow/,
    [savedAfter('aaaaaaaa', 20, 30).map((each) => ({ ...each, seq: each.seq + 10 }))],
  ],
  [
    'no record',
    /fact 31 of aaaaaaaa does not follow/,
    [[{ competition: 'aaaaaaaa', seq: 31, bytes: new Uint8Array(9) }]],
  ],
];
for (const [name, words, pages] of refused) {
  test(`refused: ${name}`, async (t) => {
    const { file } = prepare(t);
    await assert.rejects(appendRecords(file, pagesOf(...pages)), (error) => {
      assert.ok(error instanceof ArchiveFileError, String(error));
      assert.equal(error.problem, 'damaged');
      assert.match(error.message, words);
      return true;
    });
    assert.deepEqual(
      checkArchive(file).map(({ seq }) => seq),
      [pages.length > 1 ? 32 : 30, 10],
      'no page of which one is refused is in it',
    );
  });
}
