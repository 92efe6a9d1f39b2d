// Fields of a competition, its categories, entries and cards: what the domain and the REST interface's views have, by the schema's names.

import { athleteSheetOf } from '../../domain/card/athlete-sheet.ts';
import { type ScoreSheet, scoreSheetOf } from '../../domain/card/score-sheet.ts';
import { clockOfMatch, lineClockOf } from '../../domain/clock/kept-clock.ts';
import { categoriesOf, notesOf, roundOfCategory } from '../../domain/competition.ts';
import { ceremoniesOf } from '../../domain/event/ceremony.ts';
import { medalTableOf } from '../../domain/event/final-ranking.ts';
import { scheduleOf } from '../../domain/event/schedule.ts';
import type { Entry } from '../../domain/facts.ts';
import { recordFlagsOf } from '../../domain/ranking/record-flags.ts';
import { countArrows } from '../../domain/rounds/rounds.ts';
import type { CompetitionView } from '../../intake/intake.ts';
import type { CategoryView } from '../../wire/api-competitions.ts';
import { competitionViewOf } from '../views/competitions.ts';
import { type EntryFilter, entryViewOf, filteredEntries } from '../views/entries.ts';
import { scorecardViewOf } from '../views/scorecards.ts';
import { clockSourceOf, matchClockSourceOf } from './clock-source.ts';
import { forOrganiser, type GraphqlContext, withActor } from './context.ts';
import { checkFirst, cursorOf, entryOfCursor, type PageArgs } from './paging.ts';
import { eventSourceOf, nameOfSeat } from './resolve-event.ts';
import { categoryRankingOf, type RunningArgs, runningPageOf } from './resolve-ranking.ts';
import { showSourceOf } from './resolve-show.ts';

type Nullable<T> = { readonly [Key in keyof T]?: T[Key] | null };
type CompetitionSource = ReturnType<typeof competitionSourceOf>;
type EntrySource = ReturnType<typeof entrySourceOf>;
type CardSource = ReturnType<typeof cardSourceOf>;

function competitionSourceOf(view: CompetitionView) {
  return { ...competitionViewOf(view), position: view.at, view };
}

function entrySourceOf(view: CompetitionView, entry: Entry) {
  const { number } = entry;
  const [, ...also] = categoriesOf(entry);
  return { ...entryViewOf(entry), also, standing: notesOf(view.state, number).standing, entry, view };
}

function cardSourceOf(view: CompetitionView, sheet: ScoreSheet) {
  return { ...scorecardViewOf(sheet, view.at), sheet, view };
}

/** Entries in the order of their numbers; how many there are is counted only when it is asked. */
function entriesPageOf(view: CompetitionView, { first, after, ...asked }: PageArgs & Nullable<EntryFilter>) {
  const filter: EntryFilter = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null));
  const length = checkFirst(first);
  const found: Entry[] = [];
  for (const entry of filteredEntries(view.state, filter, entryOfCursor(after))) {
    if (found.push(entry) > length) break;
  }
  const edges = found
    .slice(0, length)
    .map((entry) => ({ cursor: cursorOf(entry.number), node: entrySourceOf(view, entry) }));
  return {
    totalCount: () => Array.from(filteredEntries(view.state, filter)).length,
    edges,
    pageInfo: { hasNextPage: found.length > length, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

function schedulePageOf({ state }: CompetitionView, day: string | null | undefined) {
  return scheduleOf(state)
    .filter(({ slot }) => day == null || slot.at.startsWith(`${day}T`))
    .map(({ event, eventName, slot: { match, at, butts }, played }) => ({
      event,
      eventName,
      match,
      at,
      buttA: butts.a,
      buttB: butts.b,
      nameA: nameOfSeat(played.seats.a),
      nameB: nameOfSeat(played.seats.b),
      isOver: played.score?.status.kind === 'over',
    }));
}

export const competitionResolvers = {
  Query: {
    competitions: (_: unknown, __: object, { intake }: GraphqlContext) => intake.list().map(competitionSourceOf),
    competition(_: unknown, { id }: { readonly id: string }, { intake }: GraphqlContext) {
      const view = intake.find(id);
      return view ? competitionSourceOf(view) : null;
    },
  },
  Competition: {
    clock({ view }: CompetitionSource, { session }: { readonly session?: number | null }) {
      const clock = lineClockOf(view.state.clocks, session ?? 0);
      return clock ? clockSourceOf(clock) : null;
    },
    matchClock({ view }: CompetitionSource, { event, match }: { readonly event: string; readonly match: string }) {
      const clock = clockOfMatch(view.state.clocks, event, match);
      return clock ? matchClockSourceOf(clock) : null;
    },
    categories: ({ categories, view }: CompetitionSource) => categories.map((category) => ({ ...category, view })),
    category({ categories, view }: CompetitionSource, { code }: { readonly code: string }) {
      const category = categories.find((each) => each.code === code);
      return category ? { ...category, view } : null;
    },
    sessions: ({ view }: CompetitionSource) => view.state.sessions,
    show: ({ view }: CompetitionSource) => showSourceOf(view.state),
    officials: ({ view }: CompetitionSource) => view.state.paper.officials,
    entries: ({ view }: CompetitionSource, args: PageArgs & Nullable<EntryFilter>) => entriesPageOf(view, args),
    entry({ view }: CompetitionSource, { number }: { readonly number: number }) {
      const entry = view.state.entries.at(number);
      return entry ? entrySourceOf(view, entry) : null;
    },
    ranking: ({ view }: CompetitionSource, { category, ...page }: PageArgs & { readonly category: string }) =>
      categoryRankingOf(view, category, page),
    runningRanking: ({ view }: CompetitionSource, { category, basis, ...page }: RunningArgs) =>
      runningPageOf(view, category, basis, page),
    events: ({ view }: CompetitionSource) =>
      Array.from(view.state.events.values(), (event) => eventSourceOf(view, event)),
    event({ view }: CompetitionSource, { id }: { readonly id: string }) {
      const event = view.state.events.get(id);
      return event ? eventSourceOf(view, event) : null;
    },
    schedule: ({ view }: CompetitionSource, { day }: { readonly day?: string | null }) => schedulePageOf(view, day),
    ceremonies: ({ view }: CompetitionSource) => ceremoniesOf(view.state),
    medalTable: ({ view }: CompetitionSource, { of }: { readonly of: 'club' | 'country' }) =>
      medalTableOf(view.state, of),
  },
  Category: {
    round({ code, view }: CategoryView & { readonly view: CompetitionView }) {
      const round = roundOfCategory(view.state, code);
      return round ? { ...round, arrows: countArrows(round) } : null;
    },
  },
  Entry: {
    bornIn: forOrganiser(({ entry }: EntrySource) => entry.bornIn ?? null),
    scorecard({ entry, view }: EntrySource) {
      const sheet = scoreSheetOf(view.state, entry.number);
      return sheet ? cardSourceOf(view, sheet) : null;
    },
    ranks: ({ entry, view }: EntrySource) => athleteSheetOf(view.state, entry.number)?.ranks ?? [],
  },
  Scorecard: {
    records: ({ sheet, view }: CardSource) =>
      recordFlagsOf(view.state, sheet.entry.number).map(({ kind, how, mark: { total, x } }) => ({
        kind,
        how,
        total,
        x,
      })),
    lock: forOrganiser(({ sheet }: CardSource) => sheet.lock ?? null),
    signatures: forOrganiser(({ sheet }: CardSource) =>
      Array.from(sheet.signatures, ([as, { name, at, strokes }]) => ({ as, name, at, strokes })),
    ),
    changes: forOrganiser(({ sheet }: CardSource) => sheet.changes.map(withActor)),
  },
};
