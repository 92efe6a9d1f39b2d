// What the feed tells of: boards by name (`leaderboard/RM`, `match/RM/2-1`, `clocks`, `show`), which of them a fact may change, and what each of
// them says: what the address of the same thing in the API says.

import type { Touch } from '../../boards/touches.ts';
import { touchesOf } from '../../boards/touches.ts';
import { clocksInOrder } from '../../domain/clock/kept-clock.ts';
import { type Competition, categoriesOf } from '../../domain/competition.ts';
import { playEvent } from '../../domain/event/event-play.ts';
import type { Fact } from '../../domain/facts.ts';
import type { CompetitionView } from '../../intake/intake.ts';
import { leaderboardViewOf } from '../views/leaderboards.ts';
import { matchViewOf } from '../views/matches.ts';
import { showViewOf } from '../views/show.ts';

export type FeedBoard =
  | { readonly kind: 'leaderboard'; readonly category: string }
  | { readonly kind: 'match'; readonly event: string; readonly match: string }
  | { readonly kind: 'clocks' }
  /** Announcements, and what is under review. */
  | { readonly kind: 'show' };

export function nameOfBoard(board: FeedBoard): string {
  if (board.kind === 'clocks' || board.kind === 'show') return board.kind;
  if (board.kind === 'leaderboard') return `leaderboard/${encodeURIComponent(board.category)}`;
  return `match/${encodeURIComponent(board.event)}/${encodeURIComponent(board.match.replace('/', '-'))}`;
}

/** Undefined for a name that no board can have. */
export function parseBoard(name: string): FeedBoard | undefined {
  const [kind, first, second, ...rest] = name.split('/').map(decoded);
  if (rest.length > 0) return undefined;
  if ((kind === 'clocks' || kind === 'show') && first === undefined) return { kind };
  if (kind === 'leaderboard' && first && second === undefined) return { kind, category: first };
  if (kind === 'match' && first && second) return { kind, event: first, match: second.replace('-', '/') };
  return undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return '';
    throw error;
  }
}

/** Leaderboards of who has entries, matches that have a side, the clocks, what is announced and under review. */
export function allBoardsOf(state: Competition): readonly FeedBoard[] {
  const leaderboards = [...state.categories.keys()].map((category) => ({ kind: 'leaderboard' as const, category }));
  return [...leaderboards, ...[...state.events.keys()].flatMap((event) => matchesOf(state, event)), ...always];
}

const always: readonly FeedBoard[] = [{ kind: 'clocks' }, { kind: 'show' }];

function matchesOf(state: Competition, event: string): readonly FeedBoard[] {
  return (playEvent(state, event) ?? []).map(({ drawn }) => ({ kind: 'match', event, match: drawn.id }));
}

/** Those that a fact may have changed; what looks the same is not sent. */
export function boardsTouchedBy(fact: Fact, state: Competition): readonly FeedBoard[] {
  return touchesOf(fact, state).flatMap((touch) => boardsOfTouch(touch, state));
}

function boardsOfTouch(touch: Touch, state: Competition): readonly FeedBoard[] {
  switch (touch.kind) {
    case 'end':
    case 'entry':
      return categoriesOf(touch.entry).map((category) => ({ kind: 'leaderboard', category }));
    case 'head':
    case 'category':
      return [{ kind: 'leaderboard', category: touch.category }];
    case 'allHeads':
      return allBoardsOf(state).filter(({ kind }) => kind === 'leaderboard');
    case 'match':
    case 'event':
      // A winner goes on into the next match.
      return matchesOf(state, touch.event);
    case 'clock':
    case 'matchClock':
    case 'allClocks':
      return [{ kind: 'clocks' }];
    case 'show':
      return [{ kind: 'show' }];
    case 'everything':
      return allBoardsOf(state);
    default:
      // Cards and sheets of targets are not in the feed.
      return [];
  }
}

/** Without the position; undefined where there is nothing of this name. */
export function readBoard(view: CompetitionView, board: FeedBoard): object | undefined {
  switch (board.kind) {
    case 'leaderboard':
      return withoutPosition(leaderboardViewOf(view, board.category));
    case 'match': {
      const event = view.state.events.get(board.event);
      const played = playEvent(view.state, board.event)?.find(({ drawn }) => drawn.id === board.match);
      return event && played && withoutPosition(matchViewOf(view.state, event, played, view.at));
    }
    case 'clocks':
      return { clocks: clocksInOrder(view.state.clocks) };
    case 'show':
      return withoutPosition(showViewOf(view));
  }
}

function withoutPosition(view: { readonly position: unknown } | undefined): object | undefined {
  if (!view) return undefined;
  const { position: _, ...rest } = view;
  return rest;
}
