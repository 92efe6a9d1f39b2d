// Records of screens, playlists, announcements, and of what the public is not shown during a review.
import type { ShowFact } from '../domain/facts.ts';
import type { Codecs } from './record-codec.ts';
import {
  contentToWire,
  heldToWire,
  placeWords,
  playlistToWire,
  wireToContent,
  wireToHeld,
  wireToPlaylist,
} from './show-parts.ts';
import { present, text, wordOf } from './wire-fields.ts';

export const showRecords: Codecs<ShowFact['kind']> = {
  screenSet: {
    toWire: ({ screen, name, shows, isBlank }) => ({ screen, name, shows: contentToWire(shows), isBlank }),
    toFact: ({ screen, name, shows, isBlank }) => ({
      kind: 'screenSet',
      screen: text(screen),
      name: text(name),
      shows: wireToContent(shows),
      isBlank: isBlank ?? false,
    }),
  },
  screenReleased: {
    toWire: (fact) => fact,
    toFact: ({ screen }) => ({ kind: 'screenReleased', screen: text(screen) }),
  },
  playlistSet: {
    toWire: ({ playlist }) => ({ playlist: playlistToWire(playlist) }),
    toFact: ({ playlist }) => ({ kind: 'playlistSet', playlist: wireToPlaylist(playlist) }),
  },
  playlistRemoved: {
    toWire: (fact) => fact,
    toFact: ({ playlist }) => ({ kind: 'playlistRemoved', playlist: text(playlist) }),
  },
  announced: {
    toWire: ({ announcement, text: words, place, until }) => ({
      ...{ announcement, text: words, place },
      ...present('untilMs', until),
    }),
    toFact: ({ announcement, text: words, place, untilMs }) => ({
      kind: 'announced',
      announcement: text(announcement),
      text: text(words),
      place: wordOf(placeWords, place),
      ...present('until', untilMs),
    }),
  },
  announcementWithdrawn: {
    toWire: (fact) => fact,
    toFact: ({ announcement }) => ({ kind: 'announcementWithdrawn', announcement: text(announcement) }),
  },
  publicFrozen: {
    toWire: ({ held, by, reason }) => ({ held: heldToWire(held), by, reason }),
    toFact: ({ held, by, reason }) => ({
      kind: 'publicFrozen',
      held: wireToHeld(held),
      by: text(by),
      reason: text(reason),
    }),
  },
  publicReleased: {
    toWire: ({ held }) => ({ held: heldToWire(held) }),
    toFact: ({ held }) => ({ kind: 'publicReleased', held: wireToHeld(held) }),
  },
};
