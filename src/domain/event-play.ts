// An event's elimination as it stands: who stands in which match, the score of each, who is next, and the places so far. All of it derived
// from the draw and the cards of the matches.
import type { Competition } from './competition.ts';
import type { Competitor, DrawMatch } from './draw.ts';
import type { MatchCard, MatchSlot } from './event.ts';
import type { BySide, Match, MatchScore, Side } from './match.ts';
import type { Projection } from './match-projection.ts';

/** A competitor; nobody (the other has a bye, or nobody came that far); or not known yet. */
export type Seat =
  | { readonly kind: 'competitor'; readonly seed: number; readonly competitor: Competitor }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'pending' };

export interface PlayedMatch {
  readonly drawn: DrawMatch;
  readonly seats: BySide<Seat>;
  /** Bye and empty: nothing is shot. `notNeeded`: a second final that is not shot. */
  readonly kind: 'match' | 'bye' | 'empty' | 'notNeeded';
  readonly card: MatchCard;
  /** With its score: undefined until both seats are known. */
  readonly match: Match | undefined;
  readonly score: MatchScore | undefined;
  readonly winner: Side | undefined;
  readonly hasBegun: boolean;
  /** Who begins each end and shoot-off so far, where it was chosen (11.1.4.1). */
  readonly begins: readonly Side[];
  /** "Needs 28 to win". */
  readonly projection: Projection | undefined;
  readonly slot: MatchSlot | undefined;
}

/** In the order of the draw; empty for an event that is not drawn, undefined for an unknown one. */
export function playEvent(_state: Competition, _event: string): readonly PlayedMatch[] | undefined {
  return undefined;
}

export interface PoolRow {
  readonly seed: number;
  readonly place: number;
  readonly matches: number;
  readonly won: number;
  /** Set points for and against; totals in the cumulative system. */
  readonly pointsFor: number;
  readonly pointsAgainst: number;
  readonly total: number;
}

/** By pool: its table as it stands. Empty where the event has no pools. */
export function poolTablesOf(_state: Competition, _event: string): ReadonlyMap<string, readonly PoolRow[]> {
  return new Map();
}
