// What the public is shown beside the results themselves: which screen shows what, playlists, announcements, and what is held back while
// a judge looks at it. Facts of the competition, so that they last, are backed up and say who did what.
import type { FactOrigin } from '../actor.ts';
import type { Hit, Standing } from '../card/card-notes.ts';
import type { Scorecard } from '../card/scorecard.ts';
import type { MatchCard } from '../event/event.ts';

/** Views of which there is one. */
export const plainViews = ['matches', 'targets', 'medals', 'clock', 'announcements', 'schedule', 'follow'] as const;
export type PlainView = (typeof plainViews)[number];

export function isPlainView(kind: string): kind is PlainView {
  return plainViews.some((each) => each === kind);
}

export type View =
  /** Page by page. */
  | { readonly kind: 'leaderboard'; readonly category: string }
  | { readonly kind: 'bracket'; readonly event: string }
  | { readonly kind: 'match'; readonly event: string; readonly match: string }
  | { readonly kind: PlainView };

export interface PlaylistItem {
  readonly view: View;
  /** Of one page. */
  readonly seconds: number;
}

export interface Playlist {
  readonly id: string;
  readonly name: string;
  readonly items: readonly PlaylistItem[];
}

export type ScreenContent =
  /** Everything that is going on, in turn. */
  | { readonly kind: 'automatic' }
  | { readonly kind: 'playlist'; readonly playlist: string }
  | { readonly kind: 'view'; readonly view: View };

export interface Screen {
  /** Made by the screen itself; of a screen with a name in its address, the name. */
  readonly id: string;
  readonly name: string;
  readonly shows: ScreenContent;
  readonly isBlank: boolean;
  /** When the desk last said what it shows: of several competitions the one that spoke last has the screen. */
  readonly setAt: number;
}

export const announcementPlaces = ['everywhere', 'screens'] as const;
export type AnnouncementPlace = (typeof announcementPlaces)[number];

export interface Announcement {
  readonly id: string;
  readonly text: string;
  readonly place: AnnouncementPlace;
  readonly from: number;
  /** Milliseconds since 1970; absent: until it is withdrawn. */
  readonly until?: number;
}

/** What a judge can hold back from the public. */
export type Held =
  | { readonly kind: 'category'; readonly category: string }
  | { readonly kind: 'match'; readonly event: string; readonly match: string };

/** What of a card the public sees. */
export interface FrozenCard {
  readonly scorecard: Scorecard;
  readonly standing: Standing;
  readonly hits: ReadonlyMap<number, readonly Hit[]>;
}

interface Freeze extends FactOrigin {
  readonly by: string;
  readonly reason: string;
}

/** As things stood at that moment. By entry number; missing where nothing was written. */
export interface FrozenCategory extends Freeze {
  readonly held: Extract<Held, { readonly kind: 'category' }>;
  readonly cards: ReadonlyMap<number, FrozenCard>;
}

export interface FrozenMatch extends Freeze {
  readonly held: Extract<Held, { readonly kind: 'match' }>;
  readonly card: MatchCard | undefined;
}

export type Frozen = FrozenCategory | FrozenMatch;

export interface Show {
  readonly screens: ReadonlyMap<string, Screen>;
  readonly playlists: ReadonlyMap<string, Playlist>;
  readonly announcements: ReadonlyMap<string, Announcement>;
  /** By `heldKey`, the oldest first. */
  readonly frozen: ReadonlyMap<string, Frozen>;
}

export const emptyShow: Show = {
  screens: new Map(),
  playlists: new Map(),
  announcements: new Map(),
  frozen: new Map(),
};

export function heldKey(held: Held): string {
  return held.kind === 'category' ? `category/${held.category}` : `match/${held.event}/${held.match}`;
}

/** Whether people see an announcement at a moment, by the appliance's time. */
export function isCurrent({ from, until }: Pick<Announcement, 'from' | 'until'>, now: number): boolean {
  return from <= now && (until === undefined || now < until);
}
