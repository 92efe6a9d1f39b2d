// A competition → its sheets, by name. Pure; each sheet's lines are made when they are written.
import type { CompetitionDocument } from '../domain/document/document.ts';
import { documentToCompetition } from '../domain/document/document-to-competition.ts';
import { type Results, resultsOf } from '../interchange/results.ts';
import type { TableLanguage, TableName } from '../wire/tables.ts';
import type { Tabled } from './asked.ts';
import { changesSheet } from './change-sheets.ts';
import { judgesLogSheet, papersSheet } from './control-sheets.ts';
import { entriesSheet, startListSheet, withdrawnSheet } from './entry-sheets.ts';
import { finalRankingSheet, matchEndsSheet, matchesSheet, medalsSheet } from './event-sheets.ts';
import { endsSheet, qualificationSheet, recordsBrokenSheet, recordsSheet, teamsSheet } from './score-sheets.ts';
import type { Sheet } from './sheet.ts';
import { tableWordsIn } from './words/words.ts';

const makers: Readonly<Record<TableName, (tabled: Tabled) => Sheet>> = {
  entries: entriesSheet,
  startList: startListSheet,
  qualification: qualificationSheet,
  ends: endsSheet,
  teams: teamsSheet,
  matches: matchesSheet,
  matchEnds: matchEndsSheet,
  finalRanking: finalRankingSheet,
  medals: medalsSheet,
  records: recordsSheet,
  recordsBroken: recordsBrokenSheet,
  withdrawn: withdrawnSheet,
  judgesLog: judgesLogSheet,
  papers: papersSheet,
  changes: changesSheet,
};

/** Of a document that was checked (findDocumentProblem). */
export function sheetsOf(
  content: CompetitionDocument,
  names: readonly TableName[],
  language: TableLanguage,
): readonly Sheet[] {
  let results: Results | undefined;
  const tabled: Tabled = {
    content,
    state: documentToCompetition(content),
    words: tableWordsIn(language),
    results: () => {
      results ??= resultsOf(content);
      return results;
    },
  };
  return names.map((name) => makers[name](tabled));
}
