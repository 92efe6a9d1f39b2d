// Qualification rankings, page by page.
import type { Competition } from '../../domain/competition.ts';
import { individualEventOf } from '../../domain/ranking/event-of-category.ts';
import { categoryQualificationOf, type Qualification, qualificationOf } from '../../domain/ranking/qualification.ts';
import { qualificationPageOf } from '../../domain/ranking/qualification-page.ts';
import type { RankingTree } from '../../domain/ranking/ranking-tree.ts';
import { type RunningBasis, runningRankingOf } from '../../domain/ranking/running-ranking.ts';
import { tieBreakOf } from '../../domain/rule-sets.ts';
import type { CompetitionView } from '../../intake/intake.ts';
import { remember } from '../remember.ts';
import { checkFirst, cursorOf, entryOfCursor, nothingAfter, type PageArgs, pageableList, pageOf } from './paging.ts';

/** What is asked less often and costs the whole ranking, worked out when it is asked. */
function wholeOf(qualification: () => Qualification | undefined) {
  return {
    openTies: () => qualification()?.openTies ?? [],
    unfinished: () => qualification()?.unfinished.length ?? 0,
  };
}

/** Costs no more than its rows and those down to the cut. Null for an unknown category. Throws RefusalError. */
export function categoryRankingOf({ state, at }: CompetitionView, category: string, { first, after }: PageArgs) {
  const length = checkFirst(first);
  const page = qualificationPageOf(state, category, entryOfCursor(after), length);
  if (page === 'gone') throw nothingAfter();
  if (!page) return null;
  const { rows, size, from, cut } = page;
  const edges = rows.map((node) => ({ cursor: cursorOf(node.key), node }));
  return {
    position: at,
    tieBreak: tieBreakOf(state),
    cut,
    ...wholeOf(() => rankingOfCategory(state, category)),
    totalCount: size,
    edges,
    pageInfo: { hasNextPage: from + rows.length < size, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

/** Null for an unknown event. Throws RefusalError. */
export function eventRankingOf(view: CompetitionView, event: string, page: PageArgs) {
  const { state, at } = view;
  const contest = state.events.get(event)?.setup.contest;
  if (contest?.kind === 'individual') return categoryRankingOf(view, contest.category, page);
  const qualification = contest && remember(state, `event/${event}`, () => qualificationOf(state, event));
  if (!qualification) return null;
  const { tieBreak, cut, rows } = qualification;
  const found = pageOf(
    pageableList(rows, ({ key }) => key),
    page,
  );
  return { position: at, tieBreak, cut, ...wholeOf(() => qualification), ...found };
}

/** What a category's ranking follows from: while these are the very same objects, so is the ranking. */
export function rankingDependsOn(state: Competition, category: string): readonly unknown[] {
  const { rankings, categories, entries } = state;
  return [rankings.get(category), categories.get(category), entries, individualEventOf(state, category)];
}

/** The last one of each category's tree, which is another after every end of the category and the same after those of others. */
const known = new WeakMap<RankingTree, { readonly from: readonly unknown[]; readonly qualification: Qualification }>();

function rankingOfCategory(state: Competition, category: string): Qualification | undefined {
  const tree = state.rankings.get(category);
  const from = rankingDependsOn(state, category);
  const kept = tree && known.get(tree);
  if (kept?.from.every((part, index) => part === from[index])) return kept.qualification;
  const qualification = categoryQualificationOf(state, category);
  if (tree && qualification) known.set(tree, { from, qualification });
  return qualification;
}

export interface RunningArgs extends PageArgs {
  readonly category: string;
  readonly basis: RunningBasis;
}

/** Null for an unknown category. Throws RefusalError. */
export function runningPageOf({ state, at }: CompetitionView, category: string, basis: RunningBasis, page: PageArgs) {
  if (!state.categories.has(category)) return null;
  const running = remember(state, `running/${category}/${basis}`, () => runningRankingOf(state, category, basis));
  if (!running) return null;
  const rows = pageOf(
    pageableList(running.rows, ({ entry }) => String(entry)),
    page,
  );
  const edges = rows.edges.map(({ cursor, node }) => {
    const entry = state.entries.at(node.entry);
    return { cursor, node: { ...node, name: entry?.name ?? '', club: entry?.club ?? '' } };
  });
  return { position: at, tieBreak: tieBreakOf(state), ends: running.ends, ...rows, edges };
}
