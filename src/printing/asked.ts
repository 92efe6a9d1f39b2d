// What somebody wants on paper, and the competition that it is made of.
import type { Competition } from '../domain/competition.ts';
import type { DocumentJournal } from '../domain/document/document.ts';
import type { Results } from '../interchange/results.ts';
import type { PaperName, PrintLanguage } from '../wire/printables.ts';
import type { Frame } from './page-frame.ts';
import { papers } from './paper.ts';
import type { PrintWord } from './words/en.ts';
import { daysIn, type Words } from './words/words.ts';

export interface PrintOptions {
  readonly paper: PaperName;
  /** One, or two beside each other. */
  readonly languages: readonly PrintLanguage[];
  /** The only category that is wanted. */
  readonly category?: string;
  /** The only session that is wanted (scorecards). */
  readonly session?: number;
  /** With what is scored so far (scorecards). */
  readonly filled?: boolean;
}

/** All that a layout may look at. */
export interface Printed {
  readonly state: Competition;
  readonly journal: DocumentJournal | undefined;
  readonly results: () => Results;
  readonly options: PrintOptions;
  readonly words: Words;
  /** Of the appliance, for codes: `http://192.168.1.5:8000`. */
  readonly address: string;
  readonly competition: string;
  /** By butt: where a tablet joins it. */
  readonly joinPaths: ReadonlyMap<number, string>;
}

export function frameOf({ state, options, words, journal }: Printed, title: PrintWord): Frame {
  const where = [state.venue, daysIn(words.language, state.from, state.to)].filter(Boolean).join(' · ');
  return { paper: papers[options.paper], competition: state.name, where, title: words(title), journal };
}
