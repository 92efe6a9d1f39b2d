// An interchange file's screens, playlists, announcements and what is frozen. What a playlist names need not be there any more: an event may
// be removed, and the screens leave it out.
import type { Competition } from '../competition.ts';
import { findCardFlaw } from '../document/check-document-cards.ts';
import { findMatchCardFlaw } from '../document/check-document-matches.ts';
import type { CompetitionDocument, DocumentFlaw, DocumentFrozen } from '../document/document.ts';
import { findTwice, firstFlaw, flawAt } from '../document/document-flaw.ts';
import type { KnownInDocument } from '../document/document-known.ts';
import { documentToCompetition } from '../document/document-to-competition.ts';
import { findAnnouncementProblem, findPlaylistProblem, findScreenProblem } from './show-check.ts';

export function findShowFlaw(document: CompetitionDocument, known: KnownInDocument): DocumentFlaw | undefined {
  const { screens = [], playlists = [], announcements = [] } = document;
  const ids = new Set(playlists.map(({ id }) => id));
  return (
    firstFlaw(playlists, (each, index) => {
      const why = findPlaylistProblem(each);
      return why && flawAt(['playlists', index], 'impossible', each.name, why);
    }) ??
    firstFlaw(screens, (each, index) => {
      const why = findScreenProblem(each);
      if (why) return flawAt(['screens', index], 'impossible', each.name, why);
      const { shows } = each;
      if (shows.kind !== 'playlist' || ids.has(shows.playlist)) return undefined;
      return flawAt(['screens', index, 'shows', 'playlist'], 'unknown', shows.playlist);
    }) ??
    firstFlaw(announcements, (each, index) => {
      const why = findAnnouncementProblem(each);
      return why && flawAt(['announcements', index], 'impossible', each.text, why);
    }) ??
    findTwiceIn(document) ??
    findFrozenFlaw(document, known)
  );
}

function findTwiceIn({ screens = [], playlists = [], announcements = [] }: CompetitionDocument) {
  const lists: Readonly<Record<string, readonly { readonly id: string }[]>> = { screens, playlists, announcements };
  for (const [member, list] of Object.entries(lists)) {
    const twice = findTwice(
      list,
      ({ id }) => id,
      (index) => [member, index, 'id'],
    );
    if (twice) return twice;
  }
  return undefined;
}

function findFrozenFlaw(document: CompetitionDocument, known: KnownInDocument): DocumentFlaw | undefined {
  const { frozen = [], ...rest } = document;
  let made: Competition | undefined;
  const live = () => {
    made ??= documentToCompetition(rest);
    return made;
  };
  const flaw = firstFlaw(frozen, (each, index) => {
    if ('match' in each) return findFrozenMatchFlaw(document, each, index, live);
    if (!known.categories.has(each.category)) return flawAt(['frozen', index, 'category'], 'unknown', each.category);
    const inside = findCardFlaw({ ...document, cards: each.cards }, known);
    return inside && { ...inside, pointer: `/frozen/${index}${inside.pointer}` };
  });
  return (
    flaw ??
    findTwice(
      frozen,
      (each) => ('match' in each ? `match/${each.event}/${each.match}` : `category/${each.category}`),
      (index) => ['frozen', index],
    )
  );
}

function findFrozenMatchFlaw(
  document: CompetitionDocument,
  { event, match, card }: Extract<DocumentFrozen, { readonly match: string }>,
  index: number,
  live: () => Competition,
): DocumentFlaw | undefined {
  const found = document.events.find(({ setup }) => setup.id === event);
  if (!found) return flawAt(['frozen', index, 'event'], 'unknown', event);
  if (!found.draw?.matches.some(({ id }) => id === match)) return flawAt(['frozen', index, 'match'], 'unknown', match);
  if (!card) return undefined;
  if (card.match !== match) return flawAt(['frozen', index, 'card', 'match'], 'impossible', card.match);
  return findMatchCardFlaw(card, event, live(), ['frozen', index, 'card']);
}
