// What a screen shows of one match, and all that it needs to score it itself with the code of match/: the score is never sent.
import type { Competition } from '../competition.ts';
import type { BySide, Match, Side } from '../match/match.ts';
import type { MatchSlot } from './event.ts';

export interface MatchSheetSide {
  /** The athlete's or the team's; empty while it is not known, or nobody's. */
  readonly name: string;
  readonly club: string;
  readonly seed: number;
  /** Of a team, in the order of the entry list; of an individual the one name. */
  readonly archers: readonly string[];
  readonly kind: 'competitor' | 'nobody' | 'pending';
}

export interface MatchSheet {
  readonly competitionName: string;
  readonly event: string;
  readonly eventName: string;
  readonly matchId: string;
  /** As in the draw: 1 for the last two, 2 for the last four. */
  readonly level: number;
  readonly topPlace: number;
  readonly sides: BySide<MatchSheetSide>;
  /** Undefined until both sides are known. Format, face, attendance, ends, shoot-offs. */
  readonly match: Match | undefined;
  readonly begins: Side | undefined;
  readonly whenLevel: 'firstEnd' | 'previousEnd';
  readonly slot: MatchSlot | undefined;
}

/** Undefined where there is no such match. */
export function matchSheetOf(_state: Competition, _event: string, _match: string): MatchSheet | undefined {
  return undefined;
}
