// The desk runs screens, playlists and announcements, and holds back from the public what a judge looks at.
import type { CommandContext, ShowCommand } from '../commands.ts';
import type { Competition } from '../competition.ts';
import { type Decision, happened, rejected } from '../decision.ts';
import { findMatch } from '../event/decide-match.ts';
import type { ShowFact } from '../facts.ts';
import type { Rejection } from '../rejections.ts';
import { isOneLine } from '../setup/text-check.ts';
import { type Held, heldKey, isCurrent, type View } from './show.ts';
import {
  findAnnouncementProblem,
  findPlaylistProblem,
  findScreenProblem,
  mostAnnouncements,
  mostPlaylists,
  mostScreens,
} from './show-check.ts';

export function decideShow(state: Competition, command: ShowCommand, now: Pick<CommandContext, 'at'>): Decision {
  const { show } = state;
  switch (command.kind) {
    case 'setScreen':
      return decideScreen(state, command);
    case 'releaseScreen': {
      const { screen } = command;
      return happensIf(show.screens.has(screen), { kind: 'screenReleased', screen }, { code: 'unknownScreen', screen });
    }
    case 'setPlaylist':
      return decidePlaylist(state, command);
    case 'removePlaylist': {
      const { playlist } = command;
      return happensIf(
        show.playlists.has(playlist),
        { kind: 'playlistRemoved', playlist },
        { code: 'unknownPlaylist', playlist },
      );
    }
    case 'announce':
      return decideAnnouncement(state, command, now);
    case 'withdrawAnnouncement': {
      const { announcement } = command;
      return happensIf(
        show.announcements.has(announcement),
        { kind: 'announcementWithdrawn', announcement },
        { code: 'unknownAnnouncement', announcement },
      );
    }
    case 'freezePublic':
      return decideFreeze(state, command);
    case 'releasePublic': {
      const { held } = command;
      return happensIf(
        show.frozen.has(heldKey(held)),
        { kind: 'publicReleased', held },
        { code: 'notFrozen', held: nameOfHeld(held) },
      );
    }
  }
}

function happensIf(isThere: boolean, fact: ShowFact, otherwise: Rejection): Decision {
  return isThere ? happened(fact) : rejected(otherwise);
}

type Asked<K extends ShowCommand['kind']> = Extract<ShowCommand, { readonly kind: K }>;

function decideScreen(state: Competition, { screen, shows, ...rest }: Asked<'setScreen'>): Decision {
  const { show } = state;
  const name = rest.name.trim();
  const why = findScreenProblem({ id: screen, name, shows });
  if (why) return rejected({ code: 'screenWrong', why });
  if (!show.screens.has(screen) && show.screens.size >= mostScreens)
    return rejected({ code: 'screenWrong', why: 'tooMany' });
  if (shows.kind === 'playlist' && !show.playlists.has(shows.playlist))
    return rejected({ code: 'unknownPlaylist', playlist: shows.playlist });
  const unknown = shows.kind === 'view' ? findUnknown(state, shows.view) : undefined;
  if (unknown) return rejected(unknown);
  return happened({ kind: 'screenSet', screen, name, shows, isBlank: rest.isBlank });
}

function decidePlaylist(state: Competition, { playlist }: Asked<'setPlaylist'>): Decision {
  const named = { ...playlist, name: playlist.name.trim() };
  const { playlists } = state.show;
  const why = findPlaylistProblem(named);
  if (why) return rejected({ code: 'playlistWrong', why });
  if (!playlists.has(playlist.id) && playlists.size >= mostPlaylists)
    return rejected({ code: 'playlistWrong', why: 'tooMany' });
  for (const { view } of playlist.items) {
    const unknown = findUnknown(state, view);
    if (unknown) return rejected(unknown);
  }
  return happened({ kind: 'playlistSet', playlist: named });
}

/** What a view names and is not there. */
function findUnknown(state: Competition, view: View): Rejection | undefined {
  switch (view.kind) {
    case 'leaderboard':
      return state.categories.has(view.category) ? undefined : { code: 'unknownCategory', category: view.category };
    case 'bracket':
      return state.events.has(view.event) ? undefined : { code: 'unknownEvent', event: view.event };
    case 'match': {
      const found = findMatch(state, view.event, view.match);
      return 'code' in found ? found : undefined;
    }
    default:
      return undefined;
  }
}

function decideAnnouncement(
  { show }: Competition,
  { announcement, place, until, ...asked }: Asked<'announce'>,
  { at }: Pick<CommandContext, 'at'>,
): Decision {
  const text = asked.text.trim();
  const ends = until === undefined ? {} : { until };
  const why = findAnnouncementProblem({ id: announcement, text, from: at, ...ends });
  if (why) return rejected({ code: 'announcementWrong', why });
  const others = [...show.announcements.values()].filter((each) => each.id !== announcement && isCurrent(each, at));
  if (others.length >= mostAnnouncements) return rejected({ code: 'announcementWrong', why: 'tooMany' });
  return happened({ kind: 'announced', announcement, text, place, ...ends });
}

function decideFreeze(state: Competition, { held, by, reason }: Asked<'freezePublic'>): Decision {
  if (!isOneLine(by)) return rejected({ code: 'judgeMissing' });
  if (held.kind === 'category' && !state.categories.has(held.category))
    return rejected({ code: 'unknownCategory', category: held.category });
  if (held.kind === 'match') {
    const found = findMatch(state, held.event, held.match);
    if ('code' in found) return rejected(found);
  }
  if (state.show.frozen.has(heldKey(held))) return rejected({ code: 'alreadyFrozen', held: nameOfHeld(held) });
  return happened({ kind: 'publicFrozen', held, by: by.trim(), reason: reason.trim() });
}

function nameOfHeld(held: Held): string {
  return held.kind === 'category' ? held.category : `${held.event} ${held.match}`;
}
