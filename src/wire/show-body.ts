// The show ⇄ its message (proto/live.proto).
import type { Announcement, Screen } from '../domain/show/show.ts';
import type { ShowSheet, UnderReview } from '../domain/show/show-sheet.ts';
import type { tenring } from './gen/live.js';
import {
  contentToWire,
  heldToWire,
  placeWords,
  playlistToWire,
  wireToContent,
  wireToHeld,
  wireToPlaylist,
} from './show-parts.ts';
import { list, text, wordOf } from './wire-fields.ts';

type WireShow = tenring.live.Show.$Properties;
type WireScreen = tenring.live.Screen.$Properties;
type WireAnnouncement = tenring.live.Announcement.$Properties;
type WireUnderReview = tenring.live.UnderReview.$Properties;

export function showToWire({ screens, playlists, announcements, underReview }: ShowSheet): WireShow {
  return {
    screens: screens.map(({ id, name, shows, isBlank, setAt }) => ({
      ...{ id, name, isBlank },
      shows: contentToWire(shows),
      setAtMs: setAt,
    })),
    playlists: playlists.map(playlistToWire),
    announcements: announcements.map(({ id, text: words, place, from, until }) => ({
      ...{ id, text: words, place },
      fromMs: from,
      untilMs: until ?? 0,
    })),
    underReview: underReview.map(({ held, at }) => ({ held: heldToWire(held), atMs: at })),
  };
}

export function wireToShow({ screens, playlists, announcements, underReview }: WireShow): ShowSheet {
  return {
    screens: list(screens).map(wireToScreen),
    playlists: list(playlists).map(wireToPlaylist),
    announcements: list(announcements).map(wireToAnnouncement),
    underReview: list(underReview).map(wireToUnderReview),
  };
}

function wireToScreen({ id, name, shows, isBlank, setAtMs }: WireScreen): Screen {
  return {
    id: text(id),
    name: text(name),
    shows: wireToContent(shows),
    isBlank: isBlank ?? false,
    setAt: setAtMs ?? 0,
  };
}

function wireToAnnouncement({ id, text: words, place, fromMs, untilMs }: WireAnnouncement): Announcement {
  return {
    id: text(id),
    text: text(words),
    place: wordOf(placeWords, place),
    from: fromMs ?? 0,
    ...(untilMs ? { until: untilMs } : {}),
  };
}

function wireToUnderReview({ held, atMs }: WireUnderReview): UnderReview {
  return { held: wireToHeld(held), at: atMs ?? 0 };
}
