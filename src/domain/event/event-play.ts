// An event's elimination as it stands: who stands in which match, the score of each, who is next, and the places so far. All of it derived
// from the draw and the cards of the matches.

import type { End } from '../card/scorecard.ts';
import type { Competition } from '../competition.ts';
import type { Competitor, Draw, DrawMatch } from '../draw/draw.ts';
import { type DrawState, type Occupant, playDraw, poolTables } from '../draw/draw-play.ts';
import { type DrawResult, drawResultOf } from '../draw/draw-result.ts';
import type { PoolRow } from '../draw/pool-table.ts';
import { type Attendance, type BySide, type Match, type MatchScore, type Side, scoreOf } from '../match/match.ts';
import { findMatchFormat } from '../match/match-format.ts';
import { type Projection, projectMatch } from '../match/match-projection.ts';
import { beginsSoFar } from '../match/match-turns.ts';
import { blankMatchCard, type Elimination, type EventState, type MatchCard, type MatchSlot } from './event.ts';

export type { PoolRow } from '../draw/pool-table.ts';

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
  /** With its score: undefined until both seats are known, and where the match is not needed. */
  readonly match: Match | undefined;
  readonly score: MatchScore | undefined;
  readonly winner: Side | undefined;
  /** An arrow is written, or a side is said not to be there. */
  readonly hasBegun: boolean;
  /** Who begins each end and shoot-off so far, where it was chosen (11.1.4.1). */
  readonly begins: readonly Side[];
  /** "Needs 28 to win". */
  readonly projection: Projection | undefined;
  readonly slot: MatchSlot | undefined;
}

interface Played {
  readonly matches: readonly PlayedMatch[];
  readonly results: ReadonlyMap<string, DrawResult>;
}

const nothingPlayed: Played = { matches: [], results: new Map() };

// An event is never changed in place, and a competition keeps its rule set, so what follows from an event follows from it for ever.
const playedEvents = new WeakMap<EventState, Played>();

/** In the order of the draw; empty for an event that is not drawn, undefined for an unknown one. */
export function playEvent(state: Competition, event: string): readonly PlayedMatch[] | undefined {
  const found = state.events.get(event);
  return found && playedOf(state, found).matches;
}

/** How the matches that are over came out, by their ids. */
export function resultsOf(state: Competition, event: string): ReadonlyMap<string, DrawResult> {
  const found = state.events.get(event);
  return found ? playedOf(state, found).results : nothingPlayed.results;
}

function playedOf({ ruleSetId }: Competition, event: EventState): Played {
  const known = playedEvents.get(event);
  if (known) return known;
  const { draw, setup } = event;
  const played = draw && setup.elimination ? playMatches(ruleSetId, event, draw, setup.elimination) : nothingPlayed;
  playedEvents.set(event, played);
  return played;
}

/** A match as its card has it, whoever stands in it; undefined for a format that this version does not know. */
function matchOf(
  ruleSetId: string,
  { faceId, face }: Elimination,
  { formatId }: DrawMatch,
  card: MatchCard,
  attendance: BySide<Attendance> = card.attendance,
): Match | undefined {
  const format = findMatchFormat(ruleSetId, formatId);
  if (!format) return undefined;
  const { ends, shootOffs } = card;
  return { format, faceId, ...(face ? { face } : {}), attendance, ends, shootOffs };
}

function playMatches(ruleSetId: string, event: EventState, draw: Draw, elimination: Elimination): Played {
  const results = new Map<string, DrawResult>();
  for (const drawn of draw.matches) {
    const card = event.cards.get(drawn.id);
    const match = card && matchOf(ruleSetId, elimination, drawn, card);
    const result = match && drawResultOf(match);
    if (result) results.set(drawn.id, result);
  }
  const states = playDraw(draw.matches, draw.competitors.length, results);
  const matches = draw.matches.map((drawn): PlayedMatch => {
    const card = event.cards.get(drawn.id) ?? blankMatchCard;
    const state = states.get(drawn.id);
    const seats = { a: seatOf(draw, state?.a ?? 'pending'), b: seatOf(draw, state?.b ?? 'pending') };
    const match = areSeatsKnown(seats, state)
      ? matchOf(ruleSetId, elimination, drawn, card, attendanceOf(card, seats))
      : undefined;
    return playedMatchOf({ event, elimination, drawn, card, seats, match, kind: state?.kind ?? 'match' });
  });
  return { matches, results };
}

function playedMatchOf({
  event,
  elimination,
  ...known
}: Pick<PlayedMatch, 'drawn' | 'seats' | 'kind' | 'card' | 'match'> & {
  readonly event: EventState;
  readonly elimination: Elimination;
}): PlayedMatch {
  const { card, match } = known;
  const score = match && scoreOf(match);
  return {
    ...known,
    score,
    winner: score?.status.kind === 'over' ? score.status.winner : undefined,
    hasBegun: hasBegun(card),
    begins: match && score && card.begins ? beginsSoFar(match, score, card.begins, elimination.whenLevel) : [],
    projection: match && projectMatch(match),
    slot: event.schedule.get(known.drawn.id),
  };
}

function seatOf({ competitors }: Draw, occupant: Occupant): Seat {
  if (typeof occupant === 'string') return { kind: occupant };
  const competitor = competitors[occupant - 1];
  return competitor ? { kind: 'competitor', seed: occupant, competitor } : { kind: 'nobody' };
}

function areSeatsKnown({ a, b }: BySide<Seat>, state: DrawState | undefined): boolean {
  return a.kind !== 'pending' && b.kind !== 'pending' && state?.kind !== 'notNeeded';
}

function attendanceOf({ attendance }: MatchCard, { a, b }: BySide<Seat>): BySide<Attendance> {
  return {
    a: a.kind === 'nobody' ? 'nobody' : attendance.a,
    b: b.kind === 'nobody' ? 'nobody' : attendance.b,
  };
}

const isShot = (end: End) => end.some((arrow) => arrow !== null);

function hasBegun({ attendance, ends, shootOffs }: MatchCard): boolean {
  if (attendance.a !== 'present' || attendance.b !== 'present') return true;
  return [...ends, ...shootOffs.map(({ arrows }) => arrows)].some(({ a, b }) => isShot(a) || isShot(b));
}

/** By pool: its table as it stands. Empty where the event has no pools. */
export function poolTablesOf(state: Competition, event: string): ReadonlyMap<string, readonly PoolRow[]> {
  const draw = state.events.get(event)?.draw;
  return draw ? poolTables(draw.matches, draw.competitors.length, resultsOf(state, event)) : new Map();
}
