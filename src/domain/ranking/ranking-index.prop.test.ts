// However a state came about, its ranking trees are those that its cards, standings and events give anew, and the places that they give
// are those of the plain ranking.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  arrowsOf,
  bracketOf,
  eventOf,
  type ShotEntry,
  shortCompetition,
  standing,
  withFacts,
} from '../../testing/short-competition.ts';
import { desk } from '../../testing/small-competition.ts';
import { type Competition, categoriesOf, notesOf } from '../competition.ts';
import { competitionToDocument } from '../document/competition-to-document.ts';
import { documentToCompetition } from '../document/document-to-competition.ts';
import { evolve } from '../evolve.ts';
import type { Fact } from '../facts.ts';
import { rank } from './ranking.ts';
import { rankedAnew, rankingScoreOf } from './ranking-index.ts';
import type { RankingTree } from './ranking-tree.ts';

const field: readonly ShotEntry[] = [
  { arrows: 'X 10' },
  { arrows: '10 X' },
  { arrows: '' },
  { arrows: '9 9', also: ['U21'] },
  { arrows: '9 8', category: 'RW' },
  { arrows: '9', category: 'RW', also: ['U21', 'RM'] },
];

const entry = fc.integer({ min: 1, max: field.length });
const arrows = fc.constantFrom('X', '10', '9', 'M', 'X X', '10 10', '9 9 9').map(arrowsOf);
const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ kind: fc.constant('arrowsScored' as const), entry, end: fc.constant(1), first: fc.nat(2), arrows }),
  fc
    .tuple(entry, arrows, fc.constantFrom('endCorrected' as const, 'endRuled' as const))
    .map(([number, now, kind]): Fact => {
      const line = { entry: number, end: 1, was: [], arrows: now, reason: '' };
      return kind === 'endCorrected' ? { kind, ...line } : { kind, ...line, ruling: 'bouncer', by: 'Hakim' };
    }),
  fc
    .tuple(entry, fc.constantFrom('competing', 'DNS', 'DNF', 'DSQ', 'DQB'))
    .map(([number, how]) => standing(number, how)),
  fc
    .tuple(fc.boolean(), fc.constantFrom('RM', 'RW', 'U21'), fc.constantFrom('1', '2'))
    .map(([dnfKeepsRank, category, id]) =>
      eventOf(bracketOf(4), { id, dnfKeepsRank, contest: { kind: 'individual', category } }),
    ),
  fc.constantFrom('1', '2').map((event): Fact => ({ kind: 'eventRemoved', event })),
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('RM', 'RW')).map(([number, category]): Fact => {
    const entries = [{ number, name: `New ${number}`, club: 'Elang', category, target: undefined }];
    return { kind: 'entriesRegistered', entries };
  }),
);

function assertInStep(state: Competition): void {
  assert.deepEqual(state.rankings, rankedAnew(state).rankings);
  for (const [category, tree] of state.rankings) assertPlaces(state, category, tree);
}

function assertPlaces(state: Competition, category: string, tree: RankingTree): void {
  const inIt = [...state.entries.values()].filter((each) => categoriesOf(each).includes(category));
  assert.deepEqual(
    [...tree.values()].map((score) => score.entry).sort((a, b) => a - b),
    inIt.map(({ number }) => number),
  );
  const competing = inIt.filter(({ number }) => notesOf(state, number).standing === 'competing');
  const isAlone = tree.size === competing.length;
  for (const { rank: place, item } of rank(competing.map(({ number }) => rankingScoreOf(state, number)))) {
    const ours = tree.rankOf({ ...item, unranked: 0 });
    // Who retired may stand between them.
    assert.ok(isAlone ? ours === place : ours >= place, `${category}: ${ours} and ${place}`);
  }
}

test('folded fact by fact, the rankings are those that the state gives anew', () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 25 }), (facts) => {
      let state = shortCompetition(field);
      for (const each of facts) {
        const next = evolve(state, each, desk);
        assertInStep(next);
        state = next;
      }
    }),
    { numRuns: 150 },
  );
});

test('a state read from a document has the rankings that it was written with', () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 12 }), (facts) => {
      const state = facts.reduce((before, each) => evolve(before, each, desk), shortCompetition(field));
      assert.deepEqual(documentToCompetition(competitionToDocument(state)).rankings, state.rankings);
    }),
    { numRuns: 40 },
  );
});

test('a correction and its reverse change nothing', () => {
  fc.assert(
    fc.property(entry, arrows, arrows, (number, was, now) => {
      const line = { kind: 'endCorrected' as const, entry: number, end: 1, reason: '' };
      const first = evolve(shortCompetition(field), { ...line, was: [], arrows: was }, desk);
      const changed = evolve(first, { ...line, was, arrows: now }, desk);
      const back = evolve(changed, { ...line, was: now, arrows: was }, desk);
      assert.deepEqual(back.rankings, first.rankings);
      const isOther = rankingScoreOf(changed, number).total !== rankingScoreOf(first, number).total;
      if (isOther) assert.notDeepEqual(changed.rankings, first.rankings);
    }),
  );
});

test('the option of the event moves those who retired, and taking the event away moves them back', () => {
  const start = withFacts(shortCompetition(field), standing(1, 'DNF'));
  const order = (state: Competition) => [...(state.rankings.get('RM')?.values() ?? [])].map((score) => score.entry);
  assert.deepEqual(order(start), [1, 2, 4, 6, 3]);
  const lost = withFacts(start, eventOf(undefined, { dnfKeepsRank: false }));
  assert.deepEqual(order(lost), [2, 4, 6, 3, 1]);
  assert.deepEqual(order(withFacts(lost, standing(2, 'DNF'))), [4, 6, 3, 1, 2]);
  assert.deepEqual(order(withFacts(lost, { kind: 'eventRemoved', event: 'RM' })), order(start));
  const other = { kind: 'individual', category: 'RW' } as const;
  assert.deepEqual(order(withFacts(lost, eventOf(undefined, { contest: other }))), order(start));
  assert.deepEqual(
    order(withFacts(start, eventOf(undefined, { id: 'X', contest: other, dnfKeepsRank: false }))),
    [1, 2, 4, 6, 3],
  );
});
