// A draw as data: the matches of an elimination and where their sides come from. Whoever made it (a bracket, pools, a double
// elimination), it is played and placed from here.
import type { FactOrigin } from '../actor.ts';
import type { Side } from '../match/match.ts';

/** Who takes a side of a match. */
export type DrawSource =
  | { readonly from: 'seed'; readonly seed: number }
  /** The other side has a bye. */
  | { readonly from: 'nobody' }
  | { readonly from: 'winner' | 'loser'; readonly match: string }
  | { readonly from: 'pool'; readonly pool: string; readonly place: number };

export type DrawSection = 'bracket' | 'upper' | 'lower' | 'final' | 'pool';

export interface DrawMatch {
  /** Unique in the draw: `3/1` in a bracket (level/number), `U2/1`, `L3/2`, `F/1`, `F/2` in a double elimination, `A/5` in a pool. */
  readonly id: string;
  readonly section: DrawSection;
  /** Bracket: 1 for the last two, 2 for the last four. Elsewhere the round, from 1 for the first. */
  readonly level: number;
  readonly number: number;
  /** The best place still to be had: 1 in the chart itself, 3 in the match for bronze. */
  readonly topPlace: number;
  readonly pool?: string;
  /** Shot only if side `b` won that match (the second final of a double elimination). */
  readonly onlyIfBWon?: string;
  readonly a: DrawSource;
  readonly b: DrawSource;
  readonly formatId: string;
}

/** A match of a draw before its format is known. */
export type Pairing = Omit<DrawMatch, 'formatId'>;

/** An archer or a team of an event. */
export interface Competitor {
  /** The entry's number, or `CLUB#1`: the club or country and which of its teams. */
  readonly key: string;
  readonly name: string;
  readonly entries: readonly number[];
}

/** A side of a match of the first round, of the chart or of a pool. */
export interface DrawPlace {
  readonly match: string;
  readonly side: Side;
}

/** What the organiser changed in a draw by hand; the oldest first. */
export type DrawChange = FactOrigin & { readonly by: string; readonly reason: string } & (
    | { readonly kind: 'swapped'; readonly one: DrawPlace; readonly other: DrawPlace }
    | { readonly kind: 'team'; readonly key: string; readonly was: readonly number[]; readonly now: readonly number[] }
  );

export interface Draw {
  /** Seed 1 first. */
  readonly competitors: readonly Competitor[];
  /** A match comes after those that its sides come from. */
  readonly matches: readonly DrawMatch[];
  /** By hand, after it was drawn. */
  readonly changes?: readonly DrawChange[];
}

/**
 * How losers of a phase are placed among themselves. `byPhase`, the rule as FFTA's book has it and the default: quarter-final losers by
 * set points, then by the total of that match (cumulative: by the total), earlier phases share 9th, 17th, 33rd. `byAverage`, as Ianseo has
 * it today: in every phase by the average arrow of the lost match, then of its shoot-offs.
 */
export type LoserPlacing = 'byPhase' | 'byAverage';
