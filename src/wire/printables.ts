// What can be had on paper, and how: the one list, which interface, layouts, command and desk share. Without a schema, so that a page that
// takes it takes no more.
export const printableDocuments = [
  'scorecards',
  'matchCards',
  'listByTarget',
  'listByName',
  'schedule',
  'targetCards',
  'bibs',
  'accreditations',
  'qualification',
  'brackets',
  'finals',
  'medals',
  'certificates',
  'statistics',
  'officials',
  'resultBook',
] as const;
export type PrintableDocument = (typeof printableDocuments)[number];

export const paperNames = ['a4', 'letter'] as const;
export type PaperName = (typeof paperNames)[number];

export const printLanguages = ['en', 'id', 'fr'] as const;
export type PrintLanguage = (typeof printLanguages)[number];
