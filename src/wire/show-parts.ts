// Views, playlists and what is held back ⇄ their messages (proto/show.proto), which facts and the live connection share.
import {
  type AnnouncementPlace,
  type Held,
  type Playlist,
  type PlaylistItem,
  plainViews,
  type ScreenContent,
  type View,
} from '../domain/show/show.ts';
import type { tenring } from './gen/fact.js';
import { MalformedError } from './malformed.ts';
import { count, list, text, type Words } from './wire-fields.ts';

type WireView = tenring.show.View.$Properties;
type WireContent = tenring.show.ScreenContent.$Properties;
type WirePlaylist = tenring.show.Playlist.$Properties;
type WireHeld = tenring.show.Held.$Properties;
type Maybe<T> = T | null | undefined;

export const placeWords: Words<AnnouncementPlace> = { everywhere: true, screens: true };

export function wireToView(wire: Maybe<WireView>): View {
  const { kind, category, event, match } = wire ?? {};
  if (kind === 'leaderboard') return { kind, category: text(category) };
  if (kind === 'bracket') return { kind, event: text(event) };
  if (kind === 'match') return { kind, event: text(event), match: text(match) };
  const plain = plainViews.find((each) => each === kind);
  if (!plain) throw new MalformedError(`a view ${kind} that this version does not know`);
  return { kind: plain };
}

export function playlistToWire({ items, ...playlist }: Playlist): WirePlaylist {
  return { ...playlist, items: items.map(({ view, seconds }) => ({ view: { ...view }, seconds })) };
}

export function wireToPlaylist(wire: Maybe<WirePlaylist>): Playlist {
  const items = list(wire?.items).map(
    ({ view, seconds }): PlaylistItem => ({ view: wireToView(view), seconds: count(seconds) }),
  );
  return { id: text(wire?.id), name: text(wire?.name), items };
}

export function contentToWire(shows: ScreenContent): WireContent {
  if (shows.kind === 'playlist') return { playlist: shows.playlist };
  return shows.kind === 'view' ? { view: { ...shows.view } } : {};
}

export function wireToContent(wire: Maybe<WireContent>): ScreenContent {
  if (wire?.view) return { kind: 'view', view: wireToView(wire.view) };
  return wire?.playlist ? { kind: 'playlist', playlist: wire.playlist } : { kind: 'automatic' };
}

export function heldToWire(held: Held): WireHeld {
  const { kind: _, ...names } = held;
  return names;
}

export function wireToHeld(wire: Maybe<WireHeld>): Held {
  const { category, event, match } = wire ?? {};
  return match ? { kind: 'match', event: text(event), match } : { kind: 'category', category: text(category) };
}
