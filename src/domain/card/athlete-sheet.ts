// What a phone shows that follows one athlete: the card, and the rank after every end.
import { type Competition, notesOf, roundOfEntry, scorecardOf } from '../competition.ts';
import { compareScores, type RankingScore } from '../ranking/ranking.ts';
import type { RankingTree } from '../ranking/ranking-tree.ts';
import type { Round } from '../rounds/rounds.ts';
import { type TieBreakCount, tieBreakOf } from '../rule-sets.ts';
import type { Hit } from './card-notes.ts';
import { isEndComplete, type Scorecard, tallyOfEnds } from './scorecard.ts';
import { type SheetArchers, sheetArchersOf } from './target-sheet.ts';

/** The rank after an end, among those of the category who have completed as many ends. */
export interface RankAfterEnd {
  readonly end: number;
  readonly rank: number;
  readonly of: number;
}

export interface AthleteSheet extends SheetArchers {
  readonly competitionName: string;
  readonly categoryName: string;
  /** By end, as far as the card is shot without a gap; none for who is not ranked. */
  readonly ranks: readonly RankAfterEnd[];
  /** By end, where arrows were plotted. */
  readonly hits: readonly { readonly end: number; readonly hits: readonly Hit[] }[];
}

/** Undefined for an entry that there is not. Works without a target too. */
export function athleteSheetOf(state: Competition, entry: number): AthleteSheet | undefined {
  const athlete = state.entries.at(entry);
  if (!athlete) return undefined;
  return {
    competitionName: state.name,
    categoryName: state.categories.get(athlete.category)?.name ?? athlete.category,
    ranks: ranksOf(state, athlete.category, entry),
    hits: [...notesOf(state, entry).hits].sort(([a], [b]) => a - b).map(([end, hits]) => ({ end, hits })),
    ...sheetArchersOf(state, [entry]),
  };
}

function ranksOf(state: Competition, category: string, entry: number): readonly RankAfterEnd[] {
  const tree = state.rankings.get(category);
  const ended = tree && endedScoresOf(state, tree);
  const own = ended?.byEntry.get(entry) ?? [];
  return own.map((score, index) => {
    const others = ended?.byEnd[index] ?? [];
    const ahead = others.reduce((count, other) => count + (compareScores(other, score) < 0 ? 1 : 0), 0);
    return { end: index + 1, rank: ahead + 1, of: others.length };
  });
}

interface EndedScores {
  /** Index 0 is after the first end. */
  readonly byEntry: ReadonlyMap<number, readonly RankingScore[]>;
  /** Index 0: of everybody who has completed the first end. */
  readonly byEnd: readonly (readonly RankingScore[])[];
}

// A category's tree is another one as soon as a score or a standing in it is; a card as soon as an arrow of it is. So both keep what was
// worked out, and many phones that follow the athletes of a category cost one walk through it.
const endedScores = new WeakMap<RankingTree, EndedScores>();
const scoresByCard = new WeakMap<Scorecard, readonly RankingScore[]>();

function endedScoresOf(state: Competition, tree: RankingTree): EndedScores {
  const known = endedScores.get(tree);
  if (known) return known;
  const byEntry = new Map<number, readonly RankingScore[]>();
  const byEnd: RankingScore[][] = [];
  for (const { entry, unranked } of tree.values()) {
    const round = unranked === 0 ? roundOfEntry(state, entry) : undefined;
    if (!round) continue;
    const scores = scoresAfterEnds(scorecardOf(state, entry), round, tieBreakOf(state));
    byEntry.set(entry, scores);
    for (const [index, score] of scores.entries()) {
      const others = byEnd[index];
      if (others) others.push(score);
      else byEnd.push([score]);
    }
  }
  const ended = { byEntry, byEnd };
  endedScores.set(tree, ended);
  return ended;
}

/** As far as all ends before are complete. */
function scoresAfterEnds(card: Scorecard, round: Round, tieBreak: readonly TieBreakCount[]): readonly RankingScore[] {
  const known = scoresByCard.get(card);
  if (known) return known;
  const scores: RankingScore[] = [];
  let score: RankingScore = { total: 0, counts: tieBreak.map(() => 0) };
  for (const [index, arrows] of card.ends.entries()) {
    if (!isEndComplete(arrows)) break;
    const tally = tallyOfEnds(round, card.ends, { fromEnd: index + 1, toEnd: index + 1 });
    const counts = score.counts.map((count, at) => count + tally[tieBreak[at] ?? 'x']);
    score = { total: score.total + tally.total, counts };
    scores.push(score);
  }
  scoresByCard.set(card, scores);
  return scores;
}
