// Messages in a language, with ICU plurals. Parsed once each; pure, so that the catalogues can be tested without a page.
import type { MessageKey } from './en.ts';
import type { Language, PageMessages } from './languages.ts';
import { formatMessage, numbersOf, type Part, parseMessage, type Values } from './message.ts';

export type { Values };

export interface Translator {
  readonly language: Language;
  t(key: MessageKey, values?: Values): string;
  /** For codes that come from the appliance: undefined where this page has no sentence for one. */
  find(key: string, values?: Values): string | undefined;
}

export function createTranslator(language: Language, catalogue: PageMessages): Translator {
  const parsed = new Map<string, readonly Part[]>();
  const numbers = numbersOf(language);

  function find(key: string, values?: Values): string | undefined {
    const message = catalogue[key];
    if (message === undefined || !message.includes('{')) return message;
    let parts = parsed.get(key);
    if (!parts) {
      parts = parseMessage(message);
      parsed.set(key, parts);
    }
    return formatMessage(parts, values ?? {}, numbers);
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
