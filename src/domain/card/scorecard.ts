// One archer's card in one round: arrows in the order in which they were entered, and everything that is counted from them. Counts are
// always derived, never stored by hand (RULES 5.7).
import { type ArrowValue, compareArrowValues } from '../arrow-value.ts';
import { countEnds, distanceOfEnd, pointsAt, type Round } from '../rounds/rounds.ts';

/** One box of the card: `null` while the arrow is not scored. */
export type ArrowSlot = ArrowValue | null;
export type End = readonly ArrowSlot[];

export interface Tally {
  readonly total: number;
  readonly arrows: number;
  readonly x: number;
  /** Tens with the inner tens. */
  readonly ten: number;
  readonly nine: number;
  readonly eleven: number;
  readonly six: number;
  readonly five: number;
  readonly sixOrFive: number;
}

/** What a card is ranked by: counts in the order of the rule set's tie-break. */
export interface Figures {
  readonly total: number;
  readonly counts: readonly number[];
}

export interface Scorecard {
  /** Index 0 is end 1. Ends not begun are missing from the array's end. */
  readonly ends: readonly End[];
  readonly tally: Tally;
  /** What counts by the signed paper instead of what the arrows give: in the tally too. Absent: the arrows. */
  readonly byPaper?: Figures;
}

export const emptyTally: Tally = {
  total: 0,
  arrows: 0,
  x: 0,
  ten: 0,
  nine: 0,
  eleven: 0,
  six: 0,
  five: 0,
  sixOrFive: 0,
};
export const emptyScorecard: Scorecard = { ends: [], tally: emptyTally };

export function blankEnd(arrowsPerEnd: number): End {
  return Array.from({ length: arrowsPerEnd }, () => null);
}

export function isEndComplete(end: End | undefined): boolean {
  return end?.every((arrow) => arrow !== null) ?? false;
}

export function isEndBlank(end: End | undefined): boolean {
  return end?.every((arrow) => arrow === null) ?? true;
}

/** The last end with an arrow in it, from 1; 0 for an empty card. */
export function lastEndBegun(card: Scorecard): number {
  let end = card.ends.length;
  while (end > 0 && isEndBlank(card.ends[end - 1])) end -= 1;
  return end;
}

/** Whichever collection of end numbers is at hand. */
export interface EndsHeld {
  has(end: number): boolean;
}

const noEndsHeld: EndsHeld = new Set<number>();

/** The end that is to be scored next, from 1, past those that are held open; undefined once the round is shot. */
export function nextEnd(card: Scorecard, round: Round, held: EndsHeld = noEndsHeld): number | undefined {
  const count = countEnds(round);
  for (let end = 1; end <= count; end += 1) {
    if (!isEndComplete(card.ends[end - 1]) && !held.has(end)) return end;
  }
  return undefined;
}

/** Arrows of an end, highest first, as they are shown (WA Book 3, 12.1.3). */
export function sortedArrows(end: End): readonly ArrowValue[] {
  return end.filter((arrow) => arrow !== null).sort(compareArrowValues);
}

/** Points of one end of a round; arrows that are blank or not on its face count nothing. */
export function endPoints(round: Round, end: number, arrows: End): number {
  const distance = distanceOfEnd(round, end);
  if (!distance) return 0;
  return arrows.reduce((sum, arrow) => sum + (arrow === null ? 0 : (pointsAt(distance, arrow) ?? 0)), 0);
}

/** Ends of a card by themselves: of a distance or a session; ends from 1, both included. */
export function tallyOfEnds(
  round: Round,
  ends: readonly End[],
  { fromEnd, toEnd }: { readonly fromEnd: number; readonly toEnd: number },
): Tally {
  return tallyEnds(round, ends.slice(fromEnd - 1, toEnd), fromEnd);
}

function tallyEnds(round: Round, ends: readonly End[], fromEnd = 1): Tally {
  let [total, arrows, x, ten, nine, eleven, six, five] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const [index, end] of ends.entries()) {
    const distance = distanceOfEnd(round, fromEnd + index);
    for (const arrow of end) {
      if (arrow === null) continue;
      arrows += 1;
      const points = distance ? (pointsAt(distance, arrow) ?? 0) : 0;
      total += points;
      if (arrow === 'X') x += 1;
      // An X that is worth five (NFAA) is no ten.
      if (arrow === '10' || (arrow === 'X' && points >= 10)) ten += 1;
      if (arrow === '9') nine += 1;
      else if (arrow === '11') eleven += 1;
      else if (arrow === '6') six += 1;
      else if (arrow === '5') five += 1;
    }
  }
  return { total, arrows, x, ten, nine, eleven, six, five, sixOrFive: six + five };
}

/** The card with one end (from 1) replaced. */
export function withEnd(card: Scorecard, round: Round, end: number, arrows: End): Scorecard {
  const ends = card.ends.slice();
  while (ends.length < end - 1) ends.push(blankEnd(distanceOfEnd(round, ends.length + 1)?.arrowsPerEnd ?? 0));
  ends[end - 1] = arrows;
  // Figures of the paper are in the tally too, until it is counted anew.
  if (card.byPaper) return { ends, tally: tallyEnds(round, ends) };
  const [was, now] = [tallyEnds(round, [card.ends[end - 1] ?? []], end), tallyEnds(round, [arrows], end)];
  return { ends, tally: tallyAfter(card.tally, was, now) };
}

/** Only what has changed is counted: the cost of an end does not grow with the card. */
function tallyAfter(tally: Tally, was: Tally, now: Tally): Tally {
  const after = (count: keyof Tally) => tally[count] - was[count] + now[count];
  return {
    total: after('total'),
    arrows: after('arrows'),
    x: after('x'),
    ten: after('ten'),
    nine: after('nine'),
    eleven: after('eleven'),
    six: after('six'),
    five: after('five'),
    sixOrFive: after('sixOrFive'),
  };
}

export function scorecardOfEnds(round: Round, ends: readonly End[]): Scorecard {
  return { ends, tally: tallyEnds(round, ends) };
}

/** The running total after each end of the card. */
export function runningTotals(card: Scorecard, round: Round): readonly number[] {
  let total = 0;
  return card.ends.map((end, index) => {
    total += endPoints(round, index + 1, end);
    return total;
  });
}
