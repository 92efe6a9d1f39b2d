// What somebody wants on paper, and the competition that it is made of.
import type { Competition } from '../domain/competition.ts';
import type { DocumentJournal } from '../domain/document/document.ts';
import type { Results } from '../interchange/results.ts';
import type { PaperName, PrintLanguage } from '../wire/printables.ts';
import type { Frame } from './page-frame.ts';
import { type Paper, papers } from './paper.ts';
import type { PrintWord } from './words/en.ts';
import { daysIn, momentIn, type Words } from './words/words.ts';

export interface PrintOptions {
  readonly paper: PaperName;
  /** One, or two beside each other. */
  readonly languages: readonly PrintLanguage[];
  /** The only category that is wanted. */
  readonly category?: string;
  /** The only session that is wanted (scorecards). */
  readonly session?: number;
  /** The only event that is wanted, and of it the only match (cards of matches). */
  readonly event?: string;
  readonly match?: string;
  /** With what is scored so far (scorecards and cards of matches). */
  readonly filled?: boolean;
  /** For how many places there are certificates; all who have one where it is 0. */
  readonly places?: number;
}

/** All that a layout may look at. */
export interface Printed {
  readonly state: Competition;
  /** As the public sees it: what a judge holds back during a review is as it was. For whatever is pinned up. */
  readonly shown: Competition;
  /** Of what is shown. */
  readonly results: () => Results;
  readonly journal: DocumentJournal | undefined;
  readonly options: PrintOptions;
  readonly words: Words;
  /** Of the appliance, for codes: `http://192.168.1.5:8000`. */
  readonly address: string;
  readonly competition: string;
  /** By butt: where a tablet joins it. */
  readonly joinPaths: ReadonlyMap<number, string>;
  /** When it is printed: milliseconds since 1970. */
  readonly at: number;
}

export function frameOf(printed: Printed, title: PrintWord): Frame {
  const { state, words, journal, at } = printed;
  return {
    paper: paperOf(printed),
    competition: state.name,
    where: whereOf(printed),
    title: words(title),
    journal,
    printed: words('printedAt', { at: momentIn(words.language, at) }),
  };
}

export function paperOf({ options }: Pick<Printed, 'options'>): Paper {
  return papers[options.paper];
}

/** Venue and days. */
export function whereOf({ state, words }: Printed): string {
  return [state.venue, daysIn(words.language, state.from, state.to)].filter(Boolean).join(' · ');
}
