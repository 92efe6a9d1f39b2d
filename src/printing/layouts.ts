// Which layout makes which document.
import type { PrintableDocument } from '../wire/printables.ts';
import { accreditations } from './accreditations.ts';
import type { Printed } from './asked.ts';
import { bibs } from './bibs.ts';
import { bracketSheets } from './brackets.ts';
import { certificates } from './certificates.ts';
import { matchCards } from './match-cards.ts';
import { medalSheets } from './medal-lists.ts';
import { officialSheets } from './officials.ts';
import type { Sheets } from './paper.ts';
import { resultBook } from './result-book.ts';
import { finalsSheets, qualificationSheets } from './result-lists.ts';
import { scheduleSheets } from './schedule.ts';
import { scorecards } from './scorecards.ts';
import { listByName, listByTarget } from './start-lists.ts';
import { statisticsSheets } from './statistics.ts';
import { targetCards } from './target-cards.ts';

export const layouts: Readonly<Record<PrintableDocument, (printed: Printed) => Sheets>> = {
  scorecards,
  matchCards,
  listByTarget,
  listByName,
  schedule: scheduleSheets,
  targetCards,
  bibs,
  accreditations,
  qualification: qualificationSheets,
  brackets: bracketSheets,
  finals: finalsSheets,
  medals: medalSheets,
  certificates,
  statistics: statisticsSheets,
  officials: officialSheets,
  resultBook,
};
