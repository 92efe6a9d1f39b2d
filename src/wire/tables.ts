// What can be had as a table, and how: the one list, which interface, sheets, command and desk share. Without a schema, so that a page that
// takes it takes no more.

/** In the order of a workbook's tabs. */
export const tableNames = [
  'entries',
  'startList',
  'qualification',
  'ends',
  'teams',
  'matches',
  'matchEnds',
  'finalRanking',
  'medals',
  'records',
  'recordsBroken',
  'withdrawn',
  'judgesLog',
  'papers',
  'changes',
] as const;
export type TableName = (typeof tableNames)[number];

/** With what only organisers see: years of birth, membership numbers, who decided what. */
export const organisersTables: readonly TableName[] = ['entries', 'withdrawn', 'judgesLog', 'papers', 'changes'];

export const tableFormats = ['xlsx', 'csv'] as const;
export type TableFormat = (typeof tableFormats)[number];

export const tableLanguages = ['en', 'id', 'fr'] as const;
export type TableLanguage = (typeof tableLanguages)[number];
