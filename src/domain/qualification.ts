// The qualification ranking of a category or an event: scores, ties that a toss or a shoot-off decided, who is without a rank, the line of
// the cut, and which ties are still open. (RULES 1.5, 1.6; WA Book 3, 12.5)
import type { Standing } from './card-notes.ts';
import type { Competition } from './competition.ts';
import type { Competitor } from './draw.ts';
import type { TieReason } from './event.ts';
import type { RankingScore } from './ranking.ts';
import type { TieBreakCount } from './rule-sets.ts';

export interface QualificationRow extends RankingScore, Competitor {
  /** Shared by full ties; undefined for who did not start or was disqualified. */
  readonly rank: number | undefined;
  /** Before a shoot-off or a toss; equal to `rank` where none was needed. */
  readonly rankByScore: number | undefined;
  readonly club: string;
  readonly country: string;
  readonly arrows: number;
  /** Of a team: the worst of its archers'. */
  readonly standing: Standing;
  /** A place that the scores did not give: printed as `SO` or `CT`. */
  readonly decidedBy: TieReason | undefined;
  /** Whether this one goes on; undefined where there is no elimination, or a shoot-off has to say. */
  readonly isIn: boolean | undefined;
}

/** A tie at a bracket place that nobody has decided yet. */
export interface OpenTie {
  readonly reason: TieReason;
  readonly keys: readonly string[];
  /** The places that these share, from and to. */
  readonly from: number;
  readonly to: number;
}

export interface Qualification {
  readonly tieBreak: readonly TieBreakCount[];
  /** Best first; those without a rank at the end. */
  readonly rows: readonly QualificationRow[];
  /** How many go on; undefined where there is no elimination. */
  readonly cut: number | undefined;
  readonly openTies: readonly OpenTie[];
  /** Competitors whose cards are neither complete nor given up. */
  readonly unfinished: readonly string[];
}

/** Undefined for an event that the competition does not have. */
export function qualificationOf(_state: Competition, _event: string): Qualification | undefined {
  return undefined;
}

/** The same of a category, with the decisions of its individual event if it has one. Undefined for an unknown category. */
export function categoryQualificationOf(_state: Competition, _category: string): Qualification | undefined {
  return undefined;
}
