// How the matches of an event stand, as results are written.

import type { End } from '../domain/card/scorecard.ts';
import type { Competition } from '../domain/competition.ts';
import { type PlayedMatch, playEvent, type Seat } from '../domain/event/event-play.ts';
import {
  arrowPoints,
  type BySide,
  type Closest,
  type EndScore,
  type Side,
  type SidePoints,
} from '../domain/match/match.ts';

export interface SeatResult {
  /** `nobody`: the other side has a bye; `pending`: not known yet. */
  readonly kind: Seat['kind'];
  readonly seed: number | null;
  readonly key: string | null;
  readonly name: string | null;
}

export interface MatchResult {
  readonly id: string;
  readonly section: PlayedMatch['drawn']['section'];
  readonly level: number;
  readonly number: number;
  readonly topPlace: number;
  readonly pool: string | null;
  readonly kind: PlayedMatch['kind'];
  readonly seats: BySide<SeatResult>;
  readonly hasBegun: boolean;
  /** Null while the match is open, and where neither side came. */
  readonly winner: Side | null;
  /** By what it was won; null while it is open. */
  readonly wonBy: 'score' | 'shootOff' | 'bye' | 'absence' | 'forfeit' | null;
  /** Set points, or totals in the cumulative system. */
  readonly points: SidePoints | null;
  readonly totals: SidePoints | null;
  readonly ends: readonly {
    readonly arrows: BySide<End>;
    readonly points: SidePoints;
    readonly setPoints: SidePoints | null;
    readonly counts: boolean;
  }[];
  readonly shootOffs: readonly {
    readonly arrows: BySide<End>;
    readonly points: SidePoints;
    readonly closest: Closest | null;
  }[];
  readonly slot: { readonly at: string; readonly butts: BySide<number> } | null;
}

/** In the order of the draw. */
export function matchResultsOf(state: Competition, event: string): readonly MatchResult[] {
  return (playEvent(state, event) ?? []).map(matchResultOf);
}

function matchResultOf(played: PlayedMatch): MatchResult {
  const { drawn, seats, kind, hasBegun, winner, score, slot } = played;
  const { id, section, level, number, topPlace, pool } = drawn;
  return {
    ...{ id, section, level, number, topPlace, pool: pool ?? null, kind },
    seats: { a: seatResultOf(seats.a), b: seatResultOf(seats.b) },
    hasBegun,
    winner: winner ?? null,
    wonBy: score?.status.kind === 'over' ? score.status.by : null,
    points: score?.points ?? null,
    totals: score?.totals ?? null,
    ...shotIn(played),
    slot: slot ? { at: slot.at, butts: slot.butts } : null,
  };
}

function seatResultOf(seat: Seat): SeatResult {
  if (seat.kind !== 'competitor') return { kind: seat.kind, seed: null, key: null, name: null };
  const { key, name } = seat.competitor;
  return { kind: seat.kind, seed: seat.seed, key, name };
}

const noPoints: SidePoints = { a: 0, b: 0 };
const notScored: EndScore = { points: noPoints, setPoints: undefined, counts: false };

function shotIn({ card, match, score }: PlayedMatch): Pick<MatchResult, 'ends' | 'shootOffs'> {
  const pointsOf = ({ a, b }: BySide<End>) =>
    match ? { a: arrowPoints(match, a), b: arrowPoints(match, b) } : noPoints;
  return {
    ends: card.ends.map((arrows, index) => {
      const { points, setPoints, counts } = score?.ends[index] ?? notScored;
      return { arrows, points, setPoints: setPoints ?? null, counts };
    }),
    shootOffs: card.shootOffs.map(({ arrows, closest }) => {
      return { arrows, points: pointsOf(arrows), closest: closest ?? null };
    }),
  };
}
