// What one end costs a category's ranking, at 120, 1,200, 12,000 and 120,000 entries: the whole decision (decide and evolve, ranking
// included), the ranking tree alone, and as a peer the same place found by sorting the category anew. Medians of batches; nothing is
// calculated that could be measured.
import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import type { ArrowValue } from '../domain/arrow-value.ts';
import type { Competition } from '../domain/competition.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import type { Fact } from '../domain/facts.ts';
import { rank } from '../domain/ranking/ranking.ts';
import type { RankingTree, TreeScore } from '../domain/ranking/ranking-tree.ts';
import { createRandom, type Random } from '../simulator/random.ts';
import { median } from './statistics.ts';

export interface RankingBenchOptions {
  readonly rounds: number;
  readonly progress: (line: string) => void;
}

export interface RankingFigures {
  readonly entries: number;
  /** Microseconds an end: command to new state. */
  readonly endMicroseconds: number;
  /** The old score out of the tree, the new one in, and its place read. */
  readonly treeMicroseconds: number;
  /** The same by sorting all scores. */
  readonly sortMicroseconds: number;
}

export interface RankingBenchResult {
  readonly rounds: number;
  readonly sizes: readonly RankingFigures[];
}

const sizes = [120, 1_200, 12_000, 120_000] as const;
const endsABatch = 200;
const sortsABatch: Readonly<Record<number, number>> = { 120: 200, 1200: 50, 12000: 5, 120000: 1 };
const category = 'RM';
const origin = { at: 0, actor: { role: 'organiser' } } as const;
const context = { ...origin, commandId: '0'.repeat(32) };
const values: readonly ArrowValue[] = ['X', '10', '9', '9', '8', '7'];

function end(random: Random): readonly ArrowValue[] {
  return Array.from({ length: 6 }, () => values[random.integer(values.length)] ?? 'M');
}

/** Everybody has shot two ends. */
function fieldOf(entries: number, random: Random): Competition {
  const registered = Array.from({ length: entries }, (_, index) => {
    return { number: index + 1, name: `Archer ${index + 1}`, club: '', category, target: undefined };
  });
  const facts: Fact[] = [
    {
      kind: 'competitionCreated',
      name: 'Bench',
      venue: '',
      from: '2026-05-01',
      to: '2026-05-02',
      discipline: 'outdoor',
      ruleSetId: 'wa-2026',
    },
    { kind: 'categoriesAdded', categories: [{ code: category, name: category, roundId: 'wa720-70' }] },
    { kind: 'entriesRegistered', entries: registered },
  ];
  let state: Competition | undefined;
  for (const fact of facts) state = evolve(state, fact, origin);
  for (const { number: entry } of registered) {
    for (const at of [1, 2])
      state = evolve(state, { kind: 'arrowsScored', entry, end: at, first: 0, arrows: end(random) }, origin);
  }
  assert.ok(state);
  return state;
}

function microsecondsEach(count: number, run: () => void): number {
  const from = performance.now();
  run();
  return ((performance.now() - from) * 1_000) / count;
}

/** The third end of some archers, each from command to state. */
function timeEnds(start: Competition, entries: number, random: Random): number {
  const shooting = random.shuffle(Array.from({ length: entries }, (_, index) => index + 1)).slice(0, endsABatch);
  const commands = shooting.map((entry) => {
    return { kind: 'scoreArrows' as const, entry, end: 3, first: 0, arrows: end(random) };
  });
  let state: Competition | undefined = start;
  return microsecondsEach(commands.length, () => {
    for (const command of commands) {
      const decision = decide(state, command, context);
      assert.ok(decision.kind === 'facts');
      for (const fact of decision.facts) state = evolve(state, fact, origin);
    }
  });
}

interface Change {
  readonly before: TreeScore;
  readonly after: TreeScore;
}

function changesIn(tree: RankingTree, count: number, random: Random): readonly Change[] {
  const indexes = random.shuffle(Array.from({ length: tree.size }, (_, index) => index)).slice(0, count);
  return indexes.map((index) => {
    const before = tree.at(index);
    assert.ok(before);
    const points = 42 + random.integer(19);
    return { before, after: { ...before, total: before.total + points } };
  });
}

function timeTree(start: RankingTree, changes: readonly Change[]): number {
  let tree = start;
  let places = 0;
  const taken = microsecondsEach(changes.length, () => {
    for (const { before, after } of changes) {
      tree = tree.without(before).with(after);
      places += tree.rankOf(after);
    }
  });
  assert.ok(places >= changes.length && tree.size === start.size);
  return taken;
}

function timeSort(start: RankingTree, changes: readonly Change[]): number {
  const scores = new Map([...start.values()].map((score) => [score.entry, score]));
  let places = 0;
  const taken = microsecondsEach(changes.length, () => {
    for (const { after } of changes) {
      scores.set(after.entry, after);
      places += rank([...scores.values()]).find(({ item }) => item === after)?.rank ?? 0;
    }
  });
  assert.ok(places >= changes.length);
  return taken;
}

function rounded(microseconds: readonly number[]): number {
  return Number(median(microseconds).toFixed(1));
}

interface Times {
  readonly ends: number[];
  readonly tree: number[];
  readonly sort: number[];
}

function timesOf(entries: number, batches: number): Times {
  const random = createRandom(1, entries);
  const state = fieldOf(entries, random);
  const tree = state.rankings.get(category);
  assert.ok(tree);
  const times: Times = { ends: [], tree: [], sort: [] };
  for (let batch = 0; batch < batches; batch += 1) {
    times.ends.push(timeEnds(state, entries, random));
    times.tree.push(timeTree(tree, changesIn(tree, endsABatch, random)));
    times.sort.push(timeSort(tree, changesIn(tree, sortsABatch[entries] ?? 1, random)));
  }
  return times;
}

export function benchRanking({ rounds, progress }: RankingBenchOptions): RankingBenchResult {
  // Until the code is compiled, the smallest would look the slowest.
  timesOf(1_200, 100);
  const figures = sizes.map((entries): RankingFigures => {
    progress(`ranking: ${entries} entries`);
    const { ends, tree, sort } = timesOf(entries, rounds * 5);
    return {
      entries,
      endMicroseconds: rounded(ends),
      treeMicroseconds: rounded(tree),
      sortMicroseconds: rounded(sort),
    };
  });
  return { rounds, sizes: figures };
}
