// What every screen and page is told of the show: small enough to be sent whole.
import type { Competition } from '../competition.ts';
import type { Announcement, Held, Playlist, Screen } from './show.ts';

export interface UnderReview {
  readonly held: Held;
  /** Since when the public sees it as it stood. */
  readonly at: number;
}

export interface ShowSheet {
  readonly screens: readonly Screen[];
  readonly playlists: readonly Playlist[];
  /** Also those that are over: whoever shows them knows the time. */
  readonly announcements: readonly Announcement[];
  readonly underReview: readonly UnderReview[];
}

export function showSheetOf({ show }: Competition): ShowSheet {
  return {
    screens: [...show.screens.values()],
    playlists: [...show.playlists.values()],
    announcements: [...show.announcements.values()],
    underReview: Array.from(show.frozen.values(), ({ held, at }) => ({ held, at })),
  };
}
