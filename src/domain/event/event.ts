// An event, as the rule book calls it: what medals are given for. Its qualification is a category's ranking or made of teams; its
// elimination, if it has one, is drawn once and then kept as data, so that an old competition never depends on a newer generator.
import type { FactOrigin } from '../actor.ts';
import type { ArrowValue } from '../arrow-value.ts';
import type { End } from '../card/scorecard.ts';
import type { ChartSize } from '../draw/bracket.ts';
import type { Draw, LoserPlacing } from '../draw/draw.ts';
import type { LevelRule } from '../match/alternate-shooting.ts';
import type { Attendance, BySide, Closest, ShootOff, Side } from '../match/match.ts';
import type { Face } from '../rounds/faces.ts';
import type { MatchHits } from './match-hits.ts';

/** So many of the best archers of these categories together: three of RM for RM's teams; one of RM and one of RW for a mixed team. */
export interface TeamPart {
  readonly categories: readonly string[];
  readonly archers: number;
}

export type Contest =
  /** At most one individual event a category. */
  | { readonly kind: 'individual'; readonly category: string }
  | {
      readonly kind: 'team' | 'mixed';
      readonly parts: readonly TeamPart[];
      readonly teamsOf: 'club' | 'country';
      /** How many teams one club or country may have: the next best archers make the second (RULES 1.9). */
      readonly teamsEach: number;
    };

interface AnyElimination {
  /** How many go on from the qualification; fewer when there are fewer. */
  readonly qualifiers: number;
  readonly formatId: string;
  /** From the semi-finals on, where it is another one (field, 3D). */
  readonly finalsFormatId?: string;
  /** Matches are shot on it; `face` where it is an organiser's own. */
  readonly faceId: string;
  readonly face?: Face;
  readonly losers: LoserPlacing;
  readonly whenLevel: LevelRule;
}

export type Elimination =
  | (AnyElimination & { readonly system: 'bracket'; readonly chart: ChartSize; readonly placesShot: number })
  /** Whoever has lost twice is out. */
  | (AnyElimination & { readonly system: 'doubleElimination' })
  /** Everybody against everybody. */
  | (AnyElimination & { readonly system: 'roundRobin' })
  /** Round robin in pools, then a bracket of the first `advance` of each. */
  | (AnyElimination & {
      readonly system: 'pools';
      readonly pools: number;
      readonly advance: number;
      readonly placesShot: number;
    });

export interface EventSetup {
  /** Unique in its competition, in addresses and files: `RM`, `RM-team`, `RX`. Letters, digits and - _ . */
  readonly id: string;
  readonly name: string;
  readonly contest: Contest;
  /** Undefined: ranked only. */
  readonly elimination: Elimination | undefined;
  /** Whether who retired keeps a rank by the arrows shot (RULES 1.5). */
  readonly dnfKeepsRank: boolean;
}

/** What both sides shot and what was decided of it; the score is derived. */
export interface MatchCard {
  readonly attendance: BySide<Exclude<Attendance, 'nobody'>>;
  readonly ends: readonly BySide<End>[];
  readonly shootOffs: readonly ShootOff[];
  /** Who was chosen to shoot first (11.1.4.1); undefined while nobody has said. */
  readonly begins: Side | undefined;
  readonly hits: readonly MatchHits[];
  /** Corrections, rulings, decisions: oldest first. */
  readonly changes: readonly MatchChange[];
}

export interface MatchChange extends FactOrigin {
  readonly kind: 'corrected' | 'ruled' | 'measured' | 'attendance';
  readonly side: Side | undefined;
  readonly part: 'end' | 'shootOff' | undefined;
  readonly number: number | undefined;
  readonly was: End | undefined;
  readonly now: End | undefined;
  readonly closest: Closest | undefined;
  readonly attendance: Exclude<Attendance, 'nobody'> | undefined;
  readonly by: string;
  readonly reason: string;
}

/** Where and when a match is shot. `a` on the left of `b`; both may share a butt. */
export interface MatchSlot {
  readonly match: string;
  /** Local time of the venue, `2026-05-02T13:30`. */
  readonly at: string;
  readonly butts: BySide<number>;
}

/** One competitor in one round of a shoot-off for the cut; no arrows: absent, and so behind everybody who shot (RULES 1.6). */
export interface ShootOffShot {
  readonly key: string;
  readonly arrows: readonly ArrowValue[];
  /** From the centre, in millimetres, nearest first; empty where nobody measured. */
  readonly distancesMm: readonly number[];
}
export type ShootOffRound = readonly ShootOffShot[];

/** SO: shot off for the cut, 12.5.2. CT: coin or disk toss for a place among those in, 12.5.1. */
export type TieReason = 'SO' | 'CT';

/** A tie that the scores leave open, decided: the competitors in their order. Holds only while exactly these are tied. */
export interface TieDecision extends FactOrigin {
  readonly reason: TieReason;
  readonly order: readonly string[];
  readonly shootOff: readonly ShootOffRound[];
  readonly by: string;
}

export interface EventState {
  readonly setup: EventSetup;
  readonly ties: readonly TieDecision[];
  readonly draw: Draw | undefined;
  /** By match id; missing while nothing is written. */
  readonly cards: ReadonlyMap<string, MatchCard>;
  readonly schedule: ReadonlyMap<string, MatchSlot>;
}

export const blankMatchCard: MatchCard = {
  attendance: { a: 'present', b: 'present' },
  ends: [],
  shootOffs: [],
  begins: undefined,
  hits: [],
  changes: [],
};
