// Whatever is asked of the list of entries, it stays a list that a tournament can be shot by.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainState } from '../../testing/plain-state.ts';
import { ask, categoryOf, contextOf, fold, organiser, smallCompetition } from '../../testing/small-competition.ts';
import type { Command, NewEntry } from '../commands.ts';
import { type Competition, categoriesOf, countEntries, roundOfCategory } from '../competition.ts';
import { findDocumentProblem } from '../document/check-document.ts';
import { competitionToDocument } from '../document/competition-to-document.ts';
import { documentToCompetition } from '../document/document-to-competition.ts';
import { leaderboardOf, rankRows } from '../ranking/leaderboard.ts';
import { rankedAnew } from '../ranking/ranking-index.ts';
import { formatTarget, type Target } from '../target.ts';
import { archerNeeds } from './draw-targets.ts';
import { entryKey } from './entry-collision.ts';

const start = { ...smallCompetition(), devices: new Map() };
const categories = [categoryOf('RW'), { code: 'RX', name: 'Open', roundId: 'wa720-70' }];

const target: fc.Arbitrary<Target | undefined> = fc.option(
  fc.record({ butt: fc.integer({ min: 1, max: 3 }), letter: fc.constantFrom('A', 'B') }).map((place) => ({ ...place })),
  { nil: undefined },
);
const somebody: fc.Arbitrary<NewEntry> = fc.record(
  {
    name: fc.constantFrom('Adi', 'Bayu', 'Citra', 'Dewi', 'Eko', 'Fajar', 'Gita', ''),
    club: fc.constantFrom('Garuda', 'Elang'),
    category: fc.constantFrom('RM', 'RM', 'CW', 'RW', 'RX'),
    target,
    also: fc.constantFrom(['RX'], []),
    licence: fc.constantFrom('1', ''),
    needs: fc.subarray([...archerNeeds]),
    bornIn: fc.constant(1990),
  },
  { requiredKeys: ['name', 'club', 'category', 'target'] },
);
const number = fc.integer({ min: 1, max: 9 });
const numbers = fc.uniqueArray(number, { maxLength: 3 });

type Step =
  | { readonly kind: 'swap'; readonly one: number; readonly other: number }
  | { readonly kind: 'change'; readonly entries: readonly number[]; readonly now: readonly NewEntry[] }
  | { readonly kind: 'ask'; readonly command: Command };

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ kind: fc.constant('withdrawEntries' as const), entries: numbers, reason: fc.constant('') }),
  fc.record({ kind: fc.constant('restoreEntries' as const), entries: numbers }),
  fc.record({ kind: fc.constant('checkInEntries' as const), entries: numbers, isIn: fc.boolean() }),
  fc.record({
    kind: fc.constant('inspectEquipment' as const),
    ...{ entries: numbers, result: fc.constantFrom('passed' as const, 'failed' as const, 'open' as const) },
    ...{ by: fc.constant('Rina'), remark: fc.constant('') },
  }),
  fc.record({
    kind: fc.constant('importEntries' as const),
    categories: fc.constantFrom([], categories),
    entries: fc.array(somebody, { maxLength: 2 }),
  }),
  fc.constantFrom('wa720-70', 'wa720-60').map((roundId) => ({
    kind: 'setCategories' as const,
    categories: [{ code: 'RX', name: 'Open', roundId }],
  })),
  fc.record({
    kind: fc.constant('scoreArrows' as const),
    ...{ entry: number, end: fc.constant(1), first: fc.nat(2) },
    arrows: fc.array(fc.constantFrom('X' as const, '9' as const, 'M' as const), { minLength: 1, maxLength: 2 }),
  }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('swap' as const), one: number, other: number }),
  fc.record({
    kind: fc.constant('change' as const),
    entries: numbers,
    now: fc.array(somebody, { minLength: 3, maxLength: 3 }),
  }),
  { weight: 3, arbitrary: command.map((each) => ({ kind: 'ask' as const, command: each })) },
);

/** With `was` as it is when it is asked. */
function commandOf(state: Competition, next: Step): Command {
  if (next.kind === 'ask') return next.command;
  const [one, other] = next.kind === 'swap' ? [next.one, next.other] : [];
  const now = (entry: number, index: number, was: NewEntry): NewEntry => {
    if (next.kind === 'change') return next.now[index] ?? was;
    return { ...was, target: state.entries.at(entry === one ? (other ?? 0) : (one ?? 0))?.target };
  };
  const entries = next.kind === 'change' ? next.entries : [...new Set([next.one, next.other])];
  const changes = entries.flatMap((entry, index) => {
    const was = state.entries.at(entry);
    return was ? [{ entry, was, now: now(entry, index, was) }] : [];
  });
  return { kind: 'changeEntries', changes, categories };
}

function play(steps: readonly Step[], each: (before: Competition, after: Competition) => void = () => undefined) {
  let state: Competition = start;
  for (const next of steps) {
    const answer = ask(state, commandOf(state, next));
    assert.ok(answer.state);
    assert.deepEqual(answer.state, fold(state, answer.facts, contextOf(organiser)) ?? state);
    each(state, answer.state);
    state = answer.state;
  }
  return state;
}

const steps = fc.array(step, { maxLength: 25, size: 'max' });
const runs = { numRuns: 300 };

test('places stay unique, butts list who stands there, and nobody is there twice', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const state = play(all);
      const entries = [...state.entries.values()];
      const places = entries.flatMap((entry) => (entry.target ? [formatTarget(entry.target)] : []));
      assert.equal(new Set(places).size, places.length);
      assert.equal(new Set(entries.map(entryKey)).size, entries.length);
      const standing = entries
        .filter((entry) => entry.target)
        .toSorted((a, b) =>
          formatTarget(a.target ?? assert.fail()) < formatTarget(b.target ?? assert.fail()) ? -1 : 1,
        );
      assert.deepEqual(
        [...state.entriesByButt.values()].flat(),
        standing.map((entry) => entry.number),
      );
      assert.ok([...state.entriesByButt.values()].every((each) => each.length > 0));
    }),
    runs,
  );
});

test('the ranking is the one that is made from scratch', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const state = play(all);
      assert.deepEqual(plainState(state), plainState(rankedAnew(state)));
      for (const category of state.categories.keys()) {
        const rows = leaderboardOf(state, category)?.rows ?? assert.fail(category);
        const expected = [...state.entries.values()].filter(
          (entry) => entry.category === category || entry.also?.includes(category),
        );
        assert.deepEqual(rows.map(({ entry }) => entry).sort(), expected.map((entry) => entry.number).sort());
        assert.deepEqual(rankRows(rows.toReversed()), rankRows(rows));
      }
    }),
    runs,
  );
});

test('whoever counts in several categories shoots the same round in all of them', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const state = play(all);
      for (const entry of state.entries.values()) {
        const rounds = new Set(categoriesOf(entry).map((code) => roundOfCategory(state, code)?.id));
        assert.equal(rounds.size, 1);
      }
    }),
    runs,
  );
});

test('no number is given twice, no card gets lost, and nobody is both there and withdrawn', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const state = play(all, (before, after) => {
        for (const [entry, card] of before.scorecards.entries()) {
          assert.ok(after.entries.at(entry));
          const kept = after.scorecards.at(entry)?.tally.arrows ?? 0;
          assert.ok(kept >= card.tally.arrows);
        }
      });
      for (const each of state.withdrawn.keys()) assert.equal(state.entries.at(each), undefined);
      assert.equal(countEntries(state), [...state.entries.values()].length);
    }),
    runs,
  );
});

test('its file is right and brings it back', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const state = play(all);
      const document = competitionToDocument(state);
      assert.equal(findDocumentProblem(document), undefined);
      assert.deepEqual(plainState(documentToCompetition(structuredClone(document))), plainState(state));
    }),
    runs,
  );
});

test('whoever is refused has changed nothing, and a change is taken back by its opposite', () => {
  fc.assert(
    fc.property(steps, (all) => {
      play(all, (before, after) => {
        const changes = [...after.entries.values()].flatMap((now) => {
          const was = before.entries.at(now.number);
          return was && was !== now ? [{ entry: now.number, was: now, now: was }] : [];
        });
        if (changes.length === 0) return;
        const back = ask(after, { kind: 'changeEntries', changes }).state;
        for (const { entry, now } of changes) assert.deepEqual(back?.entries.at(entry), now);
      });
    }),
    runs,
  );
});
