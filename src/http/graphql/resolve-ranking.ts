// Qualification rankings, page by page.
import type { Competition } from '../../domain/competition.ts';
import { individualEventOf } from '../../domain/event-of-category.ts';
import { categoryQualificationOf, type Qualification, qualificationOf } from '../../domain/qualification.ts';
import type { RankingTree } from '../../domain/ranking-tree.ts';
import { tieBreakOf } from '../../domain/rule-sets.ts';
import { type RunningBasis, runningRankingOf } from '../../domain/running-ranking.ts';
import type { CompetitionView } from '../../intake/intake.ts';
import { type PageArgs, pageableList, pageOf } from './paging.ts';
import { remember } from './remember.ts';

function pageOfRanking({ at }: CompetitionView, qualification: Qualification, page: PageArgs) {
  const { tieBreak, cut, openTies, unfinished, rows } = qualification;
  return {
    position: at,
    tieBreak,
    cut,
    openTies,
    unfinished: unfinished.length,
    ...pageOf(
      pageableList(rows, ({ key }) => key),
      page,
    ),
  };
}

/** Null for an unknown category. Throws RefusalError. */
export function categoryRankingOf(view: CompetitionView, category: string, page: PageArgs) {
  const qualification = rankingOfCategory(view.state, category);
  return qualification ? pageOfRanking(view, qualification, page) : null;
}

/** Null for an unknown event. Throws RefusalError. */
export function eventRankingOf(view: CompetitionView, event: string, page: PageArgs) {
  const found = view.state.events.get(event);
  if (!found) return null;
  const { contest } = found.setup;
  const qualification =
    contest.kind === 'individual'
      ? rankingOfCategory(view.state, contest.category)
      : remember(view.state, `event/${event}`, (state) => qualificationOf(state, event));
  return qualification ? pageOfRanking(view, qualification, page) : null;
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
