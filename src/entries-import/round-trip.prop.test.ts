// The list of entries that is exported is the list that is imported: in every format and language, into the same competition nothing changes, into
// an empty one everybody is there again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { NewEntry } from '../domain/commands.ts';
import { competitionToDocument } from '../domain/document/competition-to-document.ts';
import { archerNeeds } from '../domain/setup/draw-targets.ts';
import { keptEntry } from '../domain/setup/entry-check.ts';
import { readXlsx } from '../tables/read-xlsx.ts';
import { writeTables } from '../tables/write-tables.ts';
import { after, ask, categoryOf, creation, fold } from '../testing/small-competition.ts';
import { tableFormats, tableLanguages } from '../wire/tables.ts';
import { listOfSheet, readTextList } from './list-file.ts';
import { previewEntries } from './preview-entries.ts';

const categories = ['RM', 'CW'].map((code) => categoryOf(code));
const created = after(undefined, creation);
const empty = fold(created, [{ kind: 'categoriesAdded', categories }]) ?? created;
const codes = [...empty.categories.keys()];

const words = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom('=Adi', '+62', "'-x", 'Nguyễn', 'O’Brien', 'a;b', '"Bob"', '007'),
  )
  .filter((text) => text.trim() !== '' && !/#(REF|N\/A|NAME|VALUE|DIV|NULL|NUM|CALC|SPILL)/.test(text));

const person: fc.Arbitrary<NewEntry> = fc
  .record({
    name: words,
    club: fc.oneof(fc.constant(''), words),
    category: fc.constantFrom(...codes),
    country: fc.option(words, { nil: undefined }),
    bornIn: fc.option(fc.integer({ min: 1940, max: 2000 }), { nil: undefined }),
    licence: fc.option(words, { nil: undefined }),
    needs: fc.subarray([...archerNeeds]),
  })
  .map(({ country, bornIn, licence, ...rest }) =>
    keptEntry({
      ...rest,
      target: undefined,
      ...(country === undefined ? {} : { country }),
      ...(bornIn === undefined ? {} : { bornIn }),
      ...(licence === undefined ? {} : { licence }),
    }),
  );

const people = fc
  .array(person, { minLength: 1, maxLength: 8 })
  .map((all) =>
    all.map((each, index) => ({ ...each, target: index % 3 === 0 ? undefined : { butt: index + 1, letter: 'A' } })),
  );

test('exported, and imported again', () => {
  fc.assert(
    fc.property(
      people,
      fc.constantFrom(...tableFormats),
      fc.constantFrom(...tableLanguages),
      (all, format, language) => {
        const made = ask(empty, { kind: 'importEntries', categories: [], entries: all });
        fc.pre(made.rejection === undefined && made.state !== undefined);
        const content = competitionToDocument(made.state ?? empty);
        const bytes = Buffer.concat([...writeTables({ content, tables: ['entries'], format, language })]);
        const list = format === 'csv' ? readTextList(bytes) : listOfSheet(readXlsx(bytes));

        const same = previewEntries(list, made.state ?? empty, { assignTargets: false });
        assert.deepEqual(
          same.preview.rows.filter(({ outcome, problems }) => outcome !== 'same' || problems.length > 0),
          [],
        );
        assert.deepEqual([same.command, same.preview.gone], [undefined, []]);

        const anew = previewEntries(list, empty, { assignTargets: false });
        assert.ok(anew.command?.kind === 'importEntries', JSON.stringify(anew.preview));
        assert.deepEqual(anew.command.entries, all);
      },
    ),
    { numRuns: 150 },
  );
});
