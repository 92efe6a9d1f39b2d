// What is read out beside an end that is being typed: its points, those of the distance and of the round so far, and how many arrows.
import { endPoints, type Scorecard, tallyOfEnds, withEnd } from '../../src/domain/card/scorecard.ts';
import { countArrows, countEnds, type Round } from '../../src/domain/rounds/rounds.ts';
import type { EndEntry } from './end-entry.ts';

export interface EndTotals {
  readonly end: number;
  /** Undefined where the round has one distance only. */
  readonly distance: number | undefined;
  readonly running: number;
  readonly arrows: number;
  readonly arrowsOfRound: number;
}

interface EndRange {
  readonly fromEnd: number;
  readonly toEnd: number;
}

/** The ends of the distance at which an end is shot. */
export function endsOfDistance(round: Round, end: number): EndRange {
  let before = 0;
  for (const { ends } of round.distances) {
    if (end <= before + ends) return { fromEnd: before + 1, toEnd: before + ends };
    before += ends;
  }
  return { fromEnd: 1, toEnd: countEnds(round) };
}

/** With the typed arrows in the place of whatever the card has in that end. */
export function totalsWith(card: Scorecard, round: Round, end: number, { slots }: Pick<EndEntry, 'slots'>): EndTotals {
  const { ends, tally } = withEnd(card, round, end, slots);
  return {
    end: endPoints(round, end, slots),
    distance: round.distances.length > 1 ? tallyOfEnds(round, ends, endsOfDistance(round, end)).total : undefined,
    running: tally.total,
    arrows: tally.arrows,
    arrowsOfRound: countArrows(round),
  };
}
