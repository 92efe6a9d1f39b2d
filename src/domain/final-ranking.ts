// The final ranking of an event and who has which medal: places of the elimination first, then the qualification of those who were not in it.
import type { Competition } from './competition.ts';
import type { Competitor } from './draw.ts';

export interface FinalRow extends Competitor {
  readonly club: string;
  readonly country: string;
  /** Shared where the rules share it; undefined while it is open, and for those without a rank. */
  readonly place: number | undefined;
  readonly medal: 'gold' | 'silver' | 'bronze' | undefined;
  /** Of the qualification. */
  readonly qualificationRank: number | undefined;
}

/** Best first. Without an elimination the qualification decides. Undefined for an unknown event. */
export function finalRankingOf(_state: Competition, _event: string): readonly FinalRow[] | undefined {
  return undefined;
}

export interface MedalRow {
  /** Club or country; shared place for equal medals. */
  readonly name: string;
  readonly place: number;
  readonly gold: number;
  readonly silver: number;
  readonly bronze: number;
}

/** By gold, then silver, then bronze. A team's medal counts once. */
export function medalTableOf(_state: Competition, _of: 'club' | 'country'): readonly MedalRow[] {
  return [];
}
