// Any screen, playlist, announcement and freeze, as facts and as what screens are told.
import fc from 'fast-check';
import type { ShowFact } from '../domain/facts.ts';
import {
  announcementPlaces,
  type Held,
  type Playlist,
  plainViews,
  type ScreenContent,
  type View,
} from '../domain/show/show.ts';
import type { ShowSheet } from '../domain/show/show-sheet.ts';

const text = fc.string({ maxLength: 20 });
/** Protobuf tells by what is there: a name that says which kind it is is never empty. */
const name = fc.string({ minLength: 1, maxLength: 20 });
const few = { maxLength: 3 };
const time = fc.integer({ min: 1, max: 2_000_000_000_000 });
const kind = <K extends string>(value: K) => ({ kind: fc.constant(value) });

export const anyView: fc.Arbitrary<View> = fc.oneof(
  fc.record({ ...kind('leaderboard'), category: text }),
  fc.record({ ...kind('bracket'), event: text }),
  fc.record({ ...kind('match'), event: text, match: text }),
  fc.constantFrom(...plainViews).map((plain): View => ({ kind: plain })),
);

export const anyContent: fc.Arbitrary<ScreenContent> = fc.oneof(
  fc.record(kind('automatic')),
  fc.record({ ...kind('playlist'), playlist: name }),
  fc.record({ ...kind('view'), view: anyView }),
);

export const anyPlaylist: fc.Arbitrary<Playlist> = fc.record({
  id: text,
  name: text,
  items: fc.array(fc.record({ view: anyView, seconds: fc.integer({ min: 3, max: 600 }) }), few),
});

export const anyHeld: fc.Arbitrary<Held> = fc.oneof(
  fc.record({ ...kind('category'), category: text }),
  fc.record({ ...kind('match'), event: text, match: name }),
);

const place = fc.constantFrom(...announcementPlaces);

export const anyShowFactOf: {
  readonly [K in ShowFact['kind']]: fc.Arbitrary<Extract<ShowFact, { readonly kind: K }>>;
} = {
  screenSet: fc.record({ ...kind('screenSet'), screen: text, name: text, shows: anyContent, isBlank: fc.boolean() }),
  screenReleased: fc.record({ ...kind('screenReleased'), screen: text }),
  playlistSet: fc.record({ ...kind('playlistSet'), playlist: anyPlaylist }),
  playlistRemoved: fc.record({ ...kind('playlistRemoved'), playlist: text }),
  announced: fc.record(
    { ...kind('announced'), announcement: text, text, place, until: time },
    { requiredKeys: ['kind', 'announcement', 'text', 'place'] },
  ),
  announcementWithdrawn: fc.record({ ...kind('announcementWithdrawn'), announcement: text }),
  publicFrozen: fc.record({ ...kind('publicFrozen'), held: anyHeld, by: text, reason: text }),
  publicReleased: fc.record({ ...kind('publicReleased'), held: anyHeld }),
};

export const anyShowSheet: fc.Arbitrary<ShowSheet> = fc.record({
  screens: fc.array(fc.record({ id: text, name: text, shows: anyContent, isBlank: fc.boolean(), setAt: time }), few),
  playlists: fc.array(anyPlaylist, few),
  announcements: fc.array(
    fc.record({ id: text, text, place, from: time, until: time }, { requiredKeys: ['id', 'text', 'place', 'from'] }),
    few,
  ),
  underReview: fc.array(fc.record({ held: anyHeld, at: time }), few),
});
