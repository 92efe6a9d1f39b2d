// An order → the PDF. Pure but for the fonts: what the thread does.

import type { CompetitionDocument } from '../domain/document/document.ts';
import { documentToCompetition } from '../domain/document/document-to-competition.ts';
import { type Results, resultsOf } from '../interchange/results.ts';
import type { PrintableDocument } from '../wire/printables.ts';
import type { Printed, PrintOptions } from './asked.ts';
import { drawPages } from './draw-pages.ts';
import type { Sheets } from './paper.ts';
import { finalsSheets, medalSheets, qualificationSheets } from './result-lists.ts';
import { scorecards } from './scorecards.ts';
import { listByName, listByTarget } from './start-lists.ts';
import { targetCards } from './target-cards.ts';
import { wordsIn } from './words/words.ts';

const layouts: Readonly<Record<PrintableDocument, (printed: Printed) => Sheets>> = {
  scorecards,
  listByTarget,
  listByName,
  targetCards,
  qualification: qualificationSheets,
  finals: finalsSheets,
  medals: medalSheets,
};

export interface PrintOrder {
  readonly document: PrintableDocument;
  readonly options: PrintOptions;
  readonly competition: string;
  /** The competition as an interchange file. */
  readonly content: CompetitionDocument;
  readonly address: string;
  readonly joinPaths: ReadonlyMap<number, string>;
}

export function sheetsOf({ content, document, options, ...rest }: PrintOrder): Sheets {
  let results: Results | undefined;
  return layouts[document]({
    ...rest,
    options,
    state: documentToCompetition(content),
    journal: content.journal,
    words: wordsIn(options.languages),
    results: () => {
      results ??= resultsOf(content);
      return results;
    },
  });
}

/** Undefined where there is nothing to print: no page. Rejects where a font is missing. */
export async function printDocument(
  order: PrintOrder,
  fontFolder: string,
  drawn: (pages: number, of: number) => void,
): Promise<Uint8Array | undefined> {
  const sheets = sheetsOf(order);
  if (sheets.count === 0) return undefined;
  const words = wordsIn(order.options.languages);
  return drawPages(sheets, {
    fontFolder,
    title: `${order.content.name}: ${words(order.document)}`,
    language: words.language,
    drawn: (pages) => drawn(pages, sheets.count),
  });
}
