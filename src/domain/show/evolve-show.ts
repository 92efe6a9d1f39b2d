// How facts change what the public is shown.
import type { FactOrigin } from '../actor.ts';
import type { Competition } from '../competition.ts';
import type { ShowFact } from '../facts.ts';
import { frozenNow } from './frozen.ts';
import { type Announcement, type Frozen, heldKey, isCurrent, type Show } from './show.ts';

export function evolveShow(state: Competition, fact: ShowFact, origin: FactOrigin): Competition {
  return { ...state, show: showAfter(state, fact, origin) };
}

function showAfter(state: Competition, fact: ShowFact, origin: FactOrigin): Show {
  const { show } = state;
  switch (fact.kind) {
    case 'screenSet': {
      const { screen: id, name, shows, isBlank } = fact;
      const screen = { id, name, shows, isBlank, setAt: origin.at };
      return { ...show, screens: new Map(show.screens).set(id, screen) };
    }
    case 'screenReleased':
      return { ...show, screens: without(show.screens, fact.screen) };
    case 'playlistSet':
      return { ...show, playlists: new Map(show.playlists).set(fact.playlist.id, fact.playlist) };
    case 'playlistRemoved':
      return withoutPlaylist(show, fact.playlist);
    case 'announced': {
      const { announcement: id, text, place, until } = fact;
      const added: Announcement = { id, text, place, from: origin.at, ...(until === undefined ? {} : { until }) };
      const others = [...show.announcements.values()].filter(
        (each) => each.id !== id && isWorthKeeping(each, origin.at),
      );
      return { ...show, announcements: new Map([...others, added].map((each) => [each.id, each])) };
    }
    case 'announcementWithdrawn':
      return { ...show, announcements: without(show.announcements, fact.announcement) };
    case 'publicFrozen': {
      const { held, by, reason } = fact;
      // What the public sees already is not frozen anew.
      if (show.frozen.has(heldKey(held))) return show;
      const frozen = frozenNow(state, held, { at: origin.at, actor: origin.actor, by, reason });
      return { ...show, frozen: new Map(show.frozen).set(heldKey(held), frozen) };
    }
    case 'publicReleased':
      return { ...show, frozen: without(show.frozen, heldKey(fact.held)) };
  }
}

/** Those that are over go when the next one comes; the journal has them all. */
function isWorthKeeping(announcement: Announcement, now: number): boolean {
  return isCurrent(announcement, now) || announcement.from > now;
}

function without<T>(all: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  const left = new Map(all);
  left.delete(key);
  return left;
}

/** Screens that showed it show what goes on. */
function withoutPlaylist(show: Show, playlist: string): Show {
  const screens = [...show.screens].map(([id, screen]) => {
    const had = screen.shows.kind === 'playlist' && screen.shows.playlist === playlist;
    return [id, had ? { ...screen, shows: { kind: 'automatic' } as const } : screen] as const;
  });
  return { ...show, playlists: without(show.playlists, playlist), screens: new Map(screens) };
}

/** Matches that are no more are not held back either. */
export function withoutLostFreezes(state: Competition): Competition {
  const { frozen } = state.show;
  const isThere = ({ held }: Frozen): boolean =>
    held.kind === 'category' || !!state.events.get(held.event)?.draw?.matches.some(({ id }) => id === held.match);
  const left = [...frozen].filter(([, each]) => isThere(each));
  return left.length === frozen.size ? state : { ...state, show: { ...state.show, frozen: new Map(left) } };
}
