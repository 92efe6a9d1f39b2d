// An order → the PDF. Pure but for the fonts: what the thread does.

import type { CompetitionDocument } from '../domain/document/document.ts';
import { documentToCompetition } from '../domain/document/document-to-competition.ts';
import { publicOf } from '../domain/show/public-state.ts';
import { type Results, resultsOfState } from '../interchange/results.ts';
import type { PrintableDocument } from '../wire/printables.ts';
import type { Printed, PrintOptions } from './asked.ts';
import { drawPages } from './draw-pages.ts';
import { layouts } from './layouts.ts';
import type { Sheets } from './paper.ts';
import { daysIn, wordsIn } from './words/words.ts';

export interface PrintOrder {
  readonly document: PrintableDocument;
  readonly options: PrintOptions;
  readonly competition: string;
  /** The competition as an interchange file. */
  readonly content: CompetitionDocument;
  readonly address: string;
  readonly joinPaths: ReadonlyMap<number, string>;
  /** When it was ordered: milliseconds since 1970. */
  readonly at: number;
}

export function sheetsOf(order: PrintOrder): Sheets {
  return layouts[order.document](printedOf(order));
}

export function printedOf({ content, document: _, options, ...rest }: PrintOrder): Printed {
  let results: Results | undefined;
  const state = documentToCompetition(content);
  const shown = publicOf(state);
  return {
    ...rest,
    options,
    state,
    shown,
    journal: content.journal,
    words: wordsIn(options.languages),
    results: () => {
      results ??= resultsOfState(shown, content.journal ?? null);
      return results;
    },
  };
}

/** Undefined where there is nothing to print: no page. Rejects where a font is missing. */
export async function printDocument(
  order: PrintOrder,
  fontFolder: string,
  drawn: (pages: number, of: number) => void,
): Promise<Uint8Array | undefined> {
  const sheets = sheetsOf(order);
  if (sheets.count === 0) return undefined;
  const { name, venue, from, to, logo } = order.content;
  const words = wordsIn(order.options.languages);
  return drawPages(sheets, {
    fontFolder,
    title: `${name}: ${words(order.document)}`,
    subject: [venue, daysIn(words.language, from, to)].filter(Boolean).join(' · '),
    language: words.language,
    at: order.at,
    logo,
    drawn: (pages) => drawn(pages, sheets.count),
  });
}
