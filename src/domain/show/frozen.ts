// What was to be seen of a category or a match when a judge froze it. Kept in the state as data, so that a snapshot, a file and a restart
// have it too.
import { noNotes } from '../card/card-notes.ts';
import { emptyScorecard } from '../card/scorecard.ts';
import type { Competition } from '../competition.ts';
import type { Frozen, FrozenCard, FrozenCategory, Held } from './show.ts';

type About = Pick<FrozenCategory, 'at' | 'actor' | 'by' | 'reason'>;

export function frozenNow(state: Competition, held: Held, about: About): Frozen {
  if (held.kind === 'match') return { ...about, held, card: state.events.get(held.event)?.cards.get(held.match) };
  const cards = entriesIn(state, held.category).flatMap((entry) => {
    const card = frozenCardOf(state, entry);
    return card ? [[entry, card] as const] : [];
  });
  return { ...about, held, cards: new Map(cards) };
}

/** Everybody who is ranked in a category, by number. */
export function entriesIn({ rankings }: Competition, category: string): readonly number[] {
  return [...(rankings.get(category)?.values() ?? [])].map(({ entry }) => entry).sort((a, b) => a - b);
}

/** Undefined where nothing is written. */
function frozenCardOf({ scorecards, notes }: Competition, entry: number): FrozenCard | undefined {
  const scorecard = scorecards.at(entry) ?? emptyScorecard;
  const { standing, hits } = notes.at(entry) ?? noNotes;
  if (scorecard.ends.length === 0 && standing === 'competing' && hits.size === 0) return undefined;
  return { scorecard, standing, hits };
}
