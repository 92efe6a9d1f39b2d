// What the sheets are made of: a competition as it is or as the public sees it, and the language of their headings.
import type { Competition } from '../domain/competition.ts';
import type { CompetitionDocument } from '../domain/document/document.ts';
import type { Results } from '../interchange/results.ts';
import type { TableWords } from './words/words.ts';

export interface Tabled {
  readonly content: CompetitionDocument;
  readonly state: Competition;
  readonly results: () => Results;
  readonly words: TableWords;
}
