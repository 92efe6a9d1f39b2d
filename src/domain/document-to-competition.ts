// The state that an interchange file describes. Total, like evolve: whether a file may be imported is checked before it becomes a fact.
import type { Competition } from './competition.ts';
import type { CompetitionDocument } from './document.ts';

export function documentToCompetition(_document: CompetitionDocument): Competition {
  throw new Error('not written yet');
}
