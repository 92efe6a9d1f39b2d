// In the interchange file: which screen shows what, playlists, announcements, and what the public does not see at the moment.
import { Type } from 'typebox';
import { standings } from '../domain/card/card-notes.ts';
import { announcementPlaces, plainViews } from '../domain/show/show.ts';
import { Figures } from './document-control-schema.ts';
import { MatchCard } from './document-event-schema.ts';
import { End, Hits, list, object, oneOf, origin, text, whole } from './document-parts.ts';

const View = Type.Union([
  object({ kind: oneOf(['leaderboard']), category: text() }),
  object({ kind: oneOf(['bracket']), event: text() }),
  object({ kind: oneOf(['match']), event: text(), match: text() }),
  object({ kind: oneOf(plainViews) }),
]);

const Playlist = object({
  id: text(),
  name: text(),
  items: Type.Array(object({ view: View, seconds: whole(1, 'Of one page') })),
});

const Screen = object({
  id: text('The screen’s own'),
  name: text(),
  shows: Type.Union([
    object({ kind: oneOf(['automatic']) }),
    object({ kind: oneOf(['playlist']), playlist: text() }),
    object({ kind: oneOf(['view']), view: View }),
  ]),
  isBlank: Type.Boolean(),
  setAt: Type.Number({ minimum: 0, description: 'Milliseconds since 1970' }),
});

const Announcement = object({
  id: text(),
  text: text(),
  place: oneOf(announcementPlaces, 'Where it is shown'),
  from: Type.Number({ minimum: 0, description: 'Milliseconds since 1970' }),
  until: Type.Optional(Type.Number({ minimum: 0 })),
});

const FrozenCard = object({
  entry: whole(1),
  ends: Type.Array(End),
  standing: Type.Optional(oneOf(standings)),
  hits: Type.Optional(Type.Array(object({ end: whole(1), hits: Hits }))),
  byPaper: Type.Optional(Figures),
});

const about = { ...origin, by: text('The judge'), reason: text() };

const Frozen = Type.Union([
  object({ ...about, category: text(), cards: Type.Array(FrozenCard, { description: 'As the public sees them' }) }),
  object({ ...about, event: text(), match: text(), card: Type.Optional(MatchCard) }),
]);

export const showMembers = {
  screens: list(Screen, 'TVs, and what they show'),
  playlists: list(Playlist),
  announcements: list(Announcement),
  frozen: list(Frozen, 'Under review: what the public sees meanwhile'),
};
