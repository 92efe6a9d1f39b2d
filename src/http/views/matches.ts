// Matches as they stand: who is in which, the score, what comes next and what the side that shoots last needs.
import type { Competition } from '../../domain/competition.ts';
import type { EventState } from '../../domain/event/event.ts';
import { type PlayedMatch, playEvent, poolTablesOf, type Seat } from '../../domain/event/event-play.ts';
import type { Position } from '../../domain/facts.ts';
import { arrowPoints, type BySide, type MatchStatus, sides } from '../../domain/match/match.ts';
import { findMatchFormat } from '../../domain/match/match-format.ts';
import type { Projection } from '../../domain/match/match-projection.ts';
import type { BracketView, MatchInBracketView, MatchRecordView, MatchView } from '../../wire/api-matches.ts';

type SeatView = MatchInBracketView['seats']['a'];

function seatViewOf(seat: Seat, source: SeatView['source']): SeatView {
  if (seat.kind !== 'competitor') return { kind: seat.kind, source, seed: null, key: null, name: null, entries: [] };
  const { key, name, entries } = seat.competitor;
  return { kind: seat.kind, source, seed: seat.seed, key, name, entries };
}

function statusViewOf(status: MatchStatus): NonNullable<MatchInBracketView['status']> {
  const { kind } = status;
  if (kind === 'over') return { kind, number: null, winner: status.winner ?? null, by: status.by };
  return { kind, number: kind === 'end' ? status.end : status.number, winner: null, by: null };
}

function projectionViewOf({ toWin, toDraw, ...rest }: Projection): NonNullable<MatchInBracketView['projection']> {
  return { ...rest, toWin: toWin ?? null, toDraw: toDraw ?? null };
}

function endViewsOf({ card, score, begins }: PlayedMatch): MatchInBracketView['ends'] {
  return card.ends.map((arrows, index) => {
    const { points, setPoints, counts } = score?.ends[index] ?? {
      points: { a: 0, b: 0 },
      setPoints: null,
      counts: false,
    };
    return { arrows, points, setPoints: setPoints ?? null, counts, begins: begins[index] ?? null };
  });
}

/** Who begins a shoot-off stands in `begins` after the ends that were needed. */
function shootOffViewsOf({ card, match, score, begins }: PlayedMatch): MatchInBracketView['shootOffs'] {
  const endsShot = score?.ends.filter(({ counts }) => counts).length ?? 0;
  return card.shootOffs.map(({ arrows, closest }, index) => ({
    arrows,
    points: match ? { a: arrowPoints(match, arrows.a), b: arrowPoints(match, arrows.b) } : { a: 0, b: 0 },
    closest: closest ?? null,
    begins: begins[endsShot + index] ?? null,
  }));
}

export function matchInBracketViewOf(played: PlayedMatch): MatchInBracketView {
  const { drawn, seats, kind, card, score, winner, hasBegun, projection, slot } = played;
  const { id, section, level, number, topPlace, pool, formatId } = drawn;
  return {
    ...{ id, section, level, number, topPlace, pool: pool ?? null, formatId, kind },
    seats: { a: seatViewOf(seats.a, drawn.a), b: seatViewOf(seats.b, drawn.b) },
    attendance: card.attendance,
    hasBegun,
    winner: winner ?? null,
    status: score ? statusViewOf(score.status) : null,
    points: score?.points ?? null,
    totals: score?.totals ?? null,
    ends: endViewsOf(played),
    shootOffs: shootOffViewsOf(played),
    projection: projection ? projectionViewOf(projection) : null,
    slot: slot ? { at: slot.at, butts: slot.butts } : null,
  };
}

export function bracketViewOf(state: Competition, event: EventState, position: Position): BracketView {
  const { setup, draw } = event;
  const competitors = draw?.competitors ?? [];
  const nameOf = (seed: number) => competitors[seed - 1]?.name ?? '';
  return {
    position,
    event: setup.id,
    name: setup.name,
    system: setup.elimination?.system ?? null,
    isDrawn: draw !== undefined,
    competitors: competitors.map((competitor, index) => ({ seed: index + 1, ...competitor })),
    matches: (playEvent(state, setup.id) ?? []).map(matchInBracketViewOf),
    pools: Array.from(poolTablesOf(state, setup.id), ([pool, rows]) => ({
      pool,
      rows: rows.map((row) => ({ ...row, name: nameOf(row.seed) })),
    })),
  };
}

/** Undefined for a format that this version does not know. */
export function matchViewOf(
  state: Competition,
  { setup }: EventState,
  played: PlayedMatch,
  position: Position,
): MatchView | undefined {
  const format = findMatchFormat(state.ruleSetId, played.drawn.formatId);
  if (!format) return undefined;
  const faceId = setup.elimination?.faceId ?? '';
  return { position, event: setup.id, format, faceId, ...matchInBracketViewOf(played), hits: played.card.hits };
}

export function matchRecordViewOf({ card }: PlayedMatch, position: Position): MatchRecordView {
  const changes = card.changes.map((change) => {
    const { side, part, number, was, now, closest, attendance, ...rest } = change;
    return {
      ...rest,
      side: side ?? null,
      part: part ?? null,
      number: number ?? null,
      was: was ?? null,
      now: now ?? null,
      closest: closest ?? null,
      attendance: attendance ?? null,
    };
  });
  return { position, changes };
}

/** Names of both sides; null while it is not known who. */
export function namesOf({ seats }: PlayedMatch): BySide<string | null> {
  const [a, b] = sides.map((side) => {
    const seat = seats[side];
    return seat.kind === 'competitor' ? seat.competitor.name : null;
  });
  return { a: a ?? null, b: b ?? null };
}
