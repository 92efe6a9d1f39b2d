// What each document can be of, beside the paper and the language.
import type { PrintableDocument } from '../../../src/wire/printables.ts';

export type PrintField = 'category' | 'session' | 'event' | 'match' | 'filled' | 'places';

const fields: Readonly<Record<PrintableDocument, readonly PrintField[]>> = {
  scorecards: ['category', 'session', 'filled'],
  matchCards: ['event', 'match', 'filled'],
  listByTarget: ['category', 'session'],
  listByName: ['category'],
  schedule: [],
  targetCards: [],
  bibs: ['category', 'session'],
  accreditations: ['category'],
  qualification: ['category'],
  brackets: ['event'],
  finals: ['event'],
  medals: [],
  certificates: ['event', 'category', 'places'],
  statistics: [],
  officials: [],
  resultBook: [],
};

export function isAskedFor(document: PrintableDocument, field: PrintField): boolean {
  return fields[document].includes(field);
}

/** What there has to be first where a document has no page. */
export const missingOf: Readonly<Record<PrintableDocument, 'entries' | 'targets' | 'matches' | 'draw' | 'places'>> = {
  scorecards: 'entries',
  matchCards: 'matches',
  listByTarget: 'entries',
  listByName: 'entries',
  schedule: 'matches',
  targetCards: 'targets',
  bibs: 'entries',
  accreditations: 'entries',
  qualification: 'entries',
  brackets: 'draw',
  finals: 'draw',
  medals: 'places',
  certificates: 'places',
  statistics: 'entries',
  officials: 'entries',
  resultBook: 'entries',
};
