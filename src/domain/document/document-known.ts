// What the rest of an interchange file refers to: rounds and categories by their ids.
import type { Competition } from '../competition.ts';
import type { CompetitionDocument } from './document.ts';

export type KnownInDocument = Pick<Competition, 'from' | 'to' | 'rounds' | 'categories'>;

export function knownInDocument({ from, to, rounds, categories }: CompetitionDocument): KnownInDocument {
  return {
    from,
    to,
    rounds: new Map(rounds.map((round) => [round.id, round])),
    categories: new Map(categories.map((category) => [category.code, category])),
  };
}
