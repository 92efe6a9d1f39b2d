// Which letters are set in which font, and in which order they stand on paper.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findAsset } from '../kit/installation.ts';
import { fontFiles, hasUnprintable, mainFont } from './font-files.ts';
import { textRuns } from './script-runs.ts';

const runsOf = (text: string) =>
  textRuns(text).map((run) => [run.text, /NotoSans(\w*)_/.exec(run.font.plain)?.[1] ?? '']);

test('what the main font has is one piece', () => {
  for (const text of ['Nguyễn Thị Ánh', 'Юлия Щербакова', 'Αθηνά', 'अशोक', '12 (X) – 1/8', '']) {
    assert.deepEqual(textRuns(text), [{ text, font: mainFont }]);
  }
});

test('other scripts have their own font, spaces between their words too', () => {
  assert.deepEqual(runsOf('김 우진 (KOR)'), [
    ['김 우진', 'KR'],
    [' (KOR)', ''],
  ]);
  assert.deepEqual(runsOf('3 สมชาย ใจดี'), [
    ['3 ', ''],
    ['สมชาย ใจดี', 'Thai'],
  ]);
  assert.deepEqual(runsOf('张伟·たなか'), [['张伟·たなか', 'SC']]);
});

test('words from the right stand the other way round, whatever is beside them does not', () => {
  assert.deepEqual(
    runsOf('1 محمد علي Elang').map(([text]) => text),
    ['1 ', 'علي', ' ', 'محمد', ' Elang'],
  );
  assert.deepEqual(
    runsOf('דוד כהן').map(([text]) => text),
    ['כהן', ' ', 'דוד'],
  );
});

test('letters that no font has are known before they are printed', () => {
  for (const text of [
    'Nguyễn',
    '김우진',
    '张伟',
    'محمد',
    'דוד',
    'สมชาย',
    'გიორგი',
    'Արմեն',
    'अशोक',
    'O’Neill (2) – “x”',
    'Club® 1',
  ]) {
    assert.equal(hasUnprintable(text), false, text);
  }
  for (const text of ['தமிழ்', 'ភាសា', '🏹 Robin', 'ꦗꦮ']) assert.equal(hasUnprintable(text), true, text);
});

test('every font is installed', () => {
  const fonts = findAsset('fonts') ?? '';
  for (const file of fontFiles) assert.ok(existsSync(join(fonts, file)), file);
});
