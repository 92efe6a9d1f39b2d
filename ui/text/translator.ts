// Messages in a language, with ICU plurals. Parsed once each; pure, so that the catalogues can be tested without a page.
import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue, MessageKey } from './en.ts';
import type { Language } from './languages.ts';

export type Values = Readonly<Record<string, string | number>>;

export interface Translator {
  readonly language: Language;
  t(key: MessageKey, values?: Values): string;
  /** For codes that come from the appliance: undefined where this page has no sentence for one. */
  find(key: string, values?: Values): string | undefined;
}

export function createTranslator(language: Language, messages: Catalogue): Translator {
  const catalogue: Readonly<Record<string, string>> = messages;
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
