import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ask, smallCompetition } from '../testing/small-competition.ts';
import { readTextList } from './list-file.ts';
import { previewEntries } from './preview-entries.ts';

const state = smallCompetition();

function check(bytes: Uint8Array, assignTargets: boolean) {
  const { preview, command } = previewEntries(readTextList(bytes), state, { assignTargets });
  const bad = preview.rows.filter(({ problems }) => problems.length > 0).length;
  assert.deepEqual([preview.good, preview.bad], [preview.rows.length - bad, bad]);
  if (preview.fileProblem || bad > 0) {
    assert.equal(command, undefined);
    return;
  }
  const added = preview.rows.filter(({ outcome }) => outcome === 'new').length;
  const changed = preview.rows.filter(({ outcome }) => outcome === 'changed').length;
  if (!command) {
    assert.equal(added + changed, 0);
    return;
  }
  const answer = ask(state, command);
  assert.equal(answer.rejection, undefined);
  assert.equal(answer.state?.entryCount, state.entryCount + added);
}

test('any bytes at all: an answer, and never a command that the domain refuses', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), check), { numRuns: 300 });
});

const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'RM',
    'cw',
    'B50W',
    '1A',
    '3b',
    '9999H',
    'Adi Pranata',
    'Bayu Lesmana',
    'Garuda',
    'Elang',
    '"',
    ';',
    '=1+1',
    'é',
    '2008',
    'RM; RU21M',
    'INA',
    '\n',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const quoted = fc.tuple(cell, fc.boolean()).map(([text, quote]) => (quote ? `"${text.replaceAll('"', '""')}"` : text));
const list = fc
  .record({
    delimiter: fc.constantFrom(',', ';', '\t'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    rows: fc.array(fc.array(quoted, { minLength: 3, maxLength: 8 }), { minLength: 1, maxLength: 8 }),
  })
  .map(({ delimiter, lineEnd, rows }) =>
    [['name', 'club', 'category', 'target', 'country', 'born', 'also'], ...rows]
      .map((row) => row.join(delimiter))
      .join(lineEnd),
  );

test('any list: what the preview calls good, the domain registers, all of it', () => {
  fc.assert(
    fc.property(list, fc.boolean(), (text, assign) => check(new TextEncoder().encode(text), assign)),
    { numRuns: 500 },
  );
});
