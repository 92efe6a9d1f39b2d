// What a screen shows at a moment: the items of its playlist in turn, those that have nothing to show left out. Worked out from the
// appliance's time alone, so that all screens of a playlist step together and nothing ticks anywhere.
import { type Announcement, isCurrent, type PlaylistItem, type ScreenContent, type View } from './show.ts';
import type { ShowSheet } from './show-sheet.ts';

/** What there is to show: as much of a competition as the choice needs. */
export interface Going {
  readonly categories: readonly { readonly code: string; readonly entries: number }[];
  readonly events: readonly {
    readonly id: string;
    readonly category: string | undefined;
    readonly isDrawn: boolean;
    /** Of the bracket on a screen; 0 while that is not known. */
    readonly pages: number;
  }[];
  readonly scheduled: number;
  readonly medals: number;
  readonly isClockGoing: boolean;
  readonly announcements: number;
}

/** One turn of one view. */
export interface Turn {
  readonly view: View;
  /** By the appliance's time. */
  readonly startedAt: number;
  /** Of all its pages together. */
  readonly wholeMs: number;
}

/** A list has the time of a page for so many rows; every screen makes as many pages as it needs of that time. */
const rowsAPage = 10;

const usualSeconds: Readonly<Record<View['kind'], number>> = {
  leaderboard: 12,
  bracket: 20,
  match: 20,
  matches: 15,
  targets: 10,
  medals: 10,
  clock: 15,
  announcements: 12,
  schedule: 12,
  follow: 8,
};

export const secondsOf = ({ kind }: View): number => usualSeconds[kind];

/** Everything that is going on: a bracket where there is one, else the category's leaderboard. */
export function automaticItems({ categories, events }: Going): readonly PlaylistItem[] {
  const drawn = events.filter(({ isDrawn }) => isDrawn);
  const views: readonly View[] = [
    ...categories
      .filter(({ code }) => !drawn.some(({ category }) => category === code))
      .map(({ code }): View => ({ kind: 'leaderboard', category: code })),
    ...drawn.map(({ id }): View => ({ kind: 'bracket', event: id })),
    ...(['announcements', 'schedule', 'medals', 'follow'] as const).map((kind): View => ({ kind })),
  ];
  return views.map((view) => ({ view, seconds: secondsOf(view) }));
}

export function hasSomething(view: View, going: Going): boolean {
  switch (view.kind) {
    case 'leaderboard':
      return going.categories.some(({ code, entries }) => code === view.category && entries > 0);
    case 'bracket':
    case 'match':
      return going.events.some(({ id, isDrawn }) => id === view.event && isDrawn);
    case 'matches':
      return going.events.some(({ isDrawn }) => isDrawn);
    case 'targets':
      return going.categories.some(({ entries }) => entries > 0);
    case 'medals':
      return going.medals > 0;
    case 'clock':
      return going.isClockGoing;
    case 'announcements':
      return going.announcements > 0;
    case 'schedule':
      return going.scheduled > 0;
    case 'follow':
      return true;
  }
}

/** How many pages of the usual length a view needs. */
function partsOf(view: View, going: Going): number {
  const rows = (count: number, each = rowsAPage) => Math.max(1, Math.ceil(count / each));
  switch (view.kind) {
    case 'leaderboard':
      return rows(going.categories.find(({ code }) => code === view.category)?.entries ?? 0);
    case 'bracket':
      return Math.max(1, going.events.find(({ id }) => id === view.event)?.pages ?? 0);
    case 'targets':
      return rows(
        going.categories.reduce((sum, { entries }) => sum + entries, 0),
        2 * rowsAPage,
      );
    case 'schedule':
      return rows(going.scheduled);
    case 'medals':
      return rows(going.medals);
    case 'matches':
      return Math.max(1, going.events.filter(({ isDrawn }) => isDrawn).length);
    case 'announcements':
      return Math.max(1, going.announcements);
    default:
      return 1;
  }
}

export function itemsOf(shows: ScreenContent, { playlists }: Pick<ShowSheet, 'playlists'>, going: Going) {
  if (shows.kind === 'view') return [{ view: shows.view, seconds: secondsOf(shows.view) }];
  const playlist = shows.kind === 'playlist' ? playlists.find(({ id }) => id === shows.playlist) : undefined;
  return playlist?.items ?? automaticItems(going);
}

/** Undefined where nothing has anything to show. A single view is shown also while it is empty: it says so. */
export function turnAt(items: readonly PlaylistItem[], going: Going, now: number): Turn | undefined {
  const [only] = items;
  const full = items.filter(({ view }) => hasSomething(view, going));
  const shown = full.length > 0 ? full : items.length === 1 && only ? [only] : [];
  const turns = shown.map(({ view, seconds }) => ({ view, wholeMs: partsOf(view, going) * seconds * 1_000 }));
  const roundMs = turns.reduce((sum, { wholeMs }) => sum + wholeMs, 0);
  if (roundMs === 0) return undefined;
  let at = ((now % roundMs) + roundMs) % roundMs;
  for (const { view, wholeMs } of turns) {
    if (at < wholeMs) return { view, wholeMs, startedAt: now - at };
    at -= wholeMs;
  }
  return undefined;
}

export interface TurnedPage {
  readonly page: number;
  readonly leftMs: number;
}

/** The pages of a turn share its time evenly, however many a screen makes: none is left out, and all screens begin and end together. */
export function pageAt(
  { startedAt, wholeMs }: Pick<Turn, 'startedAt' | 'wholeMs'>,
  pages: number,
  now: number,
): TurnedPage {
  const pageMs = wholeMs / pages;
  const page = Math.max(0, Math.min(pages - 1, Math.floor((now - startedAt) / pageMs)));
  return { page, leftMs: startedAt + (page + 1) * pageMs - now };
}

export function currentAnnouncements(
  { announcements }: Pick<ShowSheet, 'announcements'>,
  now: number,
  place: 'tv' | 'elsewhere',
): readonly Announcement[] {
  return announcements.filter((each) => isCurrent(each, now) && (place === 'tv' || each.place === 'everywhere'));
}
