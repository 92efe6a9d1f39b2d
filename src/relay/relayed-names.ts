// What of a competition goes out, and which of it a fact changes. Pure. Targets' sheets stay in the venue, and so do athletes' cards and the
// shooting clock, whose seconds a way over the internet would make wrong.
import type { Touch } from '../boards/touches.ts';
import { type Competition, categoriesOf } from '../domain/competition.ts';
import { formatTopic } from '../wire/topics.ts';

/** Addresses of the HTTP interface whose answers go out too: pages ask for them beside the boards. */
export function competitionAddress(competition: string): string {
  return `/api/competitions/${encodeURIComponent(competition)}`;
}

export const eventsAddress = (competition: string) => `${competitionAddress(competition)}/events`;

export function bracketAddress(competition: string, event: string): string {
  return `${eventsAddress(competition)}/${encodeURIComponent(event)}/bracket`;
}

export const entriesAddress = (competition: string) => `${competitionAddress(competition)}/entries`;

export function medalAddresses(competition: string): readonly string[] {
  return ['club', 'country'].map((group) => `${competitionAddress(competition)}/medals?of=${group}`);
}

const showName = (competition: string) => formatTopic({ kind: 'show', competition });

function leaderboardName(competition: string, category: string): string {
  return formatTopic({ kind: 'leaderboard', competition, category });
}

function matchesOf(competition: string, state: Competition, event: string): readonly string[] {
  const matches = state.events.get(event)?.draw?.matches ?? [];
  return matches.map(({ id }) => formatTopic({ kind: 'match', competition, event, match: id }));
}

function ofEvent(competition: string, state: Competition, event: string): readonly string[] {
  const bracket = state.events.get(event)?.draw ? [bracketAddress(competition, event)] : [];
  return [
    ...bracket,
    eventsAddress(competition),
    ...medalAddresses(competition),
    ...matchesOf(competition, state, event),
  ];
}

/** The match itself, and those into which its sides go. */
function ofMatch(competition: string, state: Competition, event: string, match: string): readonly string[] {
  const matches = state.events.get(event)?.draw?.matches ?? [];
  const next = matches.filter(({ a, b }) =>
    [a, b].some((source) => (source.from === 'winner' || source.from === 'loser') && source.match === match),
  );
  const ids = [match, ...next.map(({ id }) => id)];
  return [
    ...ids.map((id) => formatTopic({ kind: 'match', competition, event, match: id })),
    bracketAddress(competition, event),
    ...medalAddresses(competition),
  ];
}

export function allNames(competition: string, state: Competition): readonly string[] {
  return [
    competitionAddress(competition),
    eventsAddress(competition),
    entriesAddress(competition),
    ...medalAddresses(competition),
    showName(competition),
    ...[...state.categories.keys()].map((category) => leaderboardName(competition, category)),
    ...[...state.events.keys()].flatMap((event) => ofEvent(competition, state, event)),
  ];
}

export function namesTouchedBy(competition: string, touch: Touch, state: Competition): readonly string[] {
  switch (touch.kind) {
    case 'everything':
      return allNames(competition, state);
    case 'allHeads':
      return [...state.categories.keys()].map((category) => leaderboardName(competition, category));
    case 'head':
      return [leaderboardName(competition, touch.category)];
    case 'category':
      return [competitionAddress(competition), leaderboardName(competition, touch.category)];
    case 'entry':
      return [
        competitionAddress(competition),
        entriesAddress(competition),
        ...categoriesOf(touch.entry).map((category) => leaderboardName(competition, category)),
      ];
    case 'end':
      return categoriesOf(touch.entry).map((category) => leaderboardName(competition, category));
    case 'match':
      return ofMatch(competition, state, touch.event, touch.match);
    case 'event':
      return ofEvent(competition, state, touch.event);
    case 'show':
      return [showName(competition)];
    case 'card':
    case 'sheet':
    case 'allSheets':
    case 'clock':
    case 'matchClock':
    case 'allClocks':
      return [];
  }
}
