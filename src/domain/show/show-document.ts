// Screens, playlists, announcements and what is frozen, in an interchange file and out of it again.
import { noNotes } from '../card/card-notes.ts';
import { emptyScorecard, scorecardOfEnds } from '../card/scorecard.ts';
import { type Competition, roundOfEntry } from '../competition.ts';
import type { CompetitionDocument, DocumentFrozen, DocumentFrozenCard } from '../document/document.ts';
import { documentMatchCardOf, matchCardOf } from '../document/document-match-card.ts';
import { withFigures } from '../reconcile/paper-card.ts';
import { tieBreakOf } from '../rule-sets.ts';
import { type Frozen, type FrozenCard, heldKey, type Show } from './show.ts';

type ShowInDocument = Pick<CompetitionDocument, 'screens' | 'playlists' | 'announcements' | 'frozen'>;

export function documentShowOf({ screens, playlists, announcements, frozen }: Show): ShowInDocument {
  return {
    ...(screens.size > 0 ? { screens: [...screens.values()] } : {}),
    ...(playlists.size > 0 ? { playlists: [...playlists.values()] } : {}),
    ...(announcements.size > 0 ? { announcements: [...announcements.values()] } : {}),
    ...(frozen.size > 0 ? { frozen: Array.from(frozen.values(), documentFrozenOf) } : {}),
  };
}

function documentFrozenOf(frozen: Frozen): DocumentFrozen {
  const { at, actor, by, reason } = frozen;
  const about = { at, actor, by, reason };
  if (!('cards' in frozen)) {
    const { event, match } = frozen.held;
    const { card } = frozen;
    return { ...about, event, match, ...(card ? { card: documentMatchCardOf(match, card) } : {}) };
  }
  const cards = [...frozen.cards].sort(([a], [b]) => a - b).map(([entry, card]) => documentCardOf(entry, card));
  return { ...about, category: frozen.held.category, cards };
}

function documentCardOf(entry: number, { scorecard, standing, hits }: FrozenCard): DocumentFrozenCard {
  const plotted = [...hits].sort(([a], [b]) => a - b).map(([end, each]) => ({ end, hits: each }));
  return {
    entry,
    ends: scorecard.ends,
    ...(standing === 'competing' ? {} : { standing }),
    ...(plotted.length > 0 ? { hits: plotted } : {}),
    ...(scorecard.byPaper ? { byPaper: scorecard.byPaper } : {}),
  };
}

/** `state`: with its entries and rounds, by which cards are counted. */
export function showOf(state: Competition, document: ShowInDocument): Show {
  const { screens = [], playlists = [], announcements = [], frozen = [] } = document;
  return {
    screens: new Map(screens.map((each) => [each.id, each])),
    playlists: new Map(playlists.map((each) => [each.id, each])),
    announcements: new Map(announcements.map((each) => [each.id, each])),
    frozen: new Map(frozen.map((each) => frozenOf(state, each)).map((each) => [heldKey(each.held), each])),
  };
}

function frozenOf(state: Competition, frozen: DocumentFrozen): Frozen {
  const { at, actor, by, reason } = frozen;
  const about = { at, actor, by, reason };
  if ('match' in frozen) {
    const { event, match, card } = frozen;
    return { ...about, held: { kind: 'match', event, match }, card: card && matchCardOf(card) };
  }
  const cards = frozen.cards.map((card) => [card.entry, frozenCardOf(state, card)] as const);
  return { ...about, held: { kind: 'category', category: frozen.category }, cards: new Map(cards) };
}

function frozenCardOf(state: Competition, { entry, ends, standing, hits, byPaper }: DocumentFrozenCard): FrozenCard {
  const round = roundOfEntry(state, entry);
  const scorecard = round && ends.length > 0 ? scorecardOfEnds(round, ends) : emptyScorecard;
  return {
    scorecard: byPaper ? withFigures(scorecard, tieBreakOf(state), byPaper) : scorecard,
    standing: standing ?? 'competing',
    hits: hits ? new Map(hits.map((each) => [each.end, each.hits])) : noNotes.hits,
  };
}
