// What is printed, in words: a catalogue for each language, apart from those of the pages. On a page of two languages both stand beside each
// other, once where they are the same.
import type { PrintLanguage } from '../../wire/printables.ts';
import { en, type PrintCatalogue, type PrintWord } from './en.ts';
import { fr } from './fr.ts';
import { id } from './id.ts';

const catalogues: Readonly<Record<PrintLanguage, PrintCatalogue>> = { en, id, fr };

export interface Words {
  (word: PrintWord, details?: Readonly<Record<string, string | number>>): string;
  readonly language: PrintLanguage;
  /** In the first language only, where there is no room for two. */
  readonly short: (word: PrintWord) => string;
}

/** Between the languages. */
export const beside = ' / ';

/** `languages`: one or two, the first decides how days are written. */
export function wordsIn(languages: readonly PrintLanguage[]): Words {
  const [language = 'en'] = languages;
  const say = (word: PrintWord, details: Readonly<Record<string, string | number>> = {}) =>
    [...new Set([language, ...languages].map((each) => catalogues[each][word]))]
      .join(beside)
      .replaceAll(/\{(\w+)\}/g, (_, key: string) => String(details[key] ?? ''));
  return Object.assign(say, { language, short: (word: PrintWord) => catalogues[language][word] });
}

// A format of dates costs a tenth of a megabyte outside the heap: thousands of pages take the same ones.
const dayFormats = formatsFor({ dateStyle: 'long', timeZone: 'UTC' });
const momentFormats = formatsFor({ dateStyle: 'medium', timeStyle: 'short' });

function formatsFor(options: Intl.DateTimeFormatOptions): Readonly<Record<PrintLanguage, Intl.DateTimeFormat>> {
  const made = (locale: string) => new Intl.DateTimeFormat(locale, options);
  return { en: made('en-GB'), id: made('id'), fr: made('fr') };
}

/** `1 – 2 May 2026`; as it stands where that is no day. */
export function daysIn(language: PrintLanguage, from: string, to: string): string {
  const [first, last] = [new Date(from), new Date(to)];
  if (Number.isNaN(first.getTime()) || Number.isNaN(last.getTime())) return from === to ? from : `${from} – ${to}`;
  return dayFormats[language].formatRange(first, last);
}

/** A day and a time, where the appliance stands. */
export function momentIn(language: PrintLanguage, at: number): string {
  return momentFormats[language].format(at);
}
