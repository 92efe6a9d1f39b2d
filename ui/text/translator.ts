// Messages in a language, with ICU plurals. Parsed once each; pure, so that the catalogues can be tested without a page.
import { IntlMessageFormat } from 'intl-messageformat';
import { en, type MessageKey } from './en.ts';
import { id } from './id.ts';

export const catalogues = { en, id } as const;
export type Language = keyof typeof catalogues;

/** Each named in its own tongue. */
export const languages: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'id', name: 'Bahasa Indonesia' },
];

export type Values = Readonly<Record<string, string | number>>;

export interface Translator {
  readonly language: Language;
  t(key: MessageKey, values?: Values): string;
  /** For codes that come from the appliance: undefined where this page has no sentence for one. */
  find(key: string, values?: Values): string | undefined;
}

export function createTranslator(language: Language): Translator {
  const catalogue: Readonly<Record<string, string>> = catalogues[language];
  const formats = new Map<string, IntlMessageFormat>();

  function find(key: string, values?: Values): string | undefined {
    const message = catalogue[key];
    if (message === undefined || !message.includes('{')) return message;
    let format = formats.get(key);
    if (!format) {
      format = new IntlMessageFormat(message, language);
      formats.set(key, format);
    }
    return String(format.format({ ...values }));
  }

  function t(key: MessageKey, values?: Values): string {
    try {
      return find(key, values) ?? key;
    } catch {
      // A value is missing: a mistake of ours, but no reason to take the page away from somebody who is scoring.
      return catalogue[key] ?? key;
    }
  }

  return { language, find, t };
}

export function isLanguage(text: string | null | undefined): text is Language {
  return text !== null && text !== undefined && languages.some(({ code }) => code === text);
}

/** The remembered language, or the first of the browser's that we have, or English. */
export function pickLanguage(remembered: string | null, preferred: readonly string[]): Language {
  if (isLanguage(remembered)) return remembered;
  for (const tag of preferred) {
    // `in` is what old Java and Android systems call Indonesian.
    const code = tag.toLowerCase().split('-')[0];
    if (code === 'in') return 'id';
    if (isLanguage(code)) return code;
  }
  return 'en';
}
