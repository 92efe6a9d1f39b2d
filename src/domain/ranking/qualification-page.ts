// A page of a category's ranking without making the whole of it: what decisions and the cut can touch is ranked by rule, whatever stands
// below is read from the tree as it is. Twelve thousand archers cost no more than those that are looked at.
import type { Competition } from '../competition.ts';
import type { EventState } from '../event/event.ts';
import { individualEventOf } from './event-of-category.ts';
import { archersOfScores, type QualificationRow, qualificationAmong } from './qualification.ts';
import { treeScoreOf } from './ranking-index.ts';
import { RankingTree } from './ranking-tree.ts';

export interface QualificationPage {
  /** Equal to the same rows of the whole qualification. */
  readonly rows: readonly QualificationRow[];
  /** Rows of the whole. */
  readonly size: number;
  /** Index of the first row of this page in the whole. */
  readonly from: number;
  readonly cut: number | undefined;
}

/**
 * At most `count` rows from the best on, or those after an entry, wherever it stands now. `gone` when that entry is not ranked in the
 * category; undefined for a category that the competition does not have.
 */
export function qualificationPageOf(
  state: Competition,
  category: string,
  after: number | undefined,
  count: number,
): QualificationPage | 'gone' | undefined {
  if (!state.categories.has(category)) return undefined;
  const tree = state.rankings.get(category) ?? RankingTree.empty;
  const event = individualEventOf(state, category);
  const cut = event?.setup.elimination?.qualifiers;
  const byRule = placesByRule(state, category, tree, event);
  const decided = rowsTo(state, tree, event, byRule);
  const from = after === undefined ? 0 : indexAfter(state, category, tree, decided, after);
  if (from === undefined) return 'gone';
  const rows = decided.slice(from, from + count);
  const rest = restOf(state, tree, Math.max(from, byRule), count - rows.length, cut);
  return { rows: [...rows, ...rest], size: tree.size, from, cut };
}

/** How many rows from the top decisions and the cut can touch: whole groups of one total. */
function placesByRule(state: Competition, category: string, tree: RankingTree, event: EventState | undefined): number {
  const decided = event?.ties.flatMap(({ order }) => order.map(Number)) ?? [];
  const indexes = decided.map((entry) => tree.indexOf(treeScoreOf(state, entry, category)) ?? -1);
  const last = indexes.reduce((most, index) => Math.max(most, index), (event?.setup.elimination?.qualifiers ?? 0) - 1);
  const lowest = tree.at(Math.min(last, tree.size - 1));
  if (!lowest) return 0;
  if (lowest.unranked > 0) return tree.size;
  // Behind everybody of that total: no count is below nought.
  return tree.rankOf({ unranked: 0, total: lowest.total, counts: lowest.counts.map(() => -1) }) - 1;
}

function rowsTo(
  state: Competition,
  tree: RankingTree,
  event: EventState | undefined,
  end: number,
): readonly QualificationRow[] {
  return end === 0 ? [] : qualificationAmong(state, archersOfScores(state, tree.slice(0, end)), event).rows;
}

function indexAfter(
  state: Competition,
  category: string,
  tree: RankingTree,
  decided: readonly QualificationRow[],
  entry: number,
): number | undefined {
  const index = tree.indexOf(treeScoreOf(state, entry, category));
  if (index === undefined || index >= decided.length) return index === undefined ? undefined : index + 1;
  return decided.findIndex(({ key }) => key === String(entry)) + 1;
}

/** Rows that nothing but the scores places. */
function restOf(
  state: Competition,
  tree: RankingTree,
  from: number,
  count: number,
  cut: number | undefined,
): readonly QualificationRow[] {
  const isIn = cut === undefined ? undefined : false;
  return archersOfScores(state, tree.slice(from, count)).map(({ unranked, isUnfinished: _, ...row }) => {
    const rank = unranked === 0 ? tree.rankOf({ unranked, total: row.total, counts: row.counts }) : undefined;
    return { ...row, rank, rankByScore: rank, decidedBy: undefined, isIn };
  });
}
