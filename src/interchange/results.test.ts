import assert from 'node:assert/strict';
import { test } from 'node:test';
import { competitionToDocument } from '../domain/document/competition-to-document.ts';
import { documentProblems } from '../domain/document/document.ts';
import { wholeCompetition } from '../testing/whole-competition.ts';
import { describeFlaw } from './describe-flaw.ts';
import { resultsOf } from './results.ts';

const document = competitionToDocument(wholeCompetition());
const results = resultsOf(document);

test('a match that is over, one that is open, and one whose sides are not known', () => {
  const [men, pairs, women] = results.events;
  const [semiFinal, forfeited, bronze, final] = men?.matches ?? [];
  assert.deepEqual(
    [semiFinal, forfeited, bronze, final].map((match) => [match?.winner, match?.wonBy, match?.hasBegun]),
    [
      ['a', 'shootOff', true],
      ['a', 'absence', true],
      [null, null, false],
      [null, null, true],
    ],
  );
  assert.deepEqual(semiFinal?.shootOffs, [
    { arrows: { a: ['10'], b: ['10'] }, points: { a: 10, b: 10 }, closest: 'a' },
  ]);
  assert.deepEqual(semiFinal?.ends[0]?.setPoints, { a: 1, b: 1 });
  assert.deepEqual(final?.slot, { at: '2026-05-02T13:30', butts: { a: 1, b: 2 } });
  assert.deepEqual(pairs?.matches.at(-1)?.seats.a, { kind: 'pending', seed: null, key: null, name: null });
  assert.deepEqual(
    pairs?.pools.map(({ pool, rows }) => [pool, rows.map(({ name }) => name)]),
    [
      ['A', ['Garuda', 'Merpati']],
      ['B', ['Rajawali', 'Elang']],
    ],
  );
  assert.deepEqual([women?.system, women?.isDrawn, women?.matches], [null, false, []]);
});

test('a tie at the cut that nobody has decided is open, and nobody in it is in', () => {
  const [men, ...others] = document.events;
  assert.ok(men);
  const { draw: _, ...undrawn } = men;
  const open = resultsOf({ ...document, events: [{ ...undrawn, ties: [], cards: [], schedule: [] }, ...others] });
  const [category] = open.categories;
  assert.deepEqual(category?.openTies, [{ reason: 'SO', keys: ['4', '5'], from: 4, to: 5 }]);
  assert.deepEqual(category?.rows.map(({ entry, rank, isIn }) => [entry, rank, isIn]).slice(2, 6), [
    [3, 3, true],
    [4, 4, null],
    [5, 4, null],
    [6, 6, false],
  ]);
  assert.deepEqual(results.categories[0]?.openTies, [], 'decided in the file as it is');
});

test('every problem of a file has a sentence of its own that names the place or what was found', () => {
  const sentences = documentProblems.map((problem) => describeFlaw({ pointer: '/a/1', problem, found: '"X"' }));
  assert.equal(new Set(sentences).size, documentProblems.length);
  for (const sentence of sentences) assert.match(sentence, /\/a\/1|"X"/);
});
