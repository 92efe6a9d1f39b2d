// What other programs are told of the format is true: the schema beside this test, the example and the tables of README.md.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decide } from '../domain/decide.ts';
import { competitionToDocument } from '../domain/document/competition-to-document.ts';
import { documentProblems } from '../domain/document/document.ts';
import { evolve } from '../domain/evolve.ts';
import { contextOf, organiser } from '../testing/small-competition.ts';
import { wholeCompetition } from '../testing/whole-competition.ts';
import { publishedSchema, schemaFile } from '../testing/write-schema.ts';
import { DocumentSchema } from '../wire/document-schema.ts';
import { readDocument } from './read-document.ts';
import { resultsOf } from './results.ts';

const page = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? [];

test('the published schema is the one by which files are read', () => {
  const published = JSON.parse(readFileSync(schemaFile, 'utf8'));
  assert.deepEqual(published, publishedSchema(), 'node src/testing/write-schema.ts writes it anew');
});

test('the example is imported as it stands, and its results are those that the page tells', () => {
  const read = readDocument(example);
  assert.ok(read.kind === 'document', JSON.stringify(read));
  const decision = decide(undefined, { kind: 'importCompetition', document: read.document }, contextOf(organiser));
  assert.ok(decision.kind === 'facts', JSON.stringify(decision));
  const [fact] = decision.facts;
  assert.ok(fact);
  assert.deepEqual(competitionToDocument(evolve(undefined, fact, { at: 0, actor: organiser })), read.document);

  const { categories, events, medals } = resultsOf(read.document);
  assert.deepEqual(
    categories[0]?.rows.map(({ rank, name, total, counts }) => [rank, name, total, counts]),
    [
      [1, 'Adi Pranata', 52, [1, 2]],
      [2, 'Bayu Lesmana', 47, [0, 2]],
    ],
  );
  const [final] = events[0]?.matches ?? [];
  assert.deepEqual([final?.winner, final?.points, final?.wonBy], ['a', { a: 6, b: 0 }, 'score']);
  assert.deepEqual(
    events[0]?.finalRanking.map(({ place, name, medal }) => [place, name, medal]),
    [
      [1, 'Adi Pranata', 'gold'],
      [2, 'Bayu Lesmana', 'silver'],
    ],
  );
  assert.deepEqual(
    medals.club.map(({ name, gold, silver }) => [name, gold, silver]),
    [
      ['Garuda', 1, 0],
      ['Elang', 0, 1],
    ],
  );
});

/** First cells of the rows below a heading. */
function tableBelow(heading: string): string {
  const [, below = ''] = page.split(`## ${heading}\n`);
  return below.split('\n## ')[0] ?? '';
}

test('the page names every member and every problem, and no other', () => {
  const members = [...tableBelow('Members').matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = '']) => {
    return [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  });
  const known = Object.keys(DocumentSchema.properties).filter(
    (name) => !['$schema', 'format', 'version'].includes(name),
  );
  assert.deepEqual(members.toSorted(), known.toSorted());
  const problems = [...tableBelow('What can be wrong').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  assert.deepEqual(problems, [...documentProblems]);
  const results = Object.keys(resultsOf(competitionToDocument(wholeCompetition())));
  const text = tableBelow('Results');
  for (const name of ['categories', 'events', 'medals', 'format', 'version', 'name', 'ruleSetId']) {
    assert.ok(results.includes(name) && text.includes(`\`${name}\``), name);
  }
});
