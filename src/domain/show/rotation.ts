// What a screen shows at a moment: the items of its playlist in turn, those that have nothing to show left out. Worked out from the
// appliance's time alone, so that all screens of a playlist step together and nothing ticks anywhere.
import { type Announcement, isCurrent, type PlaylistItem, type ScreenContent, type View } from './show.ts';
import type { ShowSheet } from './show-sheet.ts';

/** What there is to show: as much of a competition as the choice needs. */
export interface Going {
  readonly categories: readonly { readonly code: string; readonly entries: number }[];
  readonly events: readonly { readonly id: string; readonly category: string | undefined; readonly isDrawn: boolean }[];
  readonly scheduled: number;
  readonly medals: number;
  readonly isClockGoing: boolean;
  readonly announcements: number;
}

/** One turn of one view. */
export interface Turn {
  readonly view: View;
  /** Which of `parts` of its time it is in, from 0: a long list has a page for each. */
  readonly part: number;
  readonly parts: number;
  readonly leftMs: number;
}

/** A page of a list, for the length of its turn; every screen shows as many pages as it needs in that time. */
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
    case 'targets':
      return rows(
        going.categories.reduce((sum, { entries }) => sum + entries, 0),
        3 * rowsAPage,
      );
    case 'schedule':
      return rows(going.scheduled, 2 * rowsAPage);
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
  const turns = shown.map(({ view, seconds }) => {
    const parts = partsOf(view, going);
    return { view, parts, partMs: seconds * 1_000 };
  });
  const wholeMs = turns.reduce((sum, { parts, partMs }) => sum + parts * partMs, 0);
  if (wholeMs === 0) return undefined;
  let at = ((now % wholeMs) + wholeMs) % wholeMs;
  for (const { view, parts, partMs } of turns) {
    if (at < parts * partMs) {
      const part = Math.floor(at / partMs);
      return { view, part, parts, leftMs: (part + 1) * partMs - at };
    }
    at -= parts * partMs;
  }
  return undefined;
}

/** The page of a list of so many pages in the turn's present part: none is left out, and all screens begin the list together. */
export function pageOf({ part, parts }: Pick<Turn, 'part' | 'parts'>, pages: number): number {
  return Math.min(pages - 1, Math.floor((part * pages) / parts));
}

export function currentAnnouncements(
  { announcements }: Pick<ShowSheet, 'announcements'>,
  now: number,
  place: 'tv' | 'elsewhere',
): readonly Announcement[] {
  return announcements.filter((each) => isCurrent(each, now) && (place === 'tv' || each.place === 'everywhere'));
}
