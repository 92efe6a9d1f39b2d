// What a screen shows of one match, and all that it needs to score it itself with the code of match/: the score is never sent.
import type { Competition } from '../competition.ts';
import type { BySide, Match, Side } from '../match/match.ts';
import type { ArrowForm } from '../match/win-chance.ts';
import type { MatchSlot } from './event.ts';
import { type PlayedMatch, playEvent, type Seat } from './event-play.ts';
import { matchFormOf } from './match-form.ts';
import type { MatchHits } from './match-hits.ts';

export interface MatchSheetSide {
  /** The athlete's or the team's; empty while it is not known, or nobody's. */
  readonly name: string;
  /** Empty for a team of several clubs. */
  readonly club: string;
  /** 0 while it is not known, or nobody's. */
  readonly seed: number;
  /** Of a team, in its own order; of an individual the one name. */
  readonly archers: readonly string[];
  readonly kind: 'competitor' | 'nobody' | 'pending';
  /** What was shot before this match; nothing until both sides are known. */
  readonly form: ArrowForm;
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
  readonly hits: readonly MatchHits[];
  readonly whenLevel: 'firstEnd' | 'previousEnd';
  readonly slot: MatchSlot | undefined;
}

/** Undefined where there is no such match. */
export function matchSheetOf(state: Competition, event: string, match: string): MatchSheet | undefined {
  const found = state.events.get(event);
  const all = playEvent(state, event) ?? [];
  const played = all.find(({ drawn }) => drawn.id === match);
  if (!found || !played) return undefined;
  const { setup } = found;
  const { drawn, seats, card } = played;
  return {
    competitionName: state.name,
    event,
    eventName: setup.name,
    matchId: drawn.id,
    level: drawn.level,
    topPlace: drawn.topPlace,
    sides: { a: sideOf(state, seats.a, all, played), b: sideOf(state, seats.b, all, played) },
    match: played.match,
    begins: card.begins,
    hits: card.hits,
    whenLevel: setup.elimination?.whenLevel ?? 'firstEnd',
    slot: played.slot,
  };
}

function sideOf(state: Competition, seat: Seat, all: readonly PlayedMatch[], played: PlayedMatch): MatchSheetSide {
  if (seat.kind !== 'competitor')
    return { name: '', club: '', seed: 0, archers: [], kind: seat.kind, form: { arrows: 0, points: 0 } };
  const { seed, competitor } = seat;
  const entries = competitor.entries.flatMap((number) => state.entries.at(number) ?? []);
  const [club = '', ...others] = new Set(entries.map((entry) => entry.club));
  return {
    name: competitor.name,
    club: others.length === 0 ? club : '',
    seed,
    archers: entries.map(({ name }) => name),
    kind: 'competitor',
    form: matchFormOf(state, all, played, competitor),
  };
}
