// Fields of an event: its set-up, its elimination, its final ranking.
import type { EventState, TieDecision } from '../../domain/event/event.ts';
import { playEvent, poolTablesOf, type Seat } from '../../domain/event/event-play.ts';
import { finalRankingOf } from '../../domain/event/final-ranking.ts';
import { findMatchFormat } from '../../domain/match/match-format.ts';
import type { CompetitionView } from '../../intake/intake.ts';
import { remember } from '../remember.ts';
import { forOrganiser, withActor } from './context.ts';
import { type MatchSource, matchSourceOf } from './match-source.ts';
import { type PageArgs, pageableList, pageOf } from './paging.ts';
import { eventRankingOf } from './resolve-ranking.ts';

export type EventSource = ReturnType<typeof eventSourceOf>;

export function eventSourceOf(view: CompetitionView, event: EventState) {
  const { id, name, contest, dnfKeepsRank } = event.setup;
  const common = { id, name, position: view.at, dnfKeepsRank, isDrawn: event.draw !== undefined, event, view };
  if (contest.kind === 'individual')
    return { ...common, kind: contest.kind, category: contest.category, teamParts: [] };
  const { kind, parts: teamParts, teamsOf, teamsEach } = contest;
  return { ...common, kind, teamParts, teamsOf, teamsEach };
}

export function nameOfSeat(seat: Seat): string | null {
  return seat.kind === 'competitor' ? seat.competitor.name : null;
}

function eliminationSourceOf({ event, view }: EventSource) {
  const { elimination } = event.setup;
  if (!elimination) return null;
  const { ruleSetId } = view.state;
  const { formatId, finalsFormatId } = elimination;
  const format = findMatchFormat(ruleSetId, formatId);
  const finalsFormat = finalsFormatId === undefined ? undefined : findMatchFormat(ruleSetId, finalsFormatId);
  return { ...elimination, format, finalsFormat };
}

function matchesOf({ event, view }: EventSource) {
  const { ruleSetId } = view.state;
  return (playEvent(view.state, event.setup.id) ?? []).map((played) => ({ played, ruleSetId }));
}

interface MatchFilter {
  readonly level?: number | null;
  readonly pool?: string | null;
}

function poolSourcesOf({ event, view }: EventSource) {
  return Array.from(poolTablesOf(view.state, event.setup.id), ([name, rows]) => ({
    name,
    table: rows.map((row) => ({ ...row, competitor: event.draw?.competitors[row.seed - 1] })),
  }));
}

function finalPageOf({ event, view }: EventSource, page: PageArgs) {
  const { id } = event.setup;
  const rows = remember(view.state, `final/${id}`, (state) => finalRankingOf(state, id)) ?? [];
  return pageOf(
    pageableList(rows, ({ key }) => key),
    page,
  );
}

export const eventResolvers = {
  Event: {
    elimination: eliminationSourceOf,
    ties: ({ event }: EventSource) => event.ties,
    qualification: ({ event, view }: EventSource, page: PageArgs) => eventRankingOf(view, event.setup.id, page),
    seeds: ({ event }: EventSource) =>
      (event.draw?.competitors ?? []).map((competitor, index) => ({ seed: index + 1, competitor })),
    matches: (source: EventSource, { level, pool }: MatchFilter) =>
      matchesOf(source)
        .filter(({ played: { drawn } }) => level == null || drawn.level === level)
        .filter(({ played: { drawn } }) => pool == null || drawn.pool === pool)
        .map(({ played, ruleSetId }) => matchSourceOf(played, ruleSetId)),
    match(source: EventSource, { id }: { readonly id: string }) {
      const found = matchesOf(source).find(({ played }) => played.drawn.id === id);
      return found ? matchSourceOf(found.played, found.ruleSetId) : null;
    },
    pools: poolSourcesOf,
    finalRanking: finalPageOf,
  },
  Match: {
    changes: forOrganiser(({ played }: MatchSource) => played.card.changes.map(withActor)),
  },
  TieDecision: {
    at: forOrganiser(({ at }: TieDecision) => at),
    by: forOrganiser(({ by }: TieDecision) => by),
  },
};
