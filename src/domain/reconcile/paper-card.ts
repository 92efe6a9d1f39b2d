// The paper card beside the electronic one (WA Book 3, 12.1.1): the paper counts, but never more than the arrows carry. Which cards of a
// category are reconciled, and so whether its result is official.
import { type Figures, nextEnd, type Scorecard, scorecardOfEnds } from '../card/scorecard.ts';
import { type Competition, notesOf, roundOfEntry, scorecardOf } from '../competition.ts';
import { type TieBreakCount, tieBreakOf } from '../rule-sets.ts';
import { heldKey } from '../show/show.ts';

/**
 * `open`: arrows are still to be shot. `missing`: the paper is not typed. `notNeeded`: did not shoot an arrow, and will not.
 * `settled` and `waived`: by a judge.
 */
export const paperStates = ['open', 'missing', 'differs', 'agrees', 'settled', 'waived', 'notNeeded'] as const;
export type PaperState = (typeof paperStates)[number];

/** What the arrows give, whatever counts by the paper. */
export function arrowFiguresOf(state: Competition, entry: number): Figures {
  const card = scorecardOf(state, entry);
  const round = card.byPaper ? roundOfEntry(state, entry) : undefined;
  return figuresOf(round ? scorecardOfEnds(round, card.ends) : card, tieBreakOf(state));
}

function figuresOf({ tally }: Scorecard, order: readonly TieBreakCount[]): Figures {
  return { total: tally.total, counts: order.map((count) => tally[count]) };
}

export function sameFigures(a: Figures, b: Figures): boolean {
  return a.total === b.total && a.counts.length === b.counts.length && a.counts.every((n, at) => n === b.counts[at]);
}

/** The paper prevails; a sum or count above what the arrows give is reduced to it, and one that is missing on the paper is nought. */
export function whatCounts(arrows: Figures, paper: Figures): Figures {
  return {
    total: Math.min(arrows.total, paper.total),
    counts: arrows.counts.map((count, at) => Math.min(count, paper.counts[at] ?? 0)),
  };
}

/** The card with what a judge settled by the paper, in the order of the tie-break. Arrows stay as they are. */
export function withFigures(card: Scorecard, order: readonly TieBreakCount[], figures: Figures): Scorecard {
  const counts = Object.fromEntries(order.map((count, at) => [count, figures.counts[at] ?? 0]));
  return { ends: card.ends, tally: { ...card.tally, ...counts, total: figures.total }, byPaper: figures };
}

/** Every arrow is shot, or no more will be. */
export function isShot(state: Competition, entry: number): boolean {
  const round = roundOfEntry(state, entry);
  const { standing } = notesOf(state, entry);
  return standing !== 'competing' || (round !== undefined && nextEnd(scorecardOf(state, entry), round) === undefined);
}

export function paperStateOf(state: Competition, entry: number): PaperState {
  if (!isShot(state, entry)) return 'open';
  if (scorecardOf(state, entry).tally.arrows === 0) return 'notNeeded';
  const { settled, waived, count } = notesOf(state, entry).paper ?? {};
  if (settled) return 'settled';
  if (waived) return 'waived';
  if (!count) return 'missing';
  return sameFigures(count, arrowFiguresOf(state, entry)) ? 'agrees' : 'differs';
}

const settledStates: ReadonlySet<PaperState> = new Set(['agrees', 'settled', 'waived', 'notNeeded']);

export function isReconciled(state: Competition, entry: number): boolean {
  return settledStates.has(paperStateOf(state, entry));
}

/** Every card of the category is compared with its paper, or waived by name; there is one; and no judge looks at it again. */
export function isOfficial(state: Competition, category: string): boolean {
  if (state.show.frozen.has(heldKey({ kind: 'category', category }))) return false;
  let cards = 0;
  for (const { entry } of state.rankings.get(category)?.values() ?? []) {
    const found = paperStateOf(state, entry);
    if (!settledStates.has(found)) return false;
    if (found !== 'notNeeded') cards += 1;
  }
  return cards > 0;
}
