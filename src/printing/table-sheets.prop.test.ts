// Tables of any shape over pages: every row once, in order, above the foot of the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { footHeight } from './page-frame.ts';
import { papers } from './paper.ts';
import { type TableSection, tableSheets } from './table-sheets.ts';
import { wordsIn } from './words/words.ts';

const sections = fc.array(fc.tuple(fc.integer({ min: 1, max: 140 }), fc.integer({ min: 0, max: 3 })), { maxLength: 8 });

test('every row is on a page once and in order, and nothing stands in the foot', () => {
  fc.assert(
    fc.property(sections, fc.constantFrom('a4' as const, 'letter' as const), (shape, name) => {
      const paper = papers[name];
      const frame = { paper, competition: 'Cup', where: '', title: 'List', journal: undefined, printed: '' };
      const made = shape.map(
        ([rows, notes], section): TableSection => ({
          title: `Section ${section}`,
          columns: [{ title: 'Name', share: 1 }],
          rows: Array.from({ length: rows }, (_, row) => ({ cells: [`row ${section}.${row}`] })),
          notes: Array.from({ length: notes }, (_, note) => `note ${section}.${note}`),
        }),
      );
      const sheets = tableSheets(frame, made, wordsIn(['en']));
      const texts = Array.from({ length: sheets.count }, (_, index) => sheets.page(index)).map((page) =>
        page.flatMap((mark) => (mark.kind === 'text' ? mark : [])),
      );
      const content = texts.flat().filter(({ text }) => /^(row|note) /.test(text));
      assert.deepEqual(
        content.map(({ text }) => text),
        made.flatMap(({ rows, notes = [] }) => [...rows.map(({ cells }) => cells[0]), ...notes]),
      );
      for (const { y } of content) assert.ok(y + 12 <= paper.height - footHeight + 12, String(y));
      for (const page of texts) assert.notEqual(page.filter(({ text }) => /^Section/.test(text)).at(-1), page.at(-1));
    }),
    { numRuns: 60 },
  );
});
