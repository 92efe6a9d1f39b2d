// What a screen, a playlist and an announcement must be. For commands and for files alike.
import { isOneLine } from '../setup/text-check.ts';
import type { Announcement, Playlist, Screen, View } from './show.ts';

export const longestScreenName = 60;
export const longestAnnouncement = 300;
export const leastSeconds = 3;
export const mostSeconds = 600;
export const mostScreens = 200;
export const mostPlaylists = 50;
export const mostItems = 100;
export const mostAnnouncements = 20;

/** Why it cannot be; English key words, for texts that are complete. */
export const screenProblems = ['id', 'name', 'view', 'tooMany'] as const;
export type ScreenProblem = (typeof screenProblems)[number];
export const playlistProblems = ['id', 'name', 'items', 'seconds', 'view', 'tooMany'] as const;
export type PlaylistProblem = (typeof playlistProblems)[number];
export const announcementProblems = ['id', 'text', 'tooLong', 'until', 'tooMany'] as const;
export type AnnouncementProblem = (typeof announcementProblems)[number];

const idPattern = /^[\p{L}\p{N}._-]{1,64}$/u;

export function isShowId(id: string): boolean {
  return idPattern.test(id);
}

function isView(view: View): boolean {
  return Object.values(view).every((name) => isOneLine(name));
}

export function findScreenProblem({ id, name, shows }: Omit<Screen, 'setAt' | 'isBlank'>): ScreenProblem | undefined {
  if (!isShowId(id)) return 'id';
  if (!isOneLine(name, longestScreenName)) return 'name';
  return shows.kind === 'view' && !isView(shows.view) ? 'view' : undefined;
}

export function findPlaylistProblem({ id, name, items }: Playlist): PlaylistProblem | undefined {
  if (!isShowId(id)) return 'id';
  if (!isOneLine(name, longestScreenName)) return 'name';
  if (items.length === 0 || items.length > mostItems) return 'items';
  if (!items.every(({ seconds }) => Number.isInteger(seconds) && seconds >= leastSeconds && seconds <= mostSeconds))
    return 'seconds';
  return items.every(({ view }) => isView(view)) ? undefined : 'view';
}

export function findAnnouncementProblem({
  id,
  text,
  from,
  until,
}: Pick<Announcement, 'id' | 'text' | 'from' | 'until'>): AnnouncementProblem | undefined {
  if (!isShowId(id)) return 'id';
  if (text.length > longestAnnouncement) return 'tooLong';
  if (!isOneLine(text, longestAnnouncement)) return 'text';
  return until !== undefined && !(until > from) ? 'until' : undefined;
}
